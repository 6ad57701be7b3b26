"""Following a room from a kernel: asking what is new, a little apart from everybody else.

No thread: a kernel forked with one would lose it, and one more for each of 200 kernels is too many.
"""

import asyncio
import logging
import random
from collections.abc import Callable
from typing import Any, Literal, Protocol

log = logging.getLogger("workshop")

EVERY = 0.5
"""Seconds between two questions."""

JITTER = 0.2
"""The part of a pause by which it is drawn shorter or longer, so that a room never asks at once."""

LONGEST = 8.0
"""Seconds between two questions while there is no answer."""

DELETED = "closed"
"""The reason with which a room that is no more refuses every question."""

Status = Literal["connected", "away", "gone"]
"""Whether the room answers, cannot be reached just now, or is no more."""


class Followed(Protocol):
    """What can be followed: a room, or its desk."""

    def changes(self, since: int = 0) -> Any:
        """Return what is newer than a revision, with `stage.revision`; None if nothing is."""


class Handle(Protocol):
    """What is going to happen, and can be called off."""

    def cancel(self) -> None:
        """Call it off."""


Later = Callable[[float, Callable[[], None]], Handle]


def on_the_loop(seconds: float, callback: Callable[[], None]) -> Handle:
    """Call back later on the running event loop."""
    return asyncio.get_running_loop().call_later(seconds, callback)


class Pulse:
    """Asks a room what is new and passes it on; a room that is away is asked again, less often.

    Start it when the page is open, such as with a `Presence`; what happened before comes with the
    first answer, and what happened while it was stopped with the next one.

    Args:
        followed: What is asked. Questions are short: its database gives up waiting soon.
        on_changes: Called with each answer that holds something new.
        on_status: Called whenever `status` is another one.
        every: Seconds between two questions, about.
        later: Calls back after some seconds.

    Example:
        >>> pulse = Pulse(room, lambda changes: print(changes.stage.step))
        >>> presence.on_here(pulse.start)
    """

    def __init__(
        self,
        followed: Followed,
        on_changes: Callable[[Any], object],
        on_status: Callable[[Status], object] = lambda status: None,
        *,
        every: float = EVERY,
        later: Later = on_the_loop,
    ) -> None:
        self.status: Status = "connected"
        self._followed, self._on_changes, self._on_status = followed, on_changes, on_status
        self._every, self._later = every, later
        self._pause = every
        self._since = 0
        self._next: Handle | None = None

    @property
    def running(self) -> bool:
        """Whether another question is going to be asked."""
        return self._next is not None

    def start(self) -> None:
        """Ask now and from now on; one that is running goes on."""
        if not self.running:
            self._beat()

    def stop(self) -> None:
        """Ask no more, until it is started again."""
        if self._next is not None:
            self._next.cancel()
            self._next = None

    def ask(self) -> None:
        """Ask now, such as when somebody has just changed something themselves."""
        try:
            changes = self._followed.changes(self._since)
        except Exception as problem:  # whatever it is, the page stays, and asks again
            self._missed(problem)
            return
        self._pause = self._every
        self._tell("connected")
        if changes is not None:
            self._since = changes.stage.revision
            self._pass_on(changes)

    def _beat(self) -> None:
        self._next = None
        self.ask()
        if self.status != "gone":
            apart = self._pause * random.uniform(1 - JITTER, 1 + JITTER)
            self._next = self._later(apart, self._beat)

    def _missed(self, problem: Exception) -> None:
        # A room says that it was deleted; anything else may pass.
        status: Status = "gone" if getattr(problem, "reason", "") == DELETED else "away"
        if status != self.status:
            log.warning("A room is %s: %s", status, problem)
        self._pause = min(2 * self._pause, LONGEST)
        self._tell(status)

    def _pass_on(self, changes: Any) -> None:
        try:
            self._on_changes(changes)
        except Exception as problem:  # one picture that fails must not end all others
            log.error("A room's changes were not shown: %s", problem, exc_info=problem)

    def _tell(self, status: Status) -> None:
        if status != self.status:
            self.status = status
            self._on_status(status)
