"""Made-up people fill a room, and are themselves again at the next step."""

import pytest

from workshop.packs.agendas import agenda_files, measures
from workshop.room.agenda_file import read_agenda
from workshop.room.desk import Desk
from workshop.room.errors import Refused
from workshop.room.rehearsal import rehearse
from workshop.room.rooms import Rooms
from workshop.room.screen import Screen
from workshop.room.store import Store

WORDS = (["quiet", "bright", "early", "steady"], ["otter", "maple", "harbour", "lantern"])


@pytest.fixture
def opened(tmp_path):
    store = Store(tmp_path / "rooms.db")
    yield Rooms(store).open(read_agenda(agenda_files()["180"], measures()))
    store.close()


def test_they_answer_every_measure_of_every_step(opened):
    desk = Desk(opened.room, opened.key)
    for step in opened.room.agenda.steps:
        desk.go_to(step.key, step.round)
        rehearse(opened.room, WORDS)
        counted = opened.room.agenda.counted(step.key)
        tally = opened.room.tally(step.key, step.round)

        assert set(tally.bars) == set(counted)
        assert tally.answered == (12 if counted else 0)
    assert opened.room.stage().seats == 12


def test_some_share_a_text(opened):
    desk, texts = Desk(opened.room, opened.key), {"thousand_people": ["one", "two"]}
    desk.go_to("week")
    rehearse(opened.room, WORDS, texts)

    assert opened.room.changes(desk=True).texts == []

    desk.go_to("thousand")
    rehearse(opened.room, WORDS, texts)

    assert sorted(text.body for text in opened.room.changes(desk=True).texts) == ["one", "two"]


def test_a_screens_token_opens_the_screen_and_no_desk(opened):
    assert Screen(opened.room, opened.screen).changes().stage.seats == 0
    for token in (opened.key, "guessed", ""):
        with pytest.raises(Refused):
            Screen(opened.room, token)
    with pytest.raises(Refused):
        Desk(opened.room, opened.screen)
