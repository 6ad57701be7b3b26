"""Read your post: rated, opened, disagreed with, and written again until it is worth sending."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
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


def _draft(page, name="Your post"):
    return page.get_by_role("textbox", name=re.compile(name))


def _press(page, name):
    return page.get_by_role("button", name=name, exact=True)


def _heading(page, name):
    return page.get_by_role("heading", name=name)


def _scales(page):
    five = page.get_by_role("radio", name="4", exact=True)
    return page.get_by_role("group").filter(has=five).all()


def _rate_all(page, score):
    for group in _scales(page):
        group.get_by_role("radio", name=str(score), exact=True).check(force=True)
    expect(page.get_by_text("All six are rated").first).to_be_visible()


def _open(page, text, score=3):
    _draft(page).fill(text)
    _rate_all(page, score)
    _press(page, "Show the second opinion").click()
    expect(_heading(page, "A second opinion")).to_be_visible()


def _rewrite(page, text, name="Your second version"):
    _draft(page, name).fill(text)
    _press(page, "Show the versions side by side").click()
    expect(_heading(page, "Side by side")).to_be_visible()


def _mark(page, words):
    return page.locator(".wk-opinion mark").filter(has_text=words)


def _is_sound(page):
    found = Axe().run(page)
    assert not found.violations_count, found.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_the_second_opinion_waits_for_the_own_rating(page):
    _draft(page).fill(PITCH)
    _press(page, "Show the second opinion").click(force=True)

    expect(page.get_by_text("Rate all six first").first).to_be_visible()
    expect(_heading(page, "A second opinion")).to_be_hidden()


def test_a_post_is_assessed_disagreed_with_and_written_three_times(page):
    page.get_by_role("radio", name="A direct message").check(force=True)
    _open(page, PITCH)
    expect(page.get_by_text("This reads like a pitch.").first).to_be_visible()
    expect(_heading(page, "One thing to change").first).to_be_visible()
    expect(page.get_by_text("you are kinder").first).to_be_visible()
    expect(_draft(page)).to_be_hidden()

    mark = _mark(page, "Link in bio")
    mark.click()
    expect(page.get_by_text("Points to a link of yours.")).to_be_visible()
    _press(page, "Not here").click()
    expect(_press(page, "Count it after all")).to_be_visible()
    expect(mark).to_have_class(re.compile("wk-mark-faint"))
    _press(page, "Count it after all").click()
    expect(_press(page, "Not here")).to_be_visible()
    _press(page, "Not here").click()
    expect(_press(page, "Count it after all")).to_be_visible()

    _press(page, "I see it differently because ...").first.click()
    _draft(page, "Because").fill("They asked me for a date.")

    painted = page.locator(".wk-rewriting .wk-mirror:visible mark")
    expect(painted.first).to_be_visible()
    _rewrite(page, OPEN)
    expect(page.get_by_text("This opens a conversation.").first).to_be_visible()
    expect(page.get_by_text("further along").first).to_be_visible()

    _press(page, "Write a third version").click()
    third = _draft(page, "Your third version")
    expect(third).to_have_value(OPEN)
    third.fill(OPEN + " Tell me, I read every reply.")
    expect(page.locator(".wk-versions .wk-annotated-text:visible")).to_have_count(3)
    expect(page.locator(".wk-versions").get_by_text("I read every reply")).to_be_visible()

    page.reload()
    expect(third).to_have_value(OPEN + " Tell me, I read every reply.", timeout=60_000)
    expect(_draft(page, "Because")).to_have_value("They asked me for a date.")
    expect(_mark(page, "Link in bio")).to_have_class(re.compile("wk-mark-faint"))


def test_every_state_can_be_used_by_everybody(page):
    page.set_viewport_size({"width": 320, "height": 700})
    _is_sound(page)
    _open(page, PITCH)
    _is_sound(page)
    _mark(page, "Book your").click()
    expect(_press(page, "Not here").first).to_be_visible()
    _press(page, "I see it differently because ...").first.click()
    expect(_draft(page, "Because")).to_be_visible()
    _is_sound(page)
    _rewrite(page, OPEN)
    _is_sound(page)
    _press(page, "Write a third version").click()
    expect(_draft(page, "Your third version")).to_be_visible()
    _is_sound(page)


def test_all_of_it_works_from_the_keyboard(desktop, serve):
    page = desktop
    page.goto(serve("post_assessment"))
    keys = page.keyboard
    expect(_draft(page)).to_be_visible(timeout=60_000)
    page.get_by_role("radio", name="A post").focus()
    keys.press("ArrowRight")
    keys.press("ArrowLeft")
    keys.press("Tab")
    expect(_draft(page)).to_be_focused()
    keys.type(PITCH)
    for _ in range(6):
        keys.press("Tab")
        keys.press("Space")
        keys.press("ArrowRight")
    expect(page.get_by_text("All six are rated").first).to_be_visible()
    keys.press("Tab")
    keys.press("Enter")

    expect(_heading(page, "A second opinion")).to_be_visible()
    focused = page.locator(":focus")
    expect(focused).to_contain_text("A second opinion")
    keys.press("Tab")
    expect(focused).to_contain_text("Book your free strategy call")
    keys.press("Enter")
    keys.press("Tab")
    expect(focused).to_have_text("Not here")
    keys.press("Enter")
    expect(focused).to_have_text("Count it after all")
    keys.press("Escape")
    expect(focused).to_contain_text("Book your free strategy call")

    _press(page, "I see it differently because ...").first.focus()
    keys.press("Enter")
    expect(_draft(page, "Because")).to_be_visible()
    keys.press("Tab")
    expect(_draft(page, "Because")).to_be_focused()
    keys.type("It was a joke.")

    _draft(page, "Your second version").focus()
    keys.press("Control+A")
    keys.type(OPEN)
    button = _press(page, "Show the versions side by side")
    expect(button).not_to_have_attribute("aria-disabled", "true")
    keys.press("Tab")
    keys.press("Enter")
    expect(focused).to_contain_text("Side by side")
    _press(page, "Write a third version").focus()
    keys.press("Enter")
    expect(focused).to_contain_text("Once more")
    keys.press("Tab")
    expect(_draft(page, "Your third version")).to_be_focused()


def test_a_megabyte_is_refused_with_a_word_about_it(page):
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    _draft(page).fill(PITCH)
    _draft(page).click()
    page.evaluate("text => navigator.clipboard.writeText(text)", "What are you up to? " * 52_429)
    page.keyboard.press("Control+V")

    expect(page.get_by_role("alert").filter(has_text="your own text is as it was")).to_be_visible()
    expect(_draft(page)).to_have_value(PITCH)
