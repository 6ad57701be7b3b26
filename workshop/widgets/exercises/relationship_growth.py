"""A valuable connection: what the same hours grow into on both media, month by month."""

from typing import Any, ClassVar

from ipywidgets import VBox, Widget
from pydantic import Field, ValidationInfo, field_validator, model_validator

from workshop.charts.relationship_growth import growth_chart, growth_rows
from workshop.models.relationships import (
    Assumptions,
    deciding_inputs,
    growth,
    held,
    lead,
    likely_months,
    pitched,
    silent_losses,
    simulate,
)
from workshop.packs import Pack
from workshop.packs.base import Input, check_own
from workshop.widgets.controls import control_words, knob_range
from workshop.widgets.exercise import BaseAnswer, Exercise, boxed, pack_of
from workshop.widgets.hours import WeekHours
from workshop.widgets.inputs import Inputs
from workshop.widgets.later import Later
from workshop.widgets.markup import paragraphs
from workshop.widgets.parts.chart_view import ChartView
from workshop.widgets.parts.choice import Choice
from workshop.widgets.parts.fold import Fold
from workshop.widgets.parts.prose import Prose
from workshop.widgets.tellings.relationship_growth import (
    also,
    deciding,
    describe,
    honesty,
    meanings,
    sentence,
)


