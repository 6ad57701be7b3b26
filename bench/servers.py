"""The servers that are measured, each started in its own environment and ended as a whole."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import nbformat

HERE = Path(__file__).parent
APPS = HERE / "apps"
PEERS = HERE / ".venvs"
PATIENCE = 120  # seconds
READY = "There is room for"  # said by ours once a kernel was weighed; a visit would take a place

OURS, SESSION, STOCK = "ours", "ours, whole session", "stock Voila"
NEEDED = {
    "Panel": ["panel", "altair"],
    "Streamlit": ["streamlit", "altair"],
    # The newest whose scripts come as a package too; without that it asks a CDN for them.
    "Solara": ["solara==1.58.2", "solara-assets==1.58.2", "altair[all]"],
}
PEERS_APPS = {name: APPS / f"in_{name.lower()}.py" for name in NEEDED}
ALL = (OURS, SESSION, STOCK, *NEEDED)


@dataclass(frozen=True)
class Server:
    """A running server: where it is, its first process and the folder of all its files."""

    name: str
    address: str
    pid: int
    folder: Path


def python_of(name: str) -> str:
    """The interpreter of an environment that has a peer; made when it is first asked for."""
    folder = PEERS / name.lower()
    python = folder / "bin/python"
    if not (folder / "done").exists():
        print(f"Installing {name} ...", file=sys.stderr)
        subprocess.run([sys.executable, "-m", "venv", "--clear", folder], check=True)
        install = [python, "-m", "pip", "install", "-q", "pandas", *NEEDED[name]]
        subprocess.run(install, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        (folder / "done").touch()
    return str(python)


def version_of(name: str) -> str:
    package = {OURS: "right-conversation", SESSION: "right-conversation", STOCK: "voila"}
    python = python_of(name) if name in NEEDED else sys.executable
    what = package.get(name, name.lower())
    code = f"from importlib.metadata import version; print(version({what!r}))"
    return subprocess.run([python, "-c", code], capture_output=True, text=True).stdout.strip()


def _command(name: str, folder: Path, port: int) -> list[str]:
    if name == OURS:
        return [
            sys.executable,
            "-m",
            "workshop",
            "serve",
            _notebook(folder, "ours"),
            f"--port={port}",
        ]
    if name == SESSION:
        return [sys.executable, "-m", "workshop", "serve", "session", f"--port={port}"]
    if name == STOCK:
        options = ["--no-browser", f"--port={port}", "--template=lab"]
        return [sys.executable, "-m", "voila", _notebook(folder, "stock"), *options]
    app, python = str(PEERS_APPS[name]), python_of(name)
    if name == "Panel":
        return [python, "-m", "panel", "serve", app, f"--port={port}"]
    if name == "Streamlit":
        options = ["--server.headless=true", "--browser.gatherUsageStats=false"]
        return [python, "-m", "streamlit", "run", app, f"--server.port={port}", *options]
    return [python, "-m", "solara", "run", app, f"--port={port}", "--production", "--no-open"]


def _notebook(folder: Path, app: str) -> str:
    cells = [nbformat.v4.new_code_cell((APPS / f"{app}.py").read_text())]
    kernel = {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}
    path = folder / f"{app}.ipynb"
    nbformat.write(nbformat.v4.new_notebook(cells=cells, metadata=kernel), path)
    shutil.copy(APPS / "picture.py", folder)
    return str(path)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("localhost", 0))
        return probe.getsockname()[1]


@contextmanager
def running(name: str, *options: str, ready: str = READY) -> Iterator[Server]:
    """Run a server until it answers, ours until it says so; end what came from it afterwards."""
    port = _free_port()
    with tempfile.TemporaryDirectory(dir="/tmp") as folder:
        own = {"JUPYTER_CONFIG_DIR": folder, "JUPYTER_RUNTIME_DIR": folder, "HOME": folder}
        own["TMPDIR"] = folder
        with (Path(folder) / "log").open("w+") as log:
            process = subprocess.Popen(
                [*_command(name, Path(folder), port), *options],
                cwd=folder,
                env=os.environ | own | {"PYTHONPATH": str(APPS)},
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
            try:
                path = "in_panel" if name == "Panel" else ""
                address = f"http://localhost:{port}/{path}"
                if name in (OURS, SESSION):
                    _await(lambda: ready in (Path(folder) / "log").read_text(), process)
                else:
                    probe = "voila/static/none" if name == STOCK else path
                    _await(lambda: _answers(f"http://localhost:{port}/{probe}"), process)
                yield Server(name, address, process.pid, Path(folder))
            finally:
                process.send_signal(signal.SIGINT)
                try:
                    process.wait(30)
                except subprocess.TimeoutExpired:
                    process.kill()
                    process.wait()


@contextmanager
def all_running(names: tuple[str, ...]) -> Iterator[list[Server]]:
    with ExitStack() as stack:
        yield [stack.enter_context(running(name)) for name in names]


def _await(ready: Callable[[], bool], process: subprocess.Popen) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and process.poll() is None:
        if ready():
            return
        time.sleep(0.1)
    raise SystemExit(f"{process.args} does not answer")


def _answers(address: str) -> bool:
    try:
        urlopen(address, timeout=30).close()
    except HTTPError:
        return True  # an answer all the same
    except OSError:
        return False
    return True
