"""Every part in a real page: under the finger, on the keyboard, and when things go wrong."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

GALLERY = """
import altair as alt
import pandas as pd
from ipywidgets import VBox
from markupsafe import Markup
from workshop.widgets.parts import ChartView, Choice, Draft, Fold, Press, Prose, Range, Toggle

words = {"between": "Between {low} and {high}", "unclear": "Which of two?",
         "yours": "Your number", "table": "The numbers", "count": "{count} of {limit}",
         "cut": "Cut at {limit}", "failed": "Could not be loaded",
         "refused": "{count} is more than {room}"}
about = {"title": "Where this comes from", "spread": "Typically 2 h", "back": "Back to 2 h",
         "sources": [{"name": "A survey", "year": 2024, "url": "https://example.org/"},
                     {"name": "A trick", "url": "javascript:alert(1)"}]}
events = Range("Events", 2, 0, 20, step=0.25, unit="h", tint="face", about=about, words=words)
posts = Range("Posts", 1, 0, 20, step=0.25, unit="h", words=words)
people = Range("People", 800, 10, 5000, scale="log", words=words)
reach = Range("Reach", 10, 0.25, 5000, step=0.25, scale="log", words=words)
where = Choice("Where?", [{"value": 1, "label": "Here", "hint": "Close by"},
                          {"value": 2, "label": "There"}], words=words)
lock = Toggle("Lock")
draft = Draft("Your words", "Hello", limit=500, words=words)
reset, dead = Press("Reset"), Press("Later", disabled=True, hint="Rate it first")
told = Prose(Markup("<p>Nothing yet</p>"), live=True)
heard = Prose("")

def rows():
    return pd.DataFrame({"name": ["Face", "Social"], "hours": [events.value, posts.value]})

chart = alt.Chart(rows()).mark_bar().encode(
    x=alt.X("hours:Q", scale=alt.Scale(domain=[0, 20])),
    y="name:N",
    color=alt.Color("name:N", legend=None,
                    scale=alt.Scale(range=["var(--wk-face)", "var(--wk-social)"])),
).properties(width=300, autosize=alt.AutoSizeParams(type="fit-x", contains="padding"))
view = ChartView(chart, "Hours: 2 and 1", [("name", "Medium"), ("hours", "Hours")], words=words)

def moved(_=None):
    view.show(rows(), f"Hours: {events.value:g} and {posts.value:g}")
    told.html = Markup("<p>{:g} hours in all</p>").format(events.value + posts.value)

def hear(_=None):
    heard.html = f"{where.value}, {lock.value}, {people.value:g}, {len(draft.value)} letters"

def back(change):
    if not change.new:
        events.value = 2

def pressed(_):
    draft.value = "Anew"
    posts.value = 20

for part in (events, posts):
    part.observe(moved, "value")
for part in (where, lock, people, draft):
    part.observe(hear, "value")
