"""The desk: what a trainer presses happens in the room, and what the room says stands here."""

from collections import Counter

import pytest

from tests.widgets.conftest import _tree
from workshop.packs import load_pack
from workshop.room.advice import advise, minutes_late
from workshop.room.agenda import Agenda
from workshop.room.desk import Desk
from workshop.room.rooms import Rooms
from workshop.widgets.live.desk import DeskPage
from workshop.widgets.parts.chart_view import ChartView
from workshop.widgets.parts.countdown import Countdown
from workshop.widgets.parts.download import Download
from workshop.widgets.parts.fold import Fold
from workshop.widgets.parts.keys import Keys
from workshop.widgets.parts.press import Press
from workshop.widgets.parts.prose import Prose

WORDS = load_pack().desk


def _text(page):
    return " ".join(part.html for part in _tree(page) if isinstance(part, Prose))


def _one(page, kind):
    (found,) = [part for part in _tree(page) if isinstance(part, kind)]
    return found


def _pictures(page):
    return [part for part in _tree(page) if isinstance(part, ChartView)]


def _counted(page):
    """The people in each series of the first picture."""
    people = Counter()
    for row in _pictures(page)[0].rows:
        people[row["side"]] += row["people"]
    return people


def _beat(page):
    page._pulse.ask()


def _open(page):
    for fold in [part for part in _tree(page) if isinstance(part, Fold)]:
        fold.opened = True


def test_the_first_step_stands_with_its_notes(desk):
    text = _text(desk)

    assert "1 of 6 · Arrive" in text
    assert "Everybody is in" in text
    assert "Show the code." in text
    assert "Leave out the neighbours." in text


def test_next_and_back_move_the_room(desk, press, room):
    press(desk, WORDS.next)

    assert (room.stage().step, "2 of 6 · Your week" in _text(desk)) == ("week", True)

    press(desk, WORDS.back)

    assert room.stage().step == "welcome"


def test_the_first_step_has_no_way_back_and_the_last_no_way_on(desk, find, press, room):
    assert find(desk, Press, WORDS.back).disabled

    press(desk, "6. Close · 3 min")

    assert room.stage().step == "goodbye"
    assert find(desk, Press, WORDS.next).disabled


def test_a_press_in_the_run_sheet_jumps(desk, press, room):
    press(desk, "4. A thousand people · 13 min")

    assert room.stage().step == "thousand"


def test_who_has_answered_is_a_count_and_the_picture_waits_for_five(desk, press, answer):
    press(desk, WORDS.next)
    answer(4)
    _beat(desk)

    assert "4 of 4 have answered" in _text(desk)
    assert "A picture comes once 5 people" in _text(desk)
    assert _pictures(desk) == []

    answer(3)
    _beat(desk)

    assert "7 of 7 have answered" in _text(desk)
    assert _counted(desk) == {"Face to face, hours a week": 7, "Social media, hours a week": 7}


def test_more_answers_are_new_rows_in_the_same_picture(desk, press, answer):
    press(desk, WORDS.next)
    answer(6)
    _beat(desk)
    before = _pictures(desk)
    answer(3)
    _beat(desk)

    assert _pictures(desk) == before
    assert set(_counted(desk).values()) == {9}


def test_a_second_round_stands_beside_the_first(desk, press, answer):
    press(desk, WORDS.next)
    answer(5)
    press(desk, WORDS.again)
    answer(6, social=4)
    _beat(desk)

    assert "Face to face, hours a week, try 1" in _text(desk)
    assert "Social media, hours a week, try 2" in _text(desk)
    assert len(_pictures(desk)) == 2


def test_revealing_is_for_all_and_can_be_taken_back(desk, press, answer, room):
    press(desk, WORDS.next)
    answer(5)
    press(desk, WORDS.reveal)

    assert room.tally("week", 1).revealed

    press(desk, WORDS.unreveal)

    assert not room.tally("week", 1).revealed


def test_frozen_answers_are_refused_until_they_are_taken_again(desk, press, answer, clock):
    press(desk, WORDS.next)
    (seat, *_) = answer(5)
    press(desk, WORDS.freeze)
    clock.time += 1
    seat.save("week", {"result": {}})
    seat.flush()

    assert WORDS.frozen in _text(desk)
    assert seat.refusal("week")

    press(desk, WORDS.thaw)

    assert WORDS.frozen not in _text(desk)


def test_nothing_is_revealed_where_nothing_is_asked(open_desk, opened, at, find):
    steps = [{"key": "break", "title": "Break", "minutes": 5, "purpose": "Coffee."}]
    plain = Rooms(opened.room.store).open(Agenda(title="T", minutes=5, steps=steps))
    desk = DeskPage(
        load_pack(),
        Desk(plain.room, plain.key),
        advise=advise,
        late=minutes_late,
        at=at,
    )

    assert find(desk, Press, WORDS.reveal).disabled
    assert WORDS.no_answers in _text(desk)


def test_the_timer_takes_the_steps_minutes_and_can_be_made_longer(desk, press, room, clock):
    press(desk, "Timer: 4 min")

    assert room.stage().ends_at == clock.time + 240
    assert _one(desk, Countdown).seconds == 240

    clock.time += 60
    press(desk, WORDS.longer)

    assert _one(desk, Countdown).seconds == 240

    press(desk, WORDS.stop_timer)

    assert (room.stage().ends_at, _one(desk, Countdown).seconds) == (None, None)


