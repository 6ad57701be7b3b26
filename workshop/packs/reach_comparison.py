"""Words and numbers of `ReachComparison`."""

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import Field, model_validator

from workshop.models.reach_comparison import Assumptions
from workshop.packs.base import Evidence, Input, Limits, Table, Text, Tint, Unit, check_own, fills
from workshop.packs.exercise import Deciding, ExercisePack, Hours, Knob, Points

Way = Literal["events", "broadcasting", "conversing"]
Stage = Literal["could_hear", "heard", "spoke", "goes_on"]


class SeenShare(Limits):
    """The control whose range the chosen platform fills."""

    label: Text
    help: str = ""
    side: Literal["social"]
    unit: Unit


class Platforms(Table):
    """The platforms to choose from: a label and a range each."""

    legend: Text
    labels: dict[str, Text]
    ranges: dict[str, Evidence]


class Controls(Table):
    """Words on the controls."""

    event_inputs: Text
    social_inputs: Text
    worth: Text
    worth_help: str
    worth_unknown: Text
    worth_options: tuple[Text, ...]
    nothing_yet: Text


class Picture(Table):
    """Words in and around the picture."""

    axis: Text
    description: Annotated[Text, fills("parts")]
    part: Annotated[Text, fills("stage", "ways")]
    way_part: Annotated[Text, fills("way", "band")]
    stage: Text
    way: Text
    low: Text
    middle: Text
    high: Text


class Sentences(Table):
    """What the draws say, with how sure they are."""

    ahead: Annotated[Text, fills("conversing", "events", "chance", counted=("weeks",))]
    behind: Annotated[Text, fills("conversing", "events", "chance", counted=("weeks",))]
    cannot_tell: Annotated[Text, fills("conversing", "events", "chance", counted=("weeks",))]
    nothing: Text
    broadcasting: Annotated[Text, fills("broadcasting", "chance")]
    unused: Annotated[Text, fills("unused")]
    break_even: Annotated[Text, fills("low", "middle", "high")]
    break_even_none: Text
    worth_set: Annotated[Text, fills("worth")]


class ReachComparisonPack(ExercisePack):
    """Everything `ReachComparison` shows and starts from."""

    ways: dict[Way, Text]
    tints: dict[Way, Tint]
    stages: dict[Stage, Text]
    stage_notes: dict[Stage, Text]
    main: tuple[str, ...]
    platform: str
    worths: tuple[float, ...] = Field(min_length=1)
    hours: Hours
    weeks: Knob
    inputs: dict[str, Input]
    seen_share: SeenShare
    platforms: Platforms
    controls: Controls
    picture: Picture
    sentences: Sentences
    deciding: Deciding
    honesty: Points

    @model_validator(mode="after")
    def _fits_together(self) -> "ReachComparisonPack":
        if missing := set(self.platforms.ranges) ^ set(self.platforms.labels):
            raise ValueError(f"platforms: {sorted(missing)[0]!r} needs both a label and a range")
        if self.platform not in self.platforms.ranges:
            raise ValueError(f"platform {self.platform!r} is not among the platforms")
        if unknown := sorted(set(self.main) - set(self.inputs)):
            raise ValueError(f"main names {unknown[0]!r}, which is not among the inputs")
        if len(self.worths) != len(self.controls.worth_options):
            raise ValueError("controls.worth_options needs one label for each of worths")
        return self

    def input(self, name: str, platform: str) -> Input:
        """Return one input; how many see a post depends on the platform."""
        if name != "seen_share":
            return self.inputs[name]
        evidence = self.platforms.ranges[platform].model_dump()
        return Input(**self.seen_share.model_dump(), **evidence)

    def check(self, platform: str, own: Mapping[str, float]) -> None:
        """Check that a platform is known and that a participant's numbers are within their limits.

        Raises:
            ValueError: Naming the first that is not.
        """
        if platform not in self.platforms.ranges:
            raise ValueError(f"platform must be one of {', '.join(self.platforms.ranges)}")
        check_own(own, {name: self.input(name, platform) for name in self.input_names})

    def assumptions(
        self,
        hours: float,
        weeks: float,
        platform: str,
        own: Mapping[str, float],
        measured: Mapping[str, tuple[float, float, float]] | None = None,
    ) -> Assumptions:
        """Make the model's assumptions of the evidence and a participant's own numbers.

        Args:
            hours: All-in hours a week.
            weeks: Over how many weeks.
            platform: One of the platforms.
            own: The participant's numbers by input, in the inputs' units; the others stay.
            measured: Low, typical and high of inputs that the participant's own posts measured.
        """
        ranges = {
            name: self.input(name, platform).range(own.get(name)) for name in self.input_names
        }
        for name, ends in (measured or {}).items():
            ranges[name] = self.input(name, platform).measured(*ends)
        return Assumptions(hours=hours, weeks=weeks, **ranges)

    @property
    def input_names(self) -> tuple[str, ...]:
        """Every input's name, how many see a post included."""
        return (*self.inputs, "seen_share")
