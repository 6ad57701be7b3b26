"""Running a notebook before anybody is there, so that every fork has it behind it."""

import contextlib
import io
import os
from pathlib import Path
from typing import Any

import nbformat
from ipykernel.zmqshell import ZMQInteractiveShell
from jupyter_client.session import Session
from nbformat.v4 import new_output, output_from_msg

from workshop.serving.forks.warm import threads

# Of the kinds of open files that two processes must not share.
NOT_TO_SHARE = ("socket:", "anon_inode:[eventpoll]", "anon_inode:[eventfd]")


class RefusedError(Exception):
    """Why a notebook cannot be run ahead; it is then run for each visitor."""


class Recorder(Session):
    """Keeps what a kernel would send."""

    def __init__(self) -> None:
        super().__init__()
        self.messages: list[dict[str, Any]] = []

    def send(self, stream: Any, msg_or_type: Any, *args: Any, **kwargs: Any) -> None:
        """Keep a message."""
        self.messages.append(msg_or_type)


def run_ahead(path: Path) -> dict[str, Any]:
    """Run a notebook in this process.

    Args:
        path: A notebook of Python.

    Returns:
        `cells`: the outputs of each cell, as in a notebook file; `widgets`: the state of all
        widgets, as a page embeds it.

    Raises:
        RefusedError: A cell failed, or left something behind that a fork would not survive.
    """
    # Not above: when it is imported it looks whether there is a shell, and registers only then.
    from ipywidgets import Widget

    held = set(_not_to_share())
    shell: Any = ZMQInteractiveShell.instance()
    notebook = nbformat.read(path, 4)
    cells = [
        _outputs(shell, cell.source) if cell.cell_type == "code" else [] for cell in notebook.cells
    ]
    if threads() > 1:
        raise RefusedError("it leaves a thread running")
    left = set(_not_to_share()) - held
    if left:
        raise RefusedError(f"it leaves open: {', '.join(sorted(left))}")
    return {"cells": cells, "widgets": Widget.get_manager_state()}


def _outputs(shell: Any, source: str) -> list[dict[str, Any]]:
    recorder = Recorder()
    for sender in (shell.displayhook, shell.display_pub):
        sender.session = recorder
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        done = shell.run_cell(source, store_history=False)
    if not done.success:
        raise RefusedError(f"a cell fails: {done.error_before_exec or done.error_in_exec!r}")
    streams = [
        new_output("stream", name=name, text=text.getvalue())
        for name, text in (("stdout", out), ("stderr", err))
        if text.getvalue()
    ]
    return [*streams, *(output_from_msg(message) for message in recorder.messages)]


def _not_to_share() -> list[str]:
    found = []
    for descriptor in os.listdir("/proc/self/fd"):
        with contextlib.suppress(OSError):
            found.append(os.readlink(f"/proc/self/fd/{descriptor}"))
    return [what for what in found if what.startswith(NOT_TO_SHARE)]
