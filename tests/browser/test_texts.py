"""Texts with marks in a real page: one that is read, and one that is being written."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

GALLERY = """
import re
from ipywidgets import VBox
from workshop.widgets.parts import Annotated, Draft, Mark, Prose

words = {"count": "{count} of {limit}", "cut": "Cut at {limit}", "failed": "Could not be loaded",
         "refused": "{count} is more than {room}"}
text = "Hello \\U0001F600 world. Buy now, my friends, before it is gone! And what about you?"

def marks(text, pressed=()):
    hits = re.finditer("buy|you|\u05e7\u05e0\u05d4", text, re.I)
    found = [(hit.start(), hit.end(), hit[0]) for hit in hits]
    return [Mark(start, end, tint="social" if name == "you" else "face", sign=name[:1].upper(),
                 label=f"about {name}", note=f"It says {name}.", ask="Why?", press="Not here",
                 name=f"{start}", faint=f"{start}" in pressed) for start, end, name in found]

told = Prose("")
shown = Annotated(text, marks(text), words=words)

def pressed(name):
    told.html = f"pressed {name}"
    shown.show(text, marks(text, {name}))

shown.on_press(pressed)
draft = Draft("Your words", limit=10_000, words=words)
draft.mark(marks)
def heard(change):
    told.html = f"heard {len(change.new)}"

draft.observe(heard, "value")
VBox([shown, draft, told])
"""


@pytest.fixture(scope="module")
def gallery(serve, write_notebook, code):
    return serve(write_notebook("# Texts", code(GALLERY)))


@pytest.fixture(params=["desktop", "phone"])
def page(request, gallery):
    page = request.getfixturevalue(request.param)
    page.goto(gallery)
    expect(_area(page)).to_be_visible()
    return page


def _area(page):
    return page.get_by_role("textbox", name="Your words")


def _painted(page):
    return page.locator(".wk-mirror mark")


def _mark(page, words):
    return page.locator(".wk-annotated-text mark").filter(has_text=words)


def _tops(page, *locators):
    return [locator.bounding_box()["y"] for locator in locators]


def test_a_mark_opens_its_note_below_its_own_line(page):
    mark = _mark(page, "Buy")
    mark.click()

    note = page.get_by_text("It says Buy.")
    expect(note).to_be_visible()
    expect(mark).to_have_attribute("aria-expanded", "true")
    assert _tops(page, mark)[0] < _tops(page, note)[0] < _tops(page, mark)[0] + 140
    assert not Axe().run(page).violations_count, Axe().run(page).generate_report()

    _mark(page, "you").click()
    expect(note).to_be_hidden()
    expect(page.get_by_text("It says you.")).to_be_visible()


def test_a_mark_opens_by_keyboard_and_keeps_the_focus(page):
    mark = _mark(page, "Buy")
    mark.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("It says Buy.")).to_be_visible()
    expect(mark).to_be_focused()

    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Not here")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_text("pressed 15")).to_be_visible()
    expect(mark).to_have_class("wk-mark wk-tint-face wk-mark-faint")
    expect(page.get_by_role("button", name="Not here")).to_be_focused()

    page.keyboard.press("Escape")
    expect(page.get_by_text("It says Buy.")).to_be_hidden()
    expect(mark).to_be_focused()


def test_marks_follow_the_letters_and_leave_the_caret_alone(page):
    area = _area(page)
    area.focus()
    page.keyboard.type("I think of you, always.")
    expect(_painted(page)).to_have_text("you")

    area.evaluate("area => area.setSelectionRange(0, 0)")
    page.keyboard.type("buy 😀 ")
    expect(_painted(page)).to_have_text(["buy", "you"])
    assert area.evaluate("area => area.selectionStart") == len("buy 😀 ".encode("utf-16-le")) // 2
    expect(area).to_have_value("buy 😀 I think of you, always.")
    expect(page.get_by_text("heard 29")).to_be_visible()


def test_no_letter_is_lost_however_fast_one_writes(page):
    typed = "Buy or do not buy, you decide. " * 12
    _area(page).focus()
    page.keyboard.type(typed)

    expect(_area(page)).to_have_value(typed)
    expect(_painted(page)).to_have_count(36)
    assert page.locator(".wk-mirror").text_content() == typed + "\n"


def test_what_was_typed_can_be_undone(page):
    area = _area(page)
    area.focus()
    page.keyboard.type("buy")
    expect(_painted(page)).to_have_text("buy")
    page.keyboard.press("Control+Z")

    expect(_painted(page)).to_have_count(0)
    assert "buy" not in area.input_value()


def test_marks_stand_in_a_text_from_right_to_left(page):
    _area(page).fill("שלום, קנה עכשיו you")

    expect(_painted(page)).to_have_text(["קנה", "you"])


def test_letters_that_are_being_composed_stay_where_they_are(page):
    area = _area(page)
    area.focus()
    page.keyboard.type("you ")
    expect(_painted(page)).to_have_text("you")
    session = page.context.new_cdp_session(page)
    for letters in ["に", "にほ", "にほん"]:
        session.send(
            "Input.imeSetComposition",
            {"text": letters, "selectionStart": len(letters), "selectionEnd": len(letters)},
        )
        expect(area).to_have_value("you " + letters)
    session.send("Input.insertText", {"text": "日本"})

    expect(area).to_have_value("you 日本")
    expect(_painted(page)).to_have_text("you")


ALIKE = [
    "",
    "one line",
    "ends with a break\n",
    "two\n\nbreaks\n\n\n",
    "a tab\tand   spaces   " * 30,
    "oneendlessword" * 60,
    "👩‍👩‍👧‍👦👍🏽" * 80,
    "שלום עולם ומה שלומך היום buy now " * 20,
    "שלום\nhello\nمرحبا بالعالم\n" * 8,
    "Words of many lengths, and buy, you, buy you. " * 60,
    "日本語の文章はスペースがない。" * 40,
    "\u202eturned round\u202c and back " * 20,
]


@pytest.mark.parametrize("text", ALIKE, ids=lambda text: repr(text[:12]))
def test_the_mirror_breaks_its_lines_where_the_area_does(page, text):
    _area(page).fill(text)
    wanted, given = page.evaluate(
        """() => {
          const [area, mirror] = ['.wk-text', '.wk-mirror'].map((n) => document.querySelector(n));
          for (const sheet of [area, mirror]) sheet.style.minHeight = 0;
          Object.assign(area.style, { height: 0, alignSelf: 'start' });
          return [area.scrollHeight, Math.round(mirror.getBoundingClientRect().height)];
        }"""
    )

    assert wanted == given


def test_a_paste_that_does_not_fit_is_turned_away_and_what_was_there_stays(page):
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    area = _area(page)
    area.fill("My own words")
    page.evaluate("text => navigator.clipboard.writeText(text)", "What are you up to? " * 52_429)
    area.focus()
    page.keyboard.press("Control+V")

    expect(
        page.get_by_role("alert").filter(has_text="1,048,580 is more than 9,988")
    ).to_be_visible()
    expect(area).to_have_value("My own words")


def test_a_long_text_scrolls_to_its_caret(page):
    area = _area(page)
    area.fill("A line to scroll past.\n" * 200)
    area.focus()
    area.evaluate("area => area.setSelectionRange(area.value.length, area.value.length)")
    page.keyboard.type("The end, buy")
    expect(_painted(page)).to_have_count(1)

    expect(_painted(page)).to_be_in_viewport()
