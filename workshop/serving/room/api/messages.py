"""What goes over the line, as models: they check what comes in and describe it to others."""

from dataclasses import dataclass
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, JsonValue, TypeAdapter

from workshop.room.agenda import Agenda
from workshop.room.changes import Changes
from workshop.room.delivery import LAST_SEQUENCE, LONGEST_TEXT, Delivery, Receipt
from workshop.room.errors import Reason
from workshop.room.stage import Stage

ROOT = "api/room/v1"
"""Where the HTTP face is, below a server's address."""

LARGEST_BODY = 64 * 1024
"""Bytes of a request; an afternoon offline is a tenth of it."""

MOST_ANSWERS = 60
"""Answers in one request: every round of an agenda at once."""

LONGEST_WAIT = 30
"""Seconds for which a question may be kept; proxies give up after 60."""


def _number(value: Any) -> Any:
    """Refuse what only looks like a number; 3.0 is one in JSON."""
    if isinstance(value, bool | str):
        raise ValueError("is a number")
    return value


StepKey = Annotated[str, Field(min_length=1, max_length=40)]
Count = Annotated[int, Field(ge=1, le=LAST_SEQUENCE), BeforeValidator(_number)]
Words = Annotated[
    str, Field(min_length=1, max_length=LONGEST_TEXT, pattern=r"^[^\x00]*[^\s\x00][^\x00]*$")
]


class _Sent(BaseModel):
    """What a seat sends: nothing in it that nobody reads."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Joining(_Sent):
    """How somebody comes in; with the word of their first device they go on from there."""

    word: Annotated[str, Field(max_length=40)] = ""


class Answer(_Sent):
    """One answer; a later one of the same seat, step and round has a higher sequence."""

    step: StepKey
    round: Count
    sequence: Count
    body: JsonValue


class Answers(_Sent):
    """Answers that are stored together, each for itself."""

    answers: Annotated[tuple[Answer, ...], Field(min_length=1, max_length=MOST_ANSWERS)]

    def deliveries(self) -> list[Delivery]:
        """Return them as a room takes them."""
        return [Delivery(one.step, one.round, one.sequence, one.body) for one in self.answers]


class Text(_Sent):
    """A text that its writer gives to the trainer."""

    step: StepKey
    round: Count
    text: Words


class Question(_Sent):
    """From which revision on changes are asked for, and how many seconds the answer may take."""

    since: Annotated[int, Field(ge=0, le=LAST_SEQUENCE)] = 0
    wait: Annotated[int, Field(ge=0, le=LONGEST_WAIT)] = 0


@dataclass(frozen=True)
class TakenSeat:
    """A seat, all that its owner has answered, and what its room was opened with."""

    code: str
    pseudonym: str
    word: str
    agenda: Agenda
    stage: Stage
    answers: list[Delivery]


@dataclass(frozen=True)
class Refusal:
    """Why something was not taken, and will not be however often it is sent."""

    reason: Reason
    told: str = ""


@dataclass(frozen=True)
class Outcomes:
    """What became of each answer, in their order; a receipt is given once it is committed."""

    outcomes: list[Receipt | Refusal]


Trouble = Literal["unavailable", "no_token", "no_such_place", "no_such_method", "mistake"]


@dataclass(frozen=True)
class Problem:
    """Why a request was not answered, by a name that does not change and in words for developers.

    After 'unavailable' and 'too_fast' the same may be sent again, a little later.
    """

    reason: Reason | Trouble
    told: str = ""


TAKEN_SEAT: TypeAdapter[TakenSeat] = TypeAdapter(TakenSeat)
OUTCOMES: TypeAdapter[Outcomes] = TypeAdapter(Outcomes)
CHANGES: TypeAdapter[Changes] = TypeAdapter(Changes)
PROBLEM: TypeAdapter[Problem] = TypeAdapter(Problem)
DOCUMENTED: dict[str, TypeAdapter[Any]] = {
    "Joining": TypeAdapter(Joining),
    "Answers": TypeAdapter(Answers),
    "Text": TypeAdapter(Text),
    "TakenSeat": TAKEN_SEAT,
    "Outcomes": OUTCOMES,
    "Changes": CHANGES,
    "Problem": PROBLEM,
}
