"""Answers on their way to a room: the newest of each round is kept until the room has it.

Knows neither database nor network, only a function that delivers. While nothing can be delivered,
answers wait here and replace each other, so coming back costs one delivery, not one for every move.
"""

import asyncio
from collections.abc import Callable, Iterable, Sequence
from typing import Any, Literal

from workshop.room.delivery import Delivery, Receipt
from workshop.room.errors import Refused, Unavailable

Key = tuple[str, int]
Status = Literal["saved", "saving", "kept"]
Deliver = Callable[[Sequence[Delivery]], Sequence[Receipt | Refused]]
Later = Callable[[float, Callable[[], None]], bool]

PAUSE = 0.4
"""Seconds in which moves are gathered into one delivery."""

LONGEST_PAUSE = 15.0
"""Seconds between two tries while the room cannot be reached."""


def on_the_loop(seconds: float, callback: Callable[[], None]) -> bool:
    """Call back later on the running event loop; False where none runs."""
    try:
        asyncio.get_running_loop().call_later(seconds, callback)
    except RuntimeError:
        return False
    return True


def _too_fast(outcome: Receipt | Refused) -> bool:
    return isinstance(outcome, Refused) and outcome.reason == "too_fast"


def _on_a_loop() -> bool:
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return False
    return True


class Outbox:
    """The latest answers of one seat, and which of them the room has.

    Args:
        deliver: Sends answers and returns a receipt or refusal for each, or raises Unavailable.
        known: What the room has of this seat already.
        later: Calls back after some seconds, or returns False at once if it cannot.
        on_status: Told 'saving', 'saved' and 'kept' (on this device, not yet delivered).
        apart: Whether delivering may take long, and is done beside the event loop if one runs.
    """

    def __init__(
        self,
        deliver: Deliver,
        known: Iterable[Delivery] = (),
        later: Later = on_the_loop,
        on_status: Callable[[Status], object] = lambda status: None,
        *,
        apart: bool = False,
    ) -> None:
        self.status: Status = "saved"
        self.refused: dict[Key, Refused] = {}
        """Why the last answer of a round was not taken, until another one is."""
        self._deliver, self._later, self._on_status = deliver, later, on_status
        self._latest = {(one.step, one.round): one for one in known}
        self._unsent: set[Key] = set()
        self._pause = PAUSE
        self._scheduled = False
        self._apart = apart
        self._delivering: asyncio.Future[None] | None = None

    def all(self) -> list[Delivery]:
        """Return the latest answer of each round, delivered or not."""
        return list(self._latest.values())

    def latest(self, step: str, number: int) -> Any:
        """Return what was last answered in a round, delivered or not; None if nothing was."""
        one = self._latest.get((step, number))
        return one.body if one else None

    def put(self, step: str, number: int, body: Any) -> None:
        """Keep an answer and deliver it in a moment, with whatever else has changed by then."""
        key = (step, number)
        before = self._latest.get(key)
        if before is not None and before.body == body and key not in self.refused:
            return
        self._latest[key] = Delivery(step, number, before.sequence + 1 if before else 1, body)
        self._unsent.add(key)
        self.refused.pop(key, None)
        self._tell("saving" if self.status == "saved" else self.status)
        if not self._schedule(PAUSE):
            self.flush()

    def flush(self) -> bool:
        """Deliver what is waiting, and say whether the room has everything now."""
        sent = self._waiting()
        return self._conclude(sent, self._attempt(sent)) if sent else True

    def _waiting(self) -> list[Delivery]:
        return [self._latest[key] for key in sorted(self._unsent)]

    def _attempt(self, sent: list[Delivery]) -> Sequence[Receipt | Refused] | None:
        """Send, and return what came of it; None if nothing did. Touches nothing of ours."""
        try:
            return self._deliver(sent)
        except Unavailable:
            return None
        except Refused as refusal:
            return [refusal] * len(sent)

    def _conclude(self, sent: list[Delivery], outcomes: Sequence[Receipt | Refused] | None) -> bool:
        for one, outcome in zip(sent, outcomes or [], strict=outcomes is not None):
            self._settle(one, outcome)
        if outcomes is None or any(map(_too_fast, outcomes)):
            self._try_again()
            return False
        self._pause = PAUSE
        if self._unsent:  # changed meanwhile, or on another device
            self._schedule(PAUSE)
            return False
        self._tell("saved")
        return True

    async def _deliver_apart(self) -> None:
        """Deliver without keeping the loop, and with it the page, waiting for a line."""
        sent = self._waiting()
        self._conclude(sent, await asyncio.to_thread(self._attempt, sent))

    def _settle(self, one: Delivery, outcome: Receipt | Refused) -> None:
        key = (one.step, one.round)
        if self._latest[key] is not one or _too_fast(outcome):
            return  # it has changed again meanwhile, or is only a matter of waiting
        if isinstance(outcome, Refused):
            self.refused[key] = outcome
            self._unsent.discard(key)
        elif outcome.sequence == one.sequence and not outcome.kept:
            # Another device of the same person gave its answer this number: ours is the later one.
            self._latest[key] = Delivery(one.step, one.round, one.sequence + 1, one.body)
        else:
            self._unsent.discard(key)

    def _try_again(self) -> None:
        self._tell("kept")
        if self._schedule(self._pause):
            self._pause = min(2 * self._pause, LONGEST_PAUSE)

    def _schedule(self, seconds: float) -> bool:
        if not self._scheduled:
            self._scheduled = self._later(seconds, self._on_time)
        return self._scheduled

    def _on_time(self) -> None:
        self._scheduled = False
        if not (self._apart and _on_a_loop()):
            self.flush()
        elif self._delivering is not None and not self._delivering.done():
            self._schedule(PAUSE)
        elif self._unsent:
            self._delivering = asyncio.ensure_future(self._deliver_apart())

    def _tell(self, status: Status) -> None:
        if status != self.status:
            self.status = status
            self._on_status(status)
