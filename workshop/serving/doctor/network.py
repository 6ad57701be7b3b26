"""Whether the port is free, and whether other devices can get at it."""

import errno
import socket
from collections.abc import Sequence

from tornado.netutil import bind_sockets

from workshop.serving.address import local_addresses
from workshop.serving.doctor.finding import Finding

EVERYWHERE = "0.0.0.0"
PATIENCE = 2.0  # seconds
PRIVILEGED = 1024


def check_port(port: int) -> Finding:
    """Whether a server could listen on a port."""
    try:
        for listening in bind_sockets(port, EVERYWHERE):
            listening.close()
    except OSError as problem:
        return Finding(False, f"Port {port}: {problem.strerror}.", _other_port(port, problem))
    return Finding(True, f"Port {port} is free.")


def check_network(port: int, addresses: Sequence[str] | None = None) -> Finding:
    """Whether this computer has an address in a network, and answers on it."""
    found = local_addresses() if addresses is None else list(addresses)
    if not found:
        return Finding(
            False,
            "This computer is in no network, so no phone can join.",
            "Join the Wi-Fi of the room, or open a hotspot on a phone and join that.",
        )
    answering = [address for address in found if _answers(address, port)]
    if not answering:
        return Finding(
            False,
            f"This computer does not answer on its own address {found[0]}.",
            f"A firewall keeps others out. Let it allow TCP port {port} for incoming connections.",
        )
    return Finding(
        True,
        f"With workshop serve --lan, phones in this network open http://{answering[0]}:{port}/",
        "Try it with one phone before people come. If it does not open there: guest networks keep\n"
        "devices apart, so use another network or a hotspot; and a firewall has to allow the port.",
    )


def _answers(address: str, port: int) -> bool:
    """Whether a connection to this address arrives here; tried on the port, or on any if taken."""
    try:
        listening = bind_sockets(port, EVERYWHERE)[0]
    except OSError:
        listening = bind_sockets(0, EVERYWHERE)[0]
    with listening:
        try:
            socket.create_connection((address, listening.getsockname()[1]), PATIENCE).close()
        except OSError:
            return False
    return True


def _other_port(port: int, problem: OSError) -> str:
    if problem.errno == errno.EADDRINUSE:
        return (
            "Another server runs there, perhaps this workshop. End it (Ctrl+C in its window), or\n"
            f"use another port: workshop serve --port {port + 1 if port < 65535 else 8866}"
        )
    if port < PRIVILEGED:
        return "Ports below 1024 belong to the system. Use another: workshop serve --port 8866"
    return "Use another port: workshop serve --port 8866"
