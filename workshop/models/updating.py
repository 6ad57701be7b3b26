"""What a count of one's own does to a range: conjugate priors, fitted to low, typical and high.

A rate (conversations an hour) is a Gamma, a share (of conversations that become relationships) a
Beta. Both are then a number of cases already seen, so that a range can be said to be 'worth' so
many hours or cases, and one's own are simply added (Gelman and others, Bayesian Data Analysis,
third edition, chapter 2). Quantiles are exact; nothing is drawn.
"""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from workshop.models.ranges import Range

TENTHS = (0.1, 0.5, 0.9)
"""An 80 % interval and its middle."""

_HALVINGS = 60  # of an interval of exponents: more than floats can tell apart
_SMALLEST, _LARGEST = -7.0, 14.0  # exponents of e for the cases a range can be worth


class Interval(NamedTuple):
    """An 80 % interval: P10, median, P90."""

    low: float
    typical: float
    high: float


@dataclass(frozen=True)
class Rate:
    """A Gamma distribution of how often something happens an hour.

    Attributes:
        count: How many times it has been seen (the shape), above 0.
        hours: In how many hours, above 0.
    """

    count: float
    hours: float

    @classmethod
    def fitted(cls, values: Range) -> "Rate":
        """Return the Gamma with this median and this ratio of high to low.

        Raises:
            ValueError: If the range is exact; then there is nothing to learn.
        """
        return _fitted_rate(_uncertain(values))

    def seeing(self, count: float, hours: float) -> "Rate":
        """Return what is believed after so many more in so many more hours."""
        return Rate(self.count + count, self.hours + hours)

    @property
    def interval(self) -> Interval:
        """Low, typical and high an hour."""
        from scipy.special import gammaincinv

        return Interval(*(float(gammaincinv(self.count, part)) / self.hours for part in TENTHS))


@dataclass(frozen=True)
class Share:
    """A Beta distribution of a share.

    Attributes:
        yes: Cases that have been seen to belong to it, above 0.
        no: Cases that have been seen not to, above 0.
    """

    yes: float
    no: float

    @classmethod
    def fitted(cls, values: Range) -> "Share":
        """Return the Beta with this median and this ratio of high to low, in odds.

        Raises:
            ValueError: If the range is exact; then there is nothing to learn.
        """
        return _fitted_share(_uncertain(values))

    def seeing(self, yes: float, no: float) -> "Share":
        """Return what is believed after more cases."""
        return Share(self.yes + yes, self.no + no)

    @property
    def cases(self) -> float:
        """How many cases it is worth."""
        return self.yes + self.no

    @property
    def interval(self) -> Interval:
        """Low, typical and high, from 0 to 1."""
        from scipy.special import betaincinv

        return Interval(*(float(betaincinv(self.yes, self.no, part)) for part in TENTHS))


def chance_above(one: Rate, other: Rate) -> float:
    """Return the chance that one rate is above another.

    The share of one Gamma in the sum of two is a Beta, so no draws are needed.
    """
    from scipy.special import betainc

    return float(betainc(other.count, one.count, other.hours / (one.hours + other.hours)))


def scatter(counts: Sequence[float], exposures: Sequence[float]) -> float:
    """Return how much more counts vary than chance alone would have them, 1 or more.

    Posts that are seen by hundreds at once do not come one by one, and a Poisson interval around
    them would be absurdly narrow. Pearson's chi-squared over its degrees of freedom (McCullagh and
    Nelder, Generalized Linear Models, 4.5) says by how much; counts and exposure divided by it keep
    the rate and give an honest width.

    Args:
        counts: By week.
        exposures: Hours or cases by week; weeks without any say nothing here.
    """
    seen = [(count, size) for count, size in zip(counts, exposures, strict=True) if size > 0]
    total, size = sum(count for count, _ in seen), sum(size for _, size in seen)
    if len(seen) < 2 or total == 0:
        return 1.0
    mean = total / size
    squares = sum((count - mean * size) ** 2 / (mean * size) for count, size in seen)
    return max(1.0, squares / (len(seen) - 1))


def product(*ranges: Range) -> Range:
    """Return the range of a product of independent numbers: spreads add in quadrature, as logs."""
    typical = math.prod(values.typical for values in ranges)
    below = math.hypot(*(math.log(values.typical / values.low) for values in ranges))
    above = math.hypot(*(math.log(values.high / values.typical) for values in ranges))
    return Range(typical * math.exp(-below), typical, typical * math.exp(above))


def _uncertain(values: Range) -> Range:
    if values.is_exact:
        raise ValueError(f"an exact range cannot be updated, got {values.typical} for all three.")
    return values


@lru_cache(maxsize=64)
def _fitted_rate(values: Range) -> Rate:
    def width(count: float) -> float:
        low, _, high = Rate(count, 1).interval
        return high / low if low > 0 else math.inf

    count = _crossing(width, values.high / values.low)
    return Rate(count, Rate(count, 1).interval.typical / values.typical)


@lru_cache(maxsize=64)
def _fitted_share(values: Range) -> Share:
    def with_median(cases: float) -> Share:
        no_of_yes = _crossing(lambda ratio: _of(cases, ratio).interval.typical, values.typical)
        return _of(cases, no_of_yes)

    def width(cases: float) -> float:
        low, _, high = with_median(cases).interval
        return _odds(high) / _odds(low) if low > 0 and high < 1 else math.inf

    return with_median(_crossing(width, _odds(values.high) / _odds(values.low)))


def _of(cases: float, no_of_yes: float) -> Share:
    yes = cases / (1 + no_of_yes)
    return Share(yes, cases - yes)


def _odds(share: float) -> float:
    return share / (1 - share)


def _crossing(falling: Callable[[float], float], target: float) -> float:
    """Return where a falling function of a positive number meets a target, by halving."""
    low, high = _SMALLEST, _LARGEST
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        low, high = (middle, high) if falling(math.exp(middle)) > target else (low, middle)
    return math.exp((low + high) / 2)
