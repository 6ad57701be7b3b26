"""Drawing thousands of possible outcomes of the three ways, from the same chances for each.

Two kinds of chance are kept apart: not knowing the inputs (a `Range` each) and luck (how many
people a week happens to bring when the inputs are known).
"""

import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from statistics import NormalDist

import numpy as np

from workshop.models.ranges import Array, Range
from workshop.models.reach_assumptions import INPUTS, STAGES, WAYS, Assumptions
from workshop.models.reach_ways import SPENDING, unused_hours

DRAWS = 10_000
SEED = 1

TIED = {"conversation_minutes": ("talking_share", 0.8)}
"""Inputs that rise and fall together: which with which, and how closely (correlation).

A freer floor makes conversations longer rather than more numerous. Drawn apart, the two give a
mixer of 5 to 39 encounters (P10 to P90); badges counted a mean of 14, and 8 to 20 is the range we
use (Ingram and Morris 2007). Tied like this they give 8 to 26. The closeness itself is a judgement.
"""

_LEAST = 1e-6  # keeps a mean of zero from dividing by zero


@dataclass(frozen=True, eq=False)
class Draws:
    """Possible outcomes, each position of every array one and the same possible world.

    Attributes:
        people: By way and stage, the people over the whole horizon; arrays of shape (draws,).
        unused_hours: By way, hours a week that found no use; arrays of shape (draws,).
    """

    people: Mapping[str, Mapping[str, Array]]
    unused_hours: Mapping[str, Array]


def simulate(
    assumptions: Assumptions, *, draws: int = DRAWS, seed: int = SEED, luck: bool = True
) -> Draws:
    """Draw outcomes of all ways from the same inputs.

    Each input has random numbers of its own, tied to its name: changing one input changes nothing
    else, and inputs that ways share are the same for all of them. Samples are kept, so moving one
    control draws that input anew only.

    Args:
        assumptions: Hours, horizon and ranges.
        draws: How many outcomes, 1 or more.
        seed: Equal seeds give equal draws.
        luck: Whether the numbers of people spoken with, and of exchanges that go on, also vary
            around their expectation; without it, only what is not known varies.

    Returns:
        Finite numbers of people, 0 or more, never growing along `STAGES`. In every single draw,
        more hours never bring fewer people.

    Raises:
        ValueError: If there is not at least one draw.
    """
    if draws < 1:
        raise ValueError(f"draws must be 1 or more, got {draws}. 10000 give steady results.")
    inputs = {name: sample(name, getattr(assumptions, name), draws, seed) for name in INPUTS}
    idle = np.zeros(draws)
    return Draws(
        people={way: _people(way, assumptions, inputs, draws, seed, luck) for way in WAYS},
        unused_hours={
            "events": idle,
            "broadcasting": unused_hours(inputs, assumptions.hours),
            "conversing": idle,
        },
    )


def lucky(mean: Array, z: Array, spread: Array | float = 1.0) -> Array:
    """Return counts that vary around their means as counts do.

    The 2/3 power of a Poisson count is nearly normal (Anscombe, Biometrika 1953), so a standard
    normal number becomes a count with the mean, variance and skewness of a Poisson count. Two
    properties of it matter here: a mean of zero stays zero, and for a fixed z a larger mean never
    gives a smaller count. The derivative of count^(2/3) by the mean is a positive multiple of
    18 mean + 3 z sqrt(mean) + 1, negative only for z < -2.8 where the count is zero anyway. (The
    simpler (sqrt(mean) + z/2)^2 is too large by 1/4 on average and brings people at a mean of 0.)

    Args:
        mean: Expected counts, 0 or more.
        z: Standard-normal numbers of the same shape.
        spread: Variance as a multiple of the mean, 0 to 1: 1 for a Poisson count, 1 - p for the
            successes among many tries that succeed with probability p, 0 for no luck at all.

    Returns:
        Counts of the same shape, 0 or more, not rounded to whole people.
    """
    root = np.sqrt(mean)
    power = np.maximum(mean + (2 / 3) * z * root * np.sqrt(spread) - np.asarray(spread) / 9, 0)
    return np.asarray(power * np.sqrt(power) / np.maximum(root, _LEAST))


@lru_cache(maxsize=128)
def normal_column(name: str, draws: int, seed: int) -> Array:
    """Return the standard-normal numbers that belong to a name.

    They are the evenly spaced quantiles of the normal distribution in an order of the name's own
    (Latin hypercube sampling), which steadies every result without favouring any. An input that is
    `TIED` follows another as closely as that says.

    Args:
        name: An input, or a kind of luck.
        draws: How many.
        seed: Together with the name, decides the order.

    Returns:
        Array of shape (draws,), not to be written to.
    """
    if name in TIED:
        other, closeness = TIED[name]
        own = (1 - closeness**2) ** 0.5 * _own_column(name, draws, seed)
        return _read_only(closeness * normal_column(other, draws, seed) + own)
    return _own_column(name, draws, seed)


@lru_cache(maxsize=128)
def _own_column(name: str, draws: int, seed: int) -> Array:
    # crc32, because hash() of a text differs from one Python process to the next.
    generator = np.random.default_rng([seed, zlib.crc32(name.encode())])
    return _read_only(generator.permutation(_normal_quantiles(draws)))


@lru_cache(maxsize=4)
def _normal_quantiles(draws: int) -> Array:
    normal = NormalDist()
    return np.array([normal.inv_cdf((index + 0.5) / draws) for index in range(draws)])


@lru_cache(maxsize=128)
def sample(name: str, values: Range, draws: int, seed: int) -> Array:
    """Return an input's values in every possible world: shape (draws,), not to be written to."""
    return _read_only(values.draws(normal_column(name, draws, seed)))


def _people(
    way: str,
    assumptions: Assumptions,
    inputs: Mapping[str, Array],
    draws: int,
    seed: int,
    luck: bool,
) -> dict[str, Array]:
    """Return one way's people by stage."""
    could_hear, heard, spoke = SPENDING[way](inputs, assumptions.hours, assumptions.weeks)
    share = inputs["goes_on_share"]
    if luck:
        # Luck has an end where there is nobody else to speak with.
        spoke = np.minimum(lucky(spoke, normal_column(f"{way} spoke", draws, seed)), could_hear)
        z = normal_column(f"{way} goes_on", draws, seed)
        goes_on = np.minimum(lucky(spoke * share, z, 1 - share), spoke)
    else:
        goes_on = spoke * share
    # Whoever was spoken with did hear: luck at one stage counts at those before it too.
    heard = np.maximum(heard, spoke)
    stages = (np.maximum(could_hear, heard), heard, spoke, goes_on)
    return dict(zip(STAGES, stages, strict=True))


def _read_only(array: Array) -> Array:
    array.setflags(write=False)
    return array
