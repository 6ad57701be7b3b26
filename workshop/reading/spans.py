"""A stretch of a text."""

from typing import NamedTuple


class Span(NamedTuple):
    """A stretch of a text, in code points as Python counts them."""

    start: int
    end: int

    @property
    def length(self) -> int:
        """How many letters it covers."""
        return self.end - self.start

    def holds(self, other: "Span") -> bool:
        """Tell whether another span lies inside."""
        return self.start <= other.start and other.end <= self.end

    def meets(self, other: "Span") -> bool:
        """Tell whether it shares a letter with another span."""
        return self.start < other.end and other.start < self.end
