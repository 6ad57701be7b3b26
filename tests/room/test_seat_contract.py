"""The contract of a seat, kept by the seat of this process's own store."""

from tests.room.seat_contract import *  # noqa: F403
from tests.room.seat_contract import Alarm
from workshop.room.delivery import Delivery, Receipt
from workshop.room.errors import Refused
from workshop.room.outbox import Outbox


def test_being_too_fast_is_only_a_matter_of_waiting():
    answers = iter([[Refused("too_fast")], [Receipt("week", 1, 1, kept=True)]])
    outbox = Outbox(lambda sent: next(answers), later=(alarm := Alarm()))
    outbox.put("week", 1, {"a": 1})
    alarm.ring()
    waiting = outbox.status
    alarm.ring()

    assert (waiting, outbox.status, outbox.refused) == ("kept", "saved", {})


def test_of_two_devices_the_one_that_answered_last_wins():
    room = {}

    def deliver(sent):
        (one,) = sent
        stored = room.setdefault("week", one)
        if one.sequence > stored.sequence:
            stored = room["week"] = one
        return [Receipt("week", 1, stored.sequence, kept=stored.body == one.body)]

    phone, laptop = (Outbox(deliver, later=lambda *_: False) for _ in range(2))
    phone.put("week", 1, {"a": 1})
    laptop.put("week", 1, {"a": 2})
    laptop.flush()

    assert room["week"] == Delivery("week", 1, 2, {"a": 2})
    assert laptop.status == "saved"
