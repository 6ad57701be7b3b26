"""Each visitor reads their own language, from the frame of the page to what the kernel answers."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

RIGHT_TO_LEFT = """\
[common]
language = "ar"
direction = "rtl"
locale = "ar_EG"

[page.titles]
"Your week" = "أسبوعك"

[time_budget]
title = "أسبوعك"
question = "أين تذهب ساعاتك؟"

[time_budget.activities.events]
label = "لقاءات"
"""


@pytest.fixture(scope="module")
def right_to_left(tmp_path_factory, serve):
    file = tmp_path_factory.mktemp("pack") / "trial.toml"
    file.write_text(RIGHT_TO_LEFT, encoding="utf-8")
    return serve("time_budget", f"--pack={file}")


def test_a_page_follows_the_browser_and_then_what_is_asked_for(desktop, serve):
    desktop.set_extra_http_headers({"Accept-Language": "de-AT,de;q=0.9,en;q=0.5"})
    desktop.goto(serve("time_budget"))
    expect(desktop.locator("html")).to_have_attribute("lang", "de-DE")
    expect(desktop.get_by_role("heading", name="Wohin gehen die Stunden")).to_be_visible()

    desktop.get_by_role("link", name="Español").click()
    expect(desktop.locator("html")).to_have_attribute("lang", "es-ES")
    desktop.get_by_role("button", name="5 horas").click()
    expect(desktop.get_by_text("Dedicas a conocer gente 4 h por semana más")).to_be_visible()

    desktop.goto(serve("time_budget"))
    expect(desktop).to_have_title("Tu semana")


def test_a_page_turns_for_a_language_that_runs_from_right_to_left(phone, right_to_left):
    phone.goto(right_to_left)
    expect(phone.locator("html")).to_have_attribute("dir", "rtl")
    heading = phone.get_by_role("heading", name="أين تذهب ساعاتك؟")
    expect(heading).to_be_visible()
    label = phone.get_by_text("لقاءات", exact=True).first
    number = phone.locator("input:not([type=range])").first

    assert phone.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert heading.evaluate("node => getComputedStyle(node).direction") == "rtl"
    assert label.bounding_box()["x"] > number.bounding_box()["x"]
    assert Axe().run(phone).violations_count == 0
