"""A room of another server: followed in the background, and asked about without waiting."""

import logging
import random
import time
from threading import Lock, Thread

from workshop.room.agenda import Agenda
from workshop.room.changes import Changes
from workshop.room.errors import Refused, RoomError
from workshop.room.tally import Tally
from workshop.room.texts import SharedText
from workshop.serving.room.remote.line import Line

log = logging.getLogger("workshop")

WAIT = 25
"""Seconds for which the server keeps a question to which nothing is new."""

IDLE = 60.0
"""Seconds without anybody asking, after which the room is no longer followed."""

SHORTEST, LONGEST = 0.5, 8.0
"""Seconds between two tries while the line is down."""


class RemoteRoom:
    """What all may know of a room on another server.

    A thread of its own waits for news, from the first question on and as long as somebody asks: a
    line that is down must not hold the page up.

    Args:
        line: The line to its server.
        code: Its code.
        agenda: Its steps.
    """

    def __init__(self, line: Line, code: str, agenda: Agenda) -> None:
        self.code, self.agenda = code, agenda
        self.join_address = f"{line.server}/join/{code}"
        self._line = line
        self._knowing = Lock()
        self._latest: Changes | None = None
        self._tallies: dict[tuple[str, int], tuple[int, Tally]] = {}
        self._texts: tuple[int, list[SharedText]] = (0, [])
        self._problem: RoomError | None = None
        self._asked_at = float("-inf")
        self._follower: Thread | None = None

    def changes(self, since: int = 0) -> Changes | None:
        """Return what is newer than a revision, as far as it is known here; None if nothing is.

        Raises:
            Unavailable: If the server cannot be reached.
            Refused: If the room was deleted.
        """
        self._asked_at = time.monotonic()
        if self._latest is None and self._problem is None:
            self._ask(0)
        if not _final(self._problem) and not (self._follower and self._follower.is_alive()):
            self._follower = Thread(target=self._follow, name="room", daemon=True)
            self._follower.start()
        with self._knowing:
            if self._problem is not None:
                raise self._problem
            return self._newer(since)

    def _newer(self, since: int) -> Changes | None:
        if self._latest is None or self._latest.stage.revision <= since:
            return None
        tallies = [one for revision, one in self._tallies.values() if revision > since]
        revision, texts = self._texts
        return Changes(self._latest.stage, tallies, texts if revision > since else None)

    def _take(self, changes: Changes | None) -> None:
        with self._knowing:
            self._problem = None
            if changes is None:
                return
            revision = changes.stage.revision
            self._latest = changes
            for one in changes.tallies:
                self._tallies[one.step, one.round] = (revision, one)
            if changes.texts is not None:
                self._texts = (revision, changes.texts)

    def _ask(self, wait: int) -> None:
        known = self._latest.stage.revision if self._latest else 0
        try:
            self._take(self._line.changes(known, wait))
        except RoomError as problem:
            log.info("The room is not heard: %s", problem)
            self._problem = problem

    def _follow(self) -> None:
        pause = SHORTEST
        while not _final(self._problem) and time.monotonic() - self._asked_at < IDLE:
            self._ask(WAIT if self._problem is None else 0)
            if self._problem is None:
                pause = SHORTEST
            else:
                time.sleep(pause * random.uniform(0.7, 1.3))
                pause = min(2 * pause, LONGEST)


def _final(problem: RoomError | None) -> bool:
    """Whether no further question will be answered differently."""
    return isinstance(problem, Refused) and problem.reason == "closed"
