"""One journey through the session in every home of a notebook: no home may do less."""

import re
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import DESKTOP
from tests.browser.homes import HOMES, served

pytestmark = pytest.mark.browser

LONG = 90_000  # ms
MESSAGE = "Hello, I am Ana and I bake. What are you busy with this week?"
PICTURES = [
    "Bar chart of hours",
    "Ranges on a logarithmic scale",
    "People over 24 months",
    "1,000 people after",
]


@pytest.fixture(params=HOMES.items(), ids=lambda item: item[0])
def home(request):
    _, home = request.param
    with served(home) as address:
        yield home, address


@pytest.fixture
def page(browser, home):
    """A page that wants nothing from elsewhere, nor from above its base address."""
    asked = []
    with browser.new_context(**DESKTOP) as context:
        context.on("request", lambda request: asked.append(urlsplit(request.url)))
        yield context.new_page()

    web = [url for url in asked if url.scheme.startswith("http")]
    assert {url.hostname for url in web} == {"localhost"}
    assert all(url.path.startswith(home[0].base) for url in web)


def _slider(page):
    return page.get_by_role("slider", name=re.compile("^Writing"))


def _every_picture_is_drawn(page):
    for name in PICTURES:
        picture = page.get_by_role("img", name=re.compile(f"^{name}"))
        picture.scroll_into_view_if_needed()
        expect(picture.locator("svg, canvas").first).to_be_visible()


def _a_picture_follows(page):
    _slider(page).focus()
    _slider(page).press("ArrowRight")
    expect(page.get_by_role("img", name="Social media 1.25 h")).to_be_visible()


def _press(page, name):
    page.get_by_role("button", name=name, exact=True).click()


def _message(page):
    return page.get_by_role("textbox", name=re.compile("^Your message to the thousand"))


def _goes_through_all(page):
    page.get_by_role("button", name=re.compile("^A question")).first.click()
    expect(page.get_by_role("img", name="1,000 people after 1 message")).to_be_visible()
    _message(page).fill(MESSAGE)
    _press(page, "Hold up the mirror")
    expect(page.get_by_role("heading", name="A mirror, not a mark")).to_be_visible()
    page.get_by_role("button", name=re.compile("^This is my plan")).click()
    expect(page.get_by_role("button", name="Save the calendar file")).to_be_visible()


def test_the_session_is_whole_in_every_home_and_is_there_again(home, page):
    home, address = home
    page.goto(address)
    home.runs(page)
    expect(_slider(page)).to_be_visible(timeout=LONG)

    _every_picture_is_drawn(page)
    _a_picture_follows(page)
    _goes_through_all(page)
    page.wait_for_function("Object.values(localStorage).join().includes('I am Ana')")
    page.reload()
    home.runs(page)

    expect(_message(page)).to_have_value(MESSAGE, timeout=LONG)
    expect(_slider(page)).to_have_value("0.75")
