"""Ten messages to a thousand dots, on a desktop and on a phone."""

import re

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

CROWD = re.compile("1,000 people after")
COLOURS = """(canvas) => {
  const { width, height } = canvas;
  const { data } = canvas.getContext("2d").getImageData(0, 0, width, height);
  const found = new Set();
  for (let at = 0; at < data.length; at += 4)
    if (data[at + 3] === 255) found.add(`${data[at]},${data[at + 1]},${data[at + 2]}`);
  return found.size;
}"""


@pytest.fixture(params=["desktop", "phone"])
def page(request, serve) -> Page:
    page = request.getfixturevalue(request.param)
    page.goto(serve("silent_audience"))
    expect(_crowd(page)).to_be_visible(timeout=60_000)
    return page


def _crowd(page):
    return page.get_by_role("img", name=CROWD).first


def _room(page):
    return page.get_by_role("img", name=re.compile("Slipped away, even here"))


def _send(page, kind, times):
    for _ in range(times):
        prompt = page.get_by_text(re.compile(r"^Message \d+ of 10")).first.text_content()
        page.get_by_role("button", name=kind, exact=True).click()
        expect(page.get_by_text(prompt, exact=True)).to_have_count(0)


def _turn(page):
    page.get_by_role("button", name="Turn the mirror around").click()
    expect(_crowd(page)).to_have_accessible_name(re.compile("Muted: "))


def test_a_sender_sees_likes_and_answers_and_no_more(page):
    _send(page, "A pitch", 1)

    expect(page.get_by_text("So far, that is all you can see.").first).to_be_visible()
    expect(_crowd(page)).to_have_accessible_name(re.compile("after 1 message.*Liked it"))
    expect(page.get_by_role("table", name="Message by message")).to_be_visible()
    expect(page.get_by_role("columnheader", name="Muted")).to_have_count(0)


def test_the_turned_mirror_names_the_silent_and_the_room_its_faces(page):
    _send(page, "A pitch", 10)
    _turn(page)

    expect(page.get_by_text("went without a word").first).to_be_visible()
    expect(page.get_by_role("columnheader", name="Muted")).to_have_count(1)

    expect(page.get_by_text("In a room", exact=True)).to_be_visible()
    expect(_room(page)).to_be_visible()


def test_the_room_stands_beside_the_mirror_where_there_is_room_and_below_it_on_a_phone(page):
    _send(page, "A pitch", 10)
    expect(_room(page)).to_have_count(0)
    _turn(page)
    crowd, room = _crowd(page).bounding_box(), _room(page).bounding_box()

    assert crowd["width"] == pytest.approx(room["width"], abs=1)
    if page.viewport_size["width"] > 600:
        assert crowd["y"] == pytest.approx(room["y"], abs=1)
    else:
        assert room["y"] > crowd["y"] + crowd["height"]


def test_a_crowd_is_one_canvas_that_shows_more_than_one_colour(page):
    _send(page, "A pitch", 10)
    _turn(page)

    assert page.locator(".wk-dots-picture canvas").count() == 2
    assert page.locator(".wk-dots-picture canvas").first.evaluate(COLOURS) >= 3
    assert page.locator(".wk-dots *").count() < 60


def test_the_same_people_can_hear_ten_others(page):
    _send(page, "A pitch", 10)
    _turn(page)
    page.get_by_role("button", name="Ten more to the same people").click()
    _send(page, "A question", 10)
    _turn(page)

    expect(page.get_by_text("Your last ten, to the same people")).to_be_visible()


def test_a_reload_in_the_middle_brings_everything_back(page):
    _send(page, "A thank-you", 3)
    page.wait_for_function(
        "Object.values(localStorage).some((kept) => (kept.match(/thanks/g) ?? []).length === 3)"
    )
    page.reload()

    expect(page.get_by_text("Message 4 of 10").first).to_be_visible(timeout=60_000)
    expect(_crowd(page)).to_have_accessible_name(re.compile("after 3 messages"))


def test_starting_again_forgets_what_was_sent(page):
    _send(page, "A pitch", 2)
    page.get_by_role("button", name="Start this exercise again").click()

    expect(page.get_by_text("Message 1 of 10").first).to_be_visible()
    expect(_crowd(page)).to_have_accessible_name(re.compile("Silent: 1,000"))
