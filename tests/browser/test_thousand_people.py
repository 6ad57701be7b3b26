"""A thousand people, spoken to twice, on a desktop and on a phone."""

import re

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

PITCH = "We are the best bakery in town. Order your bread now, link in bio!"
OPEN = "Hello, I am Ana and I bake. What are you busy with this week?"


@pytest.fixture(params=["desktop", "phone"])
def page(request, serve) -> Page:
    page = request.getfixturevalue(request.param)
    page.goto(serve("thousand_people"))
    expect(_message(page)).to_be_visible(timeout=60_000)
    return page


def _message(page):
    return page.get_by_role("textbox", name=re.compile("Your message to the thousand"))


def _mirror(page):
    _message(page).fill(PITCH)
    page.get_by_role("button", name="Hold up the mirror").click()
    expect(page.get_by_role("heading", name="A mirror, not a mark")).to_be_visible()


def test_a_message_is_mirrored_and_said_again(page):
    _mirror(page)
    expect(page.get_by_text("You asked them nothing yet.")).to_be_visible()
    expect(page.locator("mark").first).to_have_text("We")

    page.get_by_role("textbox", name=re.compile("Your second message")).fill(OPEN)
    page.get_by_role("button", name="Show both side by side").click()

    expect(page.get_by_role("heading", name="First and second try")).to_be_visible()
    expect(page.get_by_text("0 in the first try, 1 in the second").first).to_be_visible()
    expect(page.get_by_role("table", name=re.compile("What changed"))).to_be_visible()


def test_a_reload_in_the_middle_loses_nothing(page):
    _mirror(page)
    page.get_by_role("textbox", name=re.compile("on their mind this week")).fill("Tired staff")
    page.wait_for_function("Object.values(localStorage).join().includes('Tired staff')")
    page.reload()

    expect(page.get_by_role("heading", name="A mirror, not a mark")).to_be_visible(timeout=60_000)
    expect(_message(page)).to_have_value(PITCH)
    expect(page.get_by_role("textbox", name=re.compile("on their mind"))).to_have_value(
        "Tired staff"
    )


def test_code_in_a_message_is_shown_as_text(page):
    _message(page).fill("You <img src=x onerror=\"document.title='hit'\"> and I")
    page.get_by_role("button", name="Hold up the mirror").click()

    expect(page.locator("blockquote").first).to_contain_text("<img src=x")
    expect(page).not_to_have_title("hit")
