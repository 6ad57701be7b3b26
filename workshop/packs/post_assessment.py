"""Words and numbers of `PostAssessment`; the rules it reads by belong to `workshop.reading`."""

from typing import Annotated

from pydantic import Field, model_validator

from workshop.packs.base import Table, Text, fills
from workshop.packs.time_budget import Discuss
from workshop.reading import BANDS, CRITERIA


class DraftWords(Table):
    """The field where the post is written."""

    label: Text
    placeholder: str
    help: str


class Rating(Table):
    """The participant's own judgement."""

    title: Text
    lead: Text
    missing_text: Text
    missing_ratings: Annotated[Text, fills("count")]
    open: Text


class Criterion(Table):
    """One line of the rubric, with anchors at 0, 2 and 4."""

    label: Text
    anchors: tuple[Text, Text, Text]


class Opinion(Table):
    """Words around the second opinion."""

    title: Text
    lead: Text
    seen: Text
    nothing_seen: Text
    yours: Text
    theirs: Text
    criterion: Text
    difference: Text
    agree: Text
    higher: Text
    lower: Text
    caption: Text
    range: Annotated[Text, fills("low", "high")]
    quoted: Text
    negated: Text
    change: Text
    pitch_mark: Text
    conversation_mark: Text


class Revision(Table):
    """Words around the second version."""

    title: Text
    label: Text
    help: str
    open: Text
    missing: Text
    first: Text
    second: Text


class Compared(Table):
    """Words around both versions side by side."""

    title: Text
    caption: Text
    same: Text
    moved: Annotated[Text, fills("first", "second")]


class Sentences(Table):
    """The one sentence, at each step."""

    start: Text
    rate: Annotated[Text, fills("count")]
    ready: Text
    opened: Annotated[Text, fills("band", "agree")]
    compared: Annotated[Text, fills("moved")]


class PostAssessmentPack(Table):
    """Everything `PostAssessment` shows."""

    title: Text
    question: Text
    lead: Text
    longest: int = Field(ge=280, le=10_000)
    draft: DraftWords
    rating: Rating
    criteria: dict[str, Criterion]
    opinion: Opinion
    bands: dict[str, Text]
    reasons: dict[str, Text]
    revision: Revision
    compared: Compared
    sentences: Sentences
    discuss: Discuss

    @model_validator(mode="after")
    def _is_whole(self) -> "PostAssessmentPack":
        if tuple(self.criteria) != CRITERIA:
            raise ValueError(f"criteria must be these, in this order: {', '.join(CRITERIA)}")
        if odd := sorted(set(self.bands) ^ set(BANDS)):
            raise ValueError(f"bands: {odd[0]!r} is missing or unknown; use {', '.join(BANDS)}")
        return self
