"""Opening a room, finding it, keeping its secrets, and deleting it for good."""

import logging
import sys

import pytest

from workshop.room.codes import ALPHABET, normal, spoken
from workshop.room.desk import Desk, close
from workshop.room.errors import Refused, RoomError
from workshop.room.rooms import DAY, Rooms
from workshop.room.schema import answers, metadata, version


def test_a_room_opens_at_the_first_step(room):
    stage = room.stage()

    assert (stage.step, stage.round, stage.state, stage.seats) == ("welcome", 1, "open", 0)


def test_a_room_is_found_by_its_code_however_it_is_typed(rooms, room):
    assert rooms.find(room.code.lower()) is room
    assert rooms.find(f" {spoken(room.code).lower()} ") is room
    assert rooms.find("-".join(room.code)) is room


@pytest.mark.parametrize("typed", ["", "KM47XR", "KM4 7XRW 2", "OOOOOOO", "K" * 10_000, "😀" * 7])
def test_what_is_no_code_finds_no_room(typed, rooms, opened):
    with pytest.raises(Refused) as refusal:
        rooms.find(typed)

    assert refusal.value.reason == "wrong_code"


def test_another_server_finds_the_same_room(where, room, open_store):
    other = Rooms(open_store(where)).find(room.code)

    assert other.stage() == room.stage()
    assert other.agenda == room.agenda


def test_no_character_of_a_code_looks_or_sounds_like_another():
    alike = ["BDPTCEGVZ3", "AHJK8", "MN", "FSX", "IY59", "QUW2", "O0QDC", "1ILJ", "S5", "Z27", "G6"]

    assert not set(ALPHABET) & set("01OIl5S8BZ")
    assert all(len(set(family) & set(ALPHABET)) <= 2 for family in alike)
    assert normal("KM4 7XRW") == "KM47XRW"


def test_the_key_opens_the_desk_and_nothing_else_does(opened):
    assert opened.room.is_key(opened.key)
    assert opened.room.is_screen(opened.screen)
    for wrong in (opened.room.code, opened.screen, opened.key + "x", ""):
        with pytest.raises(Refused, match="wrong_key"):
            Desk(opened.room, wrong)


def test_no_secret_stands_in_the_database(opened, take_seat, words, store):
    token = "a-browsers-own-token"
    seat = take_seat(opened.room, token)
    everything = store.read(
        lambda connection: str(
            [connection.execute(table.select()).all() for table in metadata.sorted_tables]
        )
    )

    assert opened.room.code in everything
    for secret in (opened.key, opened.screen, token, seat.word):
        assert secret not in everything


def test_rooms_are_listed_without_anybody_in_them(rooms, room, take_seat):
    take_seat(room)
    (listed,) = rooms.all()

    assert (listed.code, listed.title, listed.state, listed.seats) == (
        room.code,
        "A morning",
        "open",
        1,
    )
    assert listed.expires_at - listed.opened_at == 30 * DAY


def test_a_closed_room_takes_nobody_and_no_answer(desk, week, take_seat):
    seat = take_seat(week)
    desk.close()
    seat.save("week", {"answer": {"social": 2}})

    assert seat.refusal("week").reason == "closed"
    with pytest.raises(Refused, match="closed"):
        take_seat(week)
    assert week.stage().state == "closed"


def test_closing_twice_is_closing(room):
    close(room)
    close(room)

    assert room.stage().state == "closed"


def test_a_wiped_room_is_gone_with_all_its_rows(rooms, week, take_seat, store, caplog):
    caplog.set_level(logging.INFO, "workshop.room")
    seat = take_seat(week)
    seat.save("week", {"answer": {"social": 2}})
    seat.share("week", "what I wrote")
    code = week.code
    receipt = rooms.wipe(week)
    rows = store.read(
        lambda connection: {
            table.name: len(connection.execute(table.select()).all())
            for table in metadata.sorted_tables
        }
    )

    assert (receipt.seats, receipt.answers) == (1, 1)
    assert rows == dict.fromkeys(rows, 0) | {version.name: 1}
    assert "1 seats, 1 answers" in caplog.text
    assert seat.pseudonym not in caplog.text
    assert code not in caplog.text


def test_nothing_of_a_wiped_room_is_left_in_the_file(sqlite_store, tmp_path, agenda, take_seat):
    rooms = Rooms(sqlite_store)
    opened = rooms.open(agenda)
    Desk(opened.room, opened.key).go_to("week")
    take_seat(opened.room).share("week", "a sentence of somebody's own")
    before = _everything_in(tmp_path)
    rooms.wipe(opened.room)

    assert b"a sentence of somebody's own" in before
    assert b"a sentence of somebody's own" not in _everything_in(tmp_path)


def _everything_in(folder):
    return b"".join(file.read_bytes() for file in folder.iterdir() if file.is_file())


@pytest.mark.skipif(sys.platform == "win32", reason="files have no such mode there")
def test_the_file_is_its_owners_only(sqlite_store, tmp_path):
    Rooms(sqlite_store).all()

    assert (tmp_path / "own.db").stat().st_mode & 0o077 == 0


def test_a_seat_of_a_wiped_room_is_told_that_it_is_closed(rooms, week, take_seat):
    seat = take_seat(week)
    rooms.wipe(week)
    seat.save("week", {"answer": {"social": 2}})

    assert seat.refusal("week").reason == "closed"


def test_a_room_is_deleted_on_its_date(rooms, room, clock):
    code = room.code
    clock.time += 29 * DAY
    early = rooms.sweep()
    clock.time += 2 * DAY
    late = rooms.sweep()

    assert early == []
    assert [receipt.code for receipt in late] == [code]
    assert rooms.all() == []


def test_a_clock_that_jumps_ahead_does_not_end_a_session(rooms, week, take_seat, clock):
    seat = take_seat(week)
    clock.time += 50 * 365 * DAY
    seat.save("week", {"answer": {"social": 2}})

    assert rooms.sweep() == []
    assert week.tally("week", 1).answered == 1


def test_wiping_one_room_leaves_the_others_alone(rooms, week, agenda, take_seat):
    other = rooms.open(agenda)
    Desk(other.room, other.key).go_to("week")
    take_seat(other.room).save("week", {"answer": {"social": 2}})
    rooms.wipe(week)

    assert other.room.tally("week", 1).answered == 1


def test_a_database_of_a_later_version_is_left_alone(where, store, room, open_store):
    store.write(lambda connection: connection.execute(version.update().values(number=99)))
    with pytest.raises(RoomError, match="has schema 99"):
        Rooms(open_store(where)).all()


def test_the_tables_tell_nothing_about_when_anybody_answered():
    times = {column.name for column in answers.columns if column.name.endswith("_at")}

    assert times == set()
