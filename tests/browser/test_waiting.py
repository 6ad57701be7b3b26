"""The waiting line as people see it: calm words, no reload by hand, and in by itself."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.browser.conftest import DESKTOP, watched_page
from tests.browser.test_every_page import RULES
from tests.serving.door.conftest import Visitor

pytestmark = pytest.mark.browser


@pytest.fixture
def full(own_server, write_notebook, code):
    """A house for one that is taken: its address, and how whoever is inside leaves."""
    notebook = write_notebook("# A full house", code("print('inside')"))
    address, _ = own_server(notebook, "--most", "1")
    inside = Visitor(address)
    kernel = inside.opens()
    return address, lambda: inside.leaves(kernel)


def test_a_place_in_line_leads_in_by_itself(full, phone):
    address, leave = full
    phone.goto(f"{address}?of=ana#end")
    expect(phone.get_by_role("heading", name="You have a place in line")).to_be_visible()
    expect(phone.get_by_role("status")).to_have_text("You are next.")

    leave()
    expect(phone.get_by_role("heading", name="A full house")).to_be_visible()
    assert phone.url == f"{address}?of=ana#end"


def test_a_reload_keeps_the_place(full, phone, browser, problems):
    address, _ = full
    phone.goto(address)
    with watched_page(browser, problems, **DESKTOP) as other:
        other.goto(address)
        expect(other.get_by_role("status")).to_have_text("One person is ahead of you.")
        phone.reload()

        expect(phone.get_by_role("status")).to_have_text("You are next.")
        expect(other.get_by_role("status")).to_have_text("One person is ahead of you.")


def test_nothing_is_read_aloud_that_is_not_new(full, desktop):
    address, _ = full
    desktop.goto(address)
    asked = []
    desktop.on("response", lambda answer: asked.append(answer) if "/door" in answer.url else None)
    desktop.evaluate("""() => {
      window.read = [];
      new MutationObserver(() => read.push(document.getElementById("wk-place").textContent))
        .observe(document.getElementById("wk-place"),
          { childList: true, characterData: true, subtree: true });
    }""")
    for _ in range(2):
        with desktop.expect_response(re.compile("/door")):
            pass

    assert len(asked) >= 2
    assert desktop.evaluate("read") == []
    expect(desktop.locator("[aria-live], [role=status], [role=alert]")).to_have_count(1)


def test_a_server_that_does_not_answer_is_told_and_nothing_is_lost(full, desktop, problems):
    problems.allow("Failed to load resource")
    address, leave = full
    desktop.goto(address)
    desktop.context.set_offline(True)
    expect(desktop.get_by_role("status")).to_contain_text("does not answer")

    leave()
    desktop.context.set_offline(False)
    expect(desktop.get_by_role("heading", name="A full house")).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("device", ["phone", "desktop"])
def test_axe_finds_nothing_in_the_line(full, device, scheme, request):
    page = request.getfixturevalue(device)
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    page.goto(full[0])
    expect(page.get_by_role("status")).to_have_text("You are next.")
    found = Axe().run(page, options=RULES)

    assert found.violations_count == 0, found.generate_report()


def test_the_line_fits_the_narrowest_phone(full, phone):
    phone.set_viewport_size({"width": 320, "height": 640})
    phone.goto(full[0])
    expect(phone.get_by_role("status")).to_be_visible()

    assert phone.evaluate("document.documentElement.scrollWidth") == 320
