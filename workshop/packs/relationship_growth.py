"""Words and numbers of `RelationshipGrowth`."""

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import model_validator

from workshop.models.reach_comparison import Assumptions as Reach
from workshop.models.relationships import OWN_INPUTS, Assumptions
from workshop.packs.base import Input, Table, Text, Tint, fills
from workshop.packs.exercise import Deciding, ExercisePack, Hours, Knob, Points, check_inputs

Medium = Literal["face_to_face", "social"]
Stage = Literal["met", "partner", "trusted", "brought"]
Sentence = Annotated[Text, fills("face_to_face", "social", "chance", counted=("months",))]


class Habits(Table):
    """How often people hear from you: a label and touches a month each."""

    legend: Text
    help: str = ""
    typical: str
    labels: dict[str, Text]
    touches: dict[str, float]

    @model_validator(mode="after")
    def _fits_together(self) -> "Habits":
        if odd := sorted(set(self.labels) ^ set(self.touches)):
            raise ValueError(f"{odd[0]!r} needs both a label and its touches a month")
        if self.typical not in self.labels:
            raise ValueError(f"typical {self.typical!r} is not among the labels")
        return self


class Controls(Table):
    """Words on the controls."""

    inputs: Text
    meanings: Text


class Picture(Table):
    """Words in and around the picture."""

    axis: Text
    dashes: Text
    mark: Text
    description: Annotated[Text, fills("parts", counted=("months",))]
    part: Annotated[Text, fills("stage", "media")]
    medium_part: Annotated[Text, fills("medium", "band")]
    stage: Text
    medium: Text
    month: Text
    low: Text
    middle: Text
    high: Text
    pitched: Text


class Sentences(Table):
    """What the draws say, with how sure they are."""

    cannot_tell: Sentence
    ahead: Sentence
    behind: Sentence
    nothing: Text
    no_finding: Text
    likely: Annotated[Text, fills("when")]
    from_month: Annotated[Text, fills("medium", "month")]
    within: Annotated[Text, fills("medium", counted=("months",))]
    pitching: Annotated[Text, fills("face_to_face", "social", "face_to_face_now", "social_now")]
    lost: Annotated[Text, fills("face_to_face", "social")]
    room: Annotated[Text, fills("face_to_face", "social")]


class RelationshipGrowthPack(ExercisePack):
    """Everything `RelationshipGrowth` shows and starts from."""

    media: dict[Medium, Text]
    tints: dict[Medium, Tint]
    stages: dict[Stage, Text]
    stage_notes: dict[Stage, Text]
    hours: Hours
    months: Knob
    keeping: Knob
    pitching: Knob
    habits: Habits
    inputs: dict[str, Input]
    controls: Controls
    picture: Picture
    sentences: Sentences
    deciding: Deciding
    honesty: Points

    @model_validator(mode="after")
    def _has_every_input(self) -> "RelationshipGrowthPack":
        check_inputs(self.inputs, OWN_INPUTS)
        return self

    def assumptions(
        self,
        reach: Reach,
        months: int,
        habit: str,
        shares: Mapping[str, float],
        own: Mapping[str, float],
    ) -> Assumptions:
        """Make the model's assumptions of the evidence and a participant's own numbers.

        Args:
            reach: Hours, and how people are found.
            months: How long.
            habit: One of the habits.
            shares: `keeping` and `pitching`, in per cent.
            own: The participant's numbers by input, in the inputs' units; the others stay.
        """
        ranges = {name: source.range(own.get(name)) for name, source in self.inputs.items()}
        return Assumptions(
            reach=reach,
            months=months,
            touches=self.habits.touches[habit],
            keeping=shares["keeping"] / 100,
            pitching=shares["pitching"] / 100,
            **ranges,
        )
