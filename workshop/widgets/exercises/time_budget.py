"""Your week: the hours that go into winning work, face to face and online."""

from functools import partial
from typing import Any

from ipywidgets import VBox, Widget
from pydantic import Field, ValidationInfo, field_validator

from workshop.charts.time_budget import bars, week_chart
from workshop.models.time_budget import (
    TimeBudget as Week,
)
from workshop.models.time_budget import (
    face_to_face_preset,
    gap,
    rebalance,
    same_hours,
    totals,
    weekly,
)
from workshop.widgets.controls import control_words, input_range, plain_range
from workshop.widgets.exercise import BaseAnswer, Exercise, boxed, pack_of
from workshop.widgets.markup import element, paragraphs
from workshop.widgets.parts.chart_view import ChartView
from workshop.widgets.parts.fold import Fold
from workshop.widgets.parts.press import Press
from workshop.widgets.parts.prose import Prose
from workshop.widgets.parts.toggle import Toggle
from workshop.widgets.tellings.time_budget import describe, evidence, sentence, totals_table


class TimeBudget(Exercise):
    """Weekly hours per activity, face to face beside social media.

    Examples:
        >>> budget = TimeBudget()
        >>> budget.answer["hours"]["events"]
        1.5
    """

    key = "time_budget"

    class Answer(BaseAnswer):
        """Hours a week per activity (quarters), the lock, and what an hour is worth."""

        hours: dict[str, float]
        lock: bool = False
        weeks: float = Field(ge=1, le=52)
        hourly_value: float = Field(ge=0, le=1_000_000)

        @field_validator("hours")
        @classmethod
        def _fits_the_pack(cls, hours: dict[str, float], info: ValidationInfo) -> dict[str, float]:
            words = pack_of(info).time_budget
            if list(hours) != list(words.activities):
                raise ValueError(f"must name these activities: {', '.join(words.activities)}")
            for name, value in hours.items():
                if not 0 <= value <= words.most or value % 0.25:
                    raise ValueError(f"{name} must be quarters from 0 to {words.most:g}")
            return hours

    def start(self) -> dict[str, Any]:
        """Return the pack's typical week."""
        return {
            "hours": self.words.starting_hours,
            "lock": False,
            "weeks": self.words.weeks.typical,
            "hourly_value": self.words.hourly_value.typical,
        }

    def build(self) -> list[Widget]:
        """Make the sliders by medium, the lock, the presets and the picture."""
        self._before: dict[str, float] | None = None
        self._dragging: tuple[str, dict[str, float]] | None = None
        self._sliders = {name: self._slider(name) for name in self.words.activities}
        groups = [self._group(medium) for medium in self.words.media]
        controls = [self._presets(), *groups, self._lock_row(), self._more()]
        stage, rest = self._picture()
        stage.add_class("wk-stage-first")
        picture = boxed("wk-picture", stage, rest)
        picture.add_class("wk-picture-follows")
        return [boxed("wk-body", boxed("wk-controls", *controls), picture)]

    def solve(self, answer: Answer) -> dict[str, Any]:
        """Return hours and worth per medium, and the gap between the two."""
        week = self._week(answer)
        by_medium = totals(week).set_index("medium")
        return {
            "media": {
                medium: {name: float(value) for name, value in row.dropna().items()}
                for medium, row in by_medium.iterrows()
            },
            "gap": gap(week),
            "hourly_value": answer.hourly_value,
        }

    def show(self, answer: Answer, result: dict[str, Any]) -> None:
        """Bring sliders, picture, totals and the sentence to the answer."""
        say, words = self.pack.say, self.words
        # The picture first: it is what the eye waits for.
        self._chart.show(bars(weekly(self._week(answer)), self.pack), describe(self.pack, result))
        for name, slider in self._sliders.items():
            slider.value = answer.hours[name]
        self._weeks.value, self._hourly_value.value = answer.weeks, answer.hourly_value
        self._lock.value = answer.lock
        total = sum(answer.hours.values())
        self._lock.label = words.controls.lock.format(total=say.hours(total))
        example = words.sentences.example if self.answer == self.start() else ""
        self._sentence.html = paragraphs(sentence(self.pack, result), example)
        self._totals.html = totals_table(self.pack, result)
        self._same.disabled = result["gap"]["hours_week"] == 0
        self._same.hint = words.controls.same_hours_done if self._same.disabled else ""
        self._undo.layout.display = None if self._before else "none"

    def _week(self, answer: Answer) -> Week:
        media = self.words.activity_media
        return Week(answer.hours, media, answer.weeks, answer.hourly_value)

    def _slider(self, name: str) -> Widget:
        activity = self.words.activities[name]
        slider = plain_range(
            self.pack,
            label=activity.label,
            help=activity.help,
            unit="hours",
            limits=(0, self.words.most, self.words.step),
            value=activity.hours,
            tint=self.words.tints[activity.medium],
        )
        self.listen(slider, partial(self._on_hours_moved, name))
        return slider

    def _group(self, medium: str) -> VBox:
        of_medium = [
            self._sliders[name]
            for name, activity in self.words.activities.items()
            if activity.medium == medium
        ]
        title = Prose(html=element("h3", self.words.media[medium]))
        group = boxed("wk-group", title, *of_medium)
        group.add_class(f"wk-tint-{self.words.tints[medium]}")
        return group

    def _presets(self) -> VBox:
        words = self.words.presets
        presses = [Press(words.labels[name], kind="quiet") for name in words.hours]
        for name, press in zip(words.hours, presses, strict=True):
            press.on_press(partial(self._on_preset, name))
        legend = Prose(html=element("p", words.legend, "wk-legend"))
        return VBox([legend, boxed("wk-row", *presses)])

    def _lock_row(self) -> Widget:
        words = self.words.controls
        self._lock = Toggle(words.lock.format(total=""), help=words.lock_help)
        self.listen(self._lock, self._on_locked)
        return self._lock

    def _same_hours_row(self) -> VBox:
        words = self.words.controls
        self._same = Press(words.same_hours)
        self._undo = Press(words.undo, kind="quiet")
        self._same.on_press(self._on_same_hours)
        self._undo.on_press(self._on_undo)
        return boxed("wk-row", self._same, self._undo)

    def _more(self) -> Fold:
        words = self.words
        self._weeks = input_range(self.pack, words.weeks)
        self._hourly_value = input_range(self.pack, words.hourly_value)
        self.listen(self._weeks, lambda value: self.change(weeks=value))
        self.listen(self._hourly_value, lambda value: self.change(hourly_value=value))
        return Fold(words.controls.more, lambda: [self._weeks, self._hourly_value])

    def _picture(self) -> tuple[VBox, VBox]:
        words = self.words.picture
        week = Week(self.words.starting_hours, self.words.activity_media, 1, 0)
        columns = [("name", words.activity), ("medium_name", words.medium), ("hours", words.hours)]
        chart = week_chart(bars(weekly(week), self.pack), self.pack)
        self._chart = ChartView(chart, columns=columns, words=control_words(self.pack))
        self._sentence, self._totals = Prose(live=True), Prose()
        self._sentence.add_class("wk-sentence")
        stage = boxed("wk-stage", self._chart)
        rest = [self._sentence, self._same_hours_row(), self._totals, self._evidence()]
        return stage, boxed("wk-rest", *rest)

    def _evidence(self) -> Fold:
        return Fold(self.words.evidence.title, lambda: [Prose(html=evidence(self.pack))])

    def _on_hours_moved(self, name: str, value: float) -> None:
        """Move one activity; with the lock on, the others follow from where the drag began."""
        if not self.answer["lock"]:
            self._set_hours({**self.answer["hours"], name: value})
            return
        if not self._dragging or self._dragging[0] != name:
            self._dragging = (name, self.answer["hours"])
        dragging = self._dragging
        self._set_hours(rebalance(dragging[1], name, value, self.words.most))
        self._dragging = dragging

    def _on_locked(self, lock: bool) -> None:
        self._dragging = None
        self.change(lock=lock)

    def _on_preset(self, name: str, _: Press) -> None:
        hours, media = self.answer["hours"], self.words.activity_media
        total, pattern = self.words.presets.hours[name], self.words.starting_hours
        self._set_hours(face_to_face_preset(hours, media, total, self.words.most, pattern))

    def _on_same_hours(self, _: Press) -> None:
        hours, media = self.answer["hours"], self.words.activity_media
        shared = same_hours(hours, media, self.words.most, self.words.starting_hours)
        self._set_hours(shared, before=hours)

    def _on_undo(self, _: Press) -> None:
        if self._before:
            self._set_hours(self._before)

    def _set_hours(self, hours: dict[str, float], before: dict[str, float] | None = None) -> None:
        self._before, self._dragging = before, None
        self.change(hours=hours)
