"""A session from the trainer's side: desk and screen in two browsers, people through the room."""

import re
from types import SimpleNamespace

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.browser.conftest import DESKTOP, watched_page
from workshop.packs.agendas import agenda_files, measures
from workshop.room.agenda_file import read_agenda
from workshop.room.codes import new_token
from workshop.room.desk import Desk
from workshop.room.rooms import Rooms
from workshop.room.seat import Seat
from workshop.room.store import Store

pytestmark = pytest.mark.browser

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
WORDS = (["Calm", "Keen"], ["Otter", "Maple"])
WALL = {"viewport": {"width": 1920, "height": 1080}}


def _hours(face, social):
    media = {"face_to_face": {"hours_week": face}, "social": {"hours_week": social}}
    return {"result": {"media": media}}


def _answer(room, count):
    seats = [Seat.join(room, new_token(), WORDS, later=lambda *_: None) for _ in range(count)]
    for number, seat in enumerate(seats):
        seat.save("week", _hours(4 if number % 2 else 2.5, 0.5 if number % 3 else 6))
        assert seat.flush()
    return seats


def _enter(page, address, kind, code, key):
    page.goto(f"{address}{kind}/{code}")
    page.get_by_label("Key").fill(key)
    page.get_by_role("button", name="Go on").click()
    expect(page.get_by_role("heading", level=2).first).to_be_visible(timeout=60_000)
    expect(page.locator("#wk-loading")).to_be_hidden()


def _axe(page):
    found = Axe().run(page, options=RULES)
    assert found.violations_count == 0, found.generate_report()


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    store = Store(tmp_path_factory.mktemp("rooms") / "rooms.db")
    yield store
    store.close()


@pytest.fixture(scope="module")
def address(serve, store):
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("WORKSHOP_ROOMS", store.url.database)
        patch.setenv("WORKSHOP_DESK_KEY", "the-key-of-this-server")
        return serve("session", "--theme=auto", "--Voila.log_level=40")


@pytest.fixture
def opened(store):
    return Rooms(store).open(read_agenda(agenda_files()["45"], measures()))


@pytest.fixture
def open_pages(browser, problems, address, opened):
    """Desk and screen, each in a browser of its own, as on two computers."""
    with (
        watched_page(browser, problems, **DESKTOP) as desk,
        watched_page(browser, problems, **WALL) as screen,
    ):
        _enter(desk, address, "desk", opened.room.code, opened.key)
        _enter(screen, address, "screen", opened.room.code, opened.screen)
        yield SimpleNamespace(desk=desk, screen=screen)


def _press(page, name):
    page.get_by_role("button", name=name).click()


def test_a_step_is_opened_answered_revealed_and_a_text_is_put_up(open_pages, opened):
    desk, screen, room = open_pages.desk, open_pages.screen, opened.room
    expect(screen.get_by_text(f"{room.code[:3]} {room.code[3:]}")).to_be_visible()

    _press(desk, "Next step")
    expect(desk.get_by_role("heading", name="2 of 6 · Your week")).to_be_visible()
    expect(screen.get_by_role("heading", name="Your week", level=2)).to_be_visible()

    first = _answer(room, 4)
    expect(desk.get_by_text("4 of 4 have answered")).to_be_visible()
    expect(desk.get_by_text("A picture comes once 5 people")).to_be_visible()
    _answer(room, 5)
    picture = desk.get_by_role("img", name=re.compile("Face to face, hours a week: "))
    expect(picture).to_be_visible()
    expect(screen.get_by_text("9 of 9 have answered")).to_be_visible()
    assert screen.get_by_role("img", name=re.compile("Face to face")).count() == 0

    _press(desk, "Show the picture to all")
    expect(screen.get_by_role("img", name=re.compile("Face to face"))).to_be_visible()

    first[0].share("week", "I ask <b>before</b> I tell.")
    queued = desk.get_by_text("I ask <b>before</b> I tell.")
    expect(queued).to_be_visible()
    assert screen.get_by_text("I ask").count() == 0
    _press(desk, "Put on the screen")
    expect(screen.get_by_text("I ask <b>before</b> I tell.")).to_be_visible()
    _press(desk, "Hide")
    expect(screen.get_by_text("I ask")).to_have_count(0)


def test_the_keyboard_does_what_the_presses_do(open_pages):
    desk, screen = open_pages.desk, open_pages.screen
    desk.keyboard.press("n")
    expect(screen.get_by_role("heading", name="Your week", level=2)).to_be_visible()
    desk.keyboard.press("t")
    expect(screen.get_by_role("timer")).to_contain_text(re.compile(r"^(10:00|9:\d\d)"))
    desk.keyboard.press("b")
    expect(screen.get_by_role("heading", name="Arrive", level=2)).to_be_visible()

    desk.get_by_role("switch", name="Keys").uncheck()
    desk.get_by_role("heading", name="1 of 6 · Arrive").click()
    desk.keyboard.press("n")
    desk.get_by_role("switch", name="Keys").check()
    desk.keyboard.press("r")
    expect(desk.get_by_role("heading", name="1 of 6 · Arrive")).to_be_visible()


def test_a_reload_changes_nothing_and_needs_no_key(open_pages):
    desk = open_pages.desk
    _press(desk, "Next step")
    expect(desk.get_by_role("heading", name="2 of 6 · Your week")).to_be_visible()
    desk.reload()

    expect(desk.get_by_role("heading", name="2 of 6 · Your week")).to_be_visible(timeout=60_000)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_desk_and_screen(open_pages, opened, scheme):
    pages = (open_pages.desk, open_pages.screen)
    for page in pages:
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    Desk(opened.room, opened.key).go_to("week")
    (sharing, *_) = _answer(opened.room, 9)
    sharing.share("week", "What are you up to?")
    Desk(opened.room, opened.key).reveal("week")
    for page in pages:
        expect(page.get_by_role("img", name=re.compile("Face to face"))).to_be_visible()
        _axe(page)


def test_no_key_opens_neither_desk_nor_screen(desktop, address, opened, problems):
    problems.allow("403")
    for kind in ("desk", "screen"):
        desktop.goto(f"{address}{kind}/{opened.room.code}")
        expect(desktop.get_by_label("Code of the room")).to_have_value(re.compile(r"^\w{3} \w{4}$"))
        desktop.get_by_label("Key").fill("guessed")
        _press(desktop, "Go on")
        expect(desktop.get_by_role("alert")).to_contain_text("This key does not fit")
        assert "guessed" not in desktop.url


def test_the_servers_own_key_opens_a_room_from_an_agenda(desktop, address, store):
    before = len(Rooms(store).all())
    desktop.goto(f"{address}desk")
    desktop.get_by_label("Key").fill("the-key-of-this-server")
    _press(desktop, "Go on")
    _press(desktop, re.compile("^90 min:"))

    expect(desktop.get_by_role("heading", name=re.compile("1 of .* Arrive"))).to_be_visible(
        timeout=60_000
    )
    assert len(Rooms(store).all()) == before + 1
