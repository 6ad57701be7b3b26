"""The way through all seven exercises, with a reload in the middle of each."""

import re

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

PITCH = "Our award-winning studio has only three places left. Order now, link in bio!"
OPEN = "Hello, I am Ana and I draw shop signs. What are you working on this week?"


@pytest.fixture(params=["desktop", "phone"])
def page(request, serve) -> Page:
    page = request.getfixturevalue(request.param)
    page.goto(serve("session"))
    _expect_done(page, 0)
    return page


def _expect_done(page, done):
    way = page.get_by_role("navigation", name="The way through the session")
    expect(way).to_contain_text(f"{done} of 7 done", timeout=60_000)


def _reload(page, field):
    """Reload once the browser keeps what was done last."""
    page.wait_for_function("field => Object.values(localStorage).join().includes(field)", arg=field)
    page.reload()


def _press(page, name):
    page.get_by_role("button", name=name, exact=True).click()


def _move(page, name, value):
    """Move a slider by one step; what it then stands at comes back after a reload."""
    slider = page.get_by_role("slider", name=re.compile(name))
    slider.focus()
    page.keyboard.press("ArrowLeft")
    expect(slider).to_have_value(value)
    return slider


def _send(page, kind, numbers):
    for number in numbers:
        expect(page.get_by_text(f"Message {number} of 10").first).to_be_visible(timeout=60_000)
        _press(page, kind)


def test_all_seven_are_gone_through_and_each_is_kept_in_its_middle(page):
    week = _move(page, "^Writing", "0.25")
    _reload(page, '"writing":0.25')
    _expect_done(page, 1)
    expect(week).to_have_value("0.25")

    weeks = _move(page, "^Over how many weeks", "12")
    _reload(page, '"weeks":12')
    _expect_done(page, 2)
    expect(weeks).to_have_value("12")

    months = _move(page, "^Months(?! until)", "23")
    _reload(page, '"months":23')
    _expect_done(page, 3)
    expect(months).to_have_value("23")

    _send(page, "A pitch", range(1, 5))
    _reload(page, '"pitch","pitch","pitch","pitch"')
    _send(page, "A question", range(5, 11))
    _press(page, "Turn the mirror around")
    _expect_done(page, 4)

    page.get_by_role("textbox", name=re.compile("^Your message to the thousand")).fill(PITCH)
    _press(page, "Hold up the mirror")
    _reload(page, '"mirrored":true')
    expect(page.get_by_role("heading", name="A mirror, not a mark")).to_be_visible(timeout=60_000)
    page.get_by_role("textbox", name=re.compile("^Your second message")).fill(OPEN)
    _press(page, "Show both side by side")
    _expect_done(page, 5)

    page.get_by_role("textbox", name=re.compile("^Your post")).fill(PITCH)
    rated = page.get_by_role("radio", name="4", exact=True)
    criteria = page.get_by_role("group").filter(has=rated)
    expect(criteria).to_have_count(6)
    for criterion in criteria.all():
        criterion.get_by_role("radio", name="2", exact=True).check(force=True)
    _press(page, "Show the second opinion")
    _reload(page, '"opened":true')
    expect(page.get_by_role("heading", name="A second opinion")).to_be_visible(timeout=60_000)
    page.get_by_role("textbox", name=re.compile("^Your second version")).fill(OPEN)
    _press(page, "Show the versions side by side")
    _expect_done(page, 6)

    _press(page, "This is my plan, from next Monday")
    _reload(page, '"first":"2')
    _expect_done(page, 7)
    expect(page.get_by_role("button", name="Save the calendar file")).to_be_visible()
