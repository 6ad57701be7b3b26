"""What must not be lost over HTTP: servers are killed, databases restarted, files locked."""

import signal
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from threading import Semaphore

import pytest

from tests.conftest import running_server
from tests.serving.room.conftest import listening
from workshop.room.codes import new_token
from workshop.room.delivery import Delivery, Receipt
from workshop.room.desk import Desk
from workshop.room.errors import Unavailable
from workshop.room.rooms import Rooms
from workshop.room.store import Store
from workshop.serving.room.api.handlers import api_handlers
from workshop.serving.room.live import Live
from workshop.serving.room.remote.line import Line
from workshop.serving.room.remote.seat import RemoteSeat

SEATS, ACKNOWLEDGED = 50, 300


def _write(line, enough):
    """Answer until the server is gone; the number of the last answer that was acknowledged."""
    for sequence in range(1, 100_000):
        try:
            (told,) = line.deliver([Delivery("week", 1, sequence, {"hours": sequence})])
        except Unavailable:
            return sequence - 1
        if not isinstance(told, Receipt):
            sequence -= 1  # too fast; it is sent again
        enough.release()
    raise AssertionError


def test_a_server_that_is_killed_while_fifty_write_has_every_acknowledged_answer(
    tmp_path, agenda, monkeypatch
):
    where = str(tmp_path / "rooms.db")
    monkeypatch.setenv("WORKSHOP_ROOMS", where)
    store = Store(where)
    opened = Rooms(store).open(agenda)
    Desk(opened.room, opened.key).go_to("week")
    enough = Semaphore(0)
    tokens = [new_token() for _ in range(SEATS)]
    with (
        running_server("time_budget", "--WorkshopApp.fork=False", folder=tmp_path) as (at, server),
        ThreadPoolExecutor(SEATS) as pool,
    ):
        lines = [Line(f"{at}join/{opened.room.code}", token) for token in tokens]
        list(pool.map(Line.take_seat, lines))
        writing = [pool.submit(_write, line, enough) for line in lines]
        for _ in range(ACKNOWLEDGED):
            assert enough.acquire(timeout=60)
        server.send_signal(signal.SIGKILL)
        newest = [one.result() for one in writing]
    with running_server("time_budget", "--WorkshopApp.fork=False", folder=tmp_path) as (at, _):
        lines = [Line(f"{at}join/{opened.room.code}", token) for token in tokens]
        stored = [line.take_seat().answers for line in lines]
    seats = opened.room.stage().seats
    store.close()

    assert sum(newest) >= ACKNOWLEDGED
    assert seats == SEATS
    assert all(
        max((one.sequence for one in kept), default=0) >= sequence
        for kept, sequence in zip(stored, newest, strict=True)
    )


def test_a_database_that_is_started_again_pauses_a_seat_visibly(postgres, agenda):
    live = Live(postgres.new_database(), "/")
    opened = live.rooms.open(agenda)
    Desk(opened.room, opened.key).go_to("week")
    told = []
    with listening(api_handlers("/", live)) as at:
        seat = RemoteSeat.join(
            f"{at}join/{opened.room.code}",
            new_token(),
            later=lambda *_: False,
            on_status=told.append,
        )
        seat.save("week", {"hours": 1})
        postgres.stop("immediate")
        seat.save("week", {"hours": 2})
        with pytest.raises(Unavailable):
            seat.share("week", "Hello")
        postgres.start()
        flushed = seat.flush()
        again = Line(f"{at}join/{opened.room.code}", seat._line._token).take_seat()
    live.rooms.store.close()

    assert (told, flushed) == (["saving", "saved", "saving", "kept", "saved"], True)
    assert [one.body for one in again.answers] == [{"hours": 2}]


def test_while_a_file_is_locked_a_seat_keeps_its_answers(tmp_path, agenda):
    live = Live(str(tmp_path / "rooms.db"), "/")
    live.rooms.store._patience = 0.1
    opened = live.rooms.open(agenda)
    Desk(opened.room, opened.key).go_to("week")
    with listening(api_handlers("/", live)) as at:
        room = f"{at}join/{opened.room.code}"
        seat = RemoteSeat.join(room, new_token(), later=lambda *_: False)
        with closing(sqlite3.connect(tmp_path / "rooms.db", isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            seat.save("week", {"hours": 2})
            kept = seat.status
            other.execute("ROLLBACK")
        flushed = seat.flush()
    live.rooms.store.close()

    assert (kept, flushed, seat.status) == ("kept", True, "saved")
    assert opened.room.tally("week", 1).answered == 1
