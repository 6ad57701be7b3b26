"""What must not be lost: processes are killed, files locked, disks filled, servers restarted."""

import json
import os
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from workshop.room.answers import of_seat
from workshop.room.delivery import Delivery
from workshop.room.desk import Desk
from workshop.room.errors import Unavailable
from workshop.room.rooms import Rooms
from workshop.room.schema import seats
from workshop.room.seat import Seat

WRITER = Path(__file__).parent / "writer.py"
FULL_DISK = Path(__file__).parent / "full_disk.py"
ACKNOWLEDGED = 300


def test_every_acknowledged_answer_survives_a_kill(where, room, desk, take_seat, open_store):
    """Fifty seats write as fast as they can; the process is killed in the middle."""
    desk.go_to("week")
    people = [take_seat(room).id for _ in range(50)]
    command = [sys.executable, str(WRITER), where, room.code, json.dumps(people)]
    newest: dict[int, int] = {}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as writer:
        for number, line in enumerate(writer.stdout):
            seat, sequence = map(int, line.split())
            newest[seat] = max(sequence, newest.get(seat, 0))
            if number == ACKNOWLEDGED:
                writer.send_signal(signal.SIGKILL)
                break
        # What it had still acknowledged when it died is in the pipe.
        for line in writer.stdout.read().splitlines():
            if len(parts := line.split()) == 2:
                newest[int(parts[0])] = max(int(parts[1]), newest.get(int(parts[0]), 0))
    again = Rooms(open_store(where)).find(room.code)
    stored = {
        seat: again.store.read(lambda connection, seat=seat: of_seat(connection, seat))
        for seat in newest
    }

    assert writer.returncode == -signal.SIGKILL
    assert len(newest) > 10
    assert all(stored[seat][0].sequence >= sequence for seat, sequence in newest.items())
    assert again.tally("week", 1).answered >= len(newest)


def test_while_a_file_is_locked_answers_are_kept_on_the_device(tmp_path, open_store, agenda, words):
    file = tmp_path / "rooms.db"
    opened = Rooms(open_store(file, patience=0.1)).open(agenda)
    Desk(opened.room, opened.key).go_to("week")
    seat = Seat.join(opened.room, "token", words, later=lambda *_: False)
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        seat.save("week", {"answer": {"social": 2}})
        while_locked = seat.status
        with pytest.raises(Unavailable, match="locked"):
            opened.room.deliver(seat.id, [Delivery("week", 1, 1, {})])
        other.execute("ROLLBACK")

    assert while_locked == "kept"
    assert seat.flush()
    assert seat.status == "saved"
    assert opened.room.tally("week", 1).answered == 1


@pytest.mark.skipif(sys.platform == "win32", reason="no limit of a file's size there")
def test_while_the_disk_is_full_answers_are_kept_on_the_device(tmp_path):
    """The system refuses to let the file grow, as a full disk does; then there is room again."""
    run = subprocess.run(
        [sys.executable, str(FULL_DISK), str(tmp_path / "rooms.db")], capture_output=True, text=True
    )

    assert run.returncode == 0, run.stderr
    assert run.stdout.split() == ["saved", "kept", "saved"]


def test_a_database_that_is_started_again_pauses_the_session_and_loses_nothing(
    postgres, open_store, agenda, words
):
    opened = Rooms(open_store(postgres.new_database())).open(agenda)
    Desk(opened.room, opened.key).go_to("week")
    seat = Seat.join(opened.room, "token", words, later=lambda *_: False)
    seat.save("week", {"answer": {"social": 1}})
    postgres.stop("immediate")
    seat.save("week", {"answer": {"social": 2}})
    meanwhile = seat.status
    postgres.start()

    assert meanwhile == "kept"
    assert seat.flush()
    assert Seat.find(opened.room, "token").answer("week") == {"answer": {"social": 2}}


def test_a_server_that_cannot_be_reached_is_told_without_a_password(open_store):
    store = open_store("postgresql://tester:secret@127.0.0.1:1/rooms")
    with pytest.raises(Unavailable) as told:
        Rooms(store).all()

    assert "secret" not in str(told.value)


def test_a_file_that_is_no_database_is_told(tmp_path, open_store):
    file = tmp_path / "rooms.db"
    file.write_bytes(b"this is no database at all, and never was one" * 100)
    with pytest.raises(Unavailable, match="not a database"):
        Rooms(open_store(file)).all()


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork there")
def test_a_forked_kernel_uses_connections_of_its_own(where, week, take_seat):
    seat, other = take_seat(week), take_seat(week)
    child = os.fork()
    if not child:
        try:
            seat.save("week", {"answer": {"social": 1}})
        finally:
            os._exit(0 if seat.status == "saved" else 1)
    other.save("week", {"answer": {"social": 2}})
    _, status = os.waitpid(child, 0)

    assert os.waitstatus_to_exitcode(status) == 0
    assert week.tally("week", 1).answered == 2


def test_two_servers_that_start_at_once_make_the_tables_once(where, open_store):
    command = (
        "import sys; from workshop.room.rooms import Rooms; from workshop.room.store import Store; "
        "print(Rooms(Store(sys.argv[1])).all())"
    )
    servers = [
        subprocess.Popen([sys.executable, "-c", command, where], stdout=subprocess.PIPE, text=True)
        for _ in range(3)
    ]
    told = [server.communicate()[0] for server in servers]

    assert told == ["[]\n"] * 3
    assert open_store(where).read(lambda connection: connection.execute(seats.select()).all()) == []
