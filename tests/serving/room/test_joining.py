"""Joining a room as a browser does it: a code, a cookie, a seat that a reload finds again."""

import asyncio
import re
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.serving.room.browser import Browser
from workshop.packs import load_pack
from workshop.packs.agendas import agenda_files, measures
from workshop.room.agenda_file import read_agenda
from workshop.room.codes import spoken
from workshop.room.desk import Desk
from workshop.room.seat import Seat
from workshop.room.settings import Settings
from workshop.serving.room.joining import COOKIE
from workshop.serving.room.live import Live

WORDS = load_pack().joining


def _seat(visitor, room):
    """The seat of whoever has this browser."""
    (token,) = [cookie.value for cookie in visitor.cookies if cookie.name == COOKIE]
    return Seat.find(room, token)


def _name(visitor, room):
    return _seat(visitor, room).pseudonym


def _word(visitor, room):
    return spoken(_seat(visitor, room).word)


def test_the_door_asks_for_a_code_and_nothing_else(browser):
    status, page = browser().get("/join")

    assert status == 200
    assert WORDS.lead in page
    assert re.findall(r'<input[^>]* name="(\w+)"', page) == ["code"]


def test_a_code_leads_to_a_seat_with_a_name(browser, room):
    visitor = browser()
    status, _ = visitor.join(room.code.lower())

    assert status == 200
    assert visitor.place.endswith(f"/seat/{room.code}")
    assert len(_name(visitor, room).split()) == 2
    assert room.stage().seats == 1


def test_a_scanned_code_stands_in_the_field(browser, room):
    _, page = browser().get(f"/join/{room.code}")

    assert f'value="{room.code[:3]} {room.code[3:]}"' in page
    assert room.stage().seats == 0


def test_joining_again_keeps_the_seat(browser, room):
    visitor = browser()
    visitor.join(room.code)
    first = _name(visitor, room)
    visitor.join(room.code)
    second = _name(visitor, room)
    visitor.get(f"/join/{room.code}")

    assert visitor.place.endswith(f"/seat/{room.code}")
    assert first == second == _name(visitor, room)
    assert room.stage().seats == 1


def test_a_second_device_goes_on_with_the_word(browser, room):
    phone, laptop = browser(), browser()
    phone.join(room.code)
    _, field = laptop.get("/join?elsewhere=1")
    laptop.join(room.code, word=_word(phone, room).lower())

    assert 'name="word"' in field
    assert _name(laptop, room) == _name(phone, room)
    assert room.stage().seats == 1


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"code": "HHHHHHH"}, "wrong_code"),
        ({"code": ""}, "wrong_code"),
        ({"code": "<script>alert(1)</script>"}, "wrong_code"),
        ({"code": "x" * 100_000}, "wrong_code"),
    ],
)
def test_a_wrong_code_is_told_with_what_to_do(browser, room, fields, reason):
    status, page = browser().join(**fields)

    assert status == 404
    assert getattr(WORDS.refusals, reason) in page
    assert "<script>alert" not in page


def test_a_wrong_word_is_told(browser, room):
    status, page = browser().join(room.code, word="HHHHHHH")

    assert (status, room.stage().seats) == (404, 0)
    assert WORDS.refusals.wrong_word in page


def test_a_closed_room_is_told(browser, opened):
    Desk(opened.room, opened.key).close()
    status, page = browser().join(opened.room.code)

    assert status == 410
    assert WORDS.refusals.closed in page


def test_a_full_room_is_told_and_those_inside_stay(browser, live):
    small = live.rooms.open(read_agenda(agenda_files()["45"], measures()), Settings(seats=1)).room
    inside = browser()
    inside.join(small.code)
    status, page = browser().join(small.code)

    assert status == 409
    assert WORDS.refusals.full in page
    assert inside.get(f"/seat/{small.code}")[0] == 200


def test_guessing_makes_one_browser_wait_and_nobody_else(browser, room):
    guesser = browser()
    told = [guesser.join("HHHHHHH")[0] for _ in range(22)]
    status, page = guesser.join(room.code)

    assert told == [404] * 20 + [429] * 2
    assert (status, WORDS.refusals.too_many_tries in page) == (429, True)
    assert browser().join(room.code)[0] == 200


def test_guessing_words_from_many_browsers_stops_words_and_nobody_who_joins(browser, live, room):
    for _ in range(200):
        live.guard.wrong_word(room.id)
    first = browser()
    first.join(room.code)
    status, _ = browser().join(room.code, word=_word(first, room))

    assert status == 429
    assert room.stage().seats == 1
    assert browser().join(room.code)[0] == 200


def test_a_room_is_deleted_on_its_date_while_the_server_runs(live, room):
    live.rooms.store._clock = lambda: time.time() + 40 * 24 * 3600

    async def an_hour():
        keeping = asyncio.create_task(live.keep_dates())
        while live.rooms.all():
            await asyncio.sleep(0.01)
        keeping.cancel()

    asyncio.run(asyncio.wait_for(an_hour(), 30))

    assert live.rooms.all() == []


def test_a_server_without_rooms_makes_no_database(tmp_path):
    live = Live(str(tmp_path / "none.db"), "/")

    async def start():
        keeping = asyncio.create_task(live.keep_dates())
        await asyncio.sleep(0)
        keeping.cancel()

    asyncio.run(start())

    assert list(tmp_path.iterdir()) == []


def test_a_hundred_people_behind_one_address_all_come_in_and_are_counted_once(browser, room):
    visitors = [browser() for _ in range(100)]
    with ThreadPoolExecutor(20) as pool:
        first = list(pool.map(lambda visitor: visitor.join(room.code)[0], visitors))
        again = list(pool.map(lambda visitor: visitor.get(f"/join/{room.code}")[0], visitors))

    assert {*first, *again} == {200}
    assert len({_name(visitor, room) for visitor in visitors}) == 100
    assert room.stage().seats == 100


def test_the_whole_server_has_the_door_too(serve, live, room, monkeypatch):
    monkeypatch.setenv("WORKSHOP_ROOMS", str(live.rooms.store.url.database))
    visitor = Browser(serve("time_budget", "--theme=light"))
    _, door = visitor.get("/join")
    status, page = visitor.join(room.code)

    assert status == 200
    assert "static/tokens.css?v=" in door
    assert visitor.place.endswith(f"/seat/{room.code}")
    assert load_pack().live.room.finding in page
    assert all(cookie.value not in page for cookie in visitor.cookies)


def test_a_seat_is_there_whichever_notebook_is_served(
    own_server, write_notebook, code, live, room, monkeypatch
):
    monkeypatch.setenv("WORKSHOP_ROOMS", str(live.rooms.store.url.database))
    address, _ = own_server(write_notebook("# Mine", code("1 + 1")))
    status, page = Browser(address).join(room.code)

    assert status == 200
    assert load_pack().live.room.finding in page


def test_without_a_seat_the_page_leads_to_the_door(serve, live, room, monkeypatch):
    monkeypatch.setenv("WORKSHOP_ROOMS", str(live.rooms.store.url.database))
    visitor = Browser(serve("time_budget", "--theme=light"))
    _, page = visitor.get(f"/seat/{room.code}")

    assert visitor.place.endswith(f"/join/{room.code}")
    assert f'value="{room.code[:3]} {room.code[3:]}"' in page


def test_the_cookie_is_out_of_reach_of_scripts_and_other_sites(browser, room):
    visitor = browser()
    visitor.join(room.code)
    (cookie,) = visitor.cookies

    assert cookie.has_nonstandard_attr("HttpOnly")
    assert cookie.get_nonstandard_attr("SameSite") == "Lax"
