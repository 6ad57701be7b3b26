"""The addresses under which other devices in the same network find this machine."""

import io
import ipaddress
import socket

import psutil
import segno

INNER = ("docker", "br-", "veth", "virbr", "vbox", "vmnet", "lxc", "cni", "utun", "tun", "tap")
"""Networks inside this machine, or through a tunnel: no phone on the Wi-Fi reaches those."""

SOMEWHERE = ("192.0.2.1", 9)  # kept free for examples; nothing is sent there


def local_addresses() -> list[str]:
    """This machine's addresses in its networks, the most likely one first."""
    states = psutil.net_if_stats()
    found = [
        entry.address
        for name, entries in psutil.net_if_addrs().items()
        if name in states and states[name].isup and not name.startswith(INNER)
        for entry in entries
        if entry.family == socket.AF_INET and _reachable(entry.address)
    ]
    first = _towards_the_network()
    return sorted(dict.fromkeys(found), key=lambda address: (address != first, address))


def qr_code(text: str) -> str:
    """A QR code made of characters, for a terminal of any colour."""
    drawing = io.StringIO()
    segno.make(text, error="l").terminal(drawing, compact=True, border=2)
    return drawing.getvalue()


def invitation(port: int, path: str = "/") -> str:
    """What a host shows to people in the room."""
    addresses = [f"http://{address}:{port}{path}" for address in local_addresses()]
    if not addresses:
        return "This computer is in no network, so no other device can join. Is the Wi-Fi on?"
    others = "".join(f"\nIf that one does not open: {address}" for address in addresses[1:3])
    return (
        f"Phones in the same Wi-Fi: {addresses[0]}\n\n{qr_code(addresses[0])}"
        f"Whoever is in this network can join; if somebody cannot: workshop doctor{others}"
    )


def _reachable(address: str) -> bool:
    known = ipaddress.ip_address(address)
    return not (known.is_loopback or known.is_link_local or known.is_unspecified)


def _towards_the_network() -> str:
    """Where the system would send from; nothing is sent."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(SOMEWHERE)
        except OSError:
            return ""
        return str(probe.getsockname()[0])
