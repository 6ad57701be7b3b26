"""The screen shows what all may see, and nothing before it is shown."""

from tests.widgets.conftest import _tree
from workshop.packs import load_pack
from workshop.room.desk import Desk
from workshop.widgets.live.invitation import qr_code
from workshop.widgets.parts.chart_view import ChartView
from workshop.widgets.parts.countdown import Countdown
from workshop.widgets.parts.press import Press
from workshop.widgets.parts.prose import Prose

PACK = load_pack()


def _text(page):
    return " ".join(part.html for part in _tree(page) if isinstance(part, Prose))


def _pictures(page):
    return [part for part in _tree(page) if isinstance(part, ChartView)]


def test_it_has_nothing_to_press(screen):
    assert not [part for part in _tree(screen) if isinstance(part, Press)]


def test_it_says_how_to_join_and_when_everything_is_deleted(screen, room):
    text = _text(screen)

    assert "here/join" in text
    assert room.code in text
    assert "<svg" in text
    assert "from 5 answers on" in text


def test_a_tally_is_hidden_until_it_is_revealed(screen, opened, answer):
    desk = Desk(opened.room, opened.key)
    desk.next()
    answer(6)
    screen._pulse.ask()

    assert "6 of 6 have answered" in _text(screen)
    assert PACK.tally.hidden in _text(screen)
    assert _pictures(screen) == []

    desk.reveal("week")
    screen._pulse.ask()

    assert PACK.tally.hidden not in _text(screen)
    assert len(_pictures(screen)) == 1

    desk.reveal("week", revealed=False)
    screen._pulse.ask()

    assert _pictures(screen) == []


def test_fewer_than_five_are_no_picture_even_when_revealed(screen, opened, answer):
    desk = Desk(opened.room, opened.key)
    desk.next()
    answer(4)
    desk.reveal("week")
    screen._pulse.ask()

    assert _pictures(screen) == []
    assert "once 5 people have answered" in _text(screen)


def test_a_text_is_on_the_wall_only_while_it_is_put_up(screen, opened, answer):
    desk = Desk(opened.room, opened.key)
    desk.next()
    (seat, *_) = answer(5)
    seat.share("week", "<img src=x> hello")
    (text,) = desk.changes().texts
    for work, there in ((None, False), (desk.show, False), (desk.put_up, True), (desk.hide, False)):
        if work:
            work(text.id)
        screen._pulse.ask()

        assert ("&lt;img src=x&gt; hello" in _text(screen)) == there


def test_the_timer_runs_on_the_wall(screen, opened):
    Desk(opened.room, opened.key).set_timer(90)
    screen._pulse.ask()
    (timer,) = [part for part in _tree(screen) if isinstance(part, Countdown)]

    assert timer.seconds == 90


def test_the_way_in_is_large_only_while_people_arrive(screen, opened):
    assert "wk-screen-arriving" in screen._dom_classes

    Desk(opened.room, opened.key).next()
    screen._pulse.ask()

    assert "wk-screen-arriving" not in screen._dom_classes


def test_the_wall_says_what_to_do_until_there_is_a_picture(screen, opened, answer):
    desk = Desk(opened.room, opened.key)
    desk.next()
    answer(6)
    screen._pulse.ask()

    assert "Set an ordinary week" in _text(screen)

    desk.reveal("week")
    screen._pulse.ask()

    assert "Set an ordinary week" not in _text(screen)
    assert "wk-screen-pictured" in screen._dom_classes


def test_a_text_that_is_up_has_the_wall_to_itself(screen, opened, answer):
    desk = Desk(opened.room, opened.key)
    desk.next()
    (seat, *_) = answer(5)
    seat.share("week", "word " * 80)
    (text,) = desk.changes().texts
    desk.put_up(text.id)
    screen._pulse.ask()

    assert "wk-screen-reading" in screen._dom_classes
    assert "wk-screen-long" in _text(screen)


def test_a_qr_code_escapes_what_it_says():
    assert "<script>" not in qr_code("http://here", "<script>")
