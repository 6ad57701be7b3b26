"""A participant's kernel: IPython's own, prepared as far as possible before the fork.

What is done in `prepare` is done once and shared by everybody; what is done in `start` costs every
participant memory and time. So everything that needs no socket, no thread and no event loop is in
the first. Nobody types code here: no debugger, no history, no subshells.
"""

import contextlib
import logging
import os
from pathlib import Path
from typing import Any

import comm
import traitlets
from ipykernel._version import kernel_protocol_version
from ipykernel.comm.comm import BaseComm
from ipykernel.ipkernel import IPythonKernel
from ipykernel.kernelapp import IPKernelApp
from ipykernel.kernelbase import Kernel
from ipykernel.zmqshell import ZMQInteractiveShell
from tornado.ioloop import IOLoop
from traitlets.config import Config

CONTROL_WITHIN = 1.0  # seconds

COMM_MESSAGES = ("comm_open", "comm_msg", "comm_close")

OPTIONS = Config(
    {
        "HistoryManager": {"enabled": False},
        "IPCompleter": {"use_jedi": False},
        "ParticipantApp": {
            "log_level": logging.ERROR,
            "capture_fd_output": False,  # a pipe and a thread for each stream
        },
    }
)


class ParticipantKernel(IPythonKernel):
    """IPython's kernel around a shell that is already there."""

    _supports_kernel_subshells = False
    debugger_class = traitlets.Any()  # named in IPythonKernel, which would import it
    debugger = traitlets.Any()

    def __init__(self, **kwargs: Any) -> None:
        # Past IPythonKernel's own, which loads the debugger and walks through every module: each
        # module it touches is a page of memory that this participant no longer shares.
        Kernel.__init__(self, **{**kwargs, "debugpy_stream": None})
        shell: Any = ZMQInteractiveShell.instance()
        shell.kernel = self
        for sender in (shell.displayhook, shell.display_pub):
            sender.session = self.session
            sender.pub_socket = self.iopub_socket
        shell.displayhook.topic = self._topic("execute_result")
        self.shell = shell
        self.comm_manager = comm.get_comm_manager()
        BaseComm.kernel = self  # also of the comms that were opened when there was none
        for name in COMM_MESSAGES:
            self.shell_handlers[name] = getattr(self.comm_manager, name)

    @property
    def kernel_info(self) -> dict[str, Any]:
        """Say what this kernel is; IPythonKernel would load the debugger to say whether it can."""
        return {
            "protocol_version": kernel_protocol_version,
            "implementation": self.implementation,
            "implementation_version": self.implementation_version,
            "language_info": self.language_info,
            "banner": self.banner,
            "help_links": self.help_links,
            "supported_features": [],
        }

    async def do_debug_request(self, msg: dict[str, Any]) -> dict[str, Any]:
        """Say that there is no debugger."""
        return {"type": "response", "success": False, "message": "There is no debugger here."}


class ParticipantApp(IPKernelApp):
    """Starts the kernel in two halves, with the fork between them."""

    def prepare(self) -> None:
        """Make what every participant shares. Opens no socket and starts no thread."""
        self.kernel_class = ParticipantKernel
        self.init_path()  # modules beside the notebook are found, as in a kernel that is started
        self.init_profile_dir()
        ZMQInteractiveShell.instance(parent=self, profile_dir=self.profile_dir, user_ns={})

    def connect(self, connection_file: Path, lifeline: int) -> None:
        """Become a kernel with sockets of its own.

        Args:
            connection_file: Says which addresses and which key.
            lifeline: The reading end of a pipe that closes when the server is gone.
        """
        self.connection_file = str(connection_file)
        self.init_connection_file()
        self.init_sockets()
        self.init_heartbeat()
        self.write_connection_file()
        self.init_io()
        self.init_signal()
        self.init_kernel()
        self.init_shell()
        self._watch(lifeline)

    def close(self) -> None:
        """Send what is still to be said, and leave the sockets to the end of the process.

        Taking ZeroMQ apart in a process that is about to end can wait for ever for its threads.
        """
        self._end_control()
        self.reset_io()
        self.iopub_thread.stop()
        self.cleanup_connection_file()

    def _end_control(self) -> None:
        # The request to end came on its thread, which flushes what was printed and says so through
        # IOPub. So it has to be over, and not only asked to, before there is no IOPub any more.
        self.control_thread.stop()
        self.control_thread.join(CONTROL_WITHIN)

    def _watch(self, lifeline: int) -> None:
        # On the control thread's loop: the main one may be busy with a participant's cell.
        def end(*_: Any) -> None:
            self.cleanup_connection_file()
            with contextlib.suppress(OSError):  # the last one out
                Path(self.connection_file).parent.rmdir()
            os._exit(1)

        loop = self.control_thread.io_loop
        loop.add_callback(loop.add_handler, lifeline, end, IOLoop.READ)
