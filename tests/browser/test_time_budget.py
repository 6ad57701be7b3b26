"""Your week, set with mouse, finger and keyboard."""

import re

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser


@pytest.fixture(params=["desktop", "phone"])
def page(request, serve) -> Page:
    page = request.getfixturevalue(request.param)
    page.goto(serve("time_budget"))
    expect(_picture(page)).to_be_visible(timeout=60_000)
    return page


def _slider(page, name):
    return page.get_by_role("slider", name=re.compile(name))


def _picture(page):
    return page.get_by_role("img", name=re.compile("Bar chart of hours"))


def test_the_keyboard_moves_an_hour_and_the_picture_follows(page):
    slider = _slider(page, "Writing")
    slider.focus()
    for _ in range(4):
        page.keyboard.press("ArrowRight")

    expect(slider).to_have_value("1.5")
    expect(_picture(page)).to_have_accessible_name(re.compile("Social media 2 h"))
    expect(page.get_by_text("You give meeting people 2 h a week more").first).to_be_visible()


def test_a_figure_can_be_typed(page):
    field = page.get_by_role("spinbutton", name=re.compile("Writing"))
    field.fill("3.25")
    field.press("Enter")

    expect(_picture(page)).to_have_accessible_name(re.compile("Social media 3.75 h"))


def test_nonsense_is_answered_and_changes_nothing(page):
    field = page.get_by_role("spinbutton", name=re.compile("Writing"))
    field.fill("900")
    field.press("Enter")

    expect(page.get_by_role("alert").filter(has_text="from 0 to 12")).to_be_visible()
    expect(_picture(page)).to_have_accessible_name(re.compile("Social media 1 h"))


def test_a_pointer_moves_a_slider(page):
    slider = _slider(page, "Events and meet-ups")
    slider.scroll_into_view_if_needed()
    box = slider.bounding_box()
    at = {"x": box["width"] / 2, "y": box["height"] / 2}
    touch = page.evaluate("navigator.maxTouchPoints > 0")
    slider.tap(position=at) if touch else slider.click(position=at)

    expect(_picture(page)).not_to_have_accessible_name(re.compile("Face to face 4 h"))
    assert 5 <= float(slider.input_value()) <= 7


def test_under_the_lock_the_others_make_room(page):
    page.get_by_role("switch", name="Keep my total at 7 h").check()
    slider = _slider(page, "Events and meet-ups")
    slider.focus()
    for _ in range(8):
        page.keyboard.press("ArrowRight")

    expect(slider).to_have_value("3.5")
    expect(page.get_by_role("switch", name="Keep my total at 7 h")).to_be_checked()
    expect(_slider(page, "Scrolling")).not_to_have_value("2")


def test_the_same_hours_can_be_given_and_taken_back(page):
    page.get_by_role("button", name="Give social media the same hours").click()

    expect(page.get_by_text("You give both the same: 4 h a week each").first).to_be_visible()

    page.get_by_role("button", name="Undo").click()

    expect(_picture(page)).to_have_accessible_name(re.compile("Social media 1 h"))


def test_the_picture_is_the_same_living_view_before_and_after(page):
    page.evaluate(
        "window.before = document.querySelector('.wk-chart').workshopView;"
        "window.svg = document.querySelector('.wk-chart svg')"
    )
    _slider(page, "Writing").focus()
    page.keyboard.press("ArrowRight")

    expect(_picture(page)).to_have_accessible_name(re.compile("Social media 1.25 h"))
    assert page.evaluate("!!before && before === document.querySelector('.wk-chart').workshopView")
    assert page.evaluate("svg === document.querySelector('.wk-chart svg')")


def test_starting_again_restores_the_typical_week(page):
    page.get_by_role("button", name="5 hours").click()
    expect(_picture(page)).to_have_accessible_name(re.compile("Face to face 5 h"))

    page.get_by_role("button", name="Start this exercise again").click()

    expect(_picture(page)).to_have_accessible_name(re.compile("Face to face 4 h"))
