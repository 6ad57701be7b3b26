"""What somebody wrote, rated and said about it, checked; and what older pages kept of that."""

from typing import Annotated, Any

from pydantic import Field, StrictInt, ValidationInfo, field_validator, model_validator

from workshop.packs.post_assessment import PostAssessmentPack
from workshop.reading import KINDS
from workshop.widgets.exercise import BaseAnswer, pack_of

SCORES = range(5)
MOST_VERSIONS = 3
MOST_DISMISSED = 200

Rule = Annotated[str, Field(min_length=1, max_length=100)]
Words = Annotated[str, Field(min_length=1, max_length=10_000)]


class PostAnswer(BaseAnswer):
    """A text's kind and versions, its writer's ratings, and how far they went.

    Attributes:
        kind: One of `KINDS`.
        versions: The text as first written, and each time it was written again.
        ratings: The writer's own, 0 to 4 by criterion, of the first version.
        opened: Whether the second opinion is open.
        compared: Whether the versions stand side by side.
        dismissed: Rule and words of each finding that the writer marked 'not here'.
        different: Why the writer sees a criterion differently; it never leaves the answer.
    """

    kind: str = KINDS[0]
    versions: tuple[str, ...] = Field(default=("",), min_length=1, max_length=MOST_VERSIONS)
    ratings: dict[str, StrictInt] = Field(default_factory=dict)
    opened: bool = False
    compared: bool = False
    dismissed: tuple[tuple[Rule, Words], ...] = Field(default=(), max_length=MOST_DISMISSED)
    different: dict[str, str] = Field(default_factory=dict)

    @model_validator(mode="before")
    @classmethod
    def _from_older_pages(cls, kept: Any) -> Any:
        """Take up what pages kept when there were two versions, each under a name of its own."""
        if not isinstance(kept, dict) or "versions" in kept or "first" not in kept:
            return kept
        rest = {name: value for name, value in kept.items() if name not in ("first", "second")}
        second = [kept.get("second", "")] if kept.get("opened") or kept.get("second") else []
        return {**rest, "versions": [kept["first"], *second]}

    @field_validator("kind")
    @classmethod
    def _is_a_kind(cls, kind: str) -> str:
        if kind not in KINDS:
            raise ValueError(f"must be one of {', '.join(KINDS)}")
        return kind

    @field_validator("versions")
    @classmethod
    def _fit(cls, versions: tuple[str, ...], info: ValidationInfo) -> tuple[str, ...]:
        longest = _words(info).longest
        if any(len(text) > longest for text in versions):
            raise ValueError(f"must not be longer than {longest} characters")
        return versions

    @field_validator("ratings")
    @classmethod
    def _are_scores(cls, ratings: dict[str, int], info: ValidationInfo) -> dict[str, int]:
        for name, score in ratings.items():
            if name not in _words(info).criteria or score not in SCORES:
                raise ValueError(f"{name!r}: {score!r} is no rating from 0 to 4")
        return ratings

    @field_validator("different")
    @classmethod
    def _are_reasons(cls, different: dict[str, str], info: ValidationInfo) -> dict[str, str]:
        longest = _words(info).longest_reason
        for name, reason in different.items():
            if name not in _words(info).criteria or len(reason) > longest:
                raise ValueError(f"{name!r} is no criterion, or more than {longest} characters")
        return different

    @model_validator(mode="after")
    def _keeps_the_order(self, info: ValidationInfo) -> "PostAnswer":
        rated = len(self.ratings) == len(_words(info).criteria)
        if self.opened and not (rated and self.versions[0].strip()):
            raise ValueError("the second opinion opens after the own rating")
        if self.compared and not (self.opened and len(self.versions) > 1):
            raise ValueError("the second version comes after the second opinion")
        return self

    @property
    def said_not_here(self) -> frozenset[tuple[str, str]]:
        """What a reading is to leave out."""
        return frozenset(self.dismissed)


def _words(info: ValidationInfo) -> PostAssessmentPack:
    return pack_of(info).post_assessment
