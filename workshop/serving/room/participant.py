"""A participant's page as a notebook calls it: the seat is the one that the server handed in.

The token stands in no address, no page and no notebook, so nobody can read it off a screen or pass
it on in a link.
"""

from collections.abc import Callable

from workshop.room.errors import Refused
from workshop.room.seat import Seat as RoomSeat
from workshop.serving.room.handed import Handed
from workshop.widgets.live.session import LiveSession

PATIENCE = 0.5
"""Seconds that a question to the database may keep a page waiting."""


class Seat(LiveSession):
    """The page of whoever opens it; the seat is looked for when they do.

    Example:
        >>> Seat()
        Seat()
    """

    def __init__(self) -> None:
        super().__init__(find_seat)


def find_seat(on_status: Callable[[str], object]) -> RoomSeat:
    """Return this kernel's visitor's seat.

    Raises:
        Refused: no_seat, or wrong_code.
        Unavailable: If the room cannot be reached.
    """
    handed = Handed.to_us()
    if handed is None:
        raise Refused("no_seat")
    room = handed.rooms(patience=PATIENCE).find(handed.code)
    return RoomSeat.find(room, handed.secret, on_status=on_status)
