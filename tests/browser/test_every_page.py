"""What holds on every page: reachable by all, no wider than a phone, nothing from elsewhere.

Requests that leave the machine and errors of scripts fail every test here; see conftest.py.
"""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from workshop.widgets.session import EXERCISES

pytestmark = pytest.mark.browser

PAGES = ["session", "review", *(kind.key for kind in EXERCISES)]
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}


def _open(page, address, folds=True):
    page.goto(address)
    expect(page.get_by_role("heading", level=2).first).to_be_visible(timeout=60_000)
    expect(page.locator("#wk-loading")).to_be_hidden()
    if folds:
        # Handles, since a fold that opens is no longer among the closed ones.
        for fold in page.get_by_role("button", expanded=False).element_handles():
            fold.click()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("device", ["desktop", "phone"])
@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing(name, device, scheme, serve, request):
    page = request.getfixturevalue(device)
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    _open(page, serve(name))
    page.evaluate("scrollTo(0, 0)")  # what stays in view covers whatever one scrolls below it
    found = Axe().run(page, options=RULES)

    assert found.violations_count == 0, found.generate_report()


@pytest.mark.parametrize("name", PAGES)
def test_nothing_scrolls_sideways_at_320_pixels(name, serve, phone):
    phone.set_viewport_size({"width": 320, "height": 640})
    _open(phone, serve(name))

    assert phone.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize("name", PAGES)
def test_everything_to_press_is_large_enough_for_a_thumb(name, serve, phone):
    _open(phone, serve(name))
    small = phone.evaluate(
        """() => [...document.querySelectorAll(
                  `button, input[type=range], input[type=number], input[type=file], textarea,
                   summary, label:has(input[type=radio])`)]
          .filter((part) => part.checkVisibility())
          .map((part) => [part.textContent || part.ariaLabel, part.getBoundingClientRect()])
          .filter(([, box]) => box.height < 43.5 || box.width < 43.5)
          .map(([name, box]) => `${name}: ${box.width} x ${box.height}`)"""
    )

    assert small == []


def test_the_session_tells_the_week_to_those_after_it(serve, desktop):
    _open(desktop, serve("session"), folds=False)
    desktop.get_by_role("button", name="5 hours").click()

    hours = desktop.get_by_role("slider", name=re.compile("Hours a week, all in"))
    expect(hours).to_have_count(2)
    for place in range(2):
        expect(hours.nth(place)).to_have_value("5")


def test_the_session_has_one_first_heading(serve, desktop):
    _open(desktop, serve("session"), folds=False)

    expect(desktop.get_by_role("heading", level=1)).to_have_count(1)
    expect(desktop).to_have_title("The right conversation")
