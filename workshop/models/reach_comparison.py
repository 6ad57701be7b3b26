"""The same hours spent in three ways, compared: intervals, odds, and what decides.

The one door to the comparison; what is assumed, what each way brings and how it is drawn have
files of their own.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import numpy as np

from workshop.models.frames import to_frame
from workshop.models.ranges import Array
from workshop.models.reach_assumptions import INPUTS, STAGES, WAYS, Assumptions
from workshop.models.reach_draws import DRAWS, SEED, Draws, simulate
from workshop.models.reach_ways import conversing, events

if TYPE_CHECKING:
    import pandas as pd

__all__ = [
    "DRAWS",
    "INPUTS",
    "PAIRS",
    "SEED",
    "STAGES",
    "VERDICTS",
    "WAYS",
    "Assumptions",
    "Draws",
    "break_even",
    "chance_of_more",
    "deciding_inputs",
    "odds",
    "simulate",
    "stages",
    "unused_hours",
    "verdict",
]

PAIRS = (("conversing", "events"), ("broadcasting", "events"), ("conversing", "broadcasting"))
"""Which way is compared with which other."""

VERDICTS = ("ahead", "behind", "cannot_tell")

_BAND = (0.1, 0.5, 0.9)  # an 80 % band around the median
_BEHIND, _AHEAD = 0.2, 0.8  # between them, nobody can tell


def stages(draws: Draws) -> pd.DataFrame:
    """Return how many people each way brings at each stage.

    Returns:
        12 rows in the order of `STAGES`, then `WAYS`: stage, way, and people over the horizon as
        low, middle, high (P10, median, P90: an 80 % band).
    """
    keys = [(stage, way) for stage in STAGES for way in WAYS]
    return _bands(
        {"stage": [stage for stage, _ in keys], "way": [way for _, way in keys]},
        [draws.people[way][stage] for stage, way in keys],
    )


def odds(draws: Draws, worth: float | None = None) -> pd.DataFrame:
    """Return how likely one way is to bring more people spoken with than another.

    Args:
        draws: Simulated outcomes.
        worth: What an exchange online is worth against one face to face, 0 or more. It weighs the
            online side where the other side is events. None: not known, so that people are counted
            as they are.

    Returns:
        One row per pair of `PAIRS`: way, other, chance (share of the draws in which way is above
        other, ties counting half) and verdict. The verdict is one of `VERDICTS`: ahead from 0.8,
        behind up to 0.2.

    Raises:
        ValueError: If the worth is negative or not a number.
    """
    weight = 1.0 if worth is None else worth
    if not (math.isfinite(weight) and weight >= 0):
        raise ValueError(f"worth must be 0 or more, or None when not known, got {worth}.")
    chances = [
        chance_of_more(
            _spoke(draws, way) * (weight if other == "events" else 1.0), _spoke(draws, other)
        )
        for way, other in PAIRS
    ]
    return to_frame(
        {
            "way": [way for way, _ in PAIRS],
            "other": [other for _, other in PAIRS],
            "chance": chances,
            "verdict": [verdict(chance) for chance in chances],
        }
    )


def break_even(draws: Draws) -> pd.DataFrame:
    """Return the worth of an online exchange at which a way comes out even with events.

    It is the people spoken with at events for each one spoken with online. Whoever thinks an
    exchange online worth more than that against one face to face is better off online.

    Returns:
        Rows conversing and broadcasting: way, and low, middle, high (P10, median, P90). Infinite
        where the way brings nobody: no worth makes it even then.
    """
    ways = ("conversing", "broadcasting")
    face_to_face = _spoke(draws, "events")
    return _bands({"way": ways}, [_ratio(face_to_face, _spoke(draws, way)) for way in ways])


def unused_hours(draws: Draws) -> pd.DataFrame:
    """Return the hours a week that a way cannot use: way, low, middle, high in order of `WAYS`."""
    return _bands({"way": WAYS}, [draws.unused_hours[way] for way in WAYS])


def deciding_inputs(assumptions: Assumptions) -> pd.DataFrame:
    """Return which uncertain inputs move the comparison of conversing with events most.

    Each goes from its low to its high while all others are typical, without luck (a tornado).

    Returns:
        One row per uncertain input: input, its low and high, at_low and at_high (people spoken
        with by conversing for each one at events; infinite where events bring nobody) and swing
        (how many times that doubles or halves between the two; infinite where one end is 0 or
        infinite and the other is not). Sorted by swing, largest first.
    """
    uncertain = [name for name in INPUTS if not getattr(assumptions, name).is_exact]
    inputs = {
        name: np.full((len(uncertain), 2), float(getattr(assumptions, name).typical))
        for name in INPUTS
    }
    for row, name in enumerate(uncertain):
        values = getattr(assumptions, name)
        inputs[name][row] = values.low, values.high
    horizon = assumptions.hours, assumptions.weeks
    ratios = _ratio(conversing(inputs, *horizon).spoke, events(inputs, *horizon).spoke)
    swings = _doublings(ratios)
    order = np.argsort(-swings, kind="stable")
    return to_frame(
        {
            "input": [uncertain[row] for row in order],
            "low": [getattr(assumptions, uncertain[row]).low for row in order],
            "high": [getattr(assumptions, uncertain[row]).high for row in order],
            "at_low": ratios[order, 0],
            "at_high": ratios[order, 1],
            "swing": swings[order],
        }
    )


def _spoke(draws: Draws, way: str) -> Array:
    return draws.people[way]["spoke"]


def _bands(keys: Mapping[str, Sequence[str]], samples: Sequence[Array]) -> pd.DataFrame:
    table = np.stack(samples)
    # Positions in order, not interpolated quantiles: halfway to infinity is not a number.
    positions = [round(part * (table.shape[1] - 1)) for part in _BAND]
    low, middle, high = np.partition(table, positions, axis=1)[:, positions].T
    return to_frame({**keys, "low": low, "middle": middle, "high": high})


def _ratio(over: Array, under: Array) -> Array:
    with np.errstate(over="ignore"):
        return np.divide(over, under, out=np.full_like(over, np.inf), where=under > 0)


def _doublings(ratios: Array) -> Array:
    low, high = ratios.T
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(low == high, 0.0, np.abs(np.log2(high) - np.log2(low)))


def chance_of_more(one: Array, other: Array) -> float:
    """Return the share of the draws in which one is above the other, ties counting half."""
    return float(np.mean(one > other) + np.mean(one == other) / 2)


def verdict(chance: float) -> str:
    """Return which of `VERDICTS` a chance amounts to."""
    if chance >= _AHEAD:
        return "ahead"
    return "behind" if chance <= _BEHIND else "cannot_tell"
