"""Many or few: the same hours at events, posting only, and answering others."""

from typing import Any, ClassVar

import pandas as pd
from ipywidgets import VBox, Widget
from pydantic import Field, ValidationInfo, model_validator

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
from workshop.widgets.controls import control_words, knob_range
from workshop.widgets.exercise import BaseAnswer, Exercise, boxed, pack_of
from workshop.widgets.exercises.time_budget import TimeBudget
from workshop.widgets.hours import WeekHours
from workshop.widgets.inputs import Inputs
from workshop.widgets.markup import paragraphs
from workshop.widgets.own_export import Exported, Measured, OwnExport
from workshop.widgets.parts.chart_view import ChartView
from workshop.widgets.parts.choice import Choice
from workshop.widgets.parts.press import Press
from workshop.widgets.parts.prose import Prose
from workshop.widgets.tellings.reach_comparison import (
    also,
    deciding,
    describe,
    honesty,
    sentence,
)

UNKNOWN = "unknown"
"""The worth as long as the participant has not set one; weighs an exchange as one."""


class ReachComparison(Exercise):
    """People who could hear, heard, spoke and went on, for the same hours spent in three ways.

    Args:
        week: A `TimeBudget` on the same page, whose face-to-face hours are then compared.

    Examples:
        >>> reach = ReachComparison()
        >>> reach.result["odds"]["conversing/events"]["verdict"]
        'cannot_tell'
    """

    key = "reach_comparison"
    takes_up: ClassVar = {"week": "time_budget"}

    class Answer(BaseAnswer):
        """Hours and weeks, the platform, own numbers, the worth if known, and what a file told."""

        hours: float = Field(ge=0, le=60)
        linked: bool = True
        weeks: int = Field(ge=1, le=104)
        platform: str
        inputs: dict[str, float]
        worth: float | None = Field(default=None, gt=0, le=10)
        export: Exported | None = None

        @model_validator(mode="after")
        def _fits_the_pack(self, info: ValidationInfo) -> "ReachComparison.Answer":
            pack_of(info).reach_comparison.check(self.platform, self.inputs)
            if self.export:
                self.export.check(pack_of(info), self.platform)
            return self

        @property
        def measured(self) -> dict[str, Measured]:
            """The numbers that came from the participant's own file and still stand."""
            return self.export.in_force(self.inputs) if self.export else {}

    def __init__(
        self, pack: Pack | None = None, *, week: TimeBudget | None = None, **kwargs: Any
    ) -> None:
        self._week = week
        super().__init__(pack, **kwargs)

    def start(self) -> dict[str, Any]:
        """Return the pack's assumptions, at the hours of the week on the same page if any."""
        words = self.words
        return {
            **self._hours.start,
            "weeks": int(words.weeks.typical),
            "platform": words.platform,
            "inputs": {},
            "worth": None,
            "export": None,
        }

    def build(self) -> list[Widget]:
        """Make the few main controls, the folded rest, and the picture."""
        controls = [*self._horizon(), *self._assumed(), self._make_worth()]
        return [boxed("wk-body", boxed("wk-controls", *controls), self._picture())]

    def solve(self, answer: Answer) -> dict[str, Any]:
        """Simulate the three ways; every number is a range or a chance."""
        assumptions = self.words.assumptions(
            answer.hours,
            answer.weeks,
            answer.platform,
            answer.inputs,
            {name: (n.low, n.typical, n.high) for name, n in answer.measured.items()},
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
        self._hours.show(answer.hours, answer.linked)
        self._weeks.value = answer.weeks
        self._platform.value = answer.platform
        self._worth.value = answer.worth or UNKNOWN
        self._inputs.show(answer.inputs, answer.measured)
        self._export.show(answer.export.platform if answer.export else "", answer.measured)
        self._sentence.html = paragraphs(sentence(self.pack, result))
        self._also.html = also(self.pack, result)
        self._deciders.html = deciding(self.pack, answer.platform, result)

    def _horizon(self) -> list[Widget]:
        self._hours = WeekHours(self, self.words.hours, self._week)
        self._weeks = knob_range(self.pack, self.words.weeks, "weeks")
        self.listen(self._weeks, lambda value: self.change(weeks=round(value)))
        return [*self._hours.widgets, self._weeks]

    def _assumed(self) -> list[Widget]:
        """Make the main inputs; the others are made when somebody unfolds their side."""
        words = self.words
        self._inputs = Inputs(self, self._source)
        self._platform = Choice(
            words.platforms.legend,
            [{"value": key, "label": label} for key, label in words.platforms.labels.items()],
            words=control_words(self.pack),
        )
        self.listen(self._platform, self._on_platform)
        none_yet = Press(words.controls.nothing_yet, kind="quiet")
        none_yet.on_press(self._on_none_yet)
        self._export = OwnExport(self)
        return [
            *(self._inputs.control(name) for name in words.main),
            none_yet,
            self._platform,
            *self._export.widgets,
            self._inputs.fold(words.controls.event_inputs, self._of("events")),
            self._inputs.fold(words.controls.social_inputs, self._of("social", "both")),
        ]

    def _of(self, *sides: str) -> list[str]:
        return [
            name
            for name in self.words.input_names
            if name not in self.words.main and self._source(name).side in sides
        ]

    def _source(self, name: str) -> Input:
        return self.words.input(name, self.answer.get("platform", self.words.platform))

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

    def _on_platform(self, platform: str) -> None:
        """Another platform brings its own evidence, so an own number for the last one goes."""
        kept = {k: v for k, v in self.answer["inputs"].items() if k != "seen_share"}
        self.change(platform=platform, inputs=kept)

    def _on_none_yet(self, _: Press) -> None:
        following = self.words.inputs["following"].lowest
        self.change(inputs={**self.answer["inputs"], "following": following})

    def _on_worth(self, worth: float | str) -> None:
        self.change(worth=None if worth == UNKNOWN else worth)
