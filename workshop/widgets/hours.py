"""The hours of an exercise, which follow the week on the same page until they are set by hand."""

from collections.abc import Callable
from typing import Any

from ipywidgets import Widget

from workshop.packs.exercise import Hours
from workshop.widgets.controls import knob_range
from workshop.widgets.exercise import Exercise
from workshop.widgets.later import Later
from workshop.widgets.parts.press import Press


class WeekHours:
    """A control of hours a week and, beside a week, the way back to its face-to-face hours.

    Args:
        exercise: Whose answer holds `hours` and whether they are `linked`.
        words: The control's words and limits.
        week: A `TimeBudget` on the same page, if any.
        change: Changes the exercise's answer; its own way if None.
    """

    def __init__(
        self,
        exercise: Exercise,
        words: Hours,
        week: Exercise | None,
        change: Callable[..., None] | None = None,
    ) -> None:
        self._change = change or exercise.change
        self._exercise, self._words, self._week = exercise, words, week
        self.control = knob_range(exercise.pack, words, "hours")
        self.link = Press(words.link.format(hours=""), kind="quiet")
        self.link.on_press(lambda _: self._follow())
        exercise.listen(self.control, lambda value: self._change(hours=value, linked=False))
        if week is not None:
            week.observe(Later(self._on_week_changed), "result")

    @property
    def widgets(self) -> list[Widget]:
        """What is shown of it."""
        return [self.control, *([self.link] if self._week else [])]

    @property
    def start(self) -> dict[str, Any]:
        """The part of an answer that it holds, before anything is touched."""
        return {"hours": self._of_week(), "linked": self._week is not None}

    def show(self, hours: float, linked: bool) -> None:
        """Bring the control to an answer."""
        self.control.value = hours
        self.control.help = self._words.linked if linked else self._words.help
        of_week = self._exercise.pack.say.hours(self._of_week())
        self.link.label = self._words.link.format(hours=of_week)
        self.link.layout.display = "none" if linked else None

    def _of_week(self) -> float:
        if self._week is None:
            return float(self._words.typical)
        hours = self._week.result["media"]["face_to_face"]["hours_week"]
        return float(max(self._words.lowest, min(hours, self._words.highest)))

    def _follow(self) -> None:
        self._change(hours=self._of_week(), linked=True)

    def _on_week_changed(self) -> None:
        if self._exercise.answer["linked"]:
            self._follow()
        else:
            with self._exercise.showing():
                self.show(self._exercise.answer["hours"], linked=False)
