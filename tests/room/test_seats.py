"""Joining: one browser, one seat; one person, one count. And what an exercise is handed."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from workshop.room.codes import new_token
from workshop.room.errors import Refused
from workshop.room.names import pseudonym
from workshop.room.rooms import Rooms
from workshop.room.seat import Seat
from workshop.room.settings import Settings


def test_a_seat_has_a_friendly_name_of_its_own(room, take_seat, words):
    names = [take_seat(room).pseudonym for _ in range(30)]

    assert len(set(names)) == 30
    assert all(name.split()[0] in words[0] and name.split()[1] in words[1] for name in names)


def test_names_go_on_when_all_are_taken():
    taken = ["Quiet Otter", "Quiet Otter 2"]

    assert pseudonym(["Quiet"], ["Otter"], taken) == "Quiet Otter 3"


def test_the_same_browser_comes_back_to_its_seat(room, take_seat):
    token = new_token()
    first, second = take_seat(room, token), take_seat(room, token)

    assert first.id == second.id
    assert Seat.find(room, token).pseudonym == first.pseudonym
    assert room.stage().seats == 1


def test_a_double_press_on_join_is_one_person(where, room, take_seat, open_store):
    token = new_token()
    servers = [Rooms(open_store(where)).find(room.code) for _ in range(4)]
    with ThreadPoolExecutor(4) as pool:
        seats = list(pool.map(lambda server: take_seat(server, token), servers))

    assert len({seat.id for seat in seats}) == 1
    assert room.stage().seats == 1


def test_an_unknown_token_has_no_seat(room, take_seat):
    seat = take_seat(room)
    for wrong in (new_token(), str(seat.id), seat.pseudonym, seat.word, ""):
        with pytest.raises(Refused, match="no_seat"):
            Seat.find(room, wrong)


def test_a_token_of_another_room_has_no_seat_here(rooms, room, agenda, take_seat):
    token = new_token()
    take_seat(rooms.open(agenda).room, token)

    with pytest.raises(Refused, match="no_seat"):
        Seat.find(room, token)


def test_a_full_room_says_so_and_those_inside_come_back(rooms, agenda, take_seat):
    small = rooms.open(agenda, Settings(seats=2)).room
    token = new_token()
    take_seat(small, token)
    take_seat(small)
    with pytest.raises(Refused, match="full"):
        take_seat(small)

    assert take_seat(small, token).id


def test_a_second_device_goes_on_with_the_word(week, take_seat):
    phone = take_seat(week)
    phone.save("week", {"answer": {"social": 2}})
    laptop = Seat.resume(week, phone.word.lower(), new_token(), later=lambda *_: False)
    laptop.save("week", {"answer": {"social": 4}})

    assert laptop.id == phone.id
    assert laptop.pseudonym == phone.pseudonym
    assert laptop.answer("week") == {"answer": {"social": 4}}
    assert (week.stage().seats, week.tally("week", 1).answered) == (1, 1)


def test_whoever_joined_twice_and_then_types_the_word_counts_once(week, take_seat):
    phone, token = take_seat(week), new_token()
    laptop = take_seat(week, token)
    for seat in (phone, laptop):
        seat.save("week", {"answer": {"social": 2}})
    Seat.resume(week, phone.word, token)

    assert (week.stage().seats, week.tally("week", 1).answered) == (1, 1)
    assert Seat.find(week, token).id == phone.id


@pytest.mark.parametrize("word", ["", "HHHHHHH", "nonsense", "x" * 9_999])
def test_a_wrong_word_opens_no_seat(room, take_seat, word):
    take_seat(room)

    with pytest.raises(Refused, match="wrong_word"):
        Seat.resume(room, word, new_token())


def test_whoever_leaves_takes_everything_along(desk, week, take_seat):
    seat, other = take_seat(week), take_seat(week)
    for one in (seat, other):
        one.save("week", {"answer": {"social": 2}})
    seat.share("week", "what I wrote")
    seat.leave()
    seat.save("week", {"answer": {"social": 3}})

    assert (week.stage().seats, week.tally("week", 1).answered) == (1, 1)
    assert desk.changes().texts == []
    assert seat.refusal("week").reason == "no_seat"


def test_what_was_written_stays_behind_and_the_rest_of_the_answer_arrives(week, take_seat):
    token = new_token()
    seat = take_seat(week, token)
    written = {"first": "I mend shoes.", "ratings": {"them": 3}, "why": {"Dear Ann,": 1}}
    seat.save("week", {"answer": {"social": 2, "medium": "face"} | written})
    stored = Seat.find(week, token).answer("week")

    assert seat.status == "saved"
    assert stored["answer"] == {
        "social": 2,
        "medium": "face",
        "first": None,
        "ratings": {"them": 3},
        "why": {},
    }


def test_a_shared_text_waits_for_the_trainer(desk, week, take_seat):
    take_seat(week).share("week", "  What are you up to?  ")
    (waiting,) = desk.changes().texts
    nobody_sees = week.changes().texts
    desk.show(waiting.id)
    (shown,) = week.changes().texts
    desk.hide(waiting.id)

    assert (waiting.state, waiting.body) == ("waiting", "What are you up to?")
    assert nobody_sees == []
    assert shown.state == "shown"
    assert week.changes().texts == []


def test_nothing_that_is_told_of_a_text_leads_to_its_writer(desk, week, take_seat):
    seat = take_seat(week)
    seat.share("week", "Mine")
    told = str(desk.changes())

    assert str(seat.id) not in told
    assert seat.pseudonym not in told


def test_sharing_again_replaces_what_was_shared_and_waits_again(desk, week, take_seat):
    seat = take_seat(week)
    seat.share("week", "First")
    desk.show(desk.changes().texts[0].id)
    seat.share("week", "Second")

    assert [(text.state, text.body) for text in desk.changes().texts] == [("waiting", "Second")]


@pytest.mark.parametrize(
    ("text", "reason"),
    [("", "not_plain"), ("  ", "not_plain"), ("x" * 1_000_000, "too_large"), (7, "not_plain"),
     ("a\0b", "not_plain"), ("\ud800", "not_plain")],
)  # fmt: skip
def test_a_text_that_is_none_is_refused(week, take_seat, text, reason):
    with pytest.raises(Refused) as refusal:
        take_seat(week).share("week", text)

    assert refusal.value.reason == reason


def test_texts_come_slowly(week, take_seat):
    seat = take_seat(week)

    def flood():
        for number in range(100):
            seat.share("week", f"text {number}")

    with pytest.raises(Refused, match="too_fast"):
        flood()
