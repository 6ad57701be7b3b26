"""Many or few, compared on a desktop and on a phone."""

import re

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser


@pytest.fixture(params=["desktop", "phone"])
def page(request, serve) -> Page:
    page = request.getfixturevalue(request.param)
    page.goto(serve("reach_comparison"))
    expect(_picture(page)).to_be_visible(timeout=60_000)
    return page


def _slider(page, name):
    return page.get_by_role("slider", name=re.compile(name))


def _picture(page):
    return page.get_by_role("img", name=re.compile("Ranges on a logarithmic scale"))


def test_the_sentence_says_how_sure_it_is(page):
    expect(page.get_by_text("too close to call").first).to_be_visible()


def test_where_a_number_comes_from_is_one_press_away(page):
    page.get_by_role("button", name=re.compile("Where this number comes from")).last.click()

    expect(page.get_by_role("link", name=re.compile("1.7 million Facebook pages"))).to_be_visible()
    expect(page.get_by_text("Confidence: fair").first).to_be_visible()


def test_more_following_moves_the_picture(page):
    before = _picture(page).get_attribute("aria-label")
    _slider(page, "Your following").focus()
    page.keyboard.press("End")

    expect(_slider(page, "Your following")).to_have_attribute(
        "aria-valuetext", re.compile("100,000")
    )
    expect(_picture(page)).not_to_have_accessible_name(before)
    expect(page.get_by_text("your number").first).to_be_visible()


def test_an_own_count_can_refute_the_teaching(page):
    page.get_by_role("button", name="What we assume about social media").click()
    field = page.get_by_role("spinbutton", name=re.compile("Share who answer your comment"))
    field.fill("2")
    field.press("Enter")

    expect(page.get_by_text(re.compile("events are ahead")).first).to_be_visible()


def test_the_numbers_are_there_as_a_table(page):
    page.get_by_text("Show the numbers as a table").click()
    table = page.get_by_role("table", name=re.compile("Ranges on a logarithmic scale"))

    expect(table.get_by_role("row", name=re.compile("Answering others")).first).to_be_visible()


def test_no_hours_say_that_nobody_hears(page):
    _slider(page, "Hours a week").focus()
    page.keyboard.press("Home")

    expect(page.get_by_text("With no hours, nobody hears you").first).to_be_visible()
