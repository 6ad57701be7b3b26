"""What a room is opened with."""

from dataclasses import dataclass

from workshop.room.tally import Protection


@dataclass(frozen=True)
class Settings:
    """Limits of one room; they stay as they are until it is deleted.

    Raises:
        ValueError: If a limit is out of its range.
    """

    seats: int = 300
    """People who find a seat; a server with two cores holds about as many."""
    days: int = 30
    """Days until the room and all that is in it is deleted."""
    least: int = 5
    """Answers below which only their number is told."""
    group: int = 3
    """People whom a bar, or the step from one tally to the next, hides each of them among."""
    late: int = 120
    """Seconds in which answers to a first try still come in after the second was opened: a phone
    that was offline has them."""

    def __post_init__(self) -> None:
        for name, lowest, highest in (
            ("seats", 1, 5_000),
            ("days", 1, 365),
            ("late", 0, 3_600),
        ):
            value = getattr(self, name)
            if not lowest <= value <= highest:
                raise ValueError(f"{name} must be from {lowest} to {highest}, got {value}")
        _ = self.protection

    @property
    def protection(self) -> Protection:
        """The part of it that tallies obey."""
        return Protection(self.least, self.group)
