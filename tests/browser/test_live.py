"""A participant in a live room: the page follows the trainer, and keeps what is written."""

import re
from types import SimpleNamespace

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.conftest import running_server
from workshop.packs import load_pack
from workshop.packs.agendas import agenda_files, measures
from workshop.room.agenda_file import read_agenda
from workshop.room.desk import Desk
from workshop.room.rooms import Rooms
from workshop.room.store import Store

pytestmark = pytest.mark.browser

WORDS = load_pack().live
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
MESSAGE = "Hello, I am Ana and I mend old radios."


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    """A server and the rooms it knows."""
    folder = tmp_path_factory.mktemp("live")
    where = str(folder / "rooms.db")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("WORKSHOP_ROOMS", where)
        with running_server("session", folder=folder) as (address, _):
            store = Store(where)
            yield SimpleNamespace(address=address, rooms=Rooms(store))
            store.close()


@pytest.fixture
def desk(server):
    opened = server.rooms.open(read_agenda(agenda_files()["45"], measures()))
    return Desk(opened.room, opened.key)


@pytest.fixture
def join(server, desk):
    """`join(page)` brings a browser in by the code."""

    def _join(page):
        page.goto(f"{server.address}join/{desk.room.code}")
        page.get_by_role("button", name="Join").click()
        expect(page.locator("#wk-loading")).to_be_hidden(timeout=60_000)
        expect(page.locator(".wk-live-bar")).to_be_visible(timeout=60_000)
        return page

    return _join


@pytest.fixture(params=["phone", "desktop"])
def page(request, join):
    return join(request.getfixturevalue(request.param))


def _week(page):
    return page.get_by_role("slider", name=re.compile("^Writing"))


def _first_try(page):
    return page.get_by_role("textbox", name=re.compile("Your message to the thousand"))


def _saved(page):
    expect(page.locator(".wk-live-saved")).to_have_text(WORDS.saving.saved)


def _answered(desk):
    return {(one.step, one.round): one.answered for one in desk.changes().tallies}


def test_a_step_that_the_trainer_opens_comes_up_and_its_answer_is_saved(page, desk):
    expect(page.locator(".wk-live-bar")).to_contain_text("Arrive")
    desk.next()

    expect(_week(page)).to_be_visible()
    _week(page).focus()
    page.keyboard.press("ArrowRight")
    _saved(page)
    assert _answered(desk)[("week", 1)] == 1


def test_who_comes_late_lands_where_the_room_is(phone, desk, join):
    desk.go_to("reach")
    join(phone)

    expect(phone.locator(".wk-live-bar")).to_contain_text("Many or few")


def test_a_reload_brings_back_step_and_answer_and_counts_nobody_twice(page, desk):
    desk.go_to("week")
    _week(page).focus()
    page.keyboard.press("ArrowRight")
    _saved(page)
    before = _week(page).input_value()
    page.reload()

    expect(_week(page)).to_have_value(before, timeout=60_000)
    assert desk.room.stage().seats == 1
    assert _answered(desk)[("week", 1)] == 1


def test_a_text_being_typed_outlives_whatever_the_trainer_does(page, desk):
    desk.go_to("thousand")
    _first_try(page).press_sequentially("Hello, I am")
    desk.next()

    expect(page.get_by_text(WORDS.moved.format(title="Start over")).first).to_be_visible()
    _first_try(page).press_sequentially(" Ana")
    expect(_first_try(page)).to_have_value("Hello, I am Ana")
    page.get_by_role("button", name=WORDS.go).click()
    expect(page.locator(".wk-live-bar")).to_contain_text("Start over")
    page.get_by_role("button", name=WORDS.earlier).click()
    page.get_by_role("button", name="A thousand people").click()

    expect(_first_try(page)).to_have_value("Hello, I am Ana")


def test_what_is_written_leaves_only_by_a_press_and_without_a_name(page, desk):
    desk.go_to("thousand")
    _first_try(page).fill(MESSAGE)
    page.get_by_role("button", name="Hold up the mirror").click()
    _saved(page)
    assert desk.changes().texts == []

    page.get_by_role("button", name=WORDS.share.press).click()
    expect(page.get_by_text(WORDS.share.done).first).to_be_visible()
    (text,) = desk.changes().texts
    assert text.body == MESSAGE
    desk.show(text.id)

    expect(page.locator(".wk-live-texts blockquote")).to_have_text(MESSAGE)


def test_looking_back_is_free_and_leads_to_where_the_room_is(page, desk):
    desk.go_to("week")
    expect(_week(page)).to_be_visible()
    page.get_by_role("button", name=WORDS.earlier).click()
    page.get_by_role("button", name="Arrive").click()
    expect(page.locator(".wk-live-bar")).to_contain_text("Arrive")
    desk.next()
    expect(page.get_by_text(WORDS.moved.format(title="Many or few")).first).to_be_visible()
    page.get_by_role("button", name=WORDS.go).click()

    expect(page.locator(".wk-live-bar")).to_contain_text("Many or few")


def test_a_timer_runs_for_all_and_may_be_switched_off(page, desk):
    desk.set_timer(300)
    expect(page.get_by_role("timer")).to_contain_text(re.compile(r"^[45]:\d\d$"))
    page.get_by_role("button", name=WORDS.mine).click()
    page.get_by_role("radio", name=WORDS.timer.paces.extended).check()
    expect(page.get_by_role("timer")).to_contain_text(re.compile(r"^7:\d\d$"))
    page.get_by_role("radio", name=WORDS.timer.paces.off).check()

    expect(page.get_by_role("timer")).to_be_hidden()


def test_a_second_device_goes_on_with_the_word(phone, desktop, desk, join, server):
    join(phone)
    desk.go_to("week")
    _week(phone).focus()
    phone.keyboard.press("ArrowRight")
    _saved(phone)
    phone.get_by_role("button", name=WORDS.mine).click()
    phone.get_by_role("button", name=WORDS.other_device).click()
    told = phone.get_by_text(re.compile("and type")).inner_text()
    word = re.search(r"type (\w{3} \w{4})\.", told)[1]
    desktop.goto(f"{server.address}join/{desk.room.code}?elsewhere=1")
    desktop.locator("input[name=word]").fill(word)
    desktop.locator("button[type=submit], button:not([type])").first.click()

    expect(_week(desktop)).to_have_value(_week(phone).input_value(), timeout=60_000)
    assert desk.room.stage().seats == 1


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_and_nothing_scrolls_sideways(scheme, phone, desk, join):
    phone.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    phone.set_viewport_size({"width": 320, "height": 640})
    desk.go_to("thousand")
    join(phone)
    desk.set_timer(300)
    _first_try(phone).fill(MESSAGE)
    phone.get_by_role("button", name=WORDS.mine).click()
    expect(phone.get_by_role("timer")).to_be_visible()
    found = Axe().run(phone, options=RULES)

    assert found.violations_count == 0, found.generate_report()
    assert phone.evaluate("document.documentElement.scrollWidth") <= 320
