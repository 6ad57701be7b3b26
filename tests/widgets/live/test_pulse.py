"""A kernel that follows its room: asked again and again, and never stopped by one that is away."""

import asyncio
from types import SimpleNamespace

import pytest

from workshop.widgets.live.pulse import EVERY, JITTER, LONGEST, Pulse


class Room:
    """A room that is at some revision, or away."""

    def __init__(self):
        self.revision, self.problem, self.asked = 1, None, []

    def changes(self, since=0):
        self.asked.append(since)
        if self.problem:
            raise self.problem
        changes = SimpleNamespace(stage=SimpleNamespace(revision=self.revision))
        return changes if self.revision > since else None


class Clock:
    """A loop on which time passes when a test says so."""

    def __init__(self):
        self.due, self.pauses = [], []

    def later(self, seconds, callback):
        self.pauses.append(seconds)
        self.due.append(callback)
        return SimpleNamespace(cancel=lambda: self.due.remove(callback))

    def tick(self):
        self.due.pop()()


class DeletedError(Exception):
    reason = "closed"


@pytest.fixture
def room():
    return Room()


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def seen():
    return []


@pytest.fixture
def told():
    return []


@pytest.fixture
def pulse(room, clock, seen, told):
    return Pulse(room, seen.append, told.append, later=clock.later)


def test_nobody_asks_before_the_page_is_open(room, pulse):
    assert not pulse.running
    assert room.asked == []


def test_the_first_question_is_for_everything(room, pulse, seen):
    pulse.start()

    assert room.asked == [0]
    assert seen[0].stage.revision == 1


def test_later_ones_are_for_what_is_newer_and_pass_on_only_that(room, clock, pulse, seen):
    pulse.start()
    clock.tick()
    room.revision = 2
    clock.tick()

    assert room.asked == [0, 1, 1]
    assert [changes.stage.revision for changes in seen] == [1, 2]


def test_a_pulse_that_is_started_twice_beats_once(clock, pulse):
    pulse.start()
    pulse.start()

    assert len(clock.due) == 1


def test_a_stopped_pulse_catches_up_when_it_is_started_again(room, clock, pulse, seen):
    pulse.start()
    pulse.stop()
    assert clock.due == []
    room.revision = 5
    pulse.start()

    assert room.asked == [0, 1]
    assert seen[-1].stage.revision == 5


def test_pauses_lie_around_half_a_second_and_differ(clock, pulse):
    pulse.start()
    for _ in range(50):
        clock.tick()

    assert all(abs(pause - EVERY) <= JITTER * EVERY for pause in clock.pauses)
    assert len(set(clock.pauses)) > 1


def test_a_room_that_is_away_is_said_once_and_asked_less_and_less_often(room, clock, pulse, told):
    pulse.start()
    room.problem = RuntimeError("the database is locked")
    for _ in range(12):
        clock.tick()

    assert told == ["away"]
    assert clock.pauses[-1] > 4 * EVERY
    assert clock.pauses[-1] <= LONGEST * (1 + JITTER)


def test_when_it_is_back_nothing_is_missed_and_the_pace_is_as_before(
    room, clock, pulse, seen, told
):
    pulse.start()
    room.problem = RuntimeError("the database is locked")
    clock.tick()
    clock.tick()
    room.problem, room.revision = None, 9
    clock.tick()

    assert told == ["away", "connected"]
    assert seen[-1].stage.revision == 9
    assert clock.pauses[-1] <= EVERY * (1 + JITTER)


def test_a_room_that_was_deleted_is_asked_no_more(room, clock, pulse, told):
    room.problem = DeletedError()
    pulse.start()

    assert told == ["gone"]
    assert clock.due == []


def test_a_failure_that_has_some_other_reason_passes(room, clock, pulse, told):
    room.problem = UnicodeDecodeError("utf-8", b"", 0, 1, "invalid start byte")
    pulse.start()

    assert told == ["away"]
    assert len(clock.due) == 1


def test_changes_that_cannot_be_shown_do_not_end_the_following(room, clock, told, caplog):
    shown = []

    def _show(changes):
        shown.append(changes)
        raise ValueError("no such picture")

    Pulse(room, _show, told.append, later=clock.later).start()
    room.revision = 2
    clock.tick()

    assert len(shown) == 2
    assert told == []
    assert "no such picture" in caplog.text


def test_it_follows_on_a_real_loop(room):
    async def _follow():
        newer = asyncio.Event()

        def _show(changes):
            room.revision += 1
            if changes.stage.revision == 3:
                newer.set()

        pulse = Pulse(room, _show, every=0.001)
        pulse.start()
        await asyncio.wait_for(newer.wait(), 10)
        pulse.stop()
        return pulse.running

    assert asyncio.run(_follow()) is False
