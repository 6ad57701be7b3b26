"""Words and numbers of `PostAssessment`; the rules it reads by belong to `workshop.reading`."""

from typing import Annotated

from pydantic import Field, model_validator

from workshop.packs.base import Table, Text, fills
from workshop.packs.exercise import ExercisePack
from workshop.reading import BANDS, CRITERIA, KINDS, LENGTHS


class DraftWords(Table):
    """The field where the text is written."""

    kind: Text
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
    """One line of the rubric, with anchors at 0, 2 and 4 and a sign that stands for it."""

    label: Text
    sign: Annotated[str, Field(min_length=1, max_length=2)]
    anchors: tuple[Text, Text, Text]


class Finding(Table):
    """Words on the notes of the marks."""

    touch: Text
    nothing: Text
    pitch: Text
    conversation: Text
    uncounted: Text
    quoted: Text
    negated: Text
    dismissed: Text
    not_here: Text
    after_all: Text


class Opinion(Table):
    """Words around the second opinion."""

    title: Text
    lead: Text
    ratings: Text
    yours: Text
    theirs: Text
    agree: Text
    higher: Text
    lower: Text
    range: Annotated[Text, fills("low", "high")]
    differently: Text
    because: Text
    only_yours: Text
    without: Annotated[Text, fills("words", "band")]
    quote: Annotated[Text, fills("words")]
    change: Text


class Revision(Table):
    """Words around the second and third version."""

    title: Text
    label: Text
    help: str
    open: Text
    missing: Text
    third: Text
    third_title: Text
    third_label: Text


class Compared(Table):
    """Words around the versions side by side."""

    title: Text
    versions: tuple[Text, Text, Text]
    moved: Text
    further: Text
    back: Text
    still: Text


class Sentences(Table):
    """The one sentence, at each step."""

    start: Text
    rate: Annotated[Text, fills("count")]
    ready: Text
    opened: Annotated[Text, fills("band", "agree")]
    compared: Annotated[Text, fills("first", "last")]
    same: Text


class PostAssessmentPack(ExercisePack):
    """Everything `PostAssessment` shows."""

    longest: int = Field(ge=280, le=10_000)
    longest_reason: int = Field(ge=100, le=2_000)
    kinds: dict[str, Text]
    draft: DraftWords
    rating: Rating
    criteria: dict[str, Criterion]
    finding: Finding
    opinion: Opinion
    bands: dict[str, Text]
    reasons: dict[str, Text]
    lengths: dict[str, str]
    revision: Revision
    compared: Compared
    sentences: Sentences

    @model_validator(mode="after")
    def _is_whole(self) -> "PostAssessmentPack":
        if tuple(self.criteria) != CRITERIA:
            raise ValueError(f"criteria must be these, in this order: {', '.join(CRITERIA)}")
        signs = [criterion.sign for criterion in self.criteria.values()]
        if len(set(signs)) < len(signs):
            raise ValueError(f"criteria: each needs a sign of its own, found {', '.join(signs)}")
        for name, known in (("bands", BANDS), ("kinds", KINDS), ("lengths", LENGTHS)):
            if odd := sorted(set(getattr(self, name)) ^ set(known)):
                raise ValueError(
                    f"{name}: {odd[0]!r} is missing or unknown; use {', '.join(known)}"
                )
        return self
