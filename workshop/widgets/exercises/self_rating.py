"""A minute at the start: how people see themselves before anything was said."""

from functools import partial
from typing import Any, ClassVar

from ipywidgets import Widget
from pydantic import Field, StrictInt, ValidationInfo, field_validator

from workshop.models.ratings import average
from workshop.packs import Pack
from workshop.widgets.controls import control_words
from workshop.widgets.exercise import BaseAnswer, Exercise, boxed, pack_of
from workshop.widgets.markup import paragraphs
from workshop.widgets.parts.choice import Choice
from workshop.widgets.parts.prose import Prose

Ratings = dict[str, int]


def check_ratings(ratings: Ratings, pack: Pack) -> Ratings:
    """Return ratings of the pack's statements that lie on its scale.

    Raises:
        ValueError: One is of no statement, or is off the scale.
    """
    words = pack.self_rating
    for name, score in ratings.items():
        if name not in words.statements:
            raise ValueError(f"{name!r} is no statement")
        if not 1 <= score <= len(words.scale):
            raise ValueError(f"a rating lies between 1 and {len(words.scale)}")
    return ratings


def rating_choices(pack: Pack) -> dict[str, Choice]:
    """Make a choice on the scale for each statement."""
    words = pack.self_rating
    options = [{"value": score, "label": label} for score, label in enumerate(words.scale, 1)]
    return {
        name: Choice(statement, options, help=words.ends, words=control_words(pack))
        for name, statement in words.statements.items()
    }


class RatedAnswer(BaseAnswer):
    """Ratings by statement, 1 for the lowest."""

    ratings: dict[str, StrictInt] = Field(default_factory=dict)

    @field_validator("ratings")
    @classmethod
    def _fit(cls, ratings: Ratings, info: ValidationInfo) -> Ratings:
        return check_ratings(ratings, pack_of(info))


class SelfRating(Exercise):
    """A few statements to rate, in a minute.

    Example:
        >>> rating = SelfRating()
        >>> rating.change(ratings={"hours": 2, "them": 3})
        >>> rating.result["level"]
        2.5
    """

    key = "self_rating"

    Answer: ClassVar = RatedAnswer

    def start(self) -> dict[str, Any]:
        """Return no ratings."""
        return {"ratings": {}}

    def build(self) -> list[Widget]:
        """Make the statements and a line that says that they were heard."""
        self._choices, self._said = rating_choices(self.pack), Prose(live=True)
        self._said.add_class("wk-sentence")
        for name, choice in self._choices.items():
            self.listen(choice, partial(self._on_rated, name))
        return [boxed("wk-ratings", *self._choices.values()), self._said]

    def solve(self, answer: RatedAnswer) -> dict[str, Any]:
        """Return how high the ratings are on average."""
        return {"level": average(answer.ratings.values())}

    def show(self, answer: RatedAnswer, result: dict[str, Any]) -> None:
        """Bring the choices to the answer."""
        for name, choice in self._choices.items():
            choice.value = answer.ratings.get(name)
        self._said.html = paragraphs(self.words.rated if answer.ratings else self.words.nothing)

    def _on_rated(self, name: str, score: int) -> None:
        self.change(ratings={**self.answer["ratings"], name: score})
