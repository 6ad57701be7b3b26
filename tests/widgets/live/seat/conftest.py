"""A room for one page, driven through the desk of the real thing."""

from types import SimpleNamespace

import pytest

from workshop.packs import load_pack
from workshop.packs.agendas import agenda_files, measures
from workshop.room.agenda_file import read_agenda
from workshop.room.codes import new_token
from workshop.room.desk import Desk
from workshop.room.rooms import Rooms
from workshop.room.seat import Seat
from workshop.room.store import Store
from workshop.widgets.live.session import LiveSession


class Clock:
    """Time that passes when a test says so."""

    def __init__(self):
        self.now, self.due = 1_800_000_000.0, []

    def later(self, seconds, callback):
        self.due.append(callback)
        return SimpleNamespace(cancel=lambda: self.due.remove(callback))

    def tick(self, seconds=1.0):
        self.now += seconds
        due, self.due = self.due, []
        for callback in due:
            callback()


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def desk(tmp_path, clock):
    store = Store(tmp_path / "rooms.db", clock=lambda: clock.now)
    opened = Rooms(store).open(read_agenda(agenda_files()["45"], measures()))
    yield Desk(opened.room, opened.key)
    store.close()


@pytest.fixture
def seat_of(desk):
    """`seat_of(token)` finds a browser's seat as a kernel does; it may take one first."""
    names = load_pack().joining.names

    def _seat_of(token):
        return lambda told: Seat.join(
            desk.room, token, (names.first, names.second), later=lambda *_: False, on_status=told
        )

    return _seat_of


@pytest.fixture
def open_page(seat_of, clock):
    """`open_page()` opens a page in the same browser, as after a reload."""
    token = new_token()

    def _open_page():
        page = LiveSession(seat_of(token), now=lambda: clock.now, later=clock.later)
        page.presence._handle_custom_msg({"here": True}, [])
        return page

    return _open_page


@pytest.fixture
def page(open_page):
    return open_page()
