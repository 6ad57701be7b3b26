"""A participant's page as a notebook calls it: the seat is the one that the server handed in.

The token stands in no address, no page and no notebook, so nobody can read it off a screen or pass
it on in a link.
"""

import os
from collections.abc import Callable
from urllib.parse import parse_qs

from workshop.packs import load_pack
from workshop.room.errors import Refused
from workshop.room.seat import Seat as RoomSeat
from workshop.serving.room.dress_rehearsal import rehearse
from workshop.serving.room.handed import Handed
from workshop.serving.room.remote.line import place_of
from workshop.serving.room.remote.seat import RemoteSeat
from workshop.widgets.live.session import LiveSession
from workshop.widgets.parts.token import Token

PATIENCE = 0.5
"""Seconds that a question to the database may keep a page waiting."""


class Seat(LiveSession):
    """The page of whoever opens it; the seat is looked for when they do.

    Args:
        room: Where the room is joined, such as https://host.example/join/KM47XRW, for a page that
            is not opened through the room's own server. The page's address may name it as well:
            `?room=https://...`.

    Raises:
        ValueError: If that is no address of a room.

    Example:
        >>> Seat()
        Seat()
        >>> Seat(room="https://host.example/join/KM47XRW")
        Seat()
    """

    def __init__(self, room: str = "") -> None:
        room = room or asked_for(os.environ.get("QUERY_STRING", ""))
        if not room:
            if Handed.to_us() is None:  # run ahead of all visitors
                rehearse(load_pack())
            super().__init__(find_seat)
            return
        token = Token("/".join(place_of(room)))
        super().__init__(
            lambda told: RemoteSeat.join(room, token.value, on_status=told), token=token
        )


def asked_for(query: str) -> str:
    """Return the room that a page's address names, if it names one.

    Anybody can make a link, so it names a public server only: no other address is asked by a kernel
    because a link says so.
    """
    room = parse_qs(query).get("room", [""])[0]
    try:
        place_of(room)
    except ValueError:
        return ""
    return room if room.startswith("https://") else ""


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