class RelationshipGrowth(Exercise):
    """Contacts, conversation partners, trusted relationships and opportunities over months.

    Args:
        week: A `TimeBudget` on the same page, whose face-to-face hours both sides then get.
        reach: A `ReachComparison` on the same page, from which people's own numbers of how they
            find others are taken.

    Examples:
        >>> growth = RelationshipGrowth()
        >>> growth.result["lead"]["verdict"]
        'cannot_tell'
    """

    key = "relationship_growth"
    takes_up: ClassVar = {"week": "time_budget", "reach": "reach_comparison"}

    class Answer(BaseAnswer):
        """Hours, months and habits, own numbers, and those of the comparison of reach."""

        hours: float = Field(ge=0, le=40)
        linked: bool = True
        months: int = Field(ge=1, le=60)
        keeping: float = Field(ge=0, le=100)
        pitching: float = Field(ge=0, le=100)
        habit: str
        inputs: dict[str, float]
        platform: str
        reach_inputs: dict[str, float]

        @field_validator("habit")
        @classmethod
        def _is_offered(cls, habit: str, info: ValidationInfo) -> str:
            habits = pack_of(info).relationship_growth.habits.labels
            if habit not in habits:
                raise ValueError(f"habit must be one of {', '.join(habits)}")
            return habit

        @model_validator(mode="after")
        def _fits_the_pack(self, info: ValidationInfo) -> "RelationshipGrowth.Answer":
            pack = pack_of(info)
            check_own(self.inputs, pack.relationship_growth.inputs)
            pack.reach_comparison.check(self.platform, self.reach_inputs)
            return self

    def __init__(
        self,
        pack: Pack | None = None,
        *,
        week: Exercise | None = None,
        reach: Exercise | None = None,
        **kwargs: Any,
    ) -> None:
        self._week, self._reach = week, reach
        super().__init__(pack, **kwargs)
        if reach is not None:
            reach.observe(Later(self._on_reach_changed), "result")

    def start(self) -> dict[str, Any]:
        """Return the pack's typical habits, with the hours and reach of the same page if any."""
        words = self.words
        return {
            **self._hours.start,
            "months": int(words.months.typical),
            "keeping": words.keeping.typical,
            "pitching": words.pitching.typical,
            "habit": words.habits.typical,
            "inputs": {},
            **self._found(),
        }

    def build(self) -> list[Widget]:
        """Make the few controls, the folded rest, and the picture."""
        self._hours = WeekHours(self, self.words.hours, self._week)
        self._inputs = Inputs(self, lambda name: self.words.inputs[name])
        fold = self._inputs.fold(self.words.controls.inputs, list(self.words.inputs))
        controls = [*self._hours.widgets, *self._knobs(), fold]
        return [boxed("wk-body", boxed("wk-controls", *controls), self._picture())]

    def solve(self, answer: Answer) -> dict[str, Any]:
        """Simulate both sides; every number is a range or a chance."""
        assumptions = self._assumptions(answer)
        draws = simulate(assumptions)
        chance, verdict = lead(draws)
        return {
            "hours": answer.hours,
            "months": answer.months,
            "keeping": answer.keeping,
            "growth": growth(draws).to_dict("records"),
            "pitched": pitched(assumptions).to_dict("records"),
            "likely": likely_months(draws),
            "lead": {"chance": chance, "verdict": verdict},
            "lost": silent_losses(draws),
            "held": held(assumptions),
            "deciding": deciding_inputs(assumptions).to_dict("records"),
        }

    def show(self, answer: Answer, result: dict[str, Any]) -> None:
        """Bring picture, controls and sentences to the answer."""
        # The picture first: it is what the eye waits for.
        self._chart.show(growth_rows(result, self.pack), describe(self.pack, result))
        self._hours.show(answer.hours, answer.linked)
        for name, control in self._numbers.items():
            control.value = getattr(answer, name)
        self._habit.value = answer.habit
        self._inputs.show(answer.inputs)
        self._sentence.html = paragraphs(sentence(self.pack, result))
        self._also.html = also(self.pack, result)
        self._deciders.html = deciding(self.pack, result, self._sources(answer))

    def _knobs(self) -> list[Widget]:
        words = self.words
        self._numbers = {
            "months": knob_range(self.pack, words.months, "months"),
            "pitching": knob_range(self.pack, words.pitching, "percent"),
            "keeping": knob_range(self.pack, words.keeping, "percent"),
        }
        for name, control in self._numbers.items():
            self.listen(control, lambda value, name=name: self.change(**{name: value}))
        self._habit = Choice(
            words.habits.legend,
            [{"value": key, "label": label} for key, label in words.habits.labels.items()],
            help=words.habits.help,
            words=control_words(self.pack),
        )
        self.listen(self._habit, lambda habit: self.change(habit=habit))
        return [*self._numbers.values(), self._habit]

    def _picture(self) -> VBox:
        words = self.words.picture
        columns = [
            ("name", words.stage),
            ("side", words.medium),
            ("month", words.month),
            ("low", words.low),
            ("middle", words.middle),
            ("high", words.high),
            ("pitched", words.pitched),
        ]
        answer = self.Answer.model_validate(self.start(), context=self.pack)
        rows = growth_rows(self.solve(answer), self.pack)
        self._chart = ChartView(
            growth_chart(rows, self.pack), columns=columns, words=control_words(self.pack)
        )
        self._sentence, self._also, self._deciders = Prose(live=True), Prose(), Prose()
        self._sentence.add_class("wk-sentence")
        stage = boxed("wk-stage", self._sentence, self._chart)
        self._counted = Fold(
            self.words.controls.meanings, lambda: [Prose(html=meanings(self.pack))]
        )
        rest = [self._counted, self._also, self._deciders, Prose(html=honesty(self.pack))]
        return boxed("wk-picture", stage, boxed("wk-rest", *rest))

    def _assumptions(self, answer: Answer) -> Assumptions:
        reach = self.pack.reach_comparison.assumptions(
            answer.hours, 1, answer.platform, answer.reach_inputs
        )
        shares = {"keeping": answer.keeping, "pitching": answer.pitching}
        return self.words.assumptions(reach, answer.months, answer.habit, shares, answer.inputs)

    def _sources(self, answer: Answer) -> dict[str, Input]:
        reach = self.pack.reach_comparison
        found = {name: reach.input(name, answer.platform) for name in reach.input_names}
        return {**found, **self.words.inputs}

    def _found(self) -> dict[str, Any]:
        """Return how people are found: as the comparison on the same page has it, if any."""
        if self._reach is None:
            return {"platform": self.pack.reach_comparison.platform, "reach_inputs": {}}
        answer = self._reach.answer
        return {"platform": answer["platform"], "reach_inputs": answer["inputs"]}

    def _on_reach_changed(self) -> None:
        if any(self.answer[name] != value for name, value in self._found().items()):
            self.change(**self._found())
