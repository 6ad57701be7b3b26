"""A database of rooms copied into another: whole, and never over what is there already."""

import pytest

from workshop.room.copying import TABLES, copy
from workshop.room.desk import Desk
from workshop.room.errors import RoomError
from workshop.room.rooms import Rooms
from workshop.room.seat import Seat

HOURS = {"answer": {"social": 2.5, "medium": "face"}}


@pytest.fixture
def backup(open_store, tmp_path):
    return open_store(tmp_path / "backup.db")


@pytest.fixture
def filled(week, take_seat):
    """A room with a seat that has answered and shared a text."""
    seat = take_seat(week, "of one device")
    seat.save("week", HOURS)
    seat.share("week", "What I heard today")
    return week


def _rows(store):
    """All that is in a database, in any order."""
    return {
        table.name: sorted(
            store.read(
                lambda link, table=table: [repr(row) for row in link.execute(table.select())]
            )
        )
        for table in TABLES
    }


def test_all_of_it_arrives(filled, store, backup):
    assert copy(store, backup) == 1

    assert _rows(backup) == _rows(store)
    assert all(_rows(backup)[name] for name in ("rooms", "seats", "passes", "answers", "texts"))


def test_a_restored_room_goes_on_where_it_was(filled, opened, store, backup, open_store, tmp_path):
    copy(store, backup)
    restored = open_store(tmp_path / "restored.db")
    copy(backup, restored)

    room = Rooms(restored).find(filled.code)

    assert Desk(room, opened.key).room.code == filled.code
    seat = Seat.join(room, "of one device", ([], []), later=lambda *_: False)
    assert seat.pseudonym
    assert len(_rows(restored)["seats"]) == 1


def test_what_is_there_is_never_copied_over(filled, store, backup):
    copy(store, backup)
    before = _rows(backup)

    with pytest.raises(RoomError, match="rooms in it already"):
        copy(store, backup)

    assert _rows(backup) == before
