"""A terminal that says what concerns the host, and leaves out what every visit would repeat."""

import logging
from typing import Any

import zmq
from jupyter_client.kernelspec import KernelSpec, KernelSpecManager

from workshop.serving.forks.client import ForkError

NO_ROOM = (ForkError, OSError, zmq.ZMQError)
"""What is raised where the disk is full or the system gives no more files or processes."""

ROUTINE = [
    "is not trusted",  # of every notebook that this computer did not write; Voila runs it anyway
    "websocket_ping_timeout",  # two libraries that count in different units
]


def leave_out_routine(*loggers: logging.Logger) -> None:
    """Drop the records that tell a host nothing."""
    for logger in loggers:
        logger.addFilter(_is_news)


def _is_news(record: logging.LogRecord) -> bool:
    kind = record.exc_info[0] if record.exc_info else None
    if kind and issubclass(kind, NO_ROOM):
        return False  # our own line says it, without fifty lines of where
    return not any(phrase in record.getMessage() for phrase in ROUTINE)


class ParticipantKernels(KernelSpecManager):
    """Kernels for people who never type code: no history file, and no warnings at every start."""

    def get_kernel_spec(self, kernel_name: str) -> KernelSpec:
        """Find a kernel, and add the options if it is an ordinary Python one."""
        spec: Any = super().get_kernel_spec(kernel_name)
        if "ipykernel_launcher" in spec.argv:
            spec.argv += ["--HistoryManager.enabled=False", "--IPKernelApp.log_level=ERROR"]
        return spec
