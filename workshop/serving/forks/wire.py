"""What goes between the server and a warm parent: one JSON message a packet, descriptors beside it.

The line is one half of a socket pair: it has no name and no file, so nobody but the two processes
that hold an end can speak on it.
"""

import json
import os
import socket
from collections.abc import Sequence
from typing import Any

PACKET = 128 * 1024  # bytes; below what a socket's buffer takes at once by default
MOST_DESCRIPTORS = 2


def pair() -> tuple[socket.socket, socket.socket]:
    """Make a line: what is sent into one end comes out of the other, a packet at a time."""
    return socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)


def send(line: socket.socket, message: dict[str, Any], descriptors: Sequence[int] = ()) -> None:
    """Send one message.

    Raises:
        OSError: The other end is gone, or the message is too long.
    """
    packet = json.dumps(message).encode()
    if len(packet) > PACKET:
        raise OSError(f"a message of {len(packet)} bytes is too long")
    socket.send_fds(line, [packet], list(descriptors))


def receive(line: socket.socket) -> tuple[dict[str, Any], list[int]]:
    """Wait for one message.

    Raises:
        EOFError: The other end is gone.
    """
    packet, descriptors, _, _ = socket.recv_fds(line, PACKET, MOST_DESCRIPTORS)
    if not packet:
        raise EOFError("the other end of the line is gone")
    return json.loads(packet), descriptors


def file_of(data: Any) -> int:
    """Put what is too long for a packet into memory that has a descriptor."""
    descriptor = os.memfd_create("workshop")
    with os.fdopen(os.dup(descriptor), "w", encoding="utf-8") as file:
        json.dump(data, file)
    return descriptor


def data_of(descriptor: int) -> Any:
    """Read what `file_of` wrote, and close it."""
    with os.fdopen(descriptor, "r", encoding="utf-8") as file:
        file.seek(0)
        return json.load(file)
