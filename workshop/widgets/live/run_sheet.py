"""The steps of an agenda as a list to jump in."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from ipywidgets import VBox
from traitlets import Bunch, Int, observe

from workshop.packs import Pack
from workshop.widgets.markup import element
from workshop.widgets.parts.press import Press
from workshop.widgets.parts.prose import Prose
from workshop.widgets.tellings.desk import used as time_used


class RunSheet(VBox):
    """A press for each step, with what it has used of its minutes.

    Args:
        pack: Words.
        desk: What steps are brought up with.
        do: Does something to the room.
    """

    place = Int(-1)
    """The step that is up."""

    def __init__(self, pack: Pack, desk: Any, do: Callable[..., None]) -> None:
        self._pack, self._steps = pack, desk.room.agenda.steps
        self._given: dict[str, float] = {}
        self._used: Mapping[tuple[str, int], float] = {}
        self._presses = [self._press(number, step) for number, step in enumerate(self._steps, 1)]
        for press, step in zip(self._presses, self._steps, strict=True):
            press.on_press(partial(_jump, desk, do, step))
        super().__init__([Prose(html=element("h2", pack.desk.run)), *self._presses])
        self.add_class("wk-run-sheet")

    def show(self, used: Mapping[tuple[str, int], float]) -> None:
        """Say what each step has used, and what it is to give."""
        self._used = used
        for press, step in zip(self._presses, self._steps, strict=True):
            minutes = used.get((step.key, step.round), 0.0)
            told = time_used(self._pack, step, minutes) if minutes >= 1 else ""
            if given := self._given.get(step.key):
                told = self._pack.desk.gives.format(minutes=self._pack.say.number(round(given)))
            press.hint = told

    def give_up(self, key: str, minutes: float) -> None:
        """Note on this page that a step is to be so much shorter."""
        self._given[key] = self._given.get(key, 0.0) + minutes
        self.show(self._used)

    @observe("place")
    def _on_place_changed(self, change: Bunch) -> None:
        for place, press in enumerate(self._presses):
            press.kind = "main" if place == change.new else "quiet"

    def _press(self, number: int, step: Any) -> Press:
        minutes = self._pack.say.number(step.minutes)
        label = self._pack.desk.run_step.format(number=number, title=step.title, minutes=minutes)
        return Press(label, kind="quiet")


def _jump(desk: Any, do: Callable[..., None], step: Any, _: Press) -> None:
    do(desk.go_to, step.key, step.round)
