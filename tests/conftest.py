"""What tests of several folders share: notebooks to serve, and servers to serve them."""

import os
import re
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from functools import cache
from pathlib import Path
from threading import Timer

import hypothesis
import nbformat
import pytest

from tests.postgres import Cluster

hypothesis.settings.register_profile("no clock", deadline=None)
hypothesis.settings.load_profile("no clock")  # a busy machine is no fault of what is tested

PATIENCE = 60  # seconds; a busy machine may take long, a server that hangs would take for ever


def free_port() -> int:
    """A port that nothing listens on at this moment."""
    with socket.socket() as probe:
        probe.bind(("localhost", 0))
        return probe.getsockname()[1]


@contextmanager
def running_server(*words: str, folder: Path) -> Iterator[tuple[str, subprocess.Popen]]:
    """Run `workshop serve` until it says that it listens; end it and its kernels afterwards.

    Nothing of the machine's own Jupyter configuration takes part.
    """
    command = [sys.executable, "-m", "workshop", "serve", *words, "--port", str(free_port())]
    own = dict.fromkeys(["JUPYTER_CONFIG_DIR", "JUPYTER_RUNTIME_DIR"], str(folder))
    with (
        (folder / "server.log").open("w+") as log,
        subprocess.Popen(
            command, cwd=folder, env=os.environ | own, stdout=subprocess.PIPE, stderr=log, text=True
        ) as server,
    ):
        try:
            watchdog = Timer(PATIENCE, server.kill)
            watchdog.start()
            announced = server.stdout.readline()
            watchdog.cancel()
            address = re.search(r"http://\S+/", announced)
            if address is None:
                log.seek(0)
                pytest.fail(f"no server: {announced}{log.read()}")
            yield address[0], server
        finally:
            server.terminate()  # Voila ends its kernels; those of a killed server end by themselves
            try:
                server.wait(PATIENCE)
            except subprocess.TimeoutExpired:
                server.kill()


def told(server: subprocess.Popen, pattern: str) -> str:
    """The next line in which a server says what is looked for; those before it are read over."""
    for line in server.stdout:
        if re.search(pattern, line):
            return line
    return pytest.fail(f"the server ended and never said {pattern!r}")


@pytest.fixture(scope="session")
def serve(tmp_path_factory):
    """`serve(notebook, *options)` is the address of a running server, one for the same words."""
    with ExitStack() as servers:

        @cache
        def _serve(notebook: str | Path, *options: str) -> str:
            folder = tmp_path_factory.mktemp("server")
            address, _ = servers.enter_context(
                running_server(str(notebook), *options, folder=folder)
            )
            return address

        yield _serve


@pytest.fixture(scope="session")
def postgres():
    """A PostgreSQL server, started when it is first asked for."""
    cluster = Cluster()
    yield cluster
    cluster.remove()


@pytest.fixture
def own_server(tmp_path):
    """`own_server(notebook, *options)` is the address and process of one this test may break."""
    with ExitStack() as servers:
        yield lambda *words: servers.enter_context(
            running_server(*map(str, words), folder=tmp_path)
        )


@pytest.fixture(scope="session")
def write_notebook(tmp_path_factory):
    """`write_notebook("# Title", code("1 + 1"))` is the path of a new notebook."""

    def _write(*cells: str | nbformat.NotebookNode, **metadata: object) -> Path:
        path = tmp_path_factory.mktemp("notebook") / "tiny.ipynb"
        nodes = [nbformat.v4.new_markdown_cell(c) if isinstance(c, str) else c for c in cells]
        nbformat.write(nbformat.v4.new_notebook(cells=nodes, metadata=metadata), path)
        return path

    return _write


@pytest.fixture(scope="session")
def code():
    """`code("1 + 1")` is a code cell."""
    return nbformat.v4.new_code_cell
