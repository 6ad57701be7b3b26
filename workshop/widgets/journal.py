"""A journal to type in: one week at a time, the weeks before and after one press away."""

from collections.abc import Mapping
from datetime import date, timedelta

from ipywidgets import Widget

from workshop.widgets.controls import control_words
from workshop.widgets.exercise import Exercise, boxed
from workshop.widgets.markup import paragraphs
from workshop.widgets.parts.grid import Grid
from workshop.widgets.parts.press import Press
from workshop.widgets.parts.prose import Prose

WEEK = timedelta(weeks=1)
Weeks = Mapping[str, Mapping[str, float]]
"""Amounts by column, by the Monday of their week."""


def this_week() -> date:
    """Return the Monday of this week."""
    today = date.today()
    return today - timedelta(days=today.weekday())


class Journal:
    """The grid of one week, and the way to the others.

    Args:
        exercise: Whose answer holds `weeks`.
        earliest: The first day that a journal can have.
    """

    def __init__(self, exercise: Exercise, earliest: date) -> None:
        words, pack = exercise.words, exercise.pack
        self._exercise, self._earliest = exercise, earliest
        self._week = this_week()
        self.before = Press(words.journal.before, kind="quiet")
        self.after = Press(words.journal.after, kind="quiet")
        self.before.on_press(lambda _: self.turn_to(self._week - WEEK))
        self.after.on_press(lambda _: self.turn_to(self._week + WEEK))
        self.grid = Grid(
            "",
            [
                {"key": name, "label": amount.label, "help": amount.help, "step": amount.step}
                | {"max": amount.most}
                for name, amount in words.amounts.items()
            ],
            [
                {"key": medium, "label": label, "tint": words.tints[medium]}
                for medium, label in words.media.items()
            ],
            words=control_words(pack),
        )
        self.grid.on_edit(self._on_edit)
        self._written = Prose(live=True)

    @property
    def widgets(self) -> list[Widget]:
        """What is shown of it."""
        return [boxed("wk-row", self.before, self.after), self.grid, self._written]

    def turn_to(self, week: date) -> None:
        """Show another week, from the earliest to this one."""
        self._week = min(max(week, self._earliest), this_week())
        self.show(self._exercise.answer["weeks"])

    def show(self, weeks: Weeks) -> None:
        """Bring the grid to what is written."""
        words, say = self._exercise.words.journal, self._exercise.pack.say
        current = self._week == this_week()
        label = (words.this_week if current else words.week).format(day=say.day(self._week))
        self.after.disabled = current
        values: dict[str, dict[str, float]] = {}
        for key, amount in weeks.get(self._week.isoformat(), {}).items():
            medium, name = key.split(".")
            values.setdefault(name, {})[medium] = amount
        with self.grid.hold_sync():
            self.grid.label, self.grid.values = label, values
        last = max(weeks, default="")
        said = words.written.format(
            weeks=say.number(len(weeks)), day=say.day(date.fromisoformat(last)) if last else ""
        )
        self._written.html = paragraphs(said if weeks else words.none)

    def _on_edit(self, name: str, medium: str, amount: float | None) -> None:
        weeks, key = dict(self._exercise.answer["weeks"]), self._week.isoformat()
        others = {k: v for k, v in weeks.pop(key, {}).items() if k != f"{medium}.{name}"}
        line = others if amount is None else {**others, f"{medium}.{name}": amount}
        self._exercise.change(weeks={**weeks, key: line} if line else weeks)
