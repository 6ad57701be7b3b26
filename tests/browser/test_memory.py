"""A reload in the middle of the work loses nothing."""

import re

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


def test_a_reload_brings_everything_back(serve, phone):
    phone.goto(serve("session"))
    slider = phone.get_by_role("slider", name="Writing")
    slider.focus()
    slider.press("ArrowRight")
    expect(phone.get_by_role("img", name="Social media 1.25 h")).to_be_visible(timeout=60_000)
    phone.get_by_role("textbox", name="Your post").fill("What are you planting this year?")
    expect(phone.get_by_text(re.compile("Rate all six first"))).to_be_visible()
    phone.reload()

    expect(phone.get_by_role("img", name="Social media 1.25 h")).to_be_visible(timeout=60_000)
    expect(phone.get_by_role("slider", name="Writing")).to_have_value("0.75")
    expect(phone.get_by_role("textbox", name="Your post")).to_have_value(
        "What are you planting this year?"
    )


def test_starting_again_makes_the_browser_forget(serve, desktop):
    desktop.goto(serve("time_budget"))
    desktop.get_by_role("button", name="5 hours").click()
    expect(desktop.get_by_role("img", name="Face to face 5 h")).to_be_visible(timeout=60_000)
    desktop.get_by_role("button", name="Start this exercise again").click()
    expect(desktop.get_by_role("img", name="Face to face 4 h")).to_be_visible()

    desktop.wait_for_function("!Object.keys(localStorage).some((k) => /time_budget/.test(k))")
