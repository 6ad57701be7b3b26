"""What a trainer might do next, with the reason; rules, no more. The words are the caller's."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from workshop.room.agenda import Agenda, Step
from workshop.room.tally import Bar

PAIRS = 6.0
"""Minutes that talking in pairs takes: two for each, two for what comes back."""

WIDE = 0.5
"""A spread is wide where no half of the room is in neighbouring bars."""

BEHIND = 2.0
"""Minutes behind that are worth a suggestion; less comes back by itself."""


@dataclass(frozen=True)
class Advice:
    """One suggestion: what, how many minutes it takes or gives, from which step, and why.

    `reason` and `kind` are names that a caller's words are found by.
    """

    kind: Literal["pairs", "shorten", "lengthen", "wait"]
    reason: Literal["wide", "together", "behind", "ahead", "few"]
    minutes: float = 0.0
    step: str = ""


def advise(
    agenda: Agenda,
    place: int,
    late: float,
    answered: int,
    seats: int,
    bars: Sequence[Bar] = (),
) -> list[Advice]:
    """Return what fits now, the most useful first.

    Args:
        agenda: The agenda.
        place: Where the session is in it.
        late: Minutes behind the plan; below zero ahead of it.
        answered: People who have answered the step that is up.
        seats: People in the room.
        bars: The published bars of the measure that is looked at; none if there are none yet.
    """
    found = []
    if agenda.steps[place].exercise and seats and answered < seats / 2:
        found.append(Advice("wait", "few"))
    if wide(bars) and (payer := _payer(agenda, place, PAIRS + max(0.0, late))):
        found.append(Advice("pairs", "wide", PAIRS, payer.key))
    if late >= BEHIND and (payer := _payer(agenda, place, late)):
        found.append(Advice("shorten", "behind", min(late, payer.spare), payer.key))
    if late <= -BEHIND:
        found.append(Advice("lengthen", "ahead", -late, agenda.steps[place].key))
    return found


def wide(bars: Sequence[Bar]) -> bool:
    """Whether people differ so much that talking pays: no two neighbouring bars hold most."""
    people = sum(bar.people for bar in bars)
    most = max((one.people + other.people for one, other in pairwise(bars)), default=people)
    return people > 0 and len(bars) > 2 and most <= WIDE * people


def minutes_late(agenda: Agenda, place: int, used: float) -> float:
    """Return how far behind a session is that has used so many minutes and is at a place.

    A step that is up is late only once its own minutes are over, and ahead of nothing.
    """
    starts = [start for start, _ in agenda.starts()]
    ends = starts[place] + agenda.steps[place].minutes
    if used > ends:
        return used - ends
    return min(0.0, used - starts[place])


def _payer(agenda: Agenda, place: int, minutes: float) -> Step | None:
    """Return the later step that can give minutes: the first with enough, or the one with most."""
    later = [step for step in agenda.steps[place + 1 :] if step.spare > 0]
    enough = [step for step in later if step.spare >= minutes]
    if enough:
        return enough[0]
    return max(later, key=lambda step: step.spare, default=None)
