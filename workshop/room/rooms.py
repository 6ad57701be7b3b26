"""All rooms of a store: opening one, finding it again, and deleting it on its date."""

import logging
import secrets
from dataclasses import asdict, dataclass, field

from sqlalchemy import Connection, delete, insert, select
from sqlalchemy.exc import IntegrityError

from workshop.room import codes
from workshop.room.agenda import Agenda
from workshop.room.errors import Refused
from workshop.room.room import Room
from workshop.room.schema import answers, rooms, seats
from workshop.room.settings import Settings
from workshop.room.stage import open_round
from workshop.room.store import Store

log = logging.getLogger("workshop.room")

DAY = 24 * 60 * 60


@dataclass(frozen=True)
class Opened:
    """A new room and its secrets, which nobody can be told a second time."""

    room: Room
    key: str
    screen: str


@dataclass(frozen=True)
class Listed:
    """One room as the command line lists it: nothing about anybody in it."""

    code: str
    title: str
    state: str
    seats: int
    opened_at: int
    expires_at: int


@dataclass(frozen=True)
class Receipt:
    """What a deletion took away: how many rows, and when. It names no one."""

    code: str
    seats: int
    answers: int
    deleted_at: int


@dataclass
class Rooms:
    """The rooms of one database.

    Example:
        >>> rooms = Rooms(Store("rooms.db"))
        >>> opened = rooms.open(agenda)
        >>> rooms.find(opened.room.code).state().step
        'welcome'
    """

    store: Store
    _known: dict[int, Room] = field(default_factory=dict, repr=False)
    _untidy: bool = field(default=False, repr=False)

    def open(self, agenda: Agenda, settings: Settings | None = None) -> Opened:
        """Open a room at the agenda's first step."""
        settings = settings or Settings()
        key = codes.new_token()
        screen = codes.screen_token(key)
        for _ in range(10):  # a code that is taken is drawn again
            try:
                room_id = self.store.write(
                    lambda connection: _insert(
                        connection, self.store.now(), agenda, settings, key, screen
                    )
                )
            except IntegrityError:
                continue
            return Opened(self._room(room_id), key, screen)
        raise RuntimeError("no free code was found in ten draws")

    def find(self, typed: str) -> Room:
        """Return the room with this code, as somebody typed it.

        Raises:
            Refused: wrong_code.
        """
        code = codes.normal(typed)
        found = self.store.read(
            lambda connection: connection.execute(
                select(rooms.c.id).where(rooms.c.code == code)
            ).scalar()
        )
        if found is None:
            raise Refused("wrong_code")
        return self._room(found)

    def all(self) -> list[Listed]:
        """Return all rooms, the newest first."""
        found = self.store.read(
            lambda connection: connection.execute(
                select(rooms).order_by(rooms.c.opened_at.desc(), rooms.c.code)
            ).all()
        )
        return [
            Listed(
                row.code,
                row.agenda["title"],
                row.state,
                row.seats,
                row.opened_at,
                row.expires_at,
            )
            for row in found
        ]

    def wipe(self, room: Room) -> Receipt:
        """Delete a room with all that is in it, for good."""

        def work(connection: Connection) -> Receipt:
            here = rooms.c.id == room.id
            code = connection.execute(select(rooms.c.code).where(here)).scalar()
            if code is None:
                raise Refused("wrong_code")
            people = connection.execute(delete(seats).where(seats.c.room_id == room.id)).rowcount
            given = connection.execute(delete(answers).where(answers.c.room_id == room.id)).rowcount
            connection.execute(delete(rooms).where(here))
            return Receipt(code, people, given, self.store.now())

        receipt = self.store.write(work)
        self._known.pop(room.id, None)
        self._untidy = not self.store.tidy()
        log.info("A room was deleted: %d seats, %d answers", receipt.seats, receipt.answers)
        return receipt

    def sweep(self) -> list[Receipt]:
        """Delete the rooms whose date has come.

        A room in which somebody was within the last day stays: a clock that jumps ahead (one that
        had stopped, until a network told it the time) must not end a session.
        """
        now = self.store.now()
        due = self.store.read(
            lambda connection: (
                connection.execute(
                    select(rooms.c.id).where(
                        rooms.c.expires_at <= now, rooms.c.touched_at < now - DAY
                    )
                )
                .scalars()
                .all()
            )
        )
        if self._untidy and not due:
            self._untidy = not self.store.tidy()
        return [self.wipe(self._room(room_id)) for room_id in due]

    def _room(self, room_id: int) -> Room:
        """Return the one object for a room, so that what it has read once stays read."""
        if room_id not in self._known:
            self._known[room_id] = Room(self.store, room_id)
        return self._known[room_id]


def _insert(
    connection: Connection, now: int, agenda: Agenda, settings: Settings, key: str, screen: str
) -> int:
    room_id = secrets.randbits(52)
    first = agenda.steps[0]
    connection.execute(
        insert(rooms).values(
            id=room_id,
            code=codes.new_code(),
            key_hash=codes.hashed(key, room_id),
            screen_hash=codes.hashed(screen, room_id),
            agenda=agenda.model_dump(mode="json"),
            settings=asdict(settings),
            state="open",
            revision=1,
            step=first.key,
            round=first.round,
            began_at=now,
            opened_at=now,
            touched_at=now,
            expires_at=now + settings.days * DAY,
            seats=0,
            texts_revision=1,
        )
    )
    open_round(connection, room_id, 1, now, first.key, first.round)
    return room_id
