"""Questions that wait for news: one look at the database serves everybody who waits in a room."""

import asyncio
from collections import defaultdict, deque

from workshop.room.changes import Changes
from workshop.room.errors import RoomError
from workshop.room.room import Room
from workshop.serving.room.api.gathering import Ask
from workshop.serving.room.api.messages import CHANGES

EVERY = 1.0
"""Seconds between two looks; a room in which everybody answers tells each of them once in it."""

AT_ONCE = 3
"""Questions of one seat that wait side by side; the oldest is let go for a further one."""


class Following:
    """Waits for what is new in one room, for all requests of this server.

    Args:
        room: The room.
        ask: Asks it elsewhere than on the event loop.
        every: Seconds between two looks.
    """

    def __init__(self, room: Room, ask: Ask, every: float = EVERY) -> None:
        self._room, self._ask, self._every = room, ask, every
        self._revision = 0
        self._waiting: dict[asyncio.Future[None], int] = {}
        self._of_seat: defaultdict[int, deque[asyncio.Future[None]]] = defaultdict(deque)
        self._told: dict[int, asyncio.Task[bytes | None]] = {}
        self._looking: asyncio.Task[None] | None = None

    async def changes(self, seat_id: int, since: int, wait: float) -> bytes | None:
        """Return what is newer than a revision as JSON, in so many seconds; None if nothing is.

        Raises:
            Unavailable: If the room cannot be reached.
            Refused: If it was deleted.
        """
        if since == 0 or wait == 0 or self._revision > since:
            told = await self._tell(since)
            if told is not None or wait == 0:
                return told
        return await self._tell(since) if await self._news(seat_id, since, wait) else None

    async def _news(self, seat_id: int, since: int, wait: float) -> bool:
        """Wait until there is something newer, and say whether there is."""
        news = asyncio.get_running_loop().create_future()
        self._waiting[news] = since
        mine = self._of_seat[seat_id]
        mine.append(news)
        if len(mine) > AT_ONCE:
            mine[0].cancel()
        if self._looking is None or self._looking.done():
            self._looking = asyncio.create_task(self._look())
        try:
            await asyncio.wait({news}, timeout=wait)
            if news.cancelled() or not news.done():
                return False
            news.result()
            return True
        finally:
            self._forget(seat_id, news)

    def _forget(self, seat_id: int, news: asyncio.Future[None]) -> None:
        news.cancel()
        self._waiting.pop(news, None)
        mine = self._of_seat[seat_id]
        if news in mine:
            mine.remove(news)
        if not mine:
            del self._of_seat[seat_id]

    async def _look(self) -> None:
        while self._waiting:
            try:
                stage = await self._ask(self._room.stage)
            except RoomError as problem:
                for news in self._open():
                    news.set_exception(problem)
                return
            if stage.revision > self._revision:
                self._revision = stage.revision
                self._told.clear()
            for news in self._open():
                if self._waiting[news] < self._revision:
                    news.set_result(None)
            await asyncio.sleep(self._every)

    def _open(self) -> list[asyncio.Future[None]]:
        return [news for news in self._waiting if not news.done()]

    async def _tell(self, since: int) -> bytes | None:
        """Return what is newer, read once for all who know the same."""
        if self._revision <= since:
            return await self._read(since)
        if since not in self._told:
            self._told[since] = asyncio.create_task(self._read(since))
        asked = self._told[since]
        try:
            return await asyncio.shield(asked)
        except RoomError:
            if self._told.get(since) is asked:
                del self._told[since]
            raise

    async def _read(self, since: int) -> bytes | None:
        changes: Changes | None = await self._ask(self._room.changes, since)
        return None if changes is None else CHANGES.dump_json(changes)
