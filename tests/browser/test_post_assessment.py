"""Read your post, rated, opened and written again."""

import re

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

PITCH = "Book your free strategy call now! Only 3 spots left this month. Link in bio."
OPEN = "Hello, I am Ana and I mend old radios. What are you working on this week?"


@pytest.fixture(params=["desktop", "phone"])
def page(request, serve) -> Page:
    page = request.getfixturevalue(request.param)
    page.goto(serve("post_assessment"))
    expect(_draft(page)).to_be_visible(timeout=60_000)
    return page


def _draft(page):
    return page.get_by_role("textbox", name=re.compile("Your post"))


def _open(page):
    return page.get_by_role("button", name="Show the second opinion")


def _rate_all(page, score):
    for group in page.get_by_role("group").filter(has=page.get_by_role("radio")).all():
        group.get_by_role("radio", name=re.compile(f"^{score}")).check(force=True)


def test_the_second_opinion_waits_for_the_own_rating(page):
    _draft(page).fill(PITCH)
    _open(page).click(force=True)

    expect(page.get_by_text("Rate all six first").first).to_be_visible()
    expect(page.get_by_role("heading", name="A second opinion")).to_be_hidden()


def test_a_post_is_assessed_and_written_again(page):
    _draft(page).fill(PITCH)
    _rate_all(page, 3)
    expect(page.get_by_text("All six are rated").first).to_be_visible()
    _open(page).click()

    expect(page.get_by_role("heading", name="A second opinion")).to_be_visible()
    expect(page.locator("mark").first).to_be_visible()
    expect(page.get_by_text("This reads like a pitch.").first).to_be_visible()
    expect(page.get_by_role("heading", name="One thing to change").first).to_be_visible()

    page.get_by_role("textbox", name=re.compile("second version")).fill(OPEN)
    page.get_by_role("button", name="Show both side by side").click()

    expect(page.get_by_text("This opens a conversation.").first).to_be_visible()
    expect(page.get_by_role("table", name="What the second opinion sees in each")).to_be_visible()


def test_code_in_a_post_is_shown_as_text(page):
    hostile = "<img src=x onerror=\"document.title='hit'\"><script>document.title='hit'</script>"
    _draft(page).fill(f"{hostile} Book your free call now!")
    _rate_all(page, 1)
    _open(page).click()

    expect(page.locator("blockquote").first).to_contain_text("<script>")
    expect(page).not_to_have_title("hit")


def test_a_megabyte_is_cut_with_a_word_about_it(page):
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    _draft(page).click()
    page.evaluate("text => navigator.clipboard.writeText(text)", "What are you up to? " * 52_429)
    page.keyboard.press("Control+V")

    expect(page.get_by_role("alert").filter(has_text="5,000")).to_be_visible(timeout=30_000)
    assert len(_draft(page).input_value()) == 5000
