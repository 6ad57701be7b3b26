"""Bringing answers to the room as they are made, and saying where they are."""

from typing import Any

from workshop.packs import Pack
from workshop.widgets.exercise import Exercise
from workshop.widgets.live.places import SeatLike
from workshop.widgets.markup import element
from workshop.widgets.parts.prose import Prose

LATE = ("old_round", "not_open")


class Saving:
    """Saves into the latest round of each step, without what anybody wrote.

    Args:
        pack: The words.
    """

    def __init__(self, pack: Pack) -> None:
        self.line = Prose(live=True)
        self.line.add_class("wk-live-saving")
        self.seat: SeatLike | None = None
        self._words = pack.live.saving
        self._rounds: dict[str, int] = {}
        self._last: tuple[str, int] | None = None

    def opened(self, step: str, number: int) -> None:
        """Note that a round of a step is open, so that its answers go there from now on."""
        self._rounds[step] = max(number, self._rounds.get(step, 1))

    def round(self, step: str) -> int:
        """Return the round of a step that answers go to."""
        return self._rounds.get(step, 1)

    def take_up(self, step: str, exercise: Exercise) -> None:
        """Go on from what was answered on another device; this browser's own comes after it."""
        told = self._known(step)
        if isinstance(told, dict) and isinstance(told.get("answer"), dict):
            exercise.take_up(told["answer"])

    def save(self, step: str, exercise: Exercise) -> None:
        """Bring an answer to the room; what was never touched is none."""
        if self.seat is None or exercise.answer == exercise.start():
            return
        self._last = (step, self.round(step))
        self.seat.save(step, exercise.told, self.round(step))

    def told(self, status: str) -> None:
        """Say where the answers are."""
        refusal = self._refusal() if status == "saved" else None
        name = _name(refusal.reason) if refusal else status
        kind = "warn" if refusal or status == "kept" else status
        self.line.html = element("p", getattr(self._words, name), f"wk-live-{kind}")

    def _known(self, step: str) -> Any:
        if self.seat is None:
            return None
        rounds = range(self.round(step), 0, -1)
        return next(filter(None, (self.seat.answer(step, number) for number in rounds)), None)

    def _refusal(self) -> Any:
        return self.seat.refusal(*self._last) if self.seat and self._last else None


def _name(reason: str) -> str:
    if reason in LATE:
        return "late"
    return "over" if reason == "closed" else "refused"
