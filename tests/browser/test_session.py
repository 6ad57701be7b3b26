"""The whole session: how far one is, what is kept, what is taken home, what is forgotten."""

import json
import os
import re
import signal
from io import BytesIO
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

pytestmark = pytest.mark.browser

HOSTILE = "</script><img src=x onerror=\"document.title='hit'\"> & you"


def _open(page, address):
    page.goto(address)
    expect(_week(page)).to_be_visible(timeout=60_000)
    expect(page.locator("#wk-loading")).to_be_hidden()
    return page


def _week(page):
    return page.get_by_role("slider", name=re.compile("^Writing"))


def _press(page, name):
    page.get_by_role("button", name=name).click()


def _answer(page):
    """Do something in three exercises, and finish two of them."""
    _week(page).focus()
    page.keyboard.press("ArrowRight")
    message = page.get_by_role("textbox", name=re.compile("Your message to the thousand"))
    message.fill(HOSTILE)
    _press(page, "Hold up the mirror")
    expect(page.get_by_role("heading", name="A mirror, not a mark")).to_be_visible()
    _press(page, "This is my plan")
    expect(page.get_by_role("button", name="Save the calendar file")).to_be_visible()
    page.wait_for_function("Object.keys(localStorage).length >= 3")


def _count(page):
    return page.get_by_role("navigation", name="The way through the session")


@pytest.fixture(params=["desktop", "phone"])
def page(request, serve) -> Page:
    return _open(request.getfixturevalue(request.param), serve("session"))


@pytest.fixture
def answered(page) -> Page:
    _answer(page)
    return page


def _saved(page, name) -> str:
    with page.expect_download() as download:
        page.get_by_role("button", name=name).last.click()
    return Path(download.value.path()).read_text(encoding="utf-8")


def test_the_line_says_what_is_done_and_leads_to_each_step(page):
    expect(_count(page)).to_contain_text(re.compile("^0 of [4-9] done"))
    _week(page).focus()
    page.keyboard.press("ArrowRight")

    expect(_count(page)).to_contain_text(re.compile("^1 of [4-9] done"))
    expect(_count(page).get_by_role("link", name="1, Your week, done")).to_be_visible()

    _count(page).get_by_role("link", name=re.compile("Start over")).click()

    expect(
        page.get_by_role("heading", name=re.compile("What will you do each week"))
    ).to_be_focused()
    expect(_count(page).get_by_role("link", name=re.compile("Start over"))).to_have_attribute(
        "aria-current", "step"
    )
    expect(_count(page)).to_be_in_viewport()


HIDDEN = """
() => {
  const focused = document.activeElement;
  const { left, top, width, height } = focused.getBoundingClientRect();
  const above = document.elementFromPoint(left + width / 2, top + height / 2);
  const around = above?.closest("label") ?? above;
  const seen = focused.contains(above) || around?.contains(focused);
  return seen ? null : focused.ariaLabel || focused.textContent || focused.id;
}
"""


def test_going_back_by_the_keyboard_nothing_hides_below_what_stays_in_view(page):
    page.get_by_role("slider", name=re.compile("^People in the room")).focus()
    hidden = []
    for _ in range(24):
        page.keyboard.press("Shift+Tab")
        hidden.append(page.evaluate(HIDDEN))

    assert hidden == [None] * 24


def test_a_reload_restores_every_exercise(answered):
    answered.reload()

    expect(answered.get_by_role("heading", name="A mirror, not a mark")).to_be_visible(
        timeout=60_000
    )
    expect(_week(answered)).to_have_value("0.75")
    expect(answered.get_by_role("button", name="Save the calendar file")).to_be_visible()
    expect(_count(answered)).to_contain_text("2 of")


def test_a_closed_tab_is_taken_up_in_a_new_one(answered):
    address, context = answered.url, answered.context
    answered.close()
    again = context.new_page()
    again.goto(address)

    expect(again.get_by_role("heading", name="A mirror, not a mark")).to_be_visible(timeout=60_000)


def _assert_reads_on_paper(printed: bytes):
    """What was chosen, written and planned is there as text, an exercise to a page or two."""
    pages = [page.extract_text() for page in PdfReader(BytesIO(printed)).pages]
    text = re.sub(r"\s+", " ", " ".join(pages))
    for said in ("Where do the hours go", "Writing 0.75 h", HOSTILE, "you look back at what came"):
        assert said in text
    for only_on_screen in ("Change whatever does not fit you", "Save the", "One line to hold on"):
        assert only_on_screen not in text
    assert 3 <= len(pages) <= 6
    assert all(len(page.strip()) > 100 for page in pages)


def test_the_page_to_take_home_is_whole_without_internet_and_runs_nothing(
    answered, browser, tmp_path
):
    file = tmp_path / "home.html"
    file.write_text(_saved(answered, "Save the page"), encoding="utf-8")
    asked = []
    with browser.new_context(offline=True) as context:
        home = context.new_page()
        home.on("request", lambda request: asked.append(request.url))
        home.goto(file.as_uri())

        expect(home.get_by_role("heading", level=1)).to_have_text("My side of the conversation")
        expect(home.get_by_role("heading", level=2).first).to_contain_text("Where do the hours go")
        expect(home.get_by_role("img", name=re.compile("Bar chart of hours"))).to_be_visible()
        expect(home.get_by_text(HOSTILE).first).to_be_visible()
        expect(home.get_by_text(re.compile("you look back at what came of it"))).to_be_visible()
        expect(home).not_to_have_title("hit")
        assert home.locator("main img, script:not([type='application/json'])").count() == 0
        for paper in ("A4", "Letter"):
            _assert_reads_on_paper(home.pdf(format=paper))
    assert asked == [file.as_uri()]


