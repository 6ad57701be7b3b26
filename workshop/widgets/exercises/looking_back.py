"""A minute at the end: the same ratings, the start seen from now, and a question on the way out."""

from functools import partial
from typing import Any, ClassVar

from ipywidgets import Widget
from pydantic import Field, StrictInt, ValidationInfo, field_validator

from workshop.models.ratings import average, gain
from workshop.packs import Pack
from workshop.widgets.controls import control_words
from workshop.widgets.exercise import BaseAnswer, Exercise, boxed, pack_of
from workshop.widgets.exercises.self_rating import (
    Ratings,
    SelfRating,
    check_ratings,
    rating_choices,
)
from workshop.widgets.markup import element, paragraphs
from workshop.widgets.parts.choice import Choice
from workshop.widgets.parts.prose import Prose
from workshop.widgets.tellings.looking_back import gains


class LookedBackAnswer(BaseAnswer):
    """Ratings by statement as they are now and as they were; and what was said on the way out."""

    now: dict[str, StrictInt] = Field(default_factory=dict)
    then: dict[str, StrictInt] = Field(default_factory=dict)
    pulse: str = ""

    @field_validator("now", "then")
    @classmethod
    def _fit(cls, ratings: Ratings, info: ValidationInfo) -> Ratings:
        return check_ratings(ratings, pack_of(info))

    @field_validator("pulse")
    @classmethod
    def _is_offered(cls, pulse: str, info: ValidationInfo) -> str:
        if pulse and pulse not in pack_of(info).looking_back.pulse.options:
            raise ValueError("is not on offer")
        return pulse


class LookingBack(Exercise):
    """What moved, told in two ways; both are self-report.

    Args:
        pack: Words and numbers; the default pack if None.
        before: The `SelfRating` of the same page; without it only the look back is compared.
        **kwargs: As of `Exercise`.

    Example:
        >>> back = LookingBack()
        >>> back.change(now={"hours": 4}, then={"hours": 2})
        >>> back.result["gain_back_then"]
        2.0
    """

    key = "looking_back"

    takes_up: ClassVar = {"before": "self_rating"}

    Answer: ClassVar = LookedBackAnswer

    def __init__(
        self, pack: Pack | None = None, *, before: SelfRating | None = None, **kwargs: Any
    ) -> None:
        self._before = before
        super().__init__(pack, **kwargs)
        if before is not None:
            before.observe(lambda _: self._show_answer(), "answer")

    def start(self) -> dict[str, Any]:
        """Return nothing rated and nothing said."""
        return {"now": {}, "then": {}, "pulse": ""}

    def build(self) -> list[Widget]:
        """Make the statements twice, what moved, and the question on the way out."""
        words = self.words
        self._now, self._then = rating_choices(self.pack), rating_choices(self.pack)
        self._gains = Prose(live=True)
        self._gains.add_class("wk-sentence")
        for field, choices in (("now", self._now), ("then", self._then)):
            for name, choice in choices.items():
                self.listen(choice, partial(self._on_rated, field, name))
        options = [{"value": v, "label": label} for v, label in words.pulse.options.items()]
        self._pulse = Choice(words.pulse.question, options, words=control_words(self.pack))
        self.listen(self._pulse, lambda value: self.change(pulse=value))
        now, then = (Prose(html=element("h3", title)) for title in (words.now, words.then))
        return [
            boxed("wk-ratings", now, *self._now.values()),
            boxed("wk-ratings", then, *self._then.values()),
            self._gains,
            boxed("wk-ratings", self._pulse),
        ]

    def solve(self, answer: LookedBackAnswer) -> dict[str, Any]:
        """Return the averages and both gains; a gain that has no other end is None."""
        before = self._before.answer["ratings"] if self._before else {}
        rated_twice = [name for name in answer.now if name in answer.then]
        return {
            "before": average(before[name] for name in answer.now if name in before),
            "now": average(answer.now.values()),
            "now_looking_back": average(answer.now[name] for name in rated_twice),
            "then": average(answer.then[name] for name in rated_twice),
            "gain": gain(before, answer.now),
            "gain_back_then": gain(answer.then, answer.now),
        }

    def show(self, answer: LookedBackAnswer, result: dict[str, Any]) -> None:
        """Bring the choices to the answer and say what moved."""
        for choices, ratings in ((self._now, answer.now), (self._then, answer.then)):
            for name, choice in choices.items():
                choice.value = ratings.get(name)
        self._pulse.value = answer.pulse or None
        self._gains.html = paragraphs(*gains(self.pack, result))

    def _on_rated(self, field: str, name: str, score: int) -> None:
        self.change(**{field: {**self.answer[field], name: score}})
