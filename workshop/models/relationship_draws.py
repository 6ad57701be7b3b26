"""Drawing possible outcomes of both media, in the same worlds as the reach comparison draws."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from workshop.models.ranges import Array
from workshop.models.reach_draws import SEED, lucky, normal_column, sample
from workshop.models.relationship_assumptions import INPUTS, MEDIA, WAYS, Assumptions
from workshop.models.relationship_path import Path, paths

DRAWS = 2_000
"""Possible worlds. As many as stay well under 50 ms for both pictures, the chosen and the pitched;
spread evenly over every input's range, they settle a band to about two in a hundred."""

SHOWN = ("met", "partner", "trusted", "brought")
"""What is counted at the end of a month: all met so far, partners now, all trusted now (those who
brought an opportunity included), and all who brought one so far."""

_POINTS = 8  # month ends in a picture, the start aside


@dataclass(frozen=True, eq=False)
class Draws:
    """Possible outcomes, each position of the last axis one and the same possible world.

    Attributes:
        months: Some month ends, the start and the last one among them.
        people: By the names of `SHOWN` and `LOSSES`, arrays of shape (months, media, draws).
        chances: How likely at least one opportunity is by the end of every month, the start
            included: shape (months + 1, media).
    """

    months: tuple[int, ...]
    people: Mapping[str, Array]
    chances: Array


def simulate(
    assumptions: Assumptions, *, draws: int = DRAWS, seed: int = SEED, luck: bool = True
) -> Draws:
    """Draw possible outcomes on both media from the same inputs.

    The inputs are drawn as in the reach comparison, and those that both know are the same there and
    here. Each world's expected path follows; luck is then what counts have. It needs no walk of its
    own: people who come by chance and move independently are, at every later moment, spread over
    the places as independent Poisson counts around the expected path. (Where the soft limit binds,
    people do depend on each other a little; a walk person by person in the tests shows how little.)

    Args:
        assumptions: Hours, months, habits and ranges.
        draws: How many worlds, 1 or more.
        seed: Equal seeds give equal draws.
        luck: Whether counts also vary around their expectation.

    Raises:
        ValueError: If there is not at least one draw.
    """
    if draws < 1:
        raise ValueError(f"draws must be 1 or more, got {draws}. {DRAWS} give steady results.")
    inputs = {name: sample(name, assumptions.range(name), draws, seed) for name in INPUTS}
    path = paths(assumptions, inputs, tuple(range(assumptions.months + 1)))
    return outcomes(path, assumptions.months, draws=draws, seed=seed, luck=luck)


def outcomes(path: Path, last: int, *, draws: int, seed: int, luck: bool) -> Draws:
    """Return what may come of the expected path of each world.

    Args:
        path: For every month, the start included, on both media in every world.
        last: The last month.
        draws: How many worlds.
        seed: Equal seeds give equal luck.
        luck: Whether counts also vary around their expectation.
    """
    months = _points(last)
    people = {name: mean[list(months)] for name, mean in counted(path).items()}
    if luck:
        people = {name: _with_luck(name, mean, draws, seed) for name, mean in people.items()}
    # A Poisson count of this mean is not zero.
    return Draws(months, people, np.mean(-np.expm1(-path.brought), axis=-1))


def counted(path: Path) -> dict[str, Array]:
    """Return the path under the names of `SHOWN` and `LOSSES`."""
    stages = path.stages
    return {
        "met": path.met,
        "partner": stages["partner"],
        "trusted": stages["trusted"] + stages["opportunity"],
        "brought": path.brought,
        **path.losses,
    }


def _with_luck(name: str, mean: Array, draws: int, seed: int) -> Array:
    # Of the people met, the luck is that of the reach comparison: they are the same people.
    kind = "spoke" if name == "met" else name
    z = np.stack([normal_column(f"{WAYS[medium]} {kind}", draws, seed) for medium in MEDIA])
    return lucky(mean, np.broadcast_to(z, mean.shape))


def _points(months: int) -> tuple[int, ...]:
    """Return the start, the end, and up to eleven month ends between."""
    steps = min(months, _POINTS)
    return tuple(round(months * step / steps) for step in range(steps + 1))
