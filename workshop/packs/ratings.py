"""Words of `SelfRating` and `LookingBack`: the same statements at the start and at the end."""

from typing import Annotated

from pydantic import Field

from workshop.packs.base import Table, Text, fills
from workshop.packs.exercise import ExercisePack

Scale = Annotated[tuple[Text, ...], Field(min_length=3, max_length=7)]


class SelfRatingPack(ExercisePack):
    """Statements that people rate on one scale, whose lowest step counts as 1."""

    scale: Scale
    ends: Text
    statements: Annotated[dict[str, Text], Field(min_length=1, max_length=6)]
    nothing: Text
    rated: Text


class Gains(Table):
    """The two ways in which a gain is told; both are what people say of themselves."""

    missing: Text
    measured: Annotated[Text, fills("before", "now", "gain")]
    no_start: Text
    looking_back: Annotated[Text, fills("then", "now", "gain")]
    note: Text


class Pulse(Table):
    """One question on the way out, and what may be answered, the least first."""

    question: Text
    options: Annotated[dict[str, Text], Field(min_length=2, max_length=6)]


class LookingBackPack(ExercisePack):
    """The same statements once more, twice: now, and as it was at the start."""

    now: Text
    then: Text
    gains: Gains
    pulse: Pulse