# An owner that takes back what goes too far.
posts.observe(lambda change: setattr(posts, "value", min(change.new, 8)), "value")
events.observe(back, "touched")
reset.on_press(pressed)
more = Fold("More", lambda: [ChartView(chart, "In the fold", words=words)])
VBox([events, posts, people, reach, where, lock, draft, reset, dead, told, heard, view, more])
"""


@pytest.fixture(scope="module")
def gallery(serve, write_notebook, code):
    return serve(write_notebook("# Parts", code(GALLERY)))


@pytest.fixture
def page(gallery, desktop):
    desktop.goto(gallery)
    expect(desktop.locator(".wk-chart svg").first).to_be_visible()
    return desktop


@pytest.fixture
def hand(gallery, phone):
    phone.goto(gallery)
    expect(phone.locator(".wk-chart svg").first).to_be_visible()
    return phone


def _slider(page, name):
    return page.get_by_role("slider", name=name)


def _field(page, name):
    return page.get_by_role("spinbutton", name=name)


def _picture(page):
    return page.get_by_role("img", name=re.compile("Hours:"))


def _text(page):
    return page.get_by_role("textbox", name="Your words")


def test_the_keyboard_moves_a_slider_by_its_step(page):
    slider = _slider(page, "Events h")
    slider.focus()
    page.keyboard.press("ArrowRight")

    expect(slider).to_have_value("2.25")
    expect(slider).to_have_attribute("aria-valuetext", "2.25 h")
    expect(_field(page, "Events h")).to_have_value("2.25")
    expect(_picture(page)).to_have_accessible_name("Hours: 2.25 and 1")

    page.keyboard.press("End")
    expect(_picture(page)).to_have_accessible_name("Hours: 20 and 1")


def test_new_rows_never_make_a_new_picture(page):
    page.evaluate(
        """() => {
          const picture = document.querySelector('.wk-chart');
          [window.before, window.drawing] = [picture.workshopView, picture.querySelector('svg')];
          window.settled = 0;
          document.addEventListener('settled', () => { window.settled += 1; });
        }"""
    )
    slider = _slider(page, "Events h")
    slider.focus()
    for _ in range(10):
        page.keyboard.press("ArrowRight")
    expect(_picture(page)).to_have_accessible_name("Hours: 4.5 and 1")

    page.wait_for_function("() => window.settled > 0")
    assert page.evaluate(
        """() => {
          const picture = document.querySelector('.wk-chart');
          return picture.workshopView === window.before
            && picture.querySelector('svg') === window.drawing
            && picture.workshopView.data('rows')[0].hours === 4.5;
        }"""
    )


def test_a_figure_outside_is_answered_and_the_last_good_one_kept(page):
    field = _field(page, "Events h")
    field.fill("99")
    field.press("Enter")

    expect(page.get_by_role("alert").filter(has_text="Between 0 and 20")).to_be_visible()
    expect(field).to_have_attribute("aria-invalid", "true")
    expect(_slider(page, "Events h")).to_have_value("2")

    field.blur()
    expect(field).to_have_value("99")
    expect(field).to_have_attribute("aria-invalid", "true")

    _slider(page, "Events h").press("ArrowRight")
    expect(field).to_have_value("2.25")
    expect(field).not_to_have_attribute("aria-invalid", "true")
    expect(page.get_by_text("Between 0 and 20")).to_have_count(0)


def test_what_was_typed_on_the_way_to_a_refused_figure_does_not_count(page):
    field = _field(page, "Events h")
    field.focus()
    page.keyboard.press("Control+a")
    page.keyboard.type("9")
    expect(_slider(page, "Events h")).to_have_value("9")
    page.keyboard.type("99")
    page.keyboard.press("Tab")

    expect(field).to_have_value("999")
    expect(page.get_by_text("Between 0 and 20")).to_be_visible()
    expect(_slider(page, "Events h")).to_have_value("2")
    expect(_picture(page)).to_have_accessible_name("Hours: 2 and 1")


@pytest.mark.parametrize(
    ("typed", "meant"), [("1,5", "1.5"), ("1.5", "1.5"), (" 12,25 ", "12.25"), ("1,250", "1.25")]
)
def test_a_decimal_mark_may_be_a_comma_or_a_point(page, typed, meant):
    field = _field(page, "Events h")
    field.fill(typed)
    field.press("Enter")

    expect(field).to_have_value(meant)
    expect(_slider(page, "Events h")).to_have_value(meant)


@pytest.mark.parametrize("typed", ["1e1", "1,5,", "two", "", "-1", "1 .5.", "0x10"])
def test_what_is_no_figure_is_refused(page, typed):
    field = _field(page, "Events h")
    field.fill(typed)
    field.press("Tab")

    expect(page.get_by_text("Between 0 and 20")).to_be_visible()
    expect(_slider(page, "Events h")).to_have_value("2")


@pytest.mark.parametrize("typed", ["1,234", "1.234", "1'234", "1 234"])
def test_thousands_may_be_marked_where_only_they_can_be_meant(page, typed):
    field = _field(page, "People")
    field.fill(typed)
    field.press("Enter")

    expect(field).to_have_value("1234")


def test_a_figure_that_can_be_read_in_two_ways_is_asked_about(page):
    field = _field(page, "Reach")
    field.fill("1,250")
    field.press("Enter")
    expect(page.get_by_text("Which of two?")).to_be_visible()
    expect(_slider(page, "Reach")).to_have_attribute("aria-valuetext", "10")

    field.fill("1250")
    expect(page.get_by_text("Which of two?")).to_have_count(0)
    expect(_slider(page, "Reach")).to_have_attribute("aria-valuetext", "1,250")


def test_the_arrows_move_the_field_by_its_step_and_it_says_where_it_stands(page):
    field = _field(page, "Events h")
    field.focus()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowDown")

    expect(field).to_have_value("2.25")
    for name, value in {"min": "0", "max": "20", "now": "2.25", "text": "2.25 h"}.items():
        expect(field).to_have_attribute(f"aria-value{name}", value)


def test_half_a_figure_is_not_scolded(page):
    field = _field(page, "People")
    field.focus()
    page.keyboard.press("Control+a")
    page.keyboard.type("1")  # below the lowest value, on the way to 1234
    expect(page.get_by_text("Between 10 and 5,000")).to_have_count(0)
    page.keyboard.type("234")
    page.keyboard.press("Enter")

    expect(page.get_by_text("1234 people")).to_have_count(0)
    expect(page.get_by_text("None, False, 1234, 5 letters")).to_be_visible()
    expect(_slider(page, "People")).to_have_attribute("aria-valuetext", "1,234")


def test_what_the_owner_takes_back_is_shown_once_the_hand_lets_go(page):
    slider = _slider(page, "Posts h")
    box = slider.bounding_box()
    page.mouse.move(box["x"] + box["width"] * 0.06, box["y"] + box["height"] / 2)
    page.mouse.down()
    for part in range(10, 95, 5):
        page.mouse.move(box["x"] + box["width"] * part / 100, box["y"] + box["height"] / 2)
    expect(_picture(page)).to_have_accessible_name("Hours: 2 and 8")
    assert float(slider.input_value()) > 17

    page.mouse.up()
    expect(slider).to_have_value("8")
    expect(_field(page, "Posts h")).to_have_value("8")


def test_the_origin_of_a_number_and_the_way_back_to_it(page):
    button = page.get_by_role("button", name="Events: Where this comes from")
    button.click()
    expect(button).to_have_attribute("aria-expanded", "true")
    source = page.get_by_role("link", name="A survey, 2024")
    expect(source).to_have_attribute("rel", "noopener noreferrer")
    expect(page.get_by_text("A trick")).to_be_visible()
    expect(page.get_by_role("link", name="A trick")).to_have_count(0)

    expect(page.get_by_role("button", name="Back to 2 h")).to_have_count(0)
    _field(page, "Events h").fill("7")
    expect(page.get_by_text("Your number")).to_be_visible()
    page.get_by_role("button", name="Back to 2 h").click()

    expect(_slider(page, "Events h")).to_have_value("2")
    expect(page.get_by_text("Your number")).to_have_count(0)
    expect(button).to_be_focused()


def test_radios_and_switches_work_with_the_keyboard(page):
    page.get_by_role("radio", name="Here", exact=True).focus()
    page.keyboard.press("Space")
    page.keyboard.press("ArrowDown")
    page.get_by_role("switch", name="Lock").focus()
    page.keyboard.press("Space")

    expect(page.get_by_role("radio", name="There")).to_be_checked()
    expect(page.get_by_text("2, True, 800, 5 letters")).to_be_visible()


def test_no_letter_is_lost_while_the_kernel_answers(page):
    _text(page).click()
    page.keyboard.press("Home")
    written = "Who are you, and what are you up to? שלום 👋🏽 "
    for letter in written:
        page.keyboard.insert_text(letter)
        page.wait_for_timeout(17)

    expect(_text(page)).to_have_value(written + "Hello")
    expect(page.get_by_text(f"{len(written) + 5} letters")).to_be_visible()


def test_a_megabyte_is_turned_away_before_it_leaves_the_page(page):
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.evaluate("navigator.clipboard.writeText('é'.repeat(1e6))")
    page.evaluate(
        """() => {
          const send = WebSocket.prototype.send;
          window.longest = 0;
          WebSocket.prototype.send = function (data) {
            window.longest = Math.max(window.longest, data.length ?? data.byteLength);
            return send.call(this, data);
          };
        }"""
    )
    _text(page).click()
    page.keyboard.press("Control+v")

    expect(page.get_by_role("alert").filter(has_text="1,000,000 is more than 495")).to_be_visible()
    expect(page.get_by_text("5 of 500")).to_be_visible()
    expect(_text(page)).to_have_value("Hello")
    assert page.evaluate("window.longest") < 10_000


def test_the_owner_may_replace_the_text_even_while_it_is_focused(page):
    _text(page).fill("Something else")
    expect(page.get_by_text("14 letters")).to_be_visible()
    page.get_by_role("button", name="Reset").click()

    expect(_text(page)).to_have_value("Anew")
    expect(page.get_by_text("4 of 500")).to_be_visible()


def test_a_disabled_button_can_be_reached_and_tells_why(page):
    later = page.get_by_role("button", name="Later")
    later.focus()

    expect(later).to_be_focused()
    expect(later).to_have_attribute("aria-disabled", "true")
    expect(later).to_have_accessible_description("Rate it first")


def test_a_change_is_said_once_it_has_come_to_rest(page):
    _field(page, "Events h").fill("5")

    expect(page.get_by_role("status").filter(has_text="6 hours in all")).to_have_count(1)
    expect(page.get_by_role("status").filter(has_text="hours in all")).to_have_count(0)


def test_the_numbers_stand_in_a_real_table(page):
    page.get_by_text("The numbers").first.click()
    table = page.get_by_role("table", name="Hours: 2 and 1")

    expect(table.get_by_role("columnheader")).to_have_text(["Medium", "Hours"])
    expect(table.get_by_role("rowheader")).to_have_text(["Face", "Social"])

    _field(page, "Events h").fill("3")
    expect(page.get_by_role("table", name="Hours: 3 and 1")).to_contain_text("Face3")


def test_a_picture_in_a_fold_waits_until_it_is_opened(page):
    more = page.get_by_role("button", name="More")
    expect(more).to_have_attribute("aria-expanded", "false")
    expect(page.locator(".wk-chart")).to_have_count(1)
    more.click()

    expect(page.get_by_role("img", name="In the fold").locator("svg")).to_be_visible()
    expect(more).to_have_attribute("aria-expanded", "true")
    more.click()
    expect(page.get_by_role("img", name="In the fold")).to_be_hidden()


def test_the_picture_follows_the_width_and_the_theme_without_being_made_anew(page):
    page.evaluate("window.before = document.querySelector('.wk-chart').workshopView")
    bar = page.locator(".wk-chart path[fill='var(--wk-face)']").first
    light = bar.evaluate("(bar) => getComputedStyle(bar).fill")
    page.emulate_media(color_scheme="dark")
    page.set_viewport_size({"width": 320, "height": 700})

    page.wait_for_function("() => document.querySelector('.wk-chart svg').clientWidth < 320")
    page.wait_for_function(
        "(light) => getComputedStyle("
        "document.querySelector('.wk-chart path[fill=\"var(--wk-face)\"]')).fill !== light",
        arg=light,
    )
    assert page.evaluate("document.querySelector('.wk-chart').workshopView === window.before")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_everything_to_touch_is_large_enough(hand):
    hand.get_by_role("button", name="Events: Where this comes from").tap()
    small = hand.evaluate(
        """() => [...document.querySelectorAll(
            '.wk-part :is(button, textarea, summary, a, label:has(input), input)')]
          .filter((part) => !part.closest('label') || part.matches('label'))
          .filter((part) => part.checkVisibility())
          .map((part) => [part.outerHTML.slice(0, 80), part.getBoundingClientRect()])
          .filter(([, box]) => box.width < 44 || box.height < 44)
          .map(([html, box]) => `${html} ${box.width} x ${box.height}`)"""
    )

    assert small == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(hand, scheme):
    hand.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    hand.get_by_role("button", name="Events: Where this comes from").tap()
    hand.get_by_text("The numbers").first.tap()
    hand.get_by_role("button", name="More").tap()
    expect(hand.get_by_role("img", name="In the fold").locator("svg")).to_be_visible()
    found = Axe().run(hand)

    assert found.violations_count == 0, found.generate_report()


def test_where_nobody_serves_the_scripts_the_kernel_brings_them(gallery, desktop, problems):
    problems.allow("404")
    desktop.route("**/static/parts/**", lambda route: route.fulfill(status=404))
    desktop.goto(gallery)

    expect(desktop.locator(".wk-chart svg").first).to_be_visible()
    _field(desktop, "Events h").fill("3")
    expect(_picture(desktop)).to_have_accessible_name("Hours: 3 and 1")
    expect(_slider(desktop, "Events h")).to_have_css("height", "44px")


def test_one_script_that_fails_on_the_way_comes_from_the_kernel(gallery, desktop, problems):
    problems.allow("503")
    desktop.route("**/static/parts/range.js*", lambda route: route.fulfill(status=503))
    desktop.goto(gallery)

    expect(_slider(desktop, "Events h")).to_be_visible()


def test_a_part_that_cannot_be_loaded_says_so(gallery, desktop, problems):
    problems.allow("broken|Failed to load")
    desktop.route(
        "**/static/parts/all.js*",
        lambda route: route.fulfill(
            content_type="text/javascript",
            # The others are missing here, and so are asked for one by one.
            body="""export default {
                "range.js": { default() { throw new Error("broken") } }
            }""",
        ),
    )
    desktop.goto(gallery)

    expect(desktop.get_by_text("Could not be loaded").first).to_be_visible()
    expect(_text(desktop)).to_be_visible()
