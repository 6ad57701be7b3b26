"""What a page needs of its participant's seat and room, wherever they are."""

from collections.abc import Callable, Sequence
from typing import Any, Protocol


class StepLike(Protocol):
    """One step of an agenda."""

    key: str
    round: int
    exercise: str
    title: str
    wall: str


class AgendaLike(Protocol):
    """The steps of a session."""

    @property
    def steps(self) -> Sequence[Any]:
        """All of them, in order; each a `StepLike`."""

    def counted(self, key: str) -> Any:
        """Return the measures of a step by their names."""

    def place(self, key: str, round: int) -> int:
        """Return where a round of a step stands."""


class RoomLike(Protocol):
    """What all may know of a room."""

    @property
    def code(self) -> str:
        """The address on the wall."""

    @property
    def agenda(self) -> Any:
        """The steps it was opened with; an `AgendaLike`."""

    def changes(self, since: int = 0) -> Any:
        """Return what is newer than a revision, or None."""


class SeatLike(Protocol):
    """What a page does with its participant's seat."""

    pseudonym: str
    word: str

    @property
    def room(self) -> Any:
        """The room it is in; a `RoomLike`."""

    def answer(self, step: str, number: int = 1) -> Any:
        """Return what was last answered, here or on another device."""

    def save(self, step: str, answer: Any, number: int = 1) -> None:
        """Keep an answer and bring it to the room."""

    def refusal(self, step: str, number: int = 1) -> Any:
        """Return why the last answer was not taken, with a `reason`; None if it was."""

    def share(self, step: str, text: str, number: int = 1) -> None:
        """Give a text to the trainer."""


FindSeat = Callable[[Callable[[str], object]], SeatLike]
"""Finds the seat of whoever has this page open; what it is handed is told where answers are.

Raises an error with a `reason` if there is no seat, and any other if the room cannot be reached.
"""
