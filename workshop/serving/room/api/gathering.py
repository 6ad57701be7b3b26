"""Answers that arrive while others are being stored are stored together, in the next commit.

A commit waits for the disk, and one room takes one writer at a time: six hundred commits of one
answer take a hundred times as long as a few of many.
"""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Any

from workshop.room.answers import Outcome
from workshop.room.delivery import Delivery

MOST = 500
"""Answers in one commit; more would let the first of them wait for the last."""

Ask = Callable[..., Awaitable[Any]]
"""Does something with the database without keeping other requests waiting."""


@dataclass(frozen=True)
class _Brought:
    sent: list[tuple[int, Delivery]]
    outcomes: asyncio.Future[list[Outcome]]


class Gathering:
    """Stores the answers of one room for all requests of this server.

    Args:
        deliver_all: Stores answers of several seats in one transaction; see `Room.deliver_all`.
        ask: Calls it elsewhere than on the event loop.
    """

    def __init__(self, deliver_all: Callable[..., list[Outcome]], ask: Ask) -> None:
        self._deliver_all, self._ask = deliver_all, ask
        self._waiting: list[_Brought] = []
        self._storing: asyncio.Task[None] | None = None

    async def deliver(self, seat_id: int, sent: Sequence[Delivery]) -> list[Outcome]:
        """Store what one seat has answered, with whatever else is waiting.

        Raises:
            Unavailable: If nothing could be stored.
            Refused: If the room is closed or was deleted.
        """
        one = _Brought(
            [(seat_id, each) for each in sent], asyncio.get_running_loop().create_future()
        )
        self._waiting.append(one)
        if self._storing is None or self._storing.done():
            self._storing = asyncio.create_task(self._store())
        return await one.outcomes

    async def _store(self) -> None:
        while self._waiting:
            together = self._next()
            sent = [each for one in together for each in one.sent]
            try:
                outcomes = await self._ask(self._deliver_all, sent)
            except Exception as problem:
                _tell(together, problem)
            else:
                _hand_out(together, outcomes)

    def _next(self) -> list[_Brought]:
        """Take what goes into one commit; what one seat sent at once is never torn apart."""
        count = 0
        for place, one in enumerate(self._waiting):
            count += len(one.sent)
            if count > MOST and place:
                break
        else:
            place = len(self._waiting)
        together, self._waiting = self._waiting[:place], self._waiting[place:]
        return together


def _hand_out(together: list[_Brought], outcomes: list[Outcome]) -> None:
    start = 0
    for one in together:
        end = start + len(one.sent)
        if not one.outcomes.done():  # whoever sent it may have gone
            one.outcomes.set_result(outcomes[start:end])
        start = end


def _tell(together: list[_Brought], problem: Exception) -> None:
    for one in together:
        if not one.outcomes.done():
            one.outcomes.set_exception(problem)
