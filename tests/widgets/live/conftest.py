"""A real room in a real SQLite file, with its desk and its screen as widgets."""

from types import SimpleNamespace

import pytest

from workshop.packs import load_pack
from workshop.packs.agendas import agenda_files, measures
from workshop.room.advice import advise, minutes_late
from workshop.room.agenda_file import read_agenda
from workshop.room.codes import new_token
from workshop.room.desk import Desk
from workshop.room.rooms import Rooms
from workshop.room.screen import Screen
from workshop.room.seat import Seat
from workshop.room.store import Store
from workshop.widgets.live.addresses import Addresses
from workshop.widgets.live.desk import DeskPage
from workshop.widgets.live.screen import ScreenPage

WORDS = (["Calm", "Keen", "Bold", "Fair"], ["Otter", "Maple", "Heron", "Oak"])
START = 1_800_000_000


@pytest.fixture
def clock():
    """The room's clock: it stands still until a test moves it."""
    return SimpleNamespace(time=START)


@pytest.fixture
def opened(tmp_path, clock):
    store = Store(tmp_path / "rooms.db", clock=lambda: clock.time)
    yield Rooms(store).open(read_agenda(agenda_files()["45"], measures()))
    store.close()


@pytest.fixture
def room(opened):
    return opened.room


@pytest.fixture
def at(opened):
    return Addresses(opened.room.code, f"http://here/join/{opened.room.code}", key=opened.key)


@pytest.fixture
def open_desk(opened, at):
    """`open_desk()` is another desk of the same room."""
    return lambda **more: DeskPage(
        load_pack(),
        Desk(opened.room, opened.key),
        advise=advise,
        late=minutes_late,
        at=at,
        **more,
    )


@pytest.fixture
def desk(open_desk):
    return open_desk()


@pytest.fixture
def screen(opened, at):
    return ScreenPage(load_pack(), Screen(opened.room, opened.screen), at)


@pytest.fixture
def answer(room):
    """`answer(5)` lets five people in who answer the step that is up with their week."""

    def _answer(people, face=2.5, social=0.5):
        seats = [Seat.join(room, new_token(), WORDS, later=lambda *_: None) for _ in range(people)]
        for seat in seats:
            media = {"face_to_face": {"hours_week": face}, "social": {"hours_week": social}}
            stage = room.stage()
            seat.save(stage.step, {"result": {"media": media}}, stage.round)
            assert seat.flush()
        return seats

    return _answer
