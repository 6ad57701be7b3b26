"""A participant's page without a browser: it goes where the room goes, and keeps what is theirs."""

import json

import pytest

from workshop.packs import load_pack
from workshop.room.codes import new_token
from workshop.widgets.live.session import WRITING, LiveSession
from workshop.widgets.session import EXERCISES

WORDS = load_pack().live
CANARY = "Kanarienvogel"


def _go(page, desk, clock, step, number=1):
    desk.go_to(step, number)
    clock.tick()
    return page.steps.exercise(step)


def _answered(desk):
    return {(one.step, one.round): one.answered for one in desk.changes().tallies}


def _visible(page):
    return [step.exercise for step in page.steps.box.children if step.layout.display != "none"]


def test_nobody_is_looked_for_before_the_page_is_open(desk):
    def find(told):
        raise AssertionError("nobody is there yet")

    assert len(LiveSession(find).children) == 2


def test_the_step_that_is_up_is_the_one_in_view(page, desk, clock):
    week = _go(page, desk, clock, "week")

    assert _visible(page) == [week]
    assert page.steps.shown == "week"


def test_answers_go_to_the_room_as_they_are_made(page, desk, clock):
    _go(page, desk, clock, "week").change(hourly_value=80)

    assert _answered(desk)[("week", 1)] == 1


def test_what_nobody_touched_is_no_answer(page, desk, clock):
    _go(page, desk, clock, "week")

    assert _answered(desk)[("week", 1)] == 0


def test_the_week_moves_the_reach_without_answering_it(page, desk, clock):
    week = _go(page, desk, clock, "week")
    _go(page, desk, clock, "reach")
    page.looking.look("week")
    week.change(hours={**week.answer["hours"], "events": 9.0})

    assert _answered(desk)[("reach", 1)] == 0
    assert _answered(desk)[("week", 1)] == 1


def test_a_second_round_takes_what_is_changed_from_then_on(page, desk, clock):
    week = _go(page, desk, clock, "week")
    week.change(hourly_value=80)
    _go(page, desk, clock, "week", 2)
    assert _answered(desk)[("week", 2)] == 0
    week.change(hourly_value=90)

    assert _answered(desk) == {("welcome", 1): 0, ("week", 1): 1, ("week", 2): 1}


def test_who_is_writing_is_asked_before_the_page_goes_on(page, desk, clock):
    thousand = _go(page, desk, clock, "thousand")
    thousand.change(first="Hello, I am")
    _go(page, desk, clock, "start_over")

    assert page.steps.shown == "thousand"
    assert page.looking.ahead.layout.display is None
    assert thousand.answer["first"] == "Hello, I am"


def test_who_has_stopped_writing_is_taken_along(page, desk, clock):
    _go(page, desk, clock, "thousand").change(first="Hello, I am")
    clock.tick(WRITING)
    _go(page, desk, clock, "start_over")

    assert page.steps.shown == "start_over"


def test_other_peoples_answers_do_not_move_the_page_from_under_a_writer(page, desk, clock, seat_of):
    _go(page, desk, clock, "thousand").change(first="Hello, I am")
    other = LiveSession(seat_of(new_token()), now=lambda: clock.now, later=clock.later)
    other.presence._handle_custom_msg({"here": True}, [])
    clock.tick()
    _go(page, desk, clock, "start_over")

    assert page.steps.shown == "thousand"


def test_who_looks_back_stays_there(page, desk, clock):
    _go(page, desk, clock, "week")
    page.looking.look("welcome")
    _go(page, desk, clock, "reach")

    assert page.steps.shown == "welcome"


def test_a_late_answer_is_refused_and_stays(page, desk, clock):
    week = _go(page, desk, clock, "week")
    desk.freeze("week")
    clock.tick(1)
    week.change(hourly_value=80)

    assert WORDS.saving.late in page._saving.line.html
    assert week.answer["hourly_value"] == 80


def test_a_closed_room_says_so_and_leaves_everything(page, desk, clock):
    week = _go(page, desk, clock, "week")
    desk.close()
    clock.tick()

    assert WORDS.room.closed in page._trouble.html
    assert _visible(page) == [week]


def test_a_room_that_is_away_is_said_and_found_again(page, desk, clock, monkeypatch):
    with monkeypatch.context() as away:
        away.setattr(desk.room.store, "read", _fail)
        clock.tick()
        assert WORDS.room.away in page._trouble.html
    clock.tick()

    assert page._trouble.html == ""


