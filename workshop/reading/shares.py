"""Shares of a few, each with the range that so few can tell. Knows arithmetic only."""

from dataclasses import dataclass
from math import hypot, sqrt

_Z = 1.281552  # 80 % of a normal distribution lie within so many deviations, as in the models


@dataclass(frozen=True)
class Share:
    """How many of how many, and the range of shares that this speaks for.

    Attributes:
        count: How many.
        of: Of how many.
        low: The lower end of the 80 % range, from 0 to 1.
        high: Its upper end.
    """

    count: int
    of: int
    low: float
    high: float

    @property
    def share(self) -> float:
        """The share itself, from 0 to 1; 0 of none is 0."""
        return self.count / self.of if self.of else 0.0


@dataclass(frozen=True)
class Change:
    """A share early and late.

    Attributes:
        early: The share in the earlier half.
        late: The share in the later half.
        low: The lower end of the 80 % range of late minus early, from -1 to 1.
        high: Its upper end.
    """

    early: Share
    late: Share
    low: float
    high: float

    @property
    def tells(self) -> str:
        """Return "more", "fewer" or "cannot tell": the range must lie on one side of nothing."""
        if self.low > 0:
            return "more"
        return "fewer" if self.high < 0 else "cannot tell"


def share(count: int, of: int) -> Share:
    """Return a share with its range (Wilson 1927, doi:10.1080/01621459.1927.10502953).

    Of nothing, every share is possible.
    """
    if not of:
        return Share(0, 0, 0.0, 1.0)
    found, spread = count / of, _Z * _Z / of
    middle = (found + spread / 2) / (1 + spread)
    reach = sqrt(found * (1 - found) * spread + spread * spread / 4) / (1 + spread)
    return Share(count, of, max(0.0, middle - reach), min(1.0, middle + reach))


def change(early: Share, late: Share) -> Change:
    """Return a change with its range: Newcombe 1998, method 10 (PMID 9595617)."""
    difference = late.share - early.share
    down = hypot(late.share - late.low, early.high - early.share)
    up = hypot(late.high - late.share, early.share - early.low)
    if not (early.of and late.of):
        return Change(early, late, -1.0, 1.0)
    return Change(early, late, max(-1.0, difference - down), min(1.0, difference + up))
