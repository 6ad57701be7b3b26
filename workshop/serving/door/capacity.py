"""How many participants this machine holds, from what one really takes."""

from dataclasses import dataclass
from statistics import mean

import psutil

from workshop.serving.door import machine

SPARE = 0.1
"""Share of all memory that is left to everybody else on this machine."""

FILES = 8
"""Open files that the server needs for a participant (about six), with some air."""

THREADS = 10
"""Threads of a kernel (about seven: its own and ZeroMQ's), with some air."""

LEFT_OVER = 200
"""Open files that the server keeps for itself: pages on the way, and people who wait."""

SERVER = 1_000_000
"""Bytes of the server's own memory that a participant takes: sockets, and what waits in them."""

SAMPLE = 8
"""How many kernels are measured at a time; one takes about a millisecond."""


@dataclass(frozen=True)
class Room:
    """How many kernels fit on this machine, with those that run.

    Attributes:
        most: So many.
        limit: What the next one would lack: `memory`, `files` or `processes`.
    """

    most: int
    limit: str


def room(kernel: float, running: int = 0, now: float = 0.0) -> Room:
    """How many kernels fit.

    Args:
        kernel: Bytes that one takes when it is in use.
        running: How many run.
        now: Bytes that a running one takes so far.
    """
    spare = SPARE * machine.all_memory()
    memory = machine.free_memory() + running * (now + SERVER) - spare
    fits = {
        "memory": int(memory / (kernel + SERVER)),
        "files": (machine.free_files() - LEFT_OVER) // FILES + running,
        "processes": machine.free_processes() // THREADS + running,
    }
    limit = min(fits, key=lambda name: fits[name])
    return Room(max(0, fits[limit]), limit)


class Measured:
    """What a kernel takes: as measured before anybody came, and as people's kernels grow.

    Args:
        kernel: Bytes of a kernel on which every control was moved once.
    """

    def __init__(self, kernel: float) -> None:
        self.kernel = kernel
        self.now = 0.0
        self._turn = 0

    def look(self, processes: list[int]) -> Room:
        """Measure some of the running kernels, others each time, and say how many fit."""
        start = self._turn % (len(processes) or 1)
        self._turn += SAMPLE
        sizes = [size for size in map(_size, (processes * 2)[start : start + SAMPLE]) if size]
        if sizes:
            self.now = mean(sizes)
            self.kernel = max(self.kernel, self.now)
        return room(self.kernel, len(processes), self.now)


def _size(process: int) -> int | None:
    try:
        return machine.own_memory(process)
    except psutil.Error:  # it has ended meanwhile
        return None
