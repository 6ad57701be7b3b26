"""Where a room stands in its agenda: the step that is up, its round, and the time it has used."""

from dataclasses import dataclass

from sqlalchemy import Connection, and_, func, insert, select, update

from workshop.room.schema import rooms, rounds, visits


@dataclass(frozen=True)
class Stage:
    """What everybody in the room sees first."""

    revision: int
    state: str
    step: str
    round: int
    seats: int
    began_at: int
    ends_at: int | None
    touched_at: int
    expires_at: int


def stage_of(row: object) -> Stage:
    """Return the stage that a room's row tells of."""
    return Stage(**{name: getattr(row, name) for name in Stage.__dataclass_fields__})


def open_round(
    connection: Connection, room_id: int, revision: int, now: int, step: str, number: int
) -> None:
    """Note that a round of a step is up, and let it take answers if it is new."""
    this = and_(rounds.c.room_id == room_id, rounds.c.step == step, rounds.c.round == number)
    if connection.execute(select(rounds.c.round).where(this)).scalar() is None:
        connection.execute(
            insert(rounds).values(
                room_id=room_id,
                step=step,
                round=number,
                revision=revision,
                revealed=False,
                answered=0,
                answers_revision=0,
                tallied_revision=0,
                counts={},
            )
        )
    visited = select(func.coalesce(func.max(visits.c.number), 0)).where(visits.c.room_id == room_id)
    connection.execute(
        insert(visits).values(
            room_id=room_id,
            number=1 + connection.execute(visited).scalar_one(),
            step=step,
            round=number,
            began_at=now,
        )
    )


def go_to(
    connection: Connection,
    room_id: int,
    revision: int,
    now: int,
    step: str,
    number: int,
    late: int,
) -> None:
    """Bring a round of a step up; earlier rounds of it take late answers for a while only."""
    open_round(connection, room_id, revision, now, step, number)
    connection.execute(
        update(rounds)
        .where(
            rounds.c.room_id == room_id,
            rounds.c.step == step,
            rounds.c.round < number,
            rounds.c.closes_at.is_(None),
        )
        .values(closes_at=now + late, revision=revision)
    )
    connection.execute(
        update(rooms)
        .where(rooms.c.id == room_id)
        .values(step=step, round=number, began_at=now, ends_at=None)
    )


def set_round(
    connection: Connection, room_id: int, revision: int, step: str, number: int, **values: object
) -> bool:
    """Freeze, thaw or reveal one round, and say whether there is one."""
    done = connection.execute(
        update(rounds)
        .where(rounds.c.room_id == room_id, rounds.c.step == step, rounds.c.round == number)
        .values(revision=revision, **values)
    )
    return done.rowcount == 1


def minutes_used(connection: Connection, room_id: int, now: int) -> dict[tuple[str, int], float]:
    """Return the minutes that each round of a step has been up, all its times together."""
    found = connection.execute(
        select(visits).where(visits.c.room_id == room_id).order_by(visits.c.number)
    ).all()
    used: dict[tuple[str, int], float] = {}
    for visit, ended in zip(found, [*(later.began_at for later in found[1:]), now], strict=True):
        key = (visit.step, visit.round)
        # A clock that was set back must not give minutes back.
        used[key] = used.get(key, 0.0) + max(0, ended - visit.began_at) / 60
    return used
