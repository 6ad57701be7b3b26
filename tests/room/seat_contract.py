"""What an exercise may rely on, whoever its seat is: saved when it can be, kept until then.

Tests that are run for each kind of seat: whoever imports them brings `week`, a room with its first
exercise up, and `take_seat(room, token, **options)`, which is a `SeatLike`.
"""

import pytest

from workshop.room.codes import new_token
from workshop.room.errors import Unavailable
from workshop.room.outbox import LONGEST_PAUSE


class Line:
    """A line to a room that can be cut."""

    def __init__(self, deliver):
        self.deliver, self.cut = deliver, False
        self.sent = []

    def __call__(self, sent):
        if self.cut:
            raise Unavailable("no line")
        self.sent += sent
        return self.deliver(sent)


class Alarm:
    """Calls back when the test says that time has passed."""

    def __init__(self):
        self.waiting = []

    def __call__(self, seconds, callback):
        self.waiting.append((seconds, callback))
        return True

    def ring(self):
        seconds, callback = self.waiting.pop(0)
        callback()
        return seconds


@pytest.fixture
def alarm():
    return Alarm()


@pytest.fixture
def told():
    return []


@pytest.fixture
def seat(week, take_seat, alarm, told, monkeypatch):
    line = Line(week.deliver_all)
    monkeypatch.setattr(week, "deliver_all", line)
    seat = take_seat(week, later=alarm, on_status=told.append)
    seat.line = line
    return seat


def test_moves_are_gathered_into_one_delivery(seat, alarm, told):
    for social in range(10):
        seat.save("week", {"answer": {"social": social}})
    before = seat.status
    alarm.ring()

    assert (before, seat.status) == ("saving", "saved")
    assert len(seat.line.sent) == 1
    assert seat.answer("week") == {"answer": {"social": 9}}
    assert told == ["saving", "saved"]


def test_an_answer_that_did_not_change_is_not_sent(seat, alarm):
    seat.save("week", {"answer": {"social": 1}})
    alarm.ring()
    seat.save("week", {"answer": {"social": 1}})

    assert alarm.waiting == []
    assert seat.status == "saved"


def test_offline_answers_are_kept_and_delivered_once(week, seat, alarm, told):
    seat.line.cut = True
    for social in range(5):
        seat.save("week", {"answer": {"social": social}})
        alarm.ring()
    kept = seat.status
    seat.line.cut = False
    alarm.ring()

    assert kept == "kept"
    assert seat.status == "saved"
    assert len(seat.line.sent) == 1
    assert week.tally("week", 1).answered == 1
    assert told == ["saving", "kept", "saved"]


def test_the_pauses_between_tries_grow_and_end_growing(seat, alarm):
    seat.line.cut = True
    seat.save("week", {"answer": {"social": 1}})
    pauses = [alarm.ring() for _ in range(10)]

    assert pauses == sorted(pauses)
    assert pauses[-1] == LONGEST_PAUSE


def test_a_delivery_whose_receipt_was_lost_is_delivered_again_without_harm(week, seat, alarm):
    deliver = seat.line.deliver

    def lose_receipt(sent):
        deliver(sent)
        seat.line.deliver = deliver
        raise Unavailable("the line broke on the way back")

    seat.line.deliver = lose_receipt
    seat.save("week", {"answer": {"social": 1}})
    alarm.ring()
    alarm.ring()

    assert seat.status == "saved"
    assert week.tally("week", 1).answered == 1


def test_a_new_page_of_the_same_person_goes_on_from_what_the_room_has(week, take_seat):
    token = new_token()
    take_seat(week, token).save("week", {"answer": {"social": 1}})
    again = take_seat(week, token)
    again.save("week", {"answer": {"social": 2}})

    assert again.answer("week") == {"answer": {"social": 2}}
    assert take_seat(week, token).answer("week") == {"answer": {"social": 2}}


def test_a_refused_answer_is_not_sent_again_and_says_why(seat, alarm):
    seat.save("nowhere", {"answer": {"social": 1}})
    alarm.ring()

    assert seat.refusal("nowhere").reason == "no_such_step"
    assert seat.status == "saved"
    assert alarm.waiting == []
