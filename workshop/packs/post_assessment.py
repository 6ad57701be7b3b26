"""Words and numbers of `PostAssessment`; the rules it reads by belong to `workshop.reading`."""

from typing import Literal

from pydantic import Field, model_validator

from workshop.packs.base import Table, Text, template
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
    missing_ratings: template("count")
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
    agree: Text
    higher: Text
    lower: Text
    caption: Text
    range: template("low", "high")
    quoted: Text
    negated: Text
    change: Text
    pitch_mark: Text
    conversation_mark: Text
    cut: Text


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
    moved: template("first", "second")


class Sentences(Table):
    """The one sentence, at each step."""

    start: Text
    rate: template("count")
    ready: Text
    opened: template("band", "agree")
    compared: template("moved")


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
    bands: dict[Literal[BANDS], Text]
    reasons: dict[str, Text]
    revision: Revision
    compared: Compared
    sentences: Sentences
    discuss: Discuss

    @model_validator(mode="after")
    def _is_whole(self) -> "PostAssessmentPack":
        if tuple(self.criteria) != CRITERIA:
            raise ValueError(f"criteria must be these, in this order: {', '.join(CRITERIA)}")
        if missing := [band for band in BANDS if band not in self.bands]:
            raise ValueError(f"bands.{missing[0]!r} is missing")
        return self
