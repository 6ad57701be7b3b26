"""The warm parent: one thread, no event loop, everything imported. It forks when it is asked to.

    python -m workshop.serving.forks.parent LINE LIFELINE [FOLDER]

LINE is its end of the line to the server, LIFELINE the reading end of a pipe that closes when the
server is gone; both are descriptors that it inherits. FOLDER is removed when the server is gone.
A fork becomes a participant's kernel, or a parent itself that runs a notebook first, so that its
own forks have it behind them.
"""

import atexit
import gc
import os
import random
import shutil
import signal
import socket
import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Any

from workshop.serving.forks import wire
from workshop.serving.forks.ahead import RefusedError, run_ahead
from workshop.serving.forks.kernel import ParticipantApp
from workshop.serving.forks.warm import warm_up

Life = Callable[[], None]
"""What a fork does once it is born."""


class Parent:
    """Answers one order after the other, until the server is gone.

    Args:
        line: Where orders come from.
        lifeline: Handed on to every kernel.
        app: What every kernel starts from.
    """

    def __init__(self, line: socket.socket, lifeline: int, app: ParticipantApp) -> None:
        self._line = line
        self._lifeline = lifeline
        self._app = app

    def run(self) -> Life | None:
        """Answer orders.

        Returns:
            In a fork, the life it is to lead; in the parent None, when the server is gone.
        """
        gc.collect()
        gc.freeze()  # a collection in a fork would write to every object, and so unshare it
        while True:
            try:
                order, descriptors = wire.receive(self._line)
            except EOFError:
                return None
            life = self._answer(order, descriptors)
            if life:
                return life

    def _answer(self, order: dict[str, Any], descriptors: list[int]) -> Life | None:
        if order["do"] == "reap":
            wire.send(self._line, {"code": _reap(order["pid"])})
            return None
        lives: dict[str, Callable[..., None]] = {
            "kernel": self._be_kernel,
            "ahead": self._be_parent,
        }
        try:
            pid = os.fork()
        except OSError as problem:
            self._fail(problem, descriptors)
            return None
        if pid == 0:
            return lambda: lives[order["do"]](order, *descriptors)
        try:
            pidfd = os.pidfd_open(pid)
        except OSError as problem:  # no descriptor left to watch it with
            os.kill(pid, signal.SIGKILL)
            os.waitpid(pid, 0)
            self._fail(problem, descriptors)
            return None
        wire.send(self._line, {"pid": pid}, [pidfd])
        _close(pidfd, *descriptors)
        return None

    def _fail(self, problem: OSError, descriptors: list[int]) -> None:
        wire.send(self._line, {"failed": str(problem)})
        _close(*descriptors)

    def _be_kernel(self, order: dict[str, Any]) -> None:
        self._line.close()
        be_born(order["env"], order["cwd"])
        self._app.connect(Path(order["connection_file"]), self._lifeline)
        self._app.start()

    def _be_parent(self, order: dict[str, Any], line: int) -> None:
        self._line.close()
        be_born(order["env"], order["cwd"])
        self._line = socket.socket(fileno=line)
        try:
            done = run_ahead(Path(order["notebook"]))
        except RefusedError as why:
            wire.send(self._line, {"refused": str(why)})
            return
        descriptor = wire.file_of(done)
        wire.send(self._line, {"ran": True}, [descriptor])
        os.close(descriptor)
        lead(self.run())


def be_born(env: dict[str, str], cwd: str) -> None:
    """Make a fork a process of its own: nothing that should differ between two stays the same."""
    os.setsid()
    signal.signal(signal.SIGINT, signal.default_int_handler)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    os.environ.clear()
    os.environ.update(env)
    os.chdir(cwd)
    random.seed()
    numpy = sys.modules.get("numpy")
    if numpy:
        numpy.random.seed()
    gc.enable()


def lead(life: Life | None) -> None:
    """Lead a life to its end.

    A fork leaves without tearing down what it shares: that would take seconds, and copy every page
    of memory on the way out.
    """
    if not life:
        return
    code = 1
    try:
        life()
        code = 0
    except BaseException:
        traceback.print_exc(file=sys.__stderr__)
    finally:
        atexit._run_exitfuncs()
        os._exit(code)


def _close(*descriptors: int) -> None:
    for descriptor in descriptors:
        os.close(descriptor)


def _reap(pid: int) -> int | None:
    """The exit code of a fork, negative for a signal; None while it runs or if it is not ours."""
    try:
        ended, status = os.waitpid(pid, os.WNOHANG)
    except ChildProcessError:
        return None
    return os.waitstatus_to_exitcode(status) if ended else None


def main() -> None:
    """Warm up, say so, and answer orders."""
    line, lifeline = socket.socket(fileno=int(sys.argv[1])), int(sys.argv[2])
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for the server, which ends the line
    gc.disable()
    app = warm_up()
    wire.send(line, {"ready": os.getpid()})
    lead(Parent(line, lifeline, app).run())
    for folder in sys.argv[3:]:  # only still there after `kill -9` of the server
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    # Where -m has put this module under another name, its forks would not know their own class.
    main()
