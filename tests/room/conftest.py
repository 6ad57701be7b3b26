"""Rooms to test with, on SQLite and on a PostgreSQL that is really started."""

from contextlib import ExitStack

import pytest

from workshop.room.agenda import Agenda
from workshop.room.codes import new_token
from workshop.room.desk import Desk
from workshop.room.rooms import Rooms
from workshop.room.seat import Seat
from workshop.room.settings import Settings
from workshop.room.store import Store

WORDS = (["quiet", "bright", "early", "steady"], ["otter", "maple", "harbour", "lantern"])
START = 1_800_000_000

AGENDA = {
    "title": "A morning",
    "minutes": 45,
    "steps": [
        {"key": "welcome", "title": "Welcome", "minutes": 5, "purpose": "Arrive."},
        {
            "key": "week",
            "exercise": "time_budget",
            "title": "Your week",
            "minutes": 15,
            "shortest": 10,
            "purpose": "See your own hours.",
        },
        {
            "key": "week",
            "round": 2,
            "exercise": "time_budget",
            "title": "Your week again",
            "minutes": 10,
            "purpose": "Change it.",
        },
    ],
    "measures": {
        "time_budget": {
            "social": {"path": "answer.social", "edges": [1, 2, 3]},
            "medium": {"path": "answer.medium", "options": ["face", "social"]},
        }
    },
}


class Clock:
    """A clock that stands still until a test moves it."""

    def __init__(self):
        self.time = START

    def __call__(self):
        return self.time


@pytest.fixture(params=["sqlite", "postgres"])
def where(request, tmp_path):
    """Where a new, empty database of each kind is."""
    if request.param == "postgres":
        return request.getfixturevalue("postgres").new_database()
    return str(tmp_path / "rooms.db")


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def open_store(clock):
    """`open_store(where)` is one more server's store, closed after the test."""
    with ExitStack() as stores:

        def _open(where, **options):
            store = Store(where, clock=options.pop("clock", clock), **options)
            stores.callback(store.close)
            return store

        yield _open


@pytest.fixture
def store(where, open_store):
    return open_store(where)


@pytest.fixture
def rooms(store):
    return Rooms(store)


@pytest.fixture
def agenda():
    return Agenda.model_validate(AGENDA)


@pytest.fixture
def opened(rooms, agenda):
    return rooms.open(agenda, Settings(seats=60))


@pytest.fixture
def room(opened):
    return opened.room


@pytest.fixture
def desk(opened):
    return Desk(opened.room, opened.key)


@pytest.fixture
def week(desk):
    """The room with its first exercise up."""
    desk.go_to("week")
    return desk.room


@pytest.fixture
def take_seat():
    """`take_seat(room)` is a new person's seat that delivers at once."""
    return lambda room, token=None, **options: Seat.join(
        room, token or new_token(), WORDS, **({"later": lambda *_: False} | options)
    )


@pytest.fixture
def words():
    return WORDS


@pytest.fixture
def sqlite_store(tmp_path, open_store):
    return open_store(tmp_path / "own.db")
