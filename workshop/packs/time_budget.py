"""Words and numbers of `TimeBudget`."""

from typing import Annotated, Literal

from pydantic import Field, model_validator

from workshop.packs.base import Evidence, Input, Table, Text, Tint, fills
from workshop.packs.exercise import ExercisePack

Medium = Literal["face_to_face", "social", "uncounted"]


class Activity(Table):
    """One line of the week."""

    label: Text
    help: str = ""
    medium: Medium
    hours: float = Field(ge=0, multiple_of=0.25)


class Presets(Table):
    """Weeks to start from, in hours of meeting people; each key has a label and a number."""

    legend: Text
    labels: dict[str, Text]
    hours: dict[str, float]


class Controls(Table):
    """Words on the controls."""

    lock: Annotated[Text, fills("total")]
    lock_help: Text
    same_hours: Text
    same_hours_done: Text
    undo: Text
    more: Text


class Picture(Table):
    """Words in and around the picture."""

    hours_axis: Text
    description: Annotated[Text, fills("parts")]
    part: Annotated[Text, fills("medium", "hours")]
    activity: Text
    medium: Text
    hours: Text


class Totals(Table):
    """Headings of the table of totals."""

    caption: Text
    amount: Text
    week: Text
    month: Text
    year: Text
    cost: Text
    share: Text


class Sentences(Table):
    """The one sentence that says what the week adds up to."""

    more_face: Annotated[Text, fills("gap", "gap_year", "gap_cost", "hour")]
    more_social: Annotated[Text, fills("gap", "gap_year", "gap_cost", "hour")]
    equal: Annotated[Text, fills("hours", "hours_year", "cost", "hour")]
    example: Text
    nothing: Text


class WeekEvidence(Table):
    """What surveys say about such weeks."""

    face_to_face: Evidence
    social: Evidence
    title: Text
    note: Annotated[
        Text, fills("face_low", "face", "face_high", "social_low", "social", "social_high")
    ]


class TimeBudgetPack(ExercisePack):
    """Everything `TimeBudget` shows and starts from."""

    most: float = Field(gt=0, le=60, multiple_of=0.25)
    step: float = Field(gt=0, multiple_of=0.25)
    media: dict[Medium, Text]
    tints: dict[Medium, Tint]
    activities: dict[str, Activity] = Field(min_length=2)
    presets: Presets
    weeks: Input
    hourly_value: Input
    controls: Controls
    picture: Picture
    totals: Totals
    sentences: Sentences
    evidence: WeekEvidence

    @model_validator(mode="after")
    def _starts_inside(self) -> "TimeBudgetPack":
        for name, activity in self.activities.items():
            if activity.hours > self.most:
                raise ValueError(f"activities.{name}.hours is above most ({self.most:g})")
        if missing := set(self.presets.hours) ^ set(self.presets.labels):
            raise ValueError(f"presets: {sorted(missing)[0]!r} needs both a label and hours")
        return self

    @property
    def starting_hours(self) -> dict[str, float]:
        """Hours a week of each activity before anything is moved."""
        return {name: activity.hours for name, activity in self.activities.items()}

    @property
    def activity_media(self) -> dict[str, str]:
        """The medium of each activity."""
        return {name: activity.medium for name, activity in self.activities.items()}
