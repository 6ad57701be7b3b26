"""Words and numbers of `SilentAudience`."""

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import Field, model_validator

from workshop.models.audience import INPUTS, MOST_MESSAGES, VIEWS, Assumptions
from workshop.packs.base import Input, Table, Text, fills
from workshop.packs.exercise import ExercisePack, Points, check_inputs

MessageKind = Literal["useful", "question", "thanks", "pitch"]
View = Literal["seen", "happened", "room"]
Messages = Annotated[tuple[Text, ...], Field(min_length=MOST_MESSAGES, max_length=MOST_MESSAGES)]


class Controls(Table):
    """Words on the controls."""

    next: Annotated[Text, fills("number", "count")]
    all_sent: Annotated[Text, fills("count")]
    turn: Text
    view: Text
    until: Text
    same: Text
    other: Text
    inputs: Text


class Picture(Table):
    """Words in and around the dots."""

    description: Annotated[Text, fills("people", "places", counted=("number",))]
    caption: Text
    message: Text
    kind: Text
    liked: Text
    answered: Text
    unfollowed: Text
    muted: Text
    deleted: Text
    face: Text


class Sentences(Table):
    """What the sender sees, and what happened."""

    start: Text
    seen: Annotated[Text, fills("kind", "liked", "answered", "unfollowed")]
    turned: Annotated[Text, fills("people", "low", "high", counted=("goodbyes", "silent"))]
    kept: Annotated[Text, fills("people", "low", "high", counted=("goodbyes",))]
    room: Annotated[Text, fills("face", "slipped")]
    spread: Annotated[Text, fills("liked_low", "liked_high", "answered_low", "answered_high")]
    before: Annotated[Text, fills("silent_before", "answered_before", "silent", "answered")]
    caution: Text
    names: dict[MessageKind, Text]


class SilentAudiencePack(ExercisePack):
    """Everything `SilentAudience` shows and starts from."""

    kinds: dict[MessageKind, Text]
    messages: dict[MessageKind, Messages]
    controls: Controls
    views: dict[View, Text]
    places: dict[View, dict[str, Annotated[Text, fills("count")]]]
    picture: Picture
    sentences: Sentences
    inputs: dict[str, Input]
    honesty: Points

    @model_validator(mode="after")
    def _fits_together(self) -> "SilentAudiencePack":
        check_inputs(self.inputs, INPUTS)
        for view, places in VIEWS.items():
            if odd := sorted(set(places) ^ set(self.places.get(view, {}))):  # type: ignore[call-overload]
                raise ValueError(f"places.{view}: {odd[0]!r} is missing, or is no place")
        return self

    def assumptions(self, own: Mapping[str, float]) -> Assumptions:
        """Make the model's assumptions of the evidence and a participant's own numbers."""
        ranges = {name: source.range(own.get(name)) for name, source in self.inputs.items()}
        return Assumptions(**ranges)
