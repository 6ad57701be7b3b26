"""Whether kernels can be forked here, and how many of them there is room for."""

import shutil
import tempfile

from workshop.serving.doctor.finding import Finding
from workshop.serving.doctor.weighing import weigh_session
from workshop.serving.door.capacity import Room, room
from workshop.serving.door.keeper import LIMITS, STARTED
from workshop.serving.forks import nursery
from workshop.serving.forks.client import ForkError
from workshop.serving.limits import open_as_many_files_as_allowed

A_CLASS = 20
"""Participants; a computer that holds fewer is worth a word before they come."""

ENOUGH_DISK = 200_000_000  # bytes, for the files of many kernels and the log

ADVICE = {
    "memory": "More fit when other programs are closed, or on a computer with more memory.",
    "files": "Allow more open files: ulimit -n 20000, in the window where the server is started.",
    "processes": "Allow more processes: ulimit -u, or pids.max where a container sets it.",
}

NO_FORK = (
    "Linux forks kernels, so that a page opens in a fraction of a second and a participant takes\n"
    "a tenth of the memory. Here each is started, which is slower but works."
)


def check_machine() -> list[Finding]:
    """Whether kernels are forked, and how many participants that makes."""
    open_as_many_files_as_allowed()
    if not nursery.possible():
        fits = room(STARTED)
        return [Finding(True, "Kernels cannot be forked here.", NO_FORK), _fits(fits, STARTED)]
    try:
        size = weigh_session()
    except (ForkError, OSError, RuntimeError) as problem:
        return [Finding(False, f"No kernel could be forked: {problem}.", _why_no_fork())]
    return [Finding(True, "Kernels can be forked."), _fits(room(size), size)]


def check_disk(folder: str | None = None) -> Finding:
    """Whether kernels find room for their files."""
    place = folder or tempfile.gettempdir()
    try:
        with tempfile.TemporaryFile(dir=place) as file:
            file.write(bytes(4096))
    except OSError as problem:
        return Finding(False, f"Nothing can be written to {place}: {problem.strerror}.", _tidy())
    free = shutil.disk_usage(place).free
    if free < ENOUGH_DISK:
        return Finding(False, f"{place} has only {free / 1e6:.0f} MB left.", _tidy())
    return Finding(True, f"{place} has {free / 1e9:.1f} GB left.")


def _fits(fits: Room, size: float) -> Finding:
    each = f"{size / 1e6:.0f} MB each"
    what = f"Room for about {fits.most} participants, {LIMITS[fits.limit]} ({each})."
    fine = fits.most >= A_CLASS
    return Finding(fine, what, "" if fine else ADVICE[fits.limit])


def _why_no_fork() -> str:
    without = "Or start kernels one by one: workshop serve --WorkshopApp.fork=False"
    return f"{ADVICE['processes']}\n{without}"


def _tidy() -> str:
    return "Make room there, or name another folder: TMPDIR=/path/to/folder workshop serve"
