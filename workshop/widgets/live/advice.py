"""What a trainer might do next, taken or left."""

from collections.abc import Callable
from typing import Any

from ipywidgets import VBox

from workshop.packs import Pack
from workshop.widgets.exercise import boxed
from workshop.widgets.live.standing import Standing
from workshop.widgets.markup import element
from workshop.widgets.parts.press import Press
from workshop.widgets.parts.prose import Prose
from workshop.widgets.tellings.desk import suggestion

Name = tuple[str, str, str]
"""Kind, reason, and the step that was up: what was left or taken does not come back in it."""


class AdviceList(VBox):
    """The most useful suggestion, with two presses.

    Args:
        pack: Words.
        advise: Finds suggestions.
        take: Called with the one that is taken.
    """

    def __init__(
        self, pack: Pack, advise: Callable[..., Any], take: Callable[[Any], object]
    ) -> None:
        self._pack, self._advise, self._take = pack, advise, take
        self._done: set[Name] = set()
        self._now: tuple[Name, Any] | None = None
        self._told = Prose(live=True)
        words = pack.desk.advice
        taken, left = Press(words.take, kind="quiet"), Press(words.leave, kind="quiet")
        taken.on_press(lambda _: self._settle(taken=True))
        left.on_press(lambda _: self._settle(taken=False))
        self._presses = boxed("wk-desk-more", taken, left)
        super().__init__([self._told, self._presses])
        self.add_class("wk-advice")
        self._show(None, "")

    def show(self, standing: Standing, late: float) -> None:
        """Find what fits now."""
        found = [
            (name, advice)
            for advice in self._suggested(standing, late)
            if (name := (advice.kind, advice.reason, standing.stage.step)) not in self._done
        ]
        titles = {step.key: step.title for step in standing.agenda.steps}
        first = found[0] if found else None
        self._show(first, suggestion(self._pack, first[1], late, titles) if first else "")

    def _suggested(self, standing: Standing, late: float) -> list[Any]:
        """Ask with the measure that is spread most, as the first suggestion is the widest's."""
        answered = standing.tally.answered if standing.tally else 0
        bars = list(standing.tally.bars.values()) if standing.tally else []
        found: list[Any] = []
        for one in [*bars, ()]:
            found += self._advise(
                standing.agenda, standing.place, late, answered, standing.stage.seats, one
            )
        return found

    def _settle(self, *, taken: bool) -> None:
        if self._now is None:
            return
        name, advice = self._now
        self._done.add(name)
        self._show(None, "")
        if taken:
            self._take(advice)

    def _show(self, now: tuple[Name, Any] | None, told: str) -> None:
        self._now = now
        heading = element("h2", self._pack.desk.advice.heading)
        self._told.html = heading + element("p", told) if told else ""
        self.layout.display = None if told else "none"
