"""The one door through which answers leave: published counts, brought up to date in groups."""

import json
from collections import defaultdict
from typing import Any

from sqlalchemy import Connection, and_, bindparam, delete, insert, select, update

from workshop.room.agenda import Agenda
from workshop.room.schema import answers, publications, rounds
from workshop.room.tally import (
    Move,
    Protection,
    Tally,
    bars,
    cells_of,
    may_publish,
    moved,
    singles_out,
)

Row = Any


def behind(row: Row, protection: Protection) -> bool:
    """Whether a round's tally may have to be published anew."""
    enough = row.answered >= protection.least
    return enough and bool(row.answers_revision > row.tallied_revision)


def told(row: Row, agenda: Agenda, protection: Protection) -> Tally:
    """Return what a round's row tells everybody."""
    measures = agenda.counted(row.step)
    return Tally(
        row.step,
        row.round,
        row.answered,
        row.revealed,
        {
            name: bars(counts, measures[name], protection)
            for name, counts in row.counts.items()
            if name in measures
        },
        frozen=row.closes_at is not None,
    )


def publish(
    connection: Connection, row: Row, revision: int, agenda: Agenda, protection: Protection
) -> bool:
    """Publish what may be published of a round, and say whether anything was.

    Runs with the room's row locked.
    """
    measures = agenda.counted(row.step)
    here = and_(
        answers.c.room_id == row.room_id,
        answers.c.step == row.step,
        answers.c.round == row.round,
    )
    pending = connection.execute(
        select(answers.c.seat_id, answers.c.body, answers.c.cells).where(here, answers.c.pending)
    ).all()
    was = {one.seat_id: dict(one.cells) for one in pending}
    now = {one.seat_id: cells_of(_loaded(one.body), measures) for one in pending}
    counts = dict(row.counts)
    for name, measure in measures.items():
        moves = {
            seat: Move(was[seat].get(name), now[seat].get(name))
            for seat in now
            if was[seat].get(name) != now[seat].get(name)
        }
        after = moved(counts.get(name, []), list(moves.values()), measure.size)
        if may_publish(after, moves.values(), protection) and not _singles_out(
            connection, row, name, moves, protection
        ):
            counts[name] = after
            _note(connection, row, name, revision, moves)
            _follow(was, name, moves)
    _keep(connection, here, was, now, {one.seat_id for one in pending if one.body is None})
    published = any(was[one.seat_id] != one.cells for one in pending)
    changed = {"counts": counts, "revision": revision} if published else {}
    connection.execute(
        update(rounds)
        .where(
            rounds.c.room_id == row.room_id,
            rounds.c.step == row.step,
            rounds.c.round == row.round,
        )
        .values(tallied_revision=row.answers_revision, **changed)
    )
    return published


def _follow(was: dict[int, dict[str, int]], name: str, moves: dict[int, Move]) -> None:
    for seat, move in moves.items():
        if move.now is None:
            was[seat].pop(name)
        else:
            was[seat][name] = move.now


def _note(
    connection: Connection, row: Row, name: str, revision: int, moves: dict[int, Move]
) -> None:
    connection.execute(
        insert(publications).values(
            room_id=row.room_id,
            step=row.step,
            round=row.round,
            measure=name,
            revision=revision,
            moves={str(seat): move.was for seat, move in moves.items()},
        )
    )


def _singles_out(
    connection: Connection, row: Row, name: str, moves: dict[int, Move], protection: Protection
) -> bool:
    """Whether any earlier publication, of any round of the step, forbids this one."""
    cells: defaultdict[int, dict[int, int]] = defaultdict(dict)
    for one in connection.execute(
        select(answers.c.round, answers.c.seat_id, answers.c.cells).where(
            answers.c.room_id == row.room_id, answers.c.step == row.step
        )
    ):
        if name in one.cells:
            cells[one.round][one.seat_id] = one.cells[name]
    earlier: defaultdict[int, list[dict[int, int | None]]] = defaultdict(list)
    for past in connection.execute(
        select(publications.c.round, publications.c.moves)
        .where(
            publications.c.room_id == row.room_id,
            publications.c.step == row.step,
            publications.c.measure == name,
        )
        .order_by(publications.c.revision.desc())
    ):
        earlier[past.round].append({int(seat): was for seat, was in past.moves.items()})
    proposed = cells[row.round] | {seat: move.now for seat, move in moves.items()}
    after = {seat: cell for seat, cell in proposed.items() if cell is not None}
    return any(
        singles_out(after, cells[number], before, protection) for number, before in earlier.items()
    )


def _keep(
    connection: Connection,
    here: Any,
    was: dict[int, dict[str, int]],
    now: dict[int, dict[str, int]],
    left: set[int],
) -> None:
    """Note what is published of each answer; of those who have left nothing stays after that."""
    gone = [seat for seat in left if not was[seat]]
    rows = [
        {"of_seat": seat, "cells": was[seat], "pending": was[seat] != now[seat]}
        for seat in was
        if seat not in gone
    ]
    if rows:
        statement = update(answers).where(here, answers.c.seat_id == bindparam("of_seat"))
        connection.execute(statement, rows)
    if gone:
        connection.execute(delete(answers).where(here, answers.c.seat_id.in_(gone)))


def _loaded(body: str | None) -> Any:
    return None if body is None else json.loads(body)
