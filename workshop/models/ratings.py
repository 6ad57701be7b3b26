"""Ratings on one scale, and what became of them. Knows numbers, not what was rated."""

from collections.abc import Iterable, Mapping


def average(scores: Iterable[float]) -> float | None:
    """Return the mean of some scores, to a tenth; None without any."""
    known = list(scores)
    return round(sum(known) / len(known), 1) if known else None


def middle(ranges: Iterable[tuple[float, float]]) -> float | None:
    """Return the mean of the middles of some ranges, to a tenth; None without any."""
    return average((low + high) / 2 for low, high in ranges)


def gain(before: Mapping[str, float], after: Mapping[str, float]) -> float | None:
    """Return how much the scores of the same questions rose on average; None without a pair."""
    return average(after[name] - before[name] for name in after if name in before)
