"""Many or few: the same hours at events, posting only, and answering others."""

from functools import partial
from typing import Any, ClassVar

import pandas as pd
from ipywidgets import VBox, Widget
from pydantic import Field, ValidationInfo, model_validator
from traitlets import Bunch

from workshop.charts.reach_comparison import stage_chart, stage_rows
from workshop.models.reach_comparison import (
    break_even,
    deciding_inputs,
    odds,
    simulate,
    stages,
    unused_hours,
)
from workshop.packs import Pack
from workshop.packs.base import Input
from workshop.widgets.controls import about_input, control_words, input_range, knob_range
from workshop.widgets.exercise import BaseAnswer, Exercise, boxed, pack_of
from workshop.widgets.exercises.time_budget import TimeBudget
from workshop.widgets.markup import paragraphs
from workshop.widgets.parts.chart_view import ChartView
from workshop.widgets.parts.choice import Choice
from workshop.widgets.parts.fold import Fold
from workshop.widgets.parts.press import Press
from workshop.widgets.parts.prose import Prose
from workshop.widgets.parts.range import Range
from workshop.widgets.tellings.reach_comparison import (
    also,
    deciding,
    describe,
    honesty,
    sentence,
)

UNKNOWN = "unknown"
"""The worth as long as the participant has not set one; weighs an exchange as one."""

SIDE_TINTS = {"events": "face", "social": "social", "both": ""}


