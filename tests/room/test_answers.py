"""Answers are stored once, in any order, and nobody harms another. One contract, two databases."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from workshop.room.answers import of_seat
from workshop.room.delivery import LARGEST_ANSWER, Delivery, Receipt
from workshop.room.errors import Refused
from workshop.room.rooms import Rooms


def _answer(sequence, social, step="week", number=1):
    return Delivery(step, number, sequence, {"answer": {"social": social}})


def _reasons(outcomes):
    return [one.reason if isinstance(one, Refused) else "taken" for one in outcomes]


@pytest.fixture
def seat(week, take_seat):
    return take_seat(week)


@pytest.fixture
def known(week, take_seat):
    """`known(seat)` is what another page of the same person would find."""
    return lambda seat: week.store.read(lambda connection: of_seat(connection, seat.id))


def test_an_answer_is_acknowledged_and_there(week, seat, known):
    (receipt,) = week.deliver(seat.id, [_answer(1, 2.5)])

    assert receipt == Receipt("week", 1, 1, kept=True)
    assert known(seat) == [_answer(1, 2.5)]


def test_a_later_answer_replaces_an_earlier_one(week, seat, known):
    week.deliver(seat.id, [_answer(1, 2.5)])
    week.deliver(seat.id, [_answer(2, 4)])

    assert known(seat) == [_answer(2, 4)]
    assert week.tally("week", 1).answered == 1


def test_the_same_answer_again_is_acknowledged_and_changes_nothing(week, seat):
    week.deliver(seat.id, [_answer(1, 2.5)])
    before = week.tally("week", 1)
    receipts = [week.deliver(seat.id, [_answer(1, 2.5)])[0] for _ in range(3)]

    assert receipts == [Receipt("week", 1, 1, kept=True)] * 3
    assert week.tally("week", 1) == before


def test_what_arrives_late_does_not_undo_what_came_after_it(week, seat, known):
    week.deliver(seat.id, [_answer(3, 4)])
    (receipt,) = week.deliver(seat.id, [_answer(2, 1)])

    assert receipt == Receipt("week", 1, 3, kept=False)
    assert known(seat) == [_answer(3, 4)]


def test_one_batch_may_hold_several_answers_to_one_round(week, seat, known):
    week.deliver(seat.id, [_answer(2, 2), _answer(1, 1), _answer(3, 3), _answer(3, 3)])

    assert known(seat) == [_answer(3, 3)]
    assert week.tally("week", 1).answered == 1


def test_an_answer_made_on_the_other_device_with_the_same_number_is_not_called_kept(week, seat):
    week.deliver(seat.id, [_answer(1, 2)])
    (receipt,) = week.deliver(seat.id, [_answer(1, 5)])

    assert receipt == Receipt("week", 1, 1, kept=False)


def test_people_answering_at_once_are_all_counted(where, week, take_seat, open_store):
    seats = [take_seat(week) for _ in range(24)]
    servers = [Rooms(open_store(where)).find(week.code) for _ in range(4)]

    def answer(number):
        servers[number % 4].deliver(seats[number].id, [_answer(1, number % 5)])

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(answer, range(24)))

    assert week.tally("week", 1).answered == 24


REFUSED = {
    "a step that does not exist": (_answer(1, 2, step="nowhere"), "no_such_step"),
    "a step that is not open": (_answer(1, 2, number=2), "not_open"),
    "a round of long ago": (_answer(1, 2, number=0), "not_plain"),
    "a number that is none": (Delivery("week", 1, "1", {}), "not_plain"),
    "a number beyond all": (_answer(2**63, 2), "not_plain"),
    "no number but yes": (_answer(True, 2), "not_plain"),
    "what a person wrote": (
        Delivery("week", 1, 1, {"answer": {"first": "I mend shoes by the river."}}),
        "writing",
    ),
    "a megabyte": (Delivery("week", 1, 1, {"answer": "x" * 1_000_000}), "writing"),
    "a megabyte of numbers": (Delivery("week", 1, 1, list(range(200_000))), "too_large"),
    "a name that is a letter": (
        Delivery("week", 1, 1, {"dear trainer, my name is Ann": 1}),
        "writing",
    ),
    "a well": (Delivery("week", 1, 1, [[[[[[[[[[1]]]]]]]]]]), "too_large"),
    "not a number": (Delivery("week", 1, 1, {"answer": float("nan")}), "not_plain"),
    "infinity": (Delivery("week", 1, 1, {"answer": float("inf")}), "not_plain"),
    "an object": (Delivery("week", 1, 1, {"answer": object()}), "not_plain"),
}


@pytest.mark.parametrize("what", REFUSED)
def test_what_is_no_answer_is_refused_with_a_reason_and_counted(what, week, seat, known):
    delivery, reason = REFUSED[what]
    outcomes = week.deliver(seat.id, [delivery, _answer(1, 3)])

    assert _reasons(outcomes) == [reason, "taken"]
    assert week.refused == {reason: 1}
    assert known(seat) == [_answer(1, 3)]


def test_the_largest_answer_fits(week, seat):
    body = {"answer": [1.25] * (LARGEST_ANSWER // 30)}

    assert _reasons(week.deliver(seat.id, [Delivery("week", 1, 1, body)])) == ["taken"]


def test_a_number_that_is_no_seat_answers_nothing(week, seat, known):
    outcomes = week.deliver_all([(seat.id + 1, _answer(1, 9)), (seat.id, _answer(1, 2))])

    assert _reasons(outcomes) == ["no_seat", "taken"]
    assert known(seat) == [_answer(1, 2)]


def test_a_seat_of_another_room_answers_nothing_here(rooms, agenda, week, take_seat):
    stranger = take_seat(rooms.open(agenda).room)

    assert _reasons(week.deliver(stranger.id, [_answer(1, 2)])) == ["no_seat"]
    assert week.tally("week", 1).answered == 0


def test_a_flood_is_stopped_and_the_others_go_on(week, take_seat):
    flooder, other = take_seat(week), take_seat(week)
    outcomes = week.deliver(flooder.id, [_answer(number, 1) for number in range(1, 10_001)])
    taken = _reasons(outcomes).count("taken")

    assert 60 <= taken < 100
    assert week.refused == {"too_fast": 10_000 - taken}
    assert _reasons(week.deliver(other.id, [_answer(1, 2)])) == ["taken"]
    assert week.tally("week", 1).answered == 2


def test_a_frozen_round_takes_no_answer_until_it_is_thawed(desk, week, seat):
    desk.freeze("week")
    frozen = week.deliver(seat.id, [_answer(1, 2)])
    desk.thaw("week")
    thawed = week.deliver(seat.id, [_answer(1, 2)])

    assert _reasons(frozen) == ["old_round"]
    assert _reasons(thawed) == ["taken"]


def test_a_phone_that_was_offline_still_brings_its_first_try_and_later_it_is_too_late(
    desk, week, take_seat, clock
):
    prompt, late = take_seat(week), take_seat(week)
    desk.go_to("week", 2)
    clock.time += week.settings.late - 1
    first = week.deliver(prompt.id, [_answer(1, 2)])
    clock.time += 1
    second = week.deliver(late.id, [_answer(1, 2)])

    assert _reasons(first) == ["taken"]
    assert _reasons(second) == ["old_round"]


def test_a_clock_that_is_set_back_takes_no_answer_away(week, take_seat, clock):
    seat = take_seat(week)
    seat.save("week", {"answer": {"social": 2}})
    clock.time -= 10 * 365 * 24 * 3600
    seat.save("week", {"answer": {"social": 3}})

    assert seat.status == "saved"
    assert week.tally("week", 1).answered == 1


def test_only_what_changed_since_a_revision_is_told(desk, week, take_seat):
    first = week.changes()
    nothing = week.changes(first.stage.revision)
    desk.go_to("week", 2)
    between = week.changes().stage.revision
    take_seat(week).save("week", {"answer": {"social": 2}}, 2)
    later = week.changes(between)

    assert nothing is None
    assert [(one.step, one.round, one.answered) for one in later.tallies] == [("week", 2, 1)]
    assert later.texts is None
