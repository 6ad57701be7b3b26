"""Texts that people shared: they wait until the trainer shows them; nobody sees whose they are."""

import secrets
from dataclasses import dataclass
from typing import Literal

from sqlalchemy import Connection, and_, delete, select, update

from workshop.room.schema import texts

State = Literal["waiting", "shown", "hidden", "up"]
"""`up` is the one that the screen shows large; all may see it, as one that is shown."""

SEEN: tuple[State, ...] = ("shown", "up")


@dataclass(frozen=True)
class SharedText:
    """A text as desk and screen see it: without its writer, and without a time."""

    id: int
    step: str
    round: int
    state: State
    body: str


def share(
    connection: Connection, room_id: int, seat_id: int, step: str, number: int, body: str
) -> bool:
    """Put a text into the queue in place of an earlier one, and say whether it is another."""
    mine = and_(
        texts.c.room_id == room_id,
        texts.c.step == step,
        texts.c.round == number,
        texts.c.seat_id == seat_id,
    )
    if connection.execute(select(texts.c.body).where(mine)).scalar() == body:
        return False
    connection.execute(delete(texts).where(mine))
    connection.execute(
        texts.insert().values(
            id=secrets.randbits(52),
            room_id=room_id,
            step=step,
            round=number,
            seat_id=seat_id,
            state="waiting",
            body=body,
        )
    )
    return True


def take_out(connection: Connection, room_id: int, seat_id: int) -> bool:
    """Forget the texts of a seat, and say whether there were any."""
    done = connection.execute(
        delete(texts).where(texts.c.room_id == room_id, texts.c.seat_id == seat_id)
    )
    return done.rowcount > 0


def moderate(connection: Connection, room_id: int, text_id: int, state: State) -> bool:
    """Show or hide one text, and say whether there is one; one that goes up takes another down."""
    if state == "up":
        up = and_(texts.c.room_id == room_id, texts.c.state == "up")
        connection.execute(update(texts).where(up).values(state="shown"))
    done = connection.execute(
        update(texts).where(texts.c.room_id == room_id, texts.c.id == text_id).values(state=state)
    )
    return done.rowcount == 1


def listed(connection: Connection, room_id: int, *, only_shown: bool) -> list[SharedText]:
    """Return the texts of a room, in an order that tells nothing: their random numbers'."""
    statement = select(texts).where(texts.c.room_id == room_id).order_by(texts.c.id)
    if only_shown:
        statement = statement.where(texts.c.state.in_(SEEN))
    return [
        SharedText(row.id, row.step, row.round, row.state, row.body)
        for row in connection.execute(statement)
    ]
