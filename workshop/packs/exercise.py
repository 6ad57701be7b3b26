"""What the packs of several exercises have in common."""

from collections.abc import Collection
from typing import Annotated

from workshop.packs.base import Limits, Table, Text, fills


class Discuss(Table):
    """Questions for the room."""

    points: tuple[Text, ...]


class ExercisePack(Table):
    """What every exercise shows: how it is called, what it asks, and what to talk about."""

    title: Text
    question: Text
    lead: Text
    discuss: Discuss


class Points(Table):
    """A title and what stands under it."""

    title: Text
    points: tuple[Text, ...]


class Knob(Limits):
    """A plain number that the participant chooses; it has no evidence because it is a choice."""

    label: Text
    help: str = ""
    typical: float


class Hours(Knob):
    """The hours that everything compared gets."""

    linked: Text
    link: Annotated[Text, fills("hours")]


class Deciding(Table):
    """Words of 'which input decides?'."""

    title: Text
    lead: Text
    row: Annotated[Text, fills("label", "low", "high", "at_low", "at_high")]
    none: Text


def check_inputs(given: Collection[str], known: Collection[str]) -> None:
    """Check that a pack has every input that the model knows, and no other.

    Raises:
        ValueError: Naming the first that is missing or unknown.
    """
    if odd := sorted(set(given) ^ set(known)):
        raise ValueError(f"inputs: {odd[0]!r} is missing, or is not an input")
