"""Kernels do not outlive their use: neither an idle one nor those of a server that is stopped."""

import asyncio
import os
import re
import select
import signal
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.request import urlopen

import pytest
from tornado.websocket import websocket_connect

from tests.conftest import free_port
from tests.serving.processes import descendants
from workshop.serving.door.kernels import Kernels

PATIENCE = 30  # seconds
STARTED_WITHIN = 60  # seconds, on a busy machine
OFTEN = "--MappingKernelManager.cull_interval=1"

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="watches processes as Linux does")


@pytest.fixture(scope="module")
def notebook(write_notebook, code):
    ask = code("import os; print('kernel', os.getpid())")
    return write_notebook("# A kernel", ask, workshop={"run_ahead": False})


@contextmanager
def _kernel_of(address):
    """A visit's kernel, as something to wait on."""
    with urlopen(address) as page:
        process = int(re.search(r"kernel (\d+)", page.read().decode())[1])
    watched = os.pidfd_open(process)
    yield watched
    os.close(watched)


def _ends(watched):
    return bool(select.select([watched], [], [], PATIENCE)[0])


def _until(happens, patience=PATIENCE):
    deadline = time.monotonic() + patience
    while not happens():
        assert time.monotonic() < deadline
        time.sleep(0.02)


def _until_empty(folder):
    _until(lambda: not list(folder.iterdir()))


def _alive(watched):
    return not select.select([watched], [], [], 0)[0]


@contextmanager
def _page_of(address):
    """A visit whose page is connected, as (kernel, close)."""
    with urlopen(address) as page:
        text = page.read().decode()
    watched = os.pidfd_open(int(re.search(r"kernel (\d+)", text)[1]))
    kernel = re.search(r'"kernelId": "([0-9a-f-]+)"', text)[1]
    line = _Line(address.replace("http", "ws") + f"api/kernels/{kernel}/channels")
    yield watched, line.close
    line.close()
    os.close(watched)


class _Line:
    """A WebSocket that is open until it is closed."""

    def __init__(self, url):
        self._runner = asyncio.Runner()
        self._socket = self._runner.run(self._open(url))

    def close(self):
        if self._socket:
            self._runner.run(self._close())
            self._runner.close()

    async def _open(self, url):
        return await websocket_connect(url)

    async def _close(self):
        self._socket.close()
        while await self._socket.read_message() is not None:
            pass
        self._socket = None


def test_a_kernel_without_a_page_is_ended_after_its_grace(serve, notebook):
    address = serve(notebook, "--grace=2", OFTEN)
    with _page_of(address) as (kept, leave), _kernel_of(address) as abandoned:
        assert _ends(abandoned)
        assert _alive(kept)

        leave()
        assert _alive(kept)  # the grace begins when the page is gone
        assert _ends(kept)


def test_a_page_on_which_nothing_is_done_is_ended_as_well(serve, notebook):
    with _page_of(serve(notebook, "--idle=1", OFTEN)) as (idle, _):
        assert _ends(idle)


def test_both_times_are_long_enough_for_a_session():
    grace, idle = Kernels.grace.default_value, Kernels.idle.default_value

    assert grace >= 10 * 60
    assert idle >= 3 * 3600


@pytest.mark.parametrize("stop", [signal.SIGINT, signal.SIGKILL])
def test_nothing_at_all_is_left_of_a_server(own_server, write_notebook, code, stop):
    """Neither the parents that kernels are forked from, nor the kernels."""
    address, server = own_server(write_notebook("# Ahead", code("'here'")))
    for _ in range(3):
        urlopen(address).close()
    family = [os.pidfd_open(process) for process in descendants(server.pid)]
    server.send_signal(stop)

    assert len(family) >= 5  # the warm parent, the one that has run the notebook, three kernels
    assert all(_ends(process) for process in family)
    server.wait(PATIENCE)
    for process in family:
        os.close(process)


@pytest.mark.parametrize("stop", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_a_server_that_stops_takes_its_kernels_along(own_server, notebook, stop):
    address, server = own_server(notebook)
    with _kernel_of(address) as kernel:
        server.send_signal(stop)

        assert _ends(kernel)
        server.wait(PATIENCE)


@pytest.mark.parametrize("stop", [signal.SIGTERM, signal.SIGKILL])
def test_a_server_that_stops_leaves_no_folder(own_server, notebook, stop):
    with TemporaryDirectory(prefix="wk") as folder:  # pytest's is too long for Unix sockets
        address, server = own_server(notebook, f"--Voila.connection_dir_root={folder}")
        with _kernel_of(address) as kernel:
            assert list(Path(folder).glob("voila_*/kernel-*-ipc-*"))
            server.send_signal(stop)
            assert _ends(kernel)
            server.wait(PATIENCE)

        _until_empty(Path(folder))


@pytest.mark.parametrize("begun", ["its folder", "its parent"])
def test_a_server_that_is_stopped_while_it_starts_leaves_nothing(begun):
    with TemporaryDirectory(prefix="wk") as folder:
        words = ["session", "--port", str(free_port()), f"--Voila.connection_dir_root={folder}"]
        command = [sys.executable, "-m", "workshop", "serve", *words]
        with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT) as server:
            made = {
                "its folder": lambda: list(Path(folder).iterdir()),
                "its parent": lambda: descendants(server.pid),
            }
            try:
                _until(made[begun], STARTED_WITHIN)
                family = [os.pidfd_open(process) for process in descendants(server.pid)]
                server.terminate()
                said, _ = server.communicate(timeout=PATIENCE)
            finally:
                server.kill()

        assert server.returncode == 0
        assert b"Traceback" not in said
        assert all(_ends(process) for process in family)
        for process in family:
            os.close(process)
        _until_empty(Path(folder))
