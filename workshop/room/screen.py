"""What a projector may show of a room: what all may see, and nothing to press."""

from workshop.room.agenda import Agenda
from workshop.room.changes import Changes
from workshop.room.errors import Refused
from workshop.room.room import Room


class Screen:
    """What the holder of a room's screen token may see.

    Args:
        room: The room.
        token: The screen's token.

    Raises:
        Refused: wrong_key.
    """

    def __init__(self, room: Room, token: str) -> None:
        if not room.is_screen(token):
            raise Refused("wrong_key")
        self._room = room

    @property
    def agenda(self) -> Agenda:
        """The steps."""
        return self._room.agenda

    @property
    def least(self) -> int:
        """Answers below which only their number is told."""
        return self._room.settings.least

    def changes(self, since: int = 0) -> Changes | None:
        """Return what is newer than a revision: revealed tallies and shown texts."""
        return self._room.changes(since)

    def seconds_left(self, ends_at: int) -> int:
        """Return how long a timer still runs, by the room's clock; below zero once it is over."""
        return ends_at - self._room.store.now()
