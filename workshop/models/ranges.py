"""Numbers nobody knows exactly: low, typical and high, and skewed draws between and beyond them."""

import math
from dataclasses import dataclass
from statistics import NormalDist
from typing import Self

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]

SMALLEST = 1e-9
"""Nearest that an uncertain value comes to 0 (and an uncertain share to 1)."""
LARGEST = 1e12
"""Nothing counted or timed here is larger; beyond it, products of draws could overflow."""

_TENTH = NormalDist().inv_cdf(0.9)  # low and high lie this many standard deviations out
_EXPONENT = 700.0  # exp() of more than 709 overflows


@dataclass(frozen=True)
class Range:
    """An uncertain number by its 10th, 50th and 90th percentile.

    The draws are a two-piece log-normal (for shares: logit-normal), since the quantities of
    networking are skewed: many small, few large (heavy tails, pitfall 6 of the evidence; on
    conversation lengths, SocioPatterns, PLoS ONE 2010, doi.org/10.1371/journal.pone.0011596).

    Attributes:
        low: 10th percentile.
        typical: Median.
        high: 90th percentile.
        share: Whether the value is a share, which stays inside (0, 1); otherwise it is positive.

    Raises:
        ValueError: If the three are not in order, not finite, outside `SMALLEST` to `LARGEST` (a
            share: to 1 - `SMALLEST`), or uncertain and touching 0 or, for a share, 1.
    """

    low: float
    typical: float
    high: float
    share: bool = False

    def __post_init__(self) -> None:
        values = (self.low, self.typical, self.high)
        if not all(math.isfinite(value) for value in values):
            raise ValueError(f"low, typical and high must be numbers, got {values}.")
        if not self.low <= self.typical <= self.high:
            raise ValueError(f"low <= typical <= high must hold, got {values}. Sort the three.")
        if self.is_exact and self.low in self._certain:
            return
        least, most = self._limits
        if not (least <= self.low and self.high <= most):
            raise ValueError(
                f"low and high must lie between {least:g} and {most:.10g}, got {values}. "
                f"Only Range.exactly may be {' or '.join(f'{value:g}' for value in self._certain)}."
            )

    @classmethod
    def exactly(cls, value: float, share: bool = False) -> Self:
        """Return a number that is known, such as one that a participant counted."""
        return cls(value, value, value, share)

    @property
    def is_exact(self) -> bool:
        """Whether there is no uncertainty at all."""
        return self.low == self.high

    def around(self, value: float) -> "Range":
        """Return a range of the same spread whose median is another value.

        Args:
            value: The new median. A certain one (0, and for a share 1) gives an exact range.

        Returns:
            A range with the same ratios low : typical : high (for a share: the same ratios of the
            odds). Ends that would pass the limits of a range stop there.

        Raises:
            ValueError: If no range can hold the value.
        """
        exact = Range.exactly(value, self.share)
        if self.is_exact or value in self._certain:
            return exact
        least, most = self._limits
        moved = self._scale(value) - self._scale(self.typical)
        low, high = (self._unscale(self._scale(end) + moved) for end in (self.low, self.high))
        # Rounding may carry an end that equals the median to the wrong side of it.
        return Range(
            low=min(max(low, least), value),
            typical=value,
            high=max(min(high, most), value),
            share=self.share,
        )

    def draws(self, z: Array) -> Array:
        """Return the values at standard-normal positions.

        Args:
            z: Standard-normal numbers of any shape. At -1.2816, 0 and 1.2816 (P10, P50, P90) the
                value is low, typical and high.

        Returns:
            Values of the same shape, never falling as z rises. Positive; a share lies in [0, 1].
        """
        if self.is_exact:
            return np.full(np.shape(z), float(self.typical))
        middle = self._scale(self.typical)
        below = (middle - self._scale(self.low)) / _TENTH
        above = (self._scale(self.high) - middle) / _TENTH
        scaled = middle + z * np.where(z < 0, below, above)
        grown = np.exp(np.clip(scaled, -_EXPONENT, _EXPONENT))
        return grown / (1 + grown) if self.share else grown

    @property
    def _certain(self) -> tuple[float, ...]:
        """What can be known but lies at no finite place on the scale of the draws."""
        return (0.0, 1.0) if self.share else (0.0,)

    @property
    def _limits(self) -> tuple[float, float]:
        return SMALLEST, (1 - SMALLEST if self.share else LARGEST)

    def _scale(self, value: float) -> float:
        return math.log(value / (1 - value)) if self.share else math.log(value)

    def _unscale(self, scaled: float) -> float:
        return 1 / (1 + math.exp(-scaled)) if self.share else math.exp(scaled)
