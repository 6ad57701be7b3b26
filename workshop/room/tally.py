"""What the room answered, never who: counting in cells, and when a count may be published.

Pure. A published count is a set of bars that holds everybody who was counted, each bar nobody or at
least `group` people: a smaller cell is joined with its neighbour, so there is no remainder to work
out. Between any two publications nobody's cell differs or at least `group` people's do, whatever
they did to make them differ: answer, answer again, leave, come back as somebody else.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto
from itertools import chain
from typing import Any

from workshop.room.agenda import Measure

FLOOR = 3
"""No setting goes below this many people."""

Cells = Mapping[str, int]
"""The cell a person is in, by measure."""


@dataclass(frozen=True)
class Protection:
    """How many people a count has to hide each of them among.

    Raises:
        ValueError: Below the floor of three.
    """

    least: int = 5
    """Below this many answers only their number is told."""
    group: int = 3
    """People in a bar, and people between two publications."""

    def __post_init__(self) -> None:
        if min(self.least, self.group) < FLOOR:
            raise ValueError(f"least and group must be {FLOOR} or more, got {self}")


@dataclass(frozen=True)
class Bar:
    """People in one cell, or in several that are told together."""

    cells: tuple[int, ...]
    people: int


@dataclass(frozen=True)
class Tally:
    """What may be told of one round of a step: how many answered, and bars by measure.

    A measure that is missing has not been answered by enough people yet. Its bars may hold fewer
    people than have answered: the last few wait until there are enough of them.
    """

    step: str
    round: int
    answered: int
    revealed: bool
    bars: dict[str, tuple[Bar, ...]]
    frozen: bool = False
    """Whether it takes no more answers, or soon will not."""

    def hidden(self) -> "Tally":
        """Return the same without its bars, as all see it until it is revealed."""
        return replace(self, bars={})


class Kind(Enum):
    """What became of one person's cell."""

    SAME = auto()
    CAME = auto()
    LEFT = auto()
    CHANGED = auto()


@dataclass(frozen=True)
class Move:
    """One person's cell as published, and as it is now; None where they are in none."""

    was: int | None
    now: int | None

    @property
    def kind(self) -> Kind:
        """What the move is for the tally."""
        if self.was == self.now:
            return Kind.SAME
        if self.was is None:
            return Kind.CAME
        return Kind.LEFT if self.now is None else Kind.CHANGED


def cells_of(body: Any, measures: Mapping[str, Measure]) -> dict[str, int]:
    """Return the cells an answer falls in; a measure that it says nothing about is left out."""
    found = ((name, _cell(body, measure)) for name, measure in measures.items())
    return {name: cell for name, cell in found if cell is not None}


def _cell(body: Any, measure: Measure) -> int | None:
    value = _at(body, measure.path)
    if measure.options:
        named = str(value).lower() if isinstance(value, bool) else value
        return measure.options.index(named) if named in measure.options else None
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return sum(value >= edge for edge in measure.edges)


def _at(body: Any, path: str) -> Any:
    for part in path.split("."):
        if isinstance(body, Mapping):
            body = body.get(part)
        elif isinstance(body, list) and part.isdecimal() and int(part) < len(body):
            body = body[int(part)]
        else:
            return None
    return body


def moved(counts: Sequence[int], moves: Sequence[Move], size: int) -> list[int]:
    """Return the counts after these moves; `counts` is empty before the first publication."""
    after = list(counts) or [0] * size
    for move in moves:
        if move.was is not None:
            after[move.was] -= 1
        if move.now is not None:
            after[move.now] += 1
    return after


def may_publish(after: Sequence[int], moves: Iterable[Move], protection: Protection) -> bool:
    """Whether counts may replace those that were published before."""
    people = _people(Counter(move.kind for move in moves))
    return people >= protection.group and sum(after) >= protection.least


def singles_out(
    after: Mapping[int, int],
    published: Mapping[int, int],
    moves_before: Iterable[Mapping[int, int | None]],
    protection: Protection,
) -> bool:
    """Whether a publication, laid beside an earlier one, would show fewer than a group.

    People who change and change back make a group each time, and leave nothing but the one between
    them in the difference of the first and the last; so all earlier publications are gone through.

    Args:
        after: The cell of each seat if this were published.
        published: The cell of each seat as it is published now, in the same or in another round.
        moves_before: What led there, the latest first: the cell that each seat was in before.
        protection: How large a group has to be.
    """
    kinds = {
        seat: Move(published.get(seat), after.get(seat)).kind
        for seat in after.keys() | published.keys()
    }
    count = Counter(kinds.values())
    for moves in chain(({},), moves_before):
        for seat, was in moves.items():
            count[kinds.get(seat, Kind.SAME)] -= 1
            kinds[seat] = Move(was, after.get(seat)).kind
            count[kinds[seat]] += 1
        if 0 < _people(count) < protection.group:
            return True
    return False


def _people(count: Mapping[Kind, int]) -> int:
    """Return how many people are behind so many moves at least.

    Somebody who leaves and takes another seat has come and gone, and is one.
    """
    return count[Kind.CHANGED] + max(count[Kind.CAME], count[Kind.LEFT])


def bars(counts: Sequence[int], measure: Measure, protection: Protection) -> tuple[Bar, ...]:
    """Return published counts as bars that each hold nobody or a group.

    What has an order is joined with its neighbours; choices without one with the smallest others.
    """
    if not sum(counts):
        return ()
    apart = bool(measure.options) and not measure.ordered
    join = _joined_choices if apart else _joined_neighbours
    return tuple(
        Bar(cells, sum(counts[cell] for cell in cells)) for cells in join(counts, protection.group)
    )


def _joined_neighbours(counts: Sequence[int], group: int) -> list[tuple[int, ...]]:
    runs: list[list[int]] = []
    people = group  # nothing is open yet
    for cell, count in enumerate(counts):
        if (people == 0 and count == 0) or 0 < people < group:
            runs[-1].append(cell)
            people += count
        else:
            runs.append([cell])
            people = count
    while 0 < sum(counts[cell] for cell in runs[-1]) < group:
        last = runs.pop()
        runs[-1] += last
    return [tuple(run) for run in runs]


def _joined_choices(counts: Sequence[int], group: int) -> list[tuple[int, ...]]:
    by_size = sorted(range(len(counts)), key=lambda cell: counts[cell])
    joined = [cell for cell in by_size if 0 < counts[cell] < group]
    rest = [cell for cell in by_size if counts[cell] >= group]
    while joined and (sum(counts[cell] for cell in joined) < group):
        joined.append(rest.pop(0))
    empty = [cell for cell in by_size if not counts[cell]]
    alone = [(cell,) for cell in (*rest, *empty)]
    return sorted([*alone, *([tuple(sorted(joined))] if joined else [])])