def test_keys_do_what_the_presses_do(desk, room):
    keys = _one(desk, Keys)
    keys.strike("n")

    assert room.stage().step == "week"

    keys.value = False
    keys.strike("n")

    assert room.stage().step == "week"


def test_a_shared_text_waits_is_put_up_and_hidden(desk, press, answer, room):
    press(desk, WORDS.next)
    (seat, *_) = answer(5)
    seat.share("week", "<b>What</b> are you up to?")
    _beat(desk)

    assert "Shared texts (1 waiting)" in _text(desk)
    assert "&lt;b&gt;What&lt;/b&gt;" in _text(desk)
    assert room.changes().texts == []

    press(desk, WORDS.texts.put_up)

    assert [text.state for text in room.changes().texts] == ["up"]

    press(desk, WORDS.texts.hide)

    assert room.changes().texts == []


def test_only_one_text_is_up(desk, press, answer, find, room):
    press(desk, WORDS.next)
    first, second, *_ = answer(5)
    first.share("week", "one")
    _beat(desk)
    press(desk, WORDS.texts.put_up)
    second.share("week", "two")
    _beat(desk)
    waiting = [p for p in _tree(desk) if isinstance(p, Press) and p.label == WORDS.texts.put_up]
    next(button for button in waiting if not button.disabled).click()

    assert sorted(text.state for text in room.changes().texts) == ["shown", "up"]


def test_time_used_and_how_far_behind_stand_at_the_step(desk, clock):
    clock.time += 7 * 60
    desk.changes(since=10**9)

    assert "7 of 4 min used" in _text(desk)
    assert "3 min behind" in _text(desk)


def test_a_suggestion_says_why_and_is_left_or_taken(desk, press, clock):
    clock.time += 8 * 60
    desk.changes(since=10**9)

    assert "You are 4 min behind. “A thousand people” can give 4 of them." in _text(desk)

    press(desk, WORDS.advice.leave)
    desk.changes(since=10**9)

    assert "You are 4 min behind" not in _text(desk)


def test_a_suggestion_that_is_taken_stands_at_the_step_that_gives_the_time(desk, press, clock):
    clock.time += 8 * 60
    desk.changes(since=10**9)
    press(desk, WORDS.advice.take)

    hints = [part.hint for part in _tree(desk) if isinstance(part, Press)]

    assert WORDS.gives.format(minutes=4) in hints


def test_time_that_a_suggestion_gives_runs_at_once(desk, press, room, clock, answer):
    press(desk, "4. A thousand people · 13 min")
    answer(1)
    _beat(desk)
    press(desk, WORDS.advice.take)

    assert room.stage().ends_at > clock.time


def test_every_press_of_the_controls_has_a_key(desk):
    presses = [part for part in _tree(desk._controls) if isinstance(part, Press)]

    assert len(presses) == len(_one(desk, Keys).names)


def test_a_text_is_taken_off_the_screen_and_stays_on_phones(desk, press, answer, room):
    press(desk, WORDS.next)
    (seat, *_) = answer(5)
    seat.share("week", "What are you up to?")
    _beat(desk)
    press(desk, WORDS.texts.put_up)
    press(desk, WORDS.texts.take_down)

    assert [text.state for text in room.changes().texts] == ["shown"]


def test_a_second_desk_and_a_reload_show_the_same(desk, open_desk, press, answer):
    press(desk, WORDS.next)
    answer(6)
    press(desk, WORDS.reveal)
    other = open_desk()

    assert "2 of 6 · Your week" in _text(other)
    assert "6 of 6 have answered" in _text(other)

    press(other, WORDS.next)
    _beat(desk)

    assert "3 of 6 · Many or few" in _text(desk)


def test_wiping_asks_once_more_and_leaves_a_receipt(desk, press, answer, opened):
    press(desk, WORDS.next)
    answer(5)
    _open(desk)
    press(desk, WORDS.ending.close)

    assert opened.room.stage().state == "closed"

    press(desk, WORDS.ending.wipe)

    assert opened.room.stage().seats == 5

    press(desk, WORDS.ending.wipe_really)

    assert "5 seats, 5 answers" in _text(desk)
    with pytest.raises(Exception, match="deleted"):
        opened.room.stage()


def test_the_key_stands_only_where_another_device_is_asked_for(desk, opened):
    assert opened.key not in _text(desk)

    _open(desk)

    assert opened.key in _text(desk)


def test_a_database_that_does_not_answer_is_told_and_ends_nothing(desk, press, room, monkeypatch):
    def fail(*_):
        raise OSError("locked")

    with monkeypatch.context() as broken:
        broken.setattr(desk.desk, "next", fail)
        press(desk, WORDS.next)

    assert WORDS.not_done in _text(desk)

    press(desk, WORDS.next)

    assert WORDS.not_done not in _text(desk)


def test_a_file_is_made_when_it_is_asked_for_and_again_when_there_is_more(open_desk, press, answer):
    made = []
    desk = open_desk(files={"xlsx": lambda: made.append(1) or b"PK"})
    _open(desk)
    (download,) = [part for part in _tree(desk) if isinstance(part, Download)]
    edition = download._edition

    assert made == []
    assert download._make("UTC") == "UEs="

    press(desk, WORDS.next)

    assert download._edition > edition
