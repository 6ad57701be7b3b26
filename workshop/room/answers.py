"""Answers as rows: upserts that can be repeated, and that come in any order.

Each function runs in a transaction that has bumped its room's revision, and so has the room's row
locked: writers of one room take turns, revisions become visible in their order, and who reads what
is newer than a revision never misses anything.
"""

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, and_, bindparam, delete, insert, select, tuple_, update

from workshop.room.agenda import Agenda
from workshop.room.delivery import Delivery, Receipt
from workshop.room.errors import Refused
from workshop.room.schema import answers, rounds
from workshop.room.tally import cells_of

Key = tuple[str, int, int]  # step, round, seat
Sent = tuple[int, Delivery, str]  # seat, what it delivers, its body as JSON
Outcome = Receipt | Refused


def save(
    connection: Connection,
    room_id: int,
    revision: int,
    now: int,
    agenda: Agenda,
    sent: Sequence[Sent],
) -> list[Outcome]:
    """Store what is newer than what is there, and say for each what the room has now."""
    open_rounds = _open_rounds(connection, room_id, now)
    rows = _rows(connection, room_id, {_key(seat, one) for seat, one, _ in sent})
    kept = dict(rows)
    outcomes: list[Outcome] = []
    for seat, one, body in sent:
        if refusal := _refusal(open_rounds, one):
            outcomes.append(refusal)
            continue
        key = _key(seat, one)
        stored = kept.get(key)
        if stored is None or one.sequence > stored["sequence"]:
            cells = cells_of(one.body, agenda.counted(one.step))
            published = stored["cells"] if stored else {}
            stored = kept[key] = {
                "sequence": one.sequence,
                "body": body,
                "cells": published,
                "pending": cells != published,
            }
        outcomes.append(
            Receipt(one.step, one.round, stored["sequence"], kept=stored["body"] == body)
        )
    _store(connection, room_id, revision, rows, kept)
    return outcomes


def of_seat(connection: Connection, seat_id: int) -> list[Delivery]:
    """Return all that a seat has answered."""
    found = connection.execute(
        select(answers.c.step, answers.c.round, answers.c.sequence, answers.c.body).where(
            answers.c.seat_id == seat_id, answers.c.body.is_not(None)
        )
    )
    return [Delivery(row.step, row.round, row.sequence, json.loads(row.body)) for row in found]


def take_out(connection: Connection, room_id: int, revision: int, seat_id: int) -> None:
    """Forget what a seat answered; the tallies follow with the next group, so none shows who."""
    mine = and_(answers.c.room_id == room_id, answers.c.seat_id == seat_id)
    found = connection.execute(select(answers).where(mine, answers.c.body.is_not(None))).all()
    for row in found:
        this = and_(mine, answers.c.step == row.step, answers.c.round == row.round)
        if row.cells:
            connection.execute(update(answers).where(this).values(body=None, pending=True))
        else:
            connection.execute(delete(answers).where(this))
    _count(connection, room_id, revision, {(row.step, row.round): -1 for row in found})


def _key(seat: int, one: Delivery) -> Key:
    return one.step, one.round, seat


def _open_rounds(connection: Connection, room_id: int, now: int) -> dict[tuple[str, int], bool]:
    found = connection.execute(
        select(rounds.c.step, rounds.c.round, rounds.c.closes_at).where(rounds.c.room_id == room_id)
    )
    return {(row.step, row.round): row.closes_at is None or now < row.closes_at for row in found}


def _refusal(open_rounds: dict[tuple[str, int], bool], one: Delivery) -> Refused | None:
    is_open = open_rounds.get((one.step, one.round))
    if is_open:
        return None
    return Refused("not_open" if is_open is None else "old_round", f"{one.step} {one.round}")


def _rows(connection: Connection, room_id: int, keys: Iterable[Key]) -> dict[Key, dict[str, Any]]:
    place = tuple_(answers.c.step, answers.c.round, answers.c.seat_id)
    found = connection.execute(
        select(answers).where(answers.c.room_id == room_id, place.in_(list(keys)))
    )
    return {(row.step, row.round, row.seat_id): dict(row._mapping) for row in found}


def _store(
    connection: Connection,
    room_id: int,
    revision: int,
    before: dict[Key, dict[str, Any]],
    after: dict[Key, dict[str, Any]],
) -> None:
    changed = {key: row for key, row in after.items() if row is not before.get(key)}
    new = [key for key in changed if key not in before]
    if new:
        connection.execute(
            insert(answers),
            [
                {"room_id": room_id, "step": key[0], "round": key[1], "seat_id": key[2]}
                | changed[key]
                for key in new
            ],
        )
    if again := [key for key in changed if key in before]:
        connection.execute(
            update(answers).where(
                answers.c.room_id == room_id,
                answers.c.step == bindparam("in_step"),
                answers.c.round == bindparam("in_round"),
                answers.c.seat_id == bindparam("of_seat"),
            ),
            [
                {"in_step": step, "in_round": number, "of_seat": seat, **_own(changed[key])}
                for key in again
                for step, number, seat in [key]
            ],
        )
    count: Counter[tuple[str, int]] = Counter()
    for key in changed:
        returned = before.get(key, {"body": None})["body"] is None
        if returned or changed[key]["pending"]:
            count[key[:2]] += returned
    _count(connection, room_id, revision, count)


def _own(row: dict[str, Any]) -> dict[str, Any]:
    return {name: row[name] for name in ("sequence", "body", "cells", "pending")}


def _count(
    connection: Connection, room_id: int, revision: int, more: dict[tuple[str, int], int]
) -> None:
    """Note how many people more have answered each round, and that its tally may be behind."""
    for (step, number), people in more.items():
        connection.execute(
            update(rounds)
            .where(rounds.c.room_id == room_id, rounds.c.step == step, rounds.c.round == number)
            .values(
                answered=rounds.c.answered + people,
                answers_revision=revision,
                revision=revision,
            )
        )
