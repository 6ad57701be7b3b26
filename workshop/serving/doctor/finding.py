"""What a check found."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Finding:
    """A sentence about this computer.

    Attributes:
        fine: Whether a session can go ahead as it is.
        what: What was found.
        advice: What to do about it; also where all is fine but could be better.
    """

    fine: bool
    what: str
    advice: str = ""

    def __str__(self) -> str:
        mark = "fine" if self.fine else "NOT FINE"
        lines = [f"{mark:9} {self.what}", *self.advice.splitlines()]
        return f"\n{'':10}".join(lines)
