"""Words and numbers of `Review`."""

from typing import Annotated, Literal

from pydantic import Field

from workshop.models.ranges import Range
from workshop.packs.base import Evidence, Table, Text, Tint, fills
from workshop.packs.exercise import ExercisePack, Points
from workshop.sheets import Column

Medium = Literal["face_to_face", "social"]
Outcome = Literal["reached", "conversations", "relationships", "opportunities"]
AmountName = Literal[
    "hours", "reached", "conversations", "relationships", "opportunities", "revenue"
]
Sentence = Annotated[Text, fills("least", "social", "face_to_face", "chance", counted=("weeks",))]


class Amount(Table):
    """One number of a week."""

    label: Text
    help: str = ""
    step: float = Field(gt=0)
    most: float = Field(gt=0)


class Sheet(Table):
    """How the journal is called as a file."""

    name: Text
    file: Text
    week: Text
    column: Annotated[Text, fills("amount", "medium")]


class Journal(Table):
    """Words around the journal."""

    title: Text
    week: Annotated[Text, fills("day")]
    this_week: Annotated[Text, fills("day")]
    before: Text
    after: Text
    written: Annotated[Text, fills("day", counted=("weeks",))]
    none: Text
    bring: Text
    upload: Text
    upload_help: Text
    read: Annotated[Text, fills(counted=("weeks",))]
    save_xlsx: Text
    save_csv: Text
    analytics: Text
    analytics_help: Text
    filled: Annotated[Text, fills("weeks", "platform")]
    not_filled: Annotated[Text, fills("platform")]
    no_reach: Annotated[Text, fills("platform")]
    hour_value: Text
    hour_value_help: Text


class Picture(Table):
    """Words in and around the picture."""

    axis: Text
    key: Text
    description: Annotated[Text, fills("parts")]
    part: Annotated[Text, fills("outcome", "media")]
    medium_part: Annotated[Text, fills("medium", "band", "prior")]
    label: Annotated[Text, fills("medium", "band")]
    assumed: Annotated[Text, fills("medium", "band")]
    outcome: Text
    medium: Text
    low: Text
    middle: Text
    high: Text


class Counts(Table):
    """Words of the table of counts."""

    caption: Annotated[Text, fills(counted=("weeks",))]
    amount: Text


class Weights(Table):
    """Words of 'ours beside yours'."""

    title: Text
    lead: Text
    caption: Text
    medium: Text
    assumed: Text
    yours: Text
    worth: Text
    weeks: Annotated[Text, fills(counted=("weeks",))]
    week: Text
    share_caption: Text
    cases: Annotated[Text, fills(counted=("cases",))]


class Costs(Table):
    """Words of the table of costs."""

    title: Text
    caption: Annotated[Text, fills("hour")]
    of: Text
    conversations: Text
    opportunities: Text
    range: Annotated[Text, fills("low", "high")]
    no_hours: Text
    revenue: Annotated[Text, fills("face_to_face", "social")]


class Growth(Table):
    """Words around the months to come."""

    title: Text
    lead: Annotated[Text, fills("hours", counted=("months",))]
    dashes: Text
    months: int = Field(ge=1, le=60)


class Sentences(Table):
    """The one sentence: what the months say of conversations, or that they do not say it yet."""

    nothing: Sentence
    too_soon: Sentence
    social: Sentence
    face_to_face: Sentence
    cannot_tell: Sentence
    too_few: Sentence


class Opportunities(Table):
    """What the months say of opportunities."""

    social: Sentence
    face_to_face: Sentence
    cannot_tell: Sentence
    too_few: Sentence


class Believed(Evidence):
    """A share that is believed until it is counted."""

    label: Text
    unit: Literal["percent"]

    @property
    def range(self) -> Range:
        """The share as the model reads it."""
        return Range(self.low / 100, self.typical / 100, self.high / 100, share=True)


class ReviewPack(ExercisePack):
    """Everything `Review` shows and starts from."""

    media: dict[Medium, Text]
    tints: dict[Medium, Tint]
    amounts: dict[AmountName, Amount]
    outcomes: dict[Outcome, Text]
    sheet: Sheet
    journal: Journal
    picture: Picture
    counts: Counts
    weights: Weights
    costs: Costs
    growth: Growth
    sentences: Sentences
    opportunities: Opportunities
    why: Points
    honesty: Points
    relationship_share: Believed
    opportunity_share: Believed

    @property
    def columns(self) -> list[Column]:
        """The journal's columns, medium by medium."""
        return [
            Column(
                key=f"{medium}.{name}",
                heading=self.sheet.column.format(amount=amount.label, medium=label),
                whole=name not in ("hours", "revenue"),
                most=amount.most,
            )
            for medium, label in self.media.items()
            for name, amount in self.amounts.items()
        ]
