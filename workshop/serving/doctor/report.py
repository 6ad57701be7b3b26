"""Everything that `workshop doctor` says."""

import asyncio
import platform

import psutil

import workshop
from workshop.serving.doctor.finding import Finding
from workshop.serving.doctor.machine import check_disk, check_machine
from workshop.serving.doctor.network import check_network, check_port
from workshop.serving.doctor.rooms import check_rooms
from workshop.serving.door.machine import all_memory, free_memory

NOT_FINE = 1


def report(port: int) -> int:
    """Print what was found.

    Returns:
        0 if all is fine, 1 if not.
    """
    print(_about())
    findings = [
        *check_machine(),
        check_disk(),
        check_rooms(),
        check_port(port),
        check_network(port),
    ]
    print(*findings, sep="\n")
    return NOT_FINE if bad(findings) else 0


def report_from_afar(address: str) -> int:
    """Print what a visitor of a deployment meets.

    Returns:
        0 if all is fine, 1 if not.
    """
    from workshop.serving.doctor.afar import look

    findings = asyncio.run(look(address))
    print(*findings, sep="\n")
    return NOT_FINE if bad(findings) else 0


def bad(findings: list[Finding]) -> list[Finding]:
    """Those that something should be done about."""
    return [finding for finding in findings if not finding.fine]


def _about() -> str:
    memory = f"{free_memory() / 1e9:.1f} of {all_memory() / 1e9:.1f} GB free"
    system = f"{platform.system()} {platform.machine()}, Python {platform.python_version()}"
    return f"workshop {workshop.__version__} on {system}, {psutil.cpu_count()} cores, {memory}\n"