@pytest.mark.parametrize("name", ["Save the page", "Save my answers to go on elsewhere"])
def test_saved_answers_can_be_loaded_in_another_browser(answered, browser, serve, name, tmp_path):
    ending = "html" if "page" in name else "json"
    file = tmp_path / f"mine.{ending}"
    file.write_text(_saved(answered, name), encoding="utf-8")
    with browser.new_context() as context:
        other = _open(context.new_page(), serve("session"))
        other.get_by_label("Load saved answers").set_input_files(file)

        expect(other.get_by_text(re.compile("^Loaded: Your week")).first).to_be_visible()
        expect(_week(other)).to_have_value("0.75")
        expect(other.locator("blockquote").first).to_contain_text("onerror")


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"\xff\xfe\x00nonsense", "cannot be read"),
        (b"[1, 2]", "something else"),
        (b"[" * 500_000, "cannot be read"),
        (b"x" * 1_000_001, "too large"),
        (b'{"format": "right-conversation/answers", "version": 99}', "newer version"),
    ],
)
def test_a_file_that_is_something_else_is_refused_with_a_reason(serve, desktop, content, told):
    _open(desktop, serve("session"))
    desktop.get_by_label("Load saved answers").set_input_files(
        {"name": "x.json", "mimeType": "application/json", "buffer": content}
    )

    expect(desktop.get_by_text(told).first).to_be_visible()
    expect(_week(desktop)).to_have_value("0.5")


def test_an_answer_that_does_not_fit_is_named_and_the_others_are_taken_up(serve, desktop):
    _open(desktop, serve("session"))
    desktop.get_by_role("button", name="5 hours").click()
    desktop.wait_for_function("localStorage.length > 0")
    saved = json.loads(_saved(desktop, "Save my answers to go on elsewhere"))
    saved["answers"]["thousand_people"] = {"first": "x" * 99_999}
    saved["answers"]["<b>none of ours</b>"] = {}
    _press(desktop, "Forget everything")
    _press(desktop, "Yes, forget it all")
    desktop.get_by_label("Load saved answers").set_input_files(
        {"name": "x.json", "mimeType": "", "buffer": json.dumps(saved).encode()}
    )

    expect(desktop.get_by_text(re.compile("^Loaded: Your week")).first).to_be_visible()
    expect(
        desktop.get_by_text("left as it is here: A thousand people, <b>none of ours</b>").first
    ).to_be_visible()


def test_forgetting_asks_first_and_then_forgets_all_of_it(answered):
    _press(answered, "Forget everything")
    expect(answered.get_by_role("button", name="No, keep it")).to_be_focused()
    answered.keyboard.press("Escape")
    assert answered.evaluate("Object.keys(localStorage).length") >= 3

    _press(answered, "Forget everything")
    _press(answered, "Yes, forget it all")

    expect(_count(answered)).to_contain_text(re.compile("^0 of"))
    expect(_week(answered)).to_have_value("0.5")
    answered.wait_for_function("Object.keys(localStorage).length === 0")
    answered.reload()
    expect(_week(answered)).to_have_value("0.5", timeout=60_000)


def test_two_tabs_follow_each_other_and_neither_fights(serve, desktop):
    _open(desktop, serve("session"))
    other = _open(desktop.context.new_page(), serve("session"))
    for _ in range(8):
        _week(other).press("ArrowRight")

    expect(_week(desktop)).to_have_value("2.5")
    _week(desktop).press("ArrowLeft")
    expect(_week(other)).to_have_value("2.25")
    expect(_week(desktop)).to_have_value("2.25")

    desktop.get_by_role("button", name="Start this exercise again").first.click()
    expect(_week(other)).to_have_value("0.5")


def test_where_nothing_can_be_kept_the_page_says_so_once_and_works_on(serve, desktop):
    desktop.add_init_script(
        "Storage.prototype.setItem = () => { throw new Error('QuotaExceededError'); }"
    )
    _open(desktop, serve("session"))

    expect(desktop.get_by_text("This browser keeps nothing")).to_have_count(1)
    _week(desktop).press("ArrowRight")
    expect(_count(desktop)).to_contain_text("1 of")
    assert "0.75" in _saved(desktop, "Save the page")


def _children_of(server) -> set[int]:
    listed = Path(f"/proc/{server}/task/{server}/children").read_text().split()
    return {int(child) for child in listed}


def test_a_dead_kernel_takes_nothing_along(own_server, desktop, problems):
    problems.allow("ERR_CONNECTION|WebSocket connection|50[0-9]")
    address, server = own_server("session", "--WorkshopApp.fork=False")
    before = _children_of(server.pid)
    _open(desktop, address)
    _answer(desktop)
    for kernel in _children_of(server.pid) - before:
        os.kill(kernel, signal.SIGKILL)
    expect(desktop.get_by_role("alert").filter(has_text="The connection was lost")).to_be_visible()

    expect(_week(desktop)).to_be_disabled()
    expect(desktop.get_by_role("button", name="Start this exercise again").first).to_be_disabled()
    expect(_week(desktop)).to_have_value("0.75")
    expect(desktop.get_by_label("Load saved answers")).to_be_disabled()
    assert "you look back" in _saved(desktop, "Save the page")

    _press(desktop, "Reload and go on")

    expect(desktop.get_by_role("heading", name="A mirror, not a mark")).to_be_visible(
        timeout=60_000
    )
    expect(_week(desktop)).to_have_value("0.75")
    expect(desktop.get_by_role("button", name="Save the calendar file")).to_be_visible()
