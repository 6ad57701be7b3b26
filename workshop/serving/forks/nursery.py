"""The one warm parent of this server: there when first asked for, replaced when it has died."""

import atexit
import logging
import os
import sys
import threading
from pathlib import Path

from workshop.serving.forks.client import Ahead, Fork, ForkFailed, Parent, WarmParent

log = logging.getLogger("workshop")

_lock = threading.Lock()
_parent: WarmParent | None = None


def possible() -> bool:
    """Whether this machine can fork kernels: Linux, and a Python that knows its descriptors."""
    return sys.platform == "linux" and hasattr(os, "pidfd_open") and hasattr(os, "memfd_create")


def warm_parent() -> WarmParent:
    """The warm parent, started if there is none.

    Raises:
        ForkFailed: It cannot be started.
    """
    global _parent
    with _lock:
        if _parent and not _parent.alive():
            log.warning("The warm parent died; another one takes its place.")
            _parent = None
        if _parent is None:
            _parent = WarmParent()
            atexit.register(end)
        return _parent


def fork(file: str, env: dict[str, str], folder: str, ahead: Parent | None = None) -> Fork:
    """Fork a kernel, from a parent that has run the notebook if one is given and alive.

    Args:
        file: The connection file.
        env: The kernel's whole environment.
        folder: Its working directory.
        ahead: The parent to ask first.

    Raises:
        ForkFailed: The machine gives no new process.
    """
    if ahead:
        return ahead.fork(file, env, folder)
    try:
        return warm_parent().fork(file, env, folder)
    except ForkFailed:
        if warm_parent().alive():
            raise
        return warm_parent().fork(file, env, folder)


def run_ahead(notebook: Path, env: dict[str, str]) -> Ahead | str:
    """Have a notebook run ahead; see `WarmParent.run_ahead`."""
    return warm_parent().run_ahead(notebook, env)


def end() -> None:
    """End the warm parent and everything that came from it."""
    global _parent
    with _lock:
        if _parent:
            _parent.close()
        _parent = None