def _fail(*_):
    raise OSError("the disk is not there")


def test_a_page_whose_room_is_away_at_first_looks_again(seat_of, clock):
    tries = []

    def find(told):
        tries.append(1)
        return _fail() if len(tries) == 1 else seat_of(new_token())(told)

    page = LiveSession(find, now=lambda: clock.now, later=clock.later)
    page.presence._handle_custom_msg({"here": True}, [])
    assert WORDS.room.away in page._trouble.html
    clock.tick()

    assert page.steps.shown == "welcome"


def test_a_second_device_goes_on_from_the_numbers_of_the_first(page, desk, clock, seat_of):
    token = new_token()
    for hourly_value in (80, None):
        device = LiveSession(seat_of(token), now=lambda: clock.now, later=clock.later)
        device.presence._handle_custom_msg({"here": True}, [])
        week = _go(device, desk, clock, "week")
        if hourly_value:
            week.change(hourly_value=hourly_value)

    assert week.answer["hourly_value"] == 80
    assert desk.room.stage().seats == 2


def _answer_as_others(seat_of, people):
    for _ in range(people):
        seat = seat_of(new_token())(lambda status: None)
        hours = {"hours_week": 2.5}
        seat.save("week", {"result": {"media": {"face_to_face": hours, "social": hours}}})


def test_a_tally_comes_to_the_phone_when_the_trainer_reveals_it(page, desk, clock, seat_of):
    _go(page, desk, clock, "week")
    _answer_as_others(seat_of, 5)
    clock.tick()
    assert page._pictures.children == ()
    desk.reveal("week")
    clock.tick()
    assert len(page._pictures.children) == 1
    _go(page, desk, clock, "reach")

    assert page._pictures.children == ()


def test_too_few_answers_make_no_picture_even_when_revealed(page, desk, clock, seat_of):
    _go(page, desk, clock, "week")
    _answer_as_others(seat_of, 4)
    desk.reveal("week")
    clock.tick()

    assert page._pictures.children == ()


@pytest.mark.parametrize("hostile", ["<img src=x onerror=alert(1)>", "</script>"])
def test_shared_texts_are_shown_as_they_are_typed(page, desk, clock, hostile):
    thousand = _go(page, desk, clock, "thousand")
    thousand.change(first=hostile)
    page._sharing.box.children[1].click()
    desk.show(desk.changes().texts[0].id)
    clock.tick()

    assert hostile not in page._texts.html
    assert "&lt;" in page._texts.html


@pytest.mark.parametrize("kind", EXERCISES, ids=lambda kind: kind.key)
def test_one_written_word_never_leaves_by_itself(kind):
    exercise = kind()
    words = {name: CANARY for name in exercise.written if isinstance(exercise.answer[name], str)}
    if "versions" in exercise.written:
        words = {
            "versions": [CANARY, CANARY],
            "ratings": dict.fromkeys(exercise.words.criteria, 3),
            "opened": True,
            "compared": True,
            "different": dict.fromkeys(exercise.words.criteria, CANARY),
        }
    if kind.key == "thousand_people":
        words |= {"mirrored": True, "compared": True}
    exercise.change(**words)

    assert CANARY not in json.dumps(exercise.told)
    assert (CANARY in json.dumps(exercise.answer)) == bool(exercise.written)


def test_who_keeps_to_an_answer_counts_in_the_second_round(page, desk, clock, press):
    week = _go(page, desk, clock, "week")
    week.change(hourly_value=80)
    desk.again()
    clock.tick()

    assert _answered(desk)[("week", 2)] == 0

    press(page.steps._made["week"], page.pack.live.stay)
    clock.tick()

    assert _answered(desk)[("week", 2)] == 1
    assert page.pack.live.stayed in page.steps._made["week"]._stayed.html


def test_a_page_that_comes_late_to_the_end_still_knows_the_start(page, desk, clock, open_page):
    rating = _go(page, desk, clock, "welcome")
    rating.change(ratings={"hours": 2})
    clock.tick()
    other = open_page()
    back = _go(other, desk, clock, "goodbye")
    back.change(now={"hours": 4}, then={"hours": 1})

    assert back.result["gain"] == 2.0


def test_the_day_of_deletion_stands_on_the_page(page, desk, clock):
    _go(page, desk, clock, "week")

    assert "deleted on" in page._date.html
