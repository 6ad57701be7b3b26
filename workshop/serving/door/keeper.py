"""Looks after the door: how many fit, measured before anybody comes and again and again."""

import asyncio
import logging
from typing import Any

import psutil
from tornado.ioloop import PeriodicCallback

from workshop.serving.door import machine
from workshop.serving.door.capacity import Measured, Room, room
from workshop.serving.door.places import Door
from workshop.serving.door.probe import weigh
from workshop.serving.watch.metrics import Metrics

log = logging.getLogger("workshop")

EVERY = 5_000  # milliseconds between two looks

NOT_WEIGHED = 60_000_000
"""Bytes that a forked kernel is taken for until one was weighed: three times the session's."""

STARTED = 220_000_000
"""The same where kernels are not forked, and so share nothing: set by hand, a little above what one
of stock Voila's takes (`make bench WHAT=memory`). Kernels in use that take more count instead as
soon as they are looked at."""

LIMITS = {
    "memory": "limited by memory",
    "files": "limited by open files",
    "processes": "limited by processes",
    "request": "as you asked for",
}


class Keeper:
    """Keeps the door's number true, and tells Prometheus about it.

    Args:
        most: How many participants were asked for; 0 for as many as fit.
        forked: Whether kernels are forked.
    """

    def __init__(self, most: int, forked: bool) -> None:
        self._asked = most
        self._measured = Measured(NOT_WEIGHED if forked else STARTED)
        self.room = self._within(room(self._measured.kernel))
        self.door = Door(self.room.most)
        self.metrics = Metrics()
        self._looks = PeriodicCallback(self._look, EVERY)

    def keep(self, kernels: Any) -> None:
        """Begin to look after a server's kernels."""
        self._kernels = kernels
        kernels.door, kernels.metrics = self.door, self.metrics
        self._looks.start()
        own = psutil.Process()
        for name, help, value in (
            ("kernels", "Kernels that run.", lambda: self.door.inside),
            ("kernels_most", "Kernels that fit on this machine.", lambda: self.door.most),
            ("waiting", "People who wait to come in.", lambda: self.door.waiting),
            ("kernel_bytes", "Memory of a kernel in use.", lambda: self._measured.kernel),
            ("server_bytes", "Memory of the server.", lambda: own.memory_info().rss),
            ("free_bytes", "Memory that is left.", machine.free_memory),
        ):
            self.metrics.gauge(name, help, value)

    async def weigh(self, **start: Any) -> None:
        """Weigh a kernel that is started like this, so that what fits is known and not guessed."""
        try:
            size = await weigh(self._kernels, **start)
        except Exception as problem:  # whatever it is, the first visitor's kernel tells it better
            log.warning("No kernel could be weighed: %s", problem)
            return
        self._measured = Measured(size)
        await self._look()

    async def _look(self) -> None:
        managers = list(self._kernels._kernels.values())
        processes = [m.provisioner.pid for m in managers if m.provisioner and m.provisioner.pid]
        self.room = self._within(await asyncio.to_thread(self._measured.look, processes))
        self.door.most = self.room.most

    def _within(self, fits: Room) -> Room:
        """What fits, and no more than was asked for. Memory may be asked for that is not there."""
        if not self._asked:
            return fits
        most = self._asked if fits.limit == "memory" else min(self._asked, fits.most)
        return Room(most, "request" if most == self._asked else fits.limit)
