"""A weekly routine in small blocks: hours divided over kinds, days and months.

Knows minutes, days and weeks; has never heard of a calendar file or of what is done in a block.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import combinations, count

LISTEN = "listen"
"""The kind that every block is of in the first weeks."""

WEEK = 7
MINUTES = 60
LAST_MINUTE = 24 * MINUTES
_WEEKS_A_MONTH = 365.25 / 12 / WEEK


@dataclass(frozen=True)
class Kind:
    """A kind of block.

    Attributes:
        share: Its part of the hours, relative to the other kinds.
        minutes: How long its blocks are where the hours are few.
    """

    share: float
    minutes: int


@dataclass(frozen=True)
class Block:
    """A block of a week.

    Attributes:
        kind: What it is for.
        day: 0 is Monday.
        start: Minutes after midnight.
        minutes: Its length.
        turn: With which of the kind's actions it begins; the next week takes the next.
        out: Whether it is left out.
    """

    kind: str
    day: int
    start: int
    minutes: int
    turn: int = 0
    out: bool = False


@dataclass(frozen=True)
class Series:
    """One action of one block, repeated.

    Attributes:
        block: Which block of the routine.
        kind: What it is for in these weeks.
        action: Which of the kind's actions.
        first: The first day.
        every: Weeks from one time to the next.
        times: How often, at least once.
    """

    block: int
    kind: str
    action: int
    first: date
    every: int
    times: int

    @property
    def days(self) -> list[date]:
        """Return every day it falls on."""
        return [self.first + timedelta(weeks=self.every * time) for time in range(self.times)]


def routine(
    minutes: int, kinds: Mapping[str, Kind], days: Sequence[int], start: int, most: int = 12
) -> tuple[Block, ...]:
    """Divide the minutes of a week into blocks.

    Blocks are given out one by one to whichever kind is furthest behind its share, as long as one
    fits. Where that would make more blocks than `most`, all of them grow.

    Args:
        minutes: Minutes a week, 0 or more. The blocks never take more.
        kinds: What the blocks are for, in the order of a day.
        days: The days that have blocks, 0 is Monday; at least one.
        start: When a day's first block begins, in minutes after midnight. A day that would run
            past midnight begins as much earlier.
        most: The most blocks in a week, at least one.

    Returns:
        The blocks in the order of the week.

    Raises:
        ValueError: If there are no kinds or no days, or one is no day of the week.
    """
    if not kinds or not days or not set(days) <= set(range(WEEK)):
        raise ValueError(f"kinds and days must not be empty, days from 0 to 6; got days {days}.")
    for factor in count(1):
        lengths = {name: kind.minutes * factor for name, kind in kinds.items()}
        given = _given_out(minutes, lengths, {name: kind.share for name, kind in kinds.items()})
        if len(given) <= most:
            return _placed(given, lengths, list(kinds), sorted(set(days)), start)
    raise AssertionError("some factor makes every block too long")  # pragma: no cover


def taken(blocks: Sequence[Block]) -> int:
    """Return the minutes a week that the blocks take."""
    return sum(block.minutes for block in blocks if not block.out)


def overlaps(blocks: Sequence[Block]) -> list[tuple[int, int]]:
    """Return pairs of blocks that share a minute, by their places, the earlier one first."""
    kept = [place for place, block in enumerate(blocks) if not block.out]
    kept.sort(key=lambda place: (blocks[place].day, blocks[place].start))
    return [
        (one, other)
        for one, other in combinations(kept, 2)
        if blocks[one].day == blocks[other].day
        and blocks[other].start < blocks[one].start + blocks[one].minutes
    ]


def weeks_of(months: float) -> int:
    """Return how many whole weeks are nearest to so many months."""
    return round(months * _WEEKS_A_MONTH)


def next_monday(today: date) -> date:
    """Return the first Monday after a day."""
    return today + timedelta(days=WEEK - today.weekday())


def review_day(first: date, weeks: int) -> date:
    """Return the day after the last week, on which to look back."""
    return first + timedelta(weeks=weeks)


def series(
    blocks: Sequence[Block],
    first: date,
    weeks: int,
    listening: int,
    actions: Mapping[str, int],
) -> list[Series]:
    """Return what happens when: each block's actions in turn, the first weeks listening only.

    Args:
        blocks: The routine.
        first: The Monday it begins on.
        weeks: How many weeks it lasts.
        listening: In how many of them, the first, every block is for listening.
        actions: How many actions each kind has, at least one.

    Returns:
        Every week of every block that is not left out, in exactly one series.
    """
    found = []
    listening = min(listening, weeks)
    for place, block in enumerate(blocks):
        if block.out:
            continue
        # A block that listens anyway simply goes on, as one rotation.
        alone = weeks if block.kind == LISTEN else listening
        turn = block.turn if block.kind == LISTEN else place  # or all would do the same
        listener = replace(block, kind=LISTEN, turn=turn)
        found += _rotation(place, listener, first, range(alone), actions)
        found += _rotation(place, block, first, range(alone, weeks), actions)
    return found


def _rotation(
    place: int, block: Block, first: date, weeks: range, actions: Mapping[str, int]
) -> list[Series]:
    every = actions[block.kind]
    return [
        Series(
            block=place,
            kind=block.kind,
            action=(block.turn + week - weeks.start) % every,
            first=first + timedelta(weeks=week, days=block.day),
            every=every,
            times=len(range(week, weeks.stop, every)),
        )
        for week in weeks[:every]
    ]


def _given_out(minutes: int, lengths: Mapping[str, int], shares: Mapping[str, float]) -> list[str]:
    given: list[str] = []
    left = minutes
    while fitting := [name for name, length in lengths.items() if length <= left]:
        name = min(fitting, key=lambda name: given.count(name) * lengths[name] / shares[name])
        given.append(name)
        left -= lengths[name]
    return given


def _placed(
    given: list[str], lengths: Mapping[str, int], order: list[str], days: list[int], start: int
) -> tuple[Block, ...]:
    """Give blocks to days, long ones first, each to a day without its like and with least to do."""
    of_day: dict[int, list[str]] = {day: [] for day in days}
    for name in sorted(given, key=lambda name: -lengths[name]):
        day = min(
            days,
            key=lambda day: (of_day[day].count(name), sum(lengths[each] for each in of_day[day])),
        )
        of_day[day].append(name)
    placed: list[Block] = []
    for day, names in of_day.items():
        at = max(0, min(start, LAST_MINUTE - sum(lengths[name] for name in names)))
        for name in sorted(names, key=order.index):
            alike = sum(block.kind == name for block in placed)
            placed.append(Block(name, day, at, lengths[name], turn=alike))
            at += lengths[name]
    return tuple(placed)
