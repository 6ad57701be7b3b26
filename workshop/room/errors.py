"""What can go wrong in a room, each with a name that a caller's words are found by."""

from typing import Literal

Reason = Literal[
    "wrong_code",
    "wrong_key",
    "wrong_word",
    "too_many_tries",
    "full",
    "closed",
    "no_seat",
    "no_such_step",
    "not_open",
    "old_round",
    "not_plain",
    "writing",
    "too_large",
    "too_fast",
]


class RoomError(Exception):
    """Whatever a room says no to."""


class Refused(RoomError):  # noqa: N818 (`except Refused` says what happened)
    """Something that will not be done, however often it is asked for.

    Args:
        reason: What a caller looks its own words up by.
        told: The same for a developer.
    """

    def __init__(self, reason: Reason, told: str = "") -> None:
        super().__init__(told or reason)
        self.reason: Reason = reason


class Unavailable(RoomError):  # noqa: N818
    """The database did not keep it: locked, full or gone. Keep it on the device and try again."""
