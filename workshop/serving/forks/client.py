"""The server's side: keeps a warm parent, and asks it for forks."""

import contextlib
import logging
import os
import select
import signal
import socket
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

from workshop.serving.errors import ServingError
from workshop.serving.forks import wire
from workshop.serving.forks.environment import ENVIRONMENT

log = logging.getLogger("workshop")

WARM_WITHIN = 60.0  # seconds; imports on a slow disk


class ForkError(ServingError):
    """Why there is no new process."""


class Fork:
    """A forked process; speaks as `subprocess.Popen` does, as far as kernels are concerned.

    Args:
        pid: The process.
        pidfd: Its descriptor, which stays true when the number is given to another process.
        parent: Who forked it, and so knows how it ended.
    """

    stdin = stdout = stderr = None

    def __init__(self, pid: int, pidfd: int, parent: "Parent") -> None:
        self.pid = pid
        self.returncode: int | None = None
        self._pidfd = pidfd
        self._parent = parent

    def poll(self) -> int | None:
        """The exit code (negative for a signal), or None while it runs."""
        if self.returncode is None and self._ended(0):
            self._bury()
        return self.returncode

    def wait(self, timeout: float | None = None) -> int:
        """Wait for its end.

        Raises:
            subprocess.TimeoutExpired: It is still running.
        """
        if self.returncode is None and not self._ended(timeout):
            raise subprocess.TimeoutExpired(f"kernel {self.pid}", timeout or 0)
        code = self.poll()
        assert code is not None
        return code

    def send_signal(self, number: int) -> None:
        """Send it a signal; nothing happens if it has ended."""
        if self.returncode is None:
            with contextlib.suppress(ProcessLookupError):
                signal.pidfd_send_signal(self._pidfd, number)

    def kill(self) -> None:
        """End it at once."""
        self.send_signal(signal.SIGKILL)

    def terminate(self) -> None:
        """Ask it to end."""
        self.send_signal(signal.SIGTERM)

    def _ended(self, timeout: float | None) -> bool:
        poller = select.poll()
        poller.register(self._pidfd, select.POLLIN)
        return bool(poller.poll(None if timeout is None else timeout * 1000))

    def _bury(self) -> None:
        # A parent that is gone has taken the exit code with it: then it is "killed".
        code = self._parent.reap(self.pid)
        self.returncode = -signal.SIGKILL if code is None else code
        os.close(self._pidfd)


class Parent:
    """One line to a warm parent. Any thread may ask; one is answered at a time."""

    process: "subprocess.Popen[bytes] | Fork"

    def __init__(self, line: socket.socket) -> None:
        self._line = line
        self._turn = threading.Lock()

    def alive(self) -> bool:
        """Whether it still runs."""
        return self.process.poll() is None

    def fork(self, connection_file: str, env: dict[str, str], cwd: str) -> Fork:
        """Fork a kernel.

        Raises:
            ForkError: There is no memory, no process or no parent left.
        """
        order = {"do": "kernel", "connection_file": connection_file, "env": env, "cwd": cwd}
        return self._new(order)

    def reap(self, pid: int) -> int | None:
        """The exit code of a fork that has ended; None where nobody knows any more."""
        try:
            answer, _ = self._ask({"do": "reap", "pid": pid})
        except (OSError, EOFError):
            return None
        code: int | None = answer["code"]
        return code

    def close(self) -> None:
        """End the parent; its kernels go on."""
        self._line.close()

    def _new(self, order: dict[str, Any], descriptors: tuple[int, ...] = ()) -> Fork:
        try:
            answer, received = self._ask(order, descriptors)
        except (OSError, EOFError) as problem:
            raise ForkError(f"the warm parent does not answer: {problem}") from problem
        if "failed" in answer:
            raise ForkError(f"the machine gives no new process: {answer['failed']}")
        return Fork(answer["pid"], received[0], self)

    def _ask(
        self, order: dict[str, Any], descriptors: tuple[int, ...] = ()
    ) -> tuple[dict[str, Any], list[int]]:
        with self._turn:
            wire.send(self._line, order, descriptors)
            return wire.receive(self._line)


class Ahead(Parent):
    """A parent that has run a notebook; its forks have it behind them.

    Args:
        line: The line to it.
        process: The parent itself.
        cells: The outputs of each cell, as in a notebook file.
        widgets: The state of all widgets, as a page embeds it.
    """

    def __init__(
        self,
        line: socket.socket,
        process: Fork,
        cells: list[list[dict[str, Any]]],
        widgets: dict[str, Any],
    ) -> None:
        super().__init__(line)
        self.process = process
        self.cells = cells
        self.widgets = widgets


class WarmParent(Parent):
    """The first parent: started as a program, and ended with the server.

    Args:
        lifeline: The reading end of a pipe whose writing end only the server holds, so that every
            kernel knows when the server is gone, even after `kill -9`.
        folder: To be removed when the server is gone; none if empty.

    Raises:
        ForkError: It does not start.
    """

    def __init__(self, lifeline: int, folder: str = "") -> None:
        ours, theirs = wire.pair()
        super().__init__(ours)
        with theirs:
            self.process = subprocess.Popen(
                [
                    sys.executable,
                    "-m",
                    "workshop.serving.forks.parent",
                    str(theirs.fileno()),
                    str(lifeline),
                    *([folder] if folder else []),
                ],
                pass_fds=(theirs.fileno(), lifeline),
                env={**os.environ, **ENVIRONMENT},
                start_new_session=True,
                stdin=subprocess.DEVNULL,
            )
        self._await_warmth()

    def run_ahead(self, notebook: Path, env: dict[str, str]) -> Ahead | str:
        """Fork a parent that runs a notebook; takes as long as the notebook does.

        Returns:
            The parent, or why the notebook cannot be run ahead.

        Raises:
            ForkError: There is no new process.
        """
        ours, theirs = wire.pair()
        order = {"do": "ahead", "notebook": str(notebook), "env": env, "cwd": str(notebook.parent)}
        with theirs:
            process = self._new(order, (theirs.fileno(),))
        try:
            answer, descriptors = wire.receive(ours)
        except EOFError:
            answer, descriptors = {"refused": f"it ended with code {process.wait()}"}, []
        if "refused" in answer:
            ours.close()
            process.wait()
            return str(answer["refused"])
        return Ahead(ours, process, **wire.data_of(descriptors[0]))

    def _await_warmth(self) -> None:
        self._line.settimeout(WARM_WITHIN)
        try:
            wire.receive(self._line)
        except (OSError, EOFError) as problem:
            self.process.kill()
            self.process.wait()
            self.close()
            raise ForkError(f"the warm parent did not start: {problem}") from problem
        self._line.settimeout(None)
