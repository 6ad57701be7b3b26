"""Hours in whole quarters, divided without losing one.

Counting quarters as integers, and shares as fractions, leaves nothing to drift.
"""

import math
from collections.abc import Mapping
from fractions import Fraction

STEP = 0.25
"""Hours in the smallest step: a quarter of an hour."""


def in_quarters(name: str, hours: float) -> int:
    """Return hours as a number of quarters.

    Args:
        name: What the hours are of, for the error.
        hours: Hours, 0 or more, in quarters.

    Raises:
        ValueError: If they are not.
    """
    if not (math.isfinite(hours) and hours >= 0 and hours % STEP == 0):
        raise ValueError(f"{name} must be 0 or more hours in steps of {STEP}, got {hours}.")
    return int(hours / STEP)


def share_out(total: float, weights: Mapping[str, float], most: float) -> dict[str, float]:
    """Divide hours in proportion to weights, in whole quarters (largest remainder method).

    Args:
        total: Hours to divide, 0 or more, in quarters.
        weights: Relative size by activity, 0 or more. Where all are zero, or nobody else can take
            what is left, the shares are equal.
        most: The most hours that one activity can take, in quarters.

    Returns:
        Hours by activity, in the order of the weights. They add up to the total exactly, except
        that no activity gets more than `most`: what fits nowhere is left out.

    Raises:
        ValueError: If an amount is not made of quarters, or a weight is below zero.
    """
    if not all(math.isfinite(weight) and weight >= 0 for weight in weights.values()):
        raise ValueError(f"weights must be 0 or more, got {dict(weights)}.")
    cap = in_quarters("most", most)
    left = min(in_quarters("total", total), cap * len(weights))
    quarters: dict[str, int] = {}
    unfilled = {activity: Fraction(weight) for activity, weight in weights.items()}
    while unfilled:
        ideal = _proportional(left, unfilled)
        full = [activity for activity, amount in ideal.items() if amount >= cap]
        if not full:
            quarters |= _rounded(left, ideal)
            break
        # Whoever would get too much is filled, and the others share what that leaves.
        quarters |= dict.fromkeys(full, cap)
        left -= cap * len(full)
        unfilled = {activity: unfilled[activity] for activity in unfilled if activity not in full}
    return {activity: quarters[activity] * STEP for activity in weights}


def _proportional(left: int, weights: Mapping[str, Fraction]) -> dict[str, Fraction]:
    whole = sum(weights.values())
    if whole == 0:
        return dict.fromkeys(weights, Fraction(left, len(weights)))
    return {activity: left * weight / whole for activity, weight in weights.items()}


def _rounded(left: int, ideal: Mapping[str, Fraction]) -> dict[str, int]:
    quarters = {activity: math.floor(amount) for activity, amount in ideal.items()}
    # sorted() is stable: between equal remainders, the activity named first gets the quarter.
    by_remainder = sorted(ideal, key=lambda activity: quarters[activity] - ideal[activity])
    for activity in by_remainder[: left - sum(quarters.values())]:
        quarters[activity] += 1
    return quarters
