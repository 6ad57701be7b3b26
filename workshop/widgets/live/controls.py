"""What a trainer presses at the desk, by hand or by key: steps, the picture, answers, time."""

from collections.abc import Callable, Mapping
from typing import Any

from ipywidgets import VBox

from workshop.packs import Pack
from workshop.widgets.exercise import boxed
from workshop.widgets.live.standing import Standing
from workshop.widgets.parts.keys import Keys
from workshop.widgets.parts.press import Press

MINUTE = 60
KEYED = {
    "next": "next",
    "back": "back",
    "reveal": "reveal",
    "again": "again",
    "freeze": "freeze",
    "start_timer": "timer",
    "longer": "longer",
    "stop_timer": "stop",
}
"""The key of each press, as the pack names both."""


class Controls(VBox):
    """The presses of the desk, each with a key.

    Args:
        pack: Words.
        desk: What may be done to the room.
        standing: Where the room is.
        do: Does something to the room and shows what came of it.
    """

    def __init__(
        self, pack: Pack, desk: Any, standing: Standing, do: Callable[..., object]
    ) -> None:
        self._pack, self._desk, self._standing, self._do = pack, desk, standing, do
        self._presses = {name: self._press(name) for name in KEYED}
        self.keyboard = self._keyboard()
        named = self._presses
        steps = boxed("wk-desk-steps", named["back"], named["next"])
        picture = boxed("wk-desk-more", named["reveal"], named["freeze"], named["again"])
        time = boxed("wk-desk-more", named["start_timer"], named["longer"], named["stop_timer"])
        super().__init__([steps, picture, time])
        self.add_class("wk-desk-controls")

    def show(self) -> None:
        """Say what each press does now, and which does nothing."""
        standing, words, named = self._standing, self._pack.desk, self._presses
        tally, place = standing.tally, standing.place
        number = self._pack.say.number
        for name in ("reveal", "freeze", "again"):
            named[name].disabled = not standing.step.exercise
        named["reveal"].label = words.unreveal if tally and tally.revealed else words.reveal
        named["freeze"].label = words.thaw if tally and tally.frozen else words.freeze
        named["start_timer"].label = words.start_timer.format(minutes=number(standing.step.minutes))
        named["back"].disabled = place == 0
        named["next"].disabled = place == len(standing.agenda.steps) - 1
        named["stop_timer"].disabled = standing.stage.ends_at is None

    def give_time(self, minutes: float) -> None:
        """Let the timer run so many minutes longer, or begin with them."""
        ends_at = self._standing.stage.ends_at
        left = self._desk.seconds_left(ends_at) if ends_at else 0
        self._desk.set_timer(max(0, left) + round(MINUTE * minutes))

    def _press(self, name: str) -> Press:
        kind = "main" if name == "next" else "quiet"
        press = Press(getattr(self._pack.desk, name), kind=kind)
        press.on_press(lambda _: self._do(getattr(self, f"_do_{name}")))
        return press

    def _keyboard(self) -> Keys:
        words, keys = self._pack.desk, self._pack.desk.keys
        strokes: Mapping[str, str] = {getattr(keys, key): name for name, key in KEYED.items()}
        names = {stroke: getattr(words, KEYED[name]) for stroke, name in strokes.items()}
        found = Keys(names, label=keys.label)
        found.on_key(lambda stroke: self._presses[strokes[stroke]].click())
        return found

    def _do_back(self) -> None:
        self._desk.back()

    def _do_next(self) -> None:
        self._desk.next()

    def _do_again(self) -> None:
        self._desk.again()

    def _do_reveal(self) -> None:
        if tally := self._standing.tally:
            self._desk.reveal(tally.step, tally.round, not tally.revealed)

    def _do_freeze(self) -> None:
        if tally := self._standing.tally:
            (self._desk.thaw if tally.frozen else self._desk.freeze)(tally.step, tally.round)

    def _do_start_timer(self) -> None:
        self._desk.set_timer(round(MINUTE * self._standing.step.minutes))

    def _do_longer(self) -> None:
        self.give_time(1)

    def _do_stop_timer(self) -> None:
        self._desk.set_timer(None)
