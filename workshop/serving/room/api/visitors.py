"""Who asks: known by a token, limited as a seat; whoever has none is limited by address."""

import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

from workshop.room.errors import Refused
from workshop.room.guard import Bucket
from workshop.room.room import Room
from workshop.room.seat import found
from workshop.room.seating import Place
from workshop.serving.room.api.following import Following
from workshop.serving.room.api.gathering import Gathering
from workshop.serving.room.live import Live

REMEMBERED = 5_000
"""Seats kept in mind; beyond it the one that has been quiet longest is looked up again."""

FRESH = 600.0
"""Seconds after which a seat is looked up again: it may have been given up at another server. What
changes a room looks for itself, in its transaction."""

SEAT = (60, 10.0)
"""Requests of one seat: at once, and a second. A page asks once a second and saves twice."""

STRANGERS = (2_000, 50.0)
"""Requests from one address by whoever has no seat: a thousand who come in twice at once."""


@dataclass(frozen=True)
class Visitor:
    """A seat, and what serves its room to all requests."""

    room: Room
    place: Place
    gathering: Gathering
    following: Following


class Visitors:
    """Finds out who asks, and how often they may.

    Args:
        live: The server's rooms.
        clock: Seconds that never go back.
    """

    def __init__(self, live: Live, clock: Callable[[], float] = time.monotonic) -> None:
        self.live = live
        self._clock = clock
        self._seats = Bucket(*SEAT, clock)
        self._strangers = Bucket(*STRANGERS, clock)
        self._known: OrderedDict[tuple[str, str], tuple[Visitor, float]] = OrderedDict()
        self._serving: dict[int, tuple[Gathering, Following]] = {}

    def admit(self, code: str, token: str, address: str) -> None:
        """Count a request.

        Raises:
            Refused: too_fast.
        """
        seated = bool(token) and (code, token) in self._known
        enough = self._seats.take(token) if seated else self._strangers.take(address)
        if not enough:
            raise Refused("too_fast", "too many requests; wait a second")

    async def visitor(self, code: str, token: str) -> Visitor:
        """Return whose token this is.

        Raises:
            Refused: no_seat, or wrong_code.
            Unavailable: If the room cannot be reached.
        """
        known = self._known.get((code, token))
        if known is not None and self._clock() < known[1]:
            return known[0]
        self.forget(code, token)
        room, place = await self.live.ask(self._look_up, code, token)
        visitor = Visitor(room, place, *self.serving(room))
        self._known[code, token] = (visitor, self._clock() + FRESH)
        if len(self._known) > REMEMBERED:
            self._known.popitem(last=False)
        return visitor

    def _look_up(self, code: str, token: str) -> tuple[Room, Place]:
        room = self.live.rooms.find(code)
        place = found(room, token)
        if place is None:
            raise Refused("no_seat")
        return room, place

    def forget(self, code: str, token: str) -> None:
        """Look a seat up again when it is asked for next."""
        self._known.pop((code, token), None)

    def serving(self, room: Room) -> tuple[Gathering, Following]:
        """Return what gathers a room's answers, and what follows it."""
        if room.id not in self._serving:
            ask = self.live.ask
            self._serving[room.id] = (Gathering(room.deliver_all, ask), Following(room, ask))
        return self._serving[room.id]
