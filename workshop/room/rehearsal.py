"""Made-up people, so that a trainer can practise alone. They answer whatever a step counts."""

import random
import time
from collections.abc import Mapping, Sequence
from typing import Any

from workshop.room.agenda import Measure
from workshop.room.codes import hashed
from workshop.room.delivery import Delivery
from workshop.room.room import Room
from workshop.room.seat import Seat, Words

PEOPLE = 12

SPREAD = 0.3
"""How far people differ, as a part of all cells."""


def rehearse(
    room: Room,
    words: Words,
    texts: Mapping[str, Sequence[str]] | None = None,
    people: int = PEOPLE,
) -> None:
    """Let made-up people in, if they are not there yet, and have them answer the step that is up.

    Args:
        room: The room; it takes them for people, so real ones get another room.
        words: What pseudonyms are made of.
        texts: What some of them share, by exercise.
        people: How many.

    Raises:
        Refused: The room is closed or full.
        Unavailable: It could not be done.
    """
    seats = [
        Seat.join(room, hashed(f"rehearsal {number}", room.id), words) for number in range(people)
    ]
    stage = room.stage()
    measures = room.agenda.counted(stage.step)
    if not measures:
        return
    sequence = time.time_ns() // 1_000_000  # a later press is a later answer
    sent = [
        (
            seat.id,
            Delivery(stage.step, stage.round, sequence, _answer(measures.values(), stage.round)),
        )
        for seat in seats
    ]
    room.deliver_all(sent)
    exercise = next(step.exercise for step in room.agenda.steps if step.key == stage.step)
    for seat, text in zip(seats, (texts or {}).get(exercise, ()), strict=False):
        seat.share(stage.step, text, stage.round)


def _answer(measures: Any, number: int) -> dict[str, Any]:
    body: dict[str, Any] = {}
    for place, measure in enumerate(measures):
        _put(body, measure.path.split("."), _value(measure, place + number))
    return body


def _value(measure: Measure, place: int) -> float | str:
    """Draw a cell; what comes later in a step lies higher, so that something is to be seen."""
    middle = min(0.25 * place, 0.8)
    drawn = random.gauss(middle, SPREAD)
    cell = min(max(int(drawn * measure.size), 0), measure.size - 1)
    if measure.options:
        return measure.options[cell]
    return measure.edges[cell - 1] if cell else measure.edges[0] - 0.1


def _put(body: dict[str, Any], path: list[str], value: Any) -> None:
    *way, last = path
    for part in way:
        body = body.setdefault(part, {})
    body[last] = value
