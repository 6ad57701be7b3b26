"""A participant whose page is served elsewhere than the room: as on Binder, or in Lab."""

import re
from types import SimpleNamespace

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import DESKTOP, PHONE, watched_page
from tests.conftest import free_port
from tests.serving.room.conftest import listening
from workshop.packs import load_pack
from workshop.packs.agendas import agenda_files, measures
from workshop.room.agenda_file import read_agenda
from workshop.room.desk import Desk
from workshop.serving.room.api.handlers import api_handlers
from workshop.serving.room.live import Live

pytestmark = pytest.mark.browser

WORDS = load_pack().live


@pytest.fixture
def room(tmp_path):
    """A room, and its own server's line, which a test may cut."""
    live = Live(str(tmp_path / "rooms.db"), "/")
    opened = live.rooms.open(read_agenda(agenda_files()["45"], measures()))
    desk, port = Desk(opened.room, opened.key), free_port()
    desk.go_to("week")
    yield SimpleNamespace(
        desk=desk,
        join=f"http://127.0.0.1:{port}/join/{opened.room.code}",
        line=lambda: listening(api_handlers("/", live), port),
    )
    live.rooms.store.close()


@pytest.fixture
def page_address(room, own_server, write_notebook, code):
    notebook = write_notebook(
        "# Mine", code(f"from workshop import Seat\nSeat(room='{room.join}')")
    )
    address, _ = own_server(notebook)
    return address


def _week(page):
    return page.get_by_role("slider", name=re.compile("^Writing"))


def _move(page):
    _week(page).focus()
    page.keyboard.press("ArrowRight")


def _told(page, status):
    told = getattr(WORDS.saving, status)
    expect(page.locator(".wk-prose.wk-live-saving")).to_have_text(told, timeout=60_000)


def _answered(desk):
    return {one.step: one.answered for one in desk.changes().tallies}["week"]


def test_two_pages_elsewhere_follow_a_room_and_keep_answers_while_the_line_is_down(
    browser, problems, room, page_address
):
    with (
        watched_page(browser, problems, **PHONE) as phone,
        watched_page(browser, problems, **DESKTOP) as laptop,
    ):
        with room.line():
            for page in (phone, laptop):
                page.goto(page_address)
                expect(_week(page)).to_be_visible(timeout=60_000)
                _move(page)
                _told(page, "saved")
            assert (room.desk.room.stage().seats, _answered(room.desk)) == (2, 2)
            phone.reload()
            expect(_week(phone)).to_be_visible(timeout=60_000)
            assert room.desk.room.stage().seats == 2
        _move(phone)
        _told(phone, "kept")
        expect(phone.get_by_text(WORDS.room.away).first).to_be_visible(timeout=60_000)
        with room.line():
            _told(phone, "saved")
            expect(phone.get_by_text(WORDS.room.away)).to_be_hidden(timeout=60_000)
            room.desk.next()
            expect(phone.locator(".wk-live-bar")).to_contain_text("Many or few")
            expect(laptop.locator(".wk-live-bar")).to_contain_text("Many or few", timeout=60_000)

    assert (room.desk.room.stage().seats, _answered(room.desk)) == (2, 2)
