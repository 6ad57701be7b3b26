"""Marked stretches of a text: where they are, what each says, and where a browser finds them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from workshop.reading.utf16 import utf16_offsets


@dataclass(frozen=True)
class Mark:
    """A stretch of a text and what there is to say about it.

    Attributes:
        start: Where it begins, as Python counts.
        end: The place behind it.
        tint: The colour and line it is drawn with; each tint has a line of its own.
        sign: A letter that tells its kind without colour.
        label: Its kind, in a word or two.
        note: What there is to say; without it there is nothing to open.
        ask: A question that goes with the note.
        press: The words of a button below the note; "" for none.
        name: What a press of that button is called.
        faint: Whether it is drawn as something that does not count.
        chosen: Whether it stands out among the others.
    """

    start: int
    end: int
    tint: Literal["", "face", "social", "muted"] = ""
    sign: str = ""
    label: str = ""
    note: str = ""
    ask: str = ""
    press: str = ""
    name: str = ""
    faint: bool = False
    chosen: bool = False


def groups(text: str, marks: Iterable[Mark]) -> list[dict[str, Any]]:
    """Join marks that overlap, in the order of the text, with places in UTF-16 units.

    Returns:
        For each stretch its `start` and `end`, how it is drawn (`tint`, `faint`, `chosen`) and
        its `notes`. No two stretches share a letter, and no mark is lost.
    """
    joined: list[list[Mark]] = []
    for mark in sorted(marks, key=lambda mark: (mark.start, -mark.end)):
        if mark.start >= min(mark.end, len(text)):
            continue
        if joined and mark.start < max(other.end for other in joined[-1]):
            joined[-1].append(mark)
        else:
            joined.append([mark])
    places = utf16_offsets(text)
    return [_group(group, places, text) for group in joined]


def _group(marks: list[Mark], places: Sequence[int], text: str) -> dict[str, Any]:
    leading = next((mark for mark in marks if not mark.faint), marks[0])
    return {
        "start": places[marks[0].start],
        "end": places[min(len(text), max(mark.end for mark in marks))],
        "tint": leading.tint,
        "faint": leading.faint,
        "chosen": any(mark.chosen for mark in marks),
        "notes": [_note(mark, text) for mark in marks],
    }


def _note(mark: Mark, text: str) -> dict[str, Any]:
    names = ("tint", "sign", "label", "note", "ask", "press", "name", "faint")
    return {name: getattr(mark, name) for name in names} | {"words": text[mark.start : mark.end]}