class ReachComparison(Exercise):
    """People who could hear, heard, spoke and went on, for the same hours spent in three ways.

    Args:
        week: A `TimeBudget` on the same page, whose face-to-face hours are then compared.

    Example:
        >>> reach = ReachComparison()
        >>> reach.result["odds"]["conversing/events"]["verdict"]
        'cannot_tell'
    """

    key = "reach_comparison"
    takes_up: ClassVar = {"week": "time_budget"}

    class Answer(BaseAnswer):
        """Hours and weeks, the platform, the participant's own numbers, and the worth if known."""

        hours: float = Field(ge=0, le=60)
        linked: bool = True
        weeks: int = Field(ge=1, le=104)
        platform: str
        inputs: dict[str, float]
        worth: float | None = Field(default=None, gt=0, le=10)

        @model_validator(mode="after")
        def _fits_the_pack(self, info: ValidationInfo) -> "ReachComparison.Answer":
            words = pack_of(info).reach_comparison
            if self.platform not in words.platforms.ranges:
                raise ValueError(f"platform must be one of {', '.join(words.platforms.ranges)}")
            for name, value in self.inputs.items():
                if name not in words.input_names:
                    raise ValueError(f"{name!r} is not an input")
                limits = words.input(name, self.platform)
                if not limits.lowest <= value <= limits.highest:
                    raise ValueError(f"{name} must be from {limits.lowest:g} to {limits.highest:g}")
            return self

    def __init__(
        self, pack: Pack | None = None, *, week: TimeBudget | None = None, **kwargs: Any
    ) -> None:
        self._week = week
        super().__init__(pack, **kwargs)
        if week is not None:
            week.observe(self._on_week_changed, "result")

    def start(self) -> dict[str, Any]:
        """Return the pack's assumptions, at the hours of the week on the same page if any."""
        words = self.words
        return {
            "hours": self._hours_of_week(),
            "linked": self._week is not None,
            "weeks": int(words.weeks.typical),
            "platform": words.platform,
            "inputs": {},
            "worth": None,
        }

    def build(self) -> list[Widget]:
        """Make the few main controls, the folded rest, and the picture."""
        controls = [*self._horizon(), *self._assumed(), self._make_worth()]
        return [boxed("wk-body", boxed("wk-controls", *controls), self._picture())]

    def solve(self, answer: Answer) -> dict[str, Any]:
        """Simulate the three ways; every number is a range or a chance."""
        assumptions = self.words.assumptions(
            answer.hours, answer.weeks, answer.platform, answer.inputs
        )
        draws = simulate(assumptions)
        level = break_even(draws).set_index("way").loc["conversing"]
        unused = unused_hours(draws).set_index("way").loc["broadcasting", "middle"]
        return {
            "hours": answer.hours,
            "weeks": answer.weeks,
            "worth": answer.worth,
            "stages": stages(draws).to_dict("records"),
            "odds": odds(draws, answer.worth).to_dict("records"),
            "break_even": level.to_dict(),
            "unused_hours": float(unused),
            "deciding": deciding_inputs(assumptions).to_dict("records"),
        }

    def show(self, answer: Answer, result: dict[str, Any]) -> None:
        """Bring picture, controls and sentences to the answer."""
        # The picture first: it is what the eye waits for.
        rows = stage_rows(pd.DataFrame(result["stages"]), self.pack)
        self._chart.show(rows, describe(self.pack, result))
        self._hours.value, self._weeks.value = answer.hours, answer.weeks
        self._platform.value = answer.platform
        self._worth.value = answer.worth or UNKNOWN
        self._show_inputs(answer)
        self._show_link(answer)
        self._sentence.html = paragraphs(sentence(self.pack, result))
        self._also.html = also(self.pack, result)
        self._deciders.html = deciding(self.pack, answer.platform, result)

    def _horizon(self) -> list[Widget]:
        hours, weeks = self.words.hours, self.words.weeks
        self._hours = knob_range(self.pack, hours, "hours")
        self._weeks = knob_range(self.pack, weeks, "weeks")
        self._link = Press(hours.link.format(hours=""), kind="quiet")
        self._link.on_press(self._on_linked)
        self.listen(self._hours, lambda value: self.change(hours=value, linked=False))
        self.listen(self._weeks, lambda value: self.change(weeks=round(value)))
        return [self._hours, *([self._link] if self._week else []), self._weeks]

    def _assumed(self) -> list[Widget]:
        """Make the main inputs; the others are made when somebody unfolds their side."""
        words = self.words
        self._inputs: dict[str, Range] = {}
        self._platform = Choice(
            words.platforms.legend,
            [{"value": key, "label": label} for key, label in words.platforms.labels.items()],
            words=control_words(self.pack),
        )
        self.listen(self._platform, self._on_platform)
        none_yet = Press(words.controls.nothing_yet, kind="quiet")
        none_yet.on_press(self._on_none_yet)
        return [
            *(self._input(name) for name in words.main),
            none_yet,
            self._platform,
            Fold(words.controls.event_inputs, partial(self._unfolded, "events")),
            Fold(words.controls.social_inputs, partial(self._unfolded, "social", "both")),
        ]

    def _unfolded(self, *sides: str) -> list[Widget]:
        names = [
            name
            for name in self.words.input_names
            if name not in self.words.main and self._source(name).side in sides
        ]
        made = [self._input(name) for name in names]
        self._show_answer()
        return made

    def _input(self, name: str) -> Range:
        source = self._source(name)
        control = input_range(self.pack, source, SIDE_TINTS[source.side])
        self.listen(control, partial(self._on_input_moved, name), "value", "touched")
        self._inputs[name] = control
        return control

    def _source(self, name: str) -> Input:
        return self.words.input(name, self.words.platform)

    def _make_worth(self) -> Choice:
        words = self.words.controls
        labels = [words.worth_unknown, *words.worth_options]
        worths = zip([UNKNOWN, *self.words.worths], labels, strict=True)
        self._worth = Choice(
            words.worth,
            [{"value": worth, "label": label} for worth, label in worths],
            help=words.worth_help,
            words=control_words(self.pack),
        )
        self.listen(self._worth, self._on_worth)
        return self._worth

    def _picture(self) -> VBox:
        words = self.words.picture
        columns = [("label", words.stage), ("low", words.low), ("middle", words.middle)]
        typical = self.words.assumptions(
            self.words.hours.typical, self.words.weeks.typical, self.words.platform, {}
        )
        self._chart = ChartView(
            stage_chart(stage_rows(stages(simulate(typical)), self.pack), self.pack),
            columns=[*columns, ("high", words.high)],
            words=control_words(self.pack),
        )
        self._sentence, self._also, self._deciders = Prose(live=True), Prose(), Prose()
        self._sentence.add_class("wk-sentence")
        rest = [self._also, self._deciders, Prose(html=honesty(self.pack))]
        stage = boxed("wk-stage", self._sentence, self._chart)
        return boxed("wk-picture", stage, boxed("wk-rest", *rest))

    def _hours_of_week(self) -> float:
        if self._week is None:
            return float(self.words.hours.typical)
        hours = self._week.result["media"]["face_to_face"]["hours_week"]
        return float(min(hours, self.words.hours.highest))

    def _show_inputs(self, answer: Answer) -> None:
        for name, control in self._inputs.items():
            source = self.words.input(name, answer.platform)
            control.value = answer.inputs.get(name, source.typical)
            control.touched = name in answer.inputs
            control.about = about_input(self.pack, source)

    def _show_link(self, answer: Answer) -> None:
        words = self.words.hours
        self._hours.help = words.linked if answer.linked else words.help
        self._link.label = words.link.format(hours=self.pack.say.hours(self._hours_of_week()))
        self._link.layout.display = "none" if answer.linked else None

    def _on_week_changed(self, change: Bunch) -> None:
        """Follow the week on the same page until the participant sets other hours here."""
        if self.answer["linked"]:
            self.change(hours=self._hours_of_week())
        else:
            self._show_answer()

    def _on_linked(self, _: Press) -> None:
        self.change(hours=self._hours_of_week(), linked=True)

    def _on_input_moved(self, name: str, _: Any) -> None:
        control = self._inputs[name]
        own = {key: value for key, value in self.answer["inputs"].items() if key != name}
        self.change(inputs={**own, name: control.value} if control.touched else own)

    def _on_platform(self, platform: str) -> None:
        """Another platform brings its own evidence, so an own number for the last one goes."""
        kept = {k: v for k, v in self.answer["inputs"].items() if k != "seen_share"}
        self.change(platform=platform, inputs=kept)

    def _on_none_yet(self, _: Press) -> None:
        following = self.words.inputs["following"].lowest
        self.change(inputs={**self.answer["inputs"], "following": following})

    def _on_worth(self, worth: float | str) -> None:
        self.change(worth=None if worth == UNKNOWN else worth)
