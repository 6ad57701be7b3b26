"""The one warm parent of this server: there when first asked for, replaced when it has died."""

import atexit
import logging
import os
import sys
import threading
from pathlib import Path

from workshop.serving.forks.client import Ahead, Fork, ForkError, Parent, WarmParent

log = logging.getLogger("workshop")

PATIENCE = 10.0  # seconds that a parent has to leave

_lock = threading.Lock()
_parent: WarmParent | None = None
_lifeline: tuple[int, int] | None = None  # a pipe, the same for all parents of this server
_folder = ""  # where the server keeps its kernels' files


def possible() -> bool:
    """Whether this machine can fork kernels: Linux, and a Python that knows its descriptors."""
    return sys.platform == "linux" and hasattr(os, "pidfd_open") and hasattr(os, "memfd_create")


def tidy_up_after(folder: str) -> None:
    """Have a folder removed when this server is gone, even after `kill -9`."""
    global _folder
    _folder = folder


def warm_parent() -> WarmParent:
    """The warm parent, started if there is none.

    Raises:
        ForkError: It cannot be started.
    """
    global _parent, _lifeline
    with _lock:
        if _parent and not _parent.alive():
            log.warning("The warm parent died; another one takes its place.")
            _parent.close()
            _parent = None
        if _lifeline is None:
            _lifeline = os.pipe()
            atexit.register(end)
        if _parent is None:
            _parent = WarmParent(_lifeline[0], _folder)
        return _parent


def fork(file: str, env: dict[str, str], folder: str, ahead: Parent | None = None) -> Fork:
    """Fork a kernel, from a parent that has run the notebook if one is given and alive.

    Args:
        file: The connection file.
        env: The kernel's whole environment.
        folder: Its working directory.
        ahead: The parent to ask first.

    Raises:
        ForkError: The machine gives no new process.
    """
    if ahead:
        return ahead.fork(file, env, folder)
    try:
        return warm_parent().fork(file, env, folder)
    except ForkError:
        if warm_parent().alive():
            raise
        return warm_parent().fork(file, env, folder)


def run_ahead(notebook: Path, env: dict[str, str]) -> Ahead | str:
    """Have a notebook run ahead; see `WarmParent.run_ahead`."""
    return warm_parent().run_ahead(notebook, env)


def end() -> None:
    """End the warm parent and everything that came from any."""
    global _parent, _lifeline
    with _lock:
        if _parent:
            _parent.close()
            _parent.process.wait(PATIENCE)
        for end_of_pipe in _lifeline or ():
            os.close(end_of_pipe)
        _parent = _lifeline = None
