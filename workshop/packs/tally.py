"""How what a room answered is told: the names of what is counted, and of its bars."""

from collections.abc import Iterable
from typing import Annotated

from pydantic import Field

from workshop.packs.base import Table, Text, Tint, fills


class MeasureWords(Table):
    """One thing that is counted; `options` names its choices, if it has any."""

    title: Text
    tint: Tint = ""
    options: dict[str, Text] = Field(default_factory=dict)


class TallyPack(Table):
    """Words of the pictures of a room; a measure that has none goes by its own name."""

    below: Annotated[Text, fills("number")]
    between: Annotated[Text, fills("low", "high")]
    above: Annotated[Text, fills("number")]
    alternatives: Annotated[Text, fills("first", "second")]
    people_axis: Text
    bar: Annotated[Text, fills("people", "share")]
    answered: Annotated[Text, fills("answered", "seats")]
    counted: Annotated[Text, fills(counted=("people", "answered"))]
    too_few: Annotated[Text, fills("least")]
    hidden: Text
    try_named: Annotated[Text, fills("title", "number")]
    heard: Annotated[Text, fills("title", "bars")]
    heard_bar: Annotated[Text, fills("name", counted=("people",))]
    side_column: Text
    name_column: Text
    people_column: Text
    measures: dict[str, dict[str, MeasureWords]] = Field(default_factory=dict)
    pictures: dict[str, tuple[Annotated[tuple[str, ...], Field(min_length=1, max_length=2)], ...]]
    """What stands in one picture, by exercise; two measures of one picture have the same cells."""

    def measure(self, exercise: str, name: str) -> MeasureWords:
        """Return the words of a measure; one of a trainer's own agenda may have none here."""
        found = self.measures.get(exercise, {}).get(name)
        return found or MeasureWords(title=name.replace("_", " ").capitalize())

    def together(self, exercise: str, measures: Iterable[str]) -> list[tuple[str, ...]]:
        """Return which measures share a picture, the most telling first; others stand alone."""
        known = list(measures)
        named = [
            tuple(name for name in group if name in known)
            for group in self.pictures.get(exercise, ())
        ]
        told = {name for group in named for name in group}
        return [*filter(None, named), *((name,) for name in known if name not in told)]
