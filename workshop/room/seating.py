"""Who sits where: a browser's token is its seat, and one person has one seat on all their devices.

Functions of a connection in the room's turn. A seat is found by the hash of a token, and nothing
else: no number that anybody could name leads to it.
"""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, and_, delete, insert, select, update

from workshop.room import answers, codes, texts
from workshop.room.errors import Refused
from workshop.room.names import pseudonym
from workshop.room.schema import passes, rooms, seats


@dataclass(frozen=True)
class Place:
    """A seat's row: its number, which stays inside, and the name its owner is shown."""

    id: int
    pseudonym: str


def find(connection: Connection, room_id: int, token: str) -> Place | None:
    """Return the seat of a token, if it has one."""
    row = connection.execute(
        select(seats.c.id, seats.c.pseudonym)
        .join(passes, passes.c.seat_id == seats.c.id)
        .where(passes.c.room_id == room_id, passes.c.token_hash == codes.hashed(token, room_id))
    ).one_or_none()
    return Place(row.id, row.pseudonym) if row else None


def take(
    connection: Connection,
    room_id: int,
    taken: int,
    most: int,
    token: str,
    words: tuple[Sequence[str], Sequence[str]],
) -> Place:
    """Return the seat of a token, a new one if it has none yet.

    Raises:
        Refused: full.
    """
    if place := find(connection, room_id, token):
        return place
    if taken >= most:
        raise Refused("full")
    names = select(seats.c.pseudonym).where(seats.c.room_id == room_id)
    name = pseudonym(*words, set(connection.execute(names).scalars()))
    place = Place(secrets.randbits(52), name)
    connection.execute(
        insert(seats).values(id=place.id, room_id=room_id, pseudonym=place.pseudonym)
    )
    _count(connection, room_id, 1)
    _give_pass(connection, room_id, token, place.id)
    return place


def resume(connection: Connection, room_id: int, turn: Any, word: str, token: str) -> Place:
    """Return the seat whose word this is, from now on this token's as well.

    A seat that the token had before and that nobody else has is given up, so that nobody counts
    twice.

    Raises:
        Refused: wrong_word.
    """
    seat_id = connection.execute(
        select(passes.c.seat_id).where(
            passes.c.room_id == room_id, passes.c.word_hash == codes.hashed(word, room_id)
        )
    ).scalar()
    if not word or seat_id is None:
        raise Refused("wrong_word")
    before = find(connection, room_id, token)
    if before is None or before.id != seat_id:
        if before:
            _take_pass(connection, room_id, token)
            if not _has_pass(connection, before.id):
                leave(connection, room_id, turn, before.id)
        _give_pass(connection, room_id, token, seat_id)
    name = select(seats.c.pseudonym).where(seats.c.id == seat_id)
    return Place(seat_id, connection.execute(name).scalar_one())


def leave(connection: Connection, room_id: int, turn: Any, seat_id: int) -> bool:
    """Give a seat up with all that was answered and shared; say whether texts went with it."""
    had_texts = texts.take_out(connection, room_id, seat_id)
    answers.take_out(connection, room_id, turn.revision, seat_id)
    connection.execute(delete(passes).where(passes.c.seat_id == seat_id))
    gone = connection.execute(delete(seats).where(seats.c.id == seat_id)).rowcount
    _count(connection, room_id, -gone)
    return had_texts


def seated(connection: Connection, room_id: int, seat_ids: set[int]) -> set[int]:
    """Return those of these numbers that are seats of the room."""
    mine = and_(seats.c.room_id == room_id, seats.c.id.in_(seat_ids))
    return set(connection.execute(select(seats.c.id).where(mine)).scalars())


def _give_pass(connection: Connection, room_id: int, token: str, seat_id: int) -> None:
    word = codes.resume_word(token, room_id)
    connection.execute(
        insert(passes).values(
            room_id=room_id,
            token_hash=codes.hashed(token, room_id),
            word_hash=codes.hashed(word, room_id),
            seat_id=seat_id,
        )
    )


def _take_pass(connection: Connection, room_id: int, token: str) -> None:
    token_hash = codes.hashed(token, room_id)
    connection.execute(
        delete(passes).where(passes.c.room_id == room_id, passes.c.token_hash == token_hash)
    )


def _has_pass(connection: Connection, seat_id: int) -> bool:
    found = select(passes.c.seat_id).where(passes.c.seat_id == seat_id).limit(1)
    return connection.execute(found).scalar() is not None


def _count(connection: Connection, room_id: int, more: int) -> None:
    connection.execute(
        update(rooms).where(rooms.c.id == room_id).values(seats=rooms.c.seats + more)
    )
