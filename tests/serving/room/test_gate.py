"""The key before desk and screen, over HTTP, on a whole server."""

import re

import pytest

from tests.serving.room.browser import Browser
from workshop.packs import load_pack
from workshop.packs.agendas import agenda_files, measures
from workshop.room.agenda_file import read_agenda
from workshop.room.rooms import Rooms
from workshop.room.store import Store

GATE = load_pack().desk.gate
HOST_KEY = "the-key-of-this-server"


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    store = Store(tmp_path_factory.mktemp("rooms") / "rooms.db")
    yield store
    store.close()


@pytest.fixture(scope="module")
def opened(store):
    return Rooms(store).open(read_agenda(agenda_files()["45"], measures()))


@pytest.fixture(scope="module")
def address(serve, opened, store):
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("WORKSHOP_ROOMS", store.url.database)
        patch.setenv("WORKSHOP_DESK_KEY", HOST_KEY)
        return serve("time_budget", "--theme=light", "--front=lean")


@pytest.fixture
def browser(address):
    return Browser(address)


@pytest.mark.parametrize("kind", ["desk", "screen"])
def test_without_a_key_the_way_leads_to_where_it_is_asked_for(browser, opened, kind):
    status, page = browser.get(f"{kind}/{opened.room.code}")

    assert status == 200
    assert browser.place.endswith(f"/{kind}?code={opened.room.code}")
    assert 'name="key" type="password"' in page


@pytest.mark.parametrize("kind", ["desk", "screen"])
def test_a_wrong_key_is_told_and_comes_back_in_no_page(browser, opened, kind):
    status, page = browser.post(kind, code=opened.room.code, key="guessed-and-wrong")

    assert status == 403
    assert GATE.wrong in page
    assert "guessed-and-wrong" not in page


def test_the_screens_token_opens_no_desk(browser, opened):
    assert browser.post("desk", code=opened.room.code, key=opened.screen)[0] == 403


def test_the_key_opens_the_desk_and_stands_in_no_address(browser, opened):
    status, page = browser.post("desk", code=opened.room.code, key=opened.key)

    assert status == 200
    assert browser.place.endswith(f"/desk/{opened.room.code}")
    assert re.search(r'"kernelId": "[\w-]{36}"', page)
    assert "application/vnd.jupyter.widget-view+json" in page
    assert "Traceback" not in page
    assert opened.key not in page


def test_each_secret_comes_along_to_its_page_only(browser, address, opened):
    browser.post("desk", code=opened.room.code, key=opened.key)
    kept = {cookie.name: cookie for cookie in browser.cookies}

    assert kept["workshop_desk"].path == f"/desk/{opened.room.code}"
    assert kept["workshop_screen"].path == f"/screen/{opened.room.code}"
    for name in ("workshop_desk", "workshop_screen"):
        assert kept[name].has_nonstandard_attr("HttpOnly")
        assert kept[name].get_nonstandard_attr("SameSite") == "Strict"


def test_a_screen_is_opened_by_its_token_and_keeps_no_key(browser, opened):
    status, _ = browser.post("screen", code=opened.room.code, key=opened.screen)

    assert (status, browser.place.endswith(f"/screen/{opened.room.code}")) == (200, True)
    assert opened.key not in {cookie.value for cookie in browser.cookies}


def test_a_screen_that_asks_whether_the_server_is_back_starts_nothing(browser, opened):
    assert browser.head(f"screen/{opened.room.code}") == (200, "")


def test_the_servers_own_key_opens_a_room(browser, store):
    before = len(Rooms(store).all())
    _, offered = browser.post("desk", code="", key=HOST_KEY)
    status, _ = browser.post("desk", code="", key=HOST_KEY, agenda="45")

    assert [name in offered for name in ('value="45"', 'value="90"', 'value="180"')] == [True] * 3
    assert (status, len(Rooms(store).all())) == (200, before + 1)


def test_nobody_else_opens_one(browser, store):
    before = len(Rooms(store).all())

    assert browser.post("desk", code="", key="guessed", agenda="45")[0] == 403
    assert len(Rooms(store).all()) == before
