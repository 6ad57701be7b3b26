"""How relationships grow over months on both media, for the same hours: bands, odds, what decides.

The one door to the growth of relationships; what is assumed and how a week passes have files of
their own.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from workshop.models.frames import to_frame
from workshop.models.ranges import Array
from workshop.models.reach_comparison import chance_of_more, verdict
from workshop.models.relationship_assumptions import (
    INPUTS,
    LOSSES,
    MEDIA,
    OWN_INPUTS,
    STAGES,
    Assumptions,
)
from workshop.models.relationship_draws import DRAWS, SHOWN, Draws, counted, simulate
from workshop.models.relationship_path import Path, paths
from workshop.models.relationship_rates import room

if TYPE_CHECKING:
    import pandas as pd

__all__ = [
    "DRAWS",
    "INPUTS",
    "LOSSES",
    "MEDIA",
    "OWN_INPUTS",
    "SHOWN",
    "STAGES",
    "Assumptions",
    "Draws",
    "deciding_inputs",
    "growth",
    "held",
    "lead",
    "likely_months",
    "mean_path",
    "pitched",
    "silent_losses",
    "simulate",
]

_BAND = (0.1, 0.5, 0.9)
_LIKELY = 0.5
_PITCHED_DRAWS = 500  # a median without luck needs no more


def mean_path(assumptions: Assumptions) -> Path:
    """Return the expected path at typical inputs, for every month: shape (months + 1, media)."""
    return paths(assumptions, _typical(assumptions), tuple(range(assumptions.months + 1)))


def held(assumptions: Assumptions) -> dict[str, float]:
    """Return how many people the hours for keeping hold on each medium, at typical inputs."""
    people = room(assumptions, _typical(assumptions))
    return {medium: float(number) for medium, number in zip(MEDIA, people, strict=True)}


def growth(draws: Draws) -> pd.DataFrame:
    """Return bands over the months: stage (of `SHOWN`), medium, month, low, middle, high.

    Low and high are P10 and P90, an 80 % band.
    """
    people = np.stack([draws.people[stage] for stage in SHOWN])
    low, middle, high = np.quantile(people, _BAND, axis=-1)
    ends = {"low": low, "middle": middle, "high": high}
    # (stages, months, media) becomes a row for every month of every medium of every stage.
    columns = {name: np.swapaxes(values, 1, 2).ravel() for name, values in ends.items()}
    return to_frame({**_keys(draws), **columns})


def silent_losses(draws: Draws) -> dict[str, dict[str, float]]:
    """Return by medium the low and high (P10, P90) of all who are lost at the end.

    Some faded, some turned away; neither side tells you of them.
    """
    lost = np.sum([draws.people[loss][-1] for loss in LOSSES], axis=0)
    return {
        medium: {"low": float(low), "high": float(high)}
        for medium, low, high in zip(MEDIA, *np.quantile(lost, (0.1, 0.9), axis=-1), strict=True)
    }


def pitched(assumptions: Assumptions) -> pd.DataFrame:
    """Return the median path if all that is said pitched: stage, medium, month, middle."""
    draws = simulate(replace(assumptions, pitching=1.0), draws=_PITCHED_DRAWS, luck=False)
    middles = [np.median(draws.people[stage], axis=-1).T.ravel() for stage in SHOWN]
    return to_frame({**_keys(draws), "middle": np.concatenate(middles)})


def likely_months(draws: Draws) -> dict[str, int | None]:
    """Return the first month by which an opportunity is at least as likely as not, if any."""
    likely = draws.chances >= _LIKELY
    return {
        medium: int(np.argmax(column)) if column.any() else None
        for medium, column in zip(MEDIA, likely.T, strict=True)
    }


def lead(draws: Draws, stage: str = "trusted") -> tuple[float, str]:
    """Return how likely social media has more at the end, ties counting half, and the verdict.

    The verdict is that of the reach comparison: "ahead" from 0.8, "behind" up to 0.2, and
    "cannot_tell" between.
    """
    face_to_face, social = draws.people[stage][-1]
    chance = chance_of_more(social, face_to_face)
    return chance, verdict(chance)


def deciding_inputs(assumptions: Assumptions) -> pd.DataFrame:
    """Return which uncertain inputs move the trusted relationships of both media most.

    Each goes from its low to its high while all others are typical, without luck (a tornado).

    Returns:
        One row per uncertain input: input, its low and high, at_low and at_high (trusted
        relationships at the end, both media together) and swing, their distance. Largest first.
    """
    uncertain = [name for name in INPUTS if not assumptions.range(name).is_exact]
    shape = (len(uncertain), 2)
    inputs = {name: np.full(shape, float(assumptions.range(name).typical)) for name in INPUTS}
    for row, name in enumerate(uncertain):
        inputs[name][row] = assumptions.range(name).low, assumptions.range(name).high
    people = counted(paths(assumptions, inputs, (assumptions.months,)))
    ends = np.broadcast_to(people["trusted"][-1].sum(axis=0), shape)
    frame = to_frame(
        {
            "input": uncertain,
            "low": [assumptions.range(name).low for name in uncertain],
            "high": [assumptions.range(name).high for name in uncertain],
            "at_low": ends[:, 0],
            "at_high": ends[:, 1],
            "swing": np.abs(ends[:, 1] - ends[:, 0]),
        }
    )
    return frame.sort_values("swing", ascending=False, kind="stable", ignore_index=True)


def _typical(assumptions: Assumptions) -> dict[str, Array]:
    return {name: np.asarray(float(assumptions.range(name).typical)) for name in INPUTS}


def _keys(draws: Draws) -> dict[str, Array]:
    points, media = len(draws.months), len(MEDIA)
    return {
        "stage": np.repeat(SHOWN, media * points),
        "medium": np.tile(np.repeat(MEDIA, points), len(SHOWN)),
        "month": np.tile(draws.months, len(SHOWN) * media),
    }
