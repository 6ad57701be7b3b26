"""What a seat sends to its room and what comes back; checked before anything is stored."""

import json
import math
import re
from dataclasses import dataclass
from typing import Any

from workshop.room.agenda import Agenda
from workshop.room.errors import Refused

LARGEST_ANSWER = 16_000  # characters of JSON; the largest exercise's is a quarter of it
LONGEST_TEXT = 2_000  # characters
LAST_SEQUENCE = 2**53  # what a browser's numbers hold exactly
DEEPEST = 8

_NAME = re.compile(r"[\w.:-]{0,40}")


@dataclass(frozen=True)
class Delivery:
    """One answer on its way: a later one of the same seat and round has a higher sequence."""

    step: str
    round: int
    sequence: int
    body: Any


@dataclass(frozen=True)
class Receipt:
    """That the room has this answer, or one of the same seat that is as new or newer.

    `kept` is whether what the room has now is what was delivered.
    """

    step: str
    round: int
    sequence: int
    kept: bool


def checked(delivery: Delivery, agenda: Agenda) -> str:
    """Return a delivery's body as the JSON that is stored.

    Raises:
        Refused: If the step is none of the agenda's or the answer is not plain, small JSON. An
            answer holds numbers and the names of choices; what a person wrote is shared on
            purpose, as a text, or stays on their device.
    """
    if delivery.step not in agenda:
        raise Refused("no_such_step", f"{delivery.step!r:.60} is no step of this agenda")
    if not (_is_count(delivery.round) and _is_count(delivery.sequence)):
        raise Refused("not_plain", "round and sequence are whole numbers from 1")
    _check(delivery.body, LARGEST_ANSWER, DEEPEST)
    return json.dumps(delivery.body, sort_keys=True, separators=(",", ":"), allow_nan=False)


def without_writing(value: Any) -> Any:
    """Return an answer as it may leave a page: every text that is no name of a choice is None.

    One word looks like a name. Nobody is ever shown it, but an exercise that lets people write so
    little has to leave it out itself.
    """
    if isinstance(value, str):
        return value if _NAME.fullmatch(value) else None
    if isinstance(value, dict):
        named = {key: item for key, item in value.items() if _NAME.fullmatch(str(key))}
        return {key: without_writing(item) for key, item in named.items()}
    if isinstance(value, list | tuple):
        return [without_writing(item) for item in value]
    return value


def checked_text(text: Any) -> str:
    """Return a text that its writer wants to share, without space around it.

    Raises:
        Refused: If it is empty, too long, or no text that a database can hold.
    """
    if not isinstance(text, str) or not text[: LONGEST_TEXT + 1].strip() or "\0" in text:
        raise Refused("not_plain", "a text has letters in it")
    if len(text) > LONGEST_TEXT:
        raise Refused("too_large", f"a text has at most {LONGEST_TEXT} characters")
    if any("\ud800" <= letter <= "\udfff" for letter in text):
        raise Refused("not_plain", "a text is whole Unicode")
    return text.strip()


def _is_count(value: Any) -> bool:
    return type(value) is int and 1 <= value <= LAST_SEQUENCE


def _check(value: Any, left: int, depth: int) -> int:
    """Return how many characters are left after this value; about, and never too many."""
    if depth == 0 or left < 0:
        raise Refused("too_large", f"an answer has at most {LARGEST_ANSWER} characters")
    match value:
        case None | bool():
            return left - 5
        case int() | float() if abs(value) <= LAST_SEQUENCE and math.isfinite(value):
            return left - 24
        case str() if _NAME.fullmatch(value):
            return left - len(value) - 3
        case str():
            raise Refused("writing", "an answer holds the names of choices, not what was written")
        case list() | tuple():
            for item in value:
                left = _check(item, left - 1, depth - 1)
            return left
        case dict():
            for key, item in value.items():
                left = _check(item, _check(str(key), left, depth), depth - 1)
            return left
    raise Refused("not_plain", f"an answer is plain JSON, without {type(value).__name__}")
