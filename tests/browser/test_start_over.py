"""Start over: a week changed by hand, kept, and saved as a calendar file."""

import re
from pathlib import Path

import icalendar
import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser


@pytest.fixture(params=["desktop", "phone"])
def page(request, serve) -> Page:
    page = request.getfixturevalue(request.param)
    page.goto(serve("start_over"))
    expect(_blocks(page).first).to_be_visible(timeout=60_000)
    return page


def _blocks(page):
    return page.get_by_role("list", name="Your week").get_by_role("listitem")


def _change(page, place):
    _blocks(page).nth(place).get_by_text("Change", exact=True).click()


def _commit(page):
    page.get_by_role("button", name="This is my plan").click()
    expect(page.get_by_role("button", name="Save the calendar file")).to_be_visible()


def _saved(page) -> icalendar.Calendar:
    with page.expect_download() as download:
        page.get_by_role("button", name="Save the calendar file").click()
    assert download.value.suggested_filename == "my-routine.ics"
    return icalendar.Calendar.from_ical(Path(download.value.path()).read_bytes())


def test_a_day_less_makes_a_week_on_the_other_days(page):
    page.get_by_role("checkbox", name="Monday").uncheck(force=True)

    expect(_blocks(page).filter(has_text=re.compile(r"Mon \d"))).to_have_count(0)
    expect(_blocks(page).filter(has_text=re.compile(r"Wed \d")).first).to_be_visible()


def test_a_block_that_is_moved_takes_its_place_and_stays_open(page):
    _change(page, 0)
    day = _blocks(page).first.get_by_label("Day")
    day.focus()
    day.select_option("Sunday")

    expect(_blocks(page).last).to_contain_text("Sun 08:30")
    expect(_blocks(page).last.get_by_label("Day")).to_be_focused()


def test_too_long_a_block_is_refused_with_a_reason_and_put_back(page):
    _change(page, 0)
    length = _blocks(page).first.get_by_label("Minutes")
    length.select_option("180")

    expect(page.get_by_role("alert").filter(has_text="more than the 3 h you chose")).to_be_visible()
    expect(length).to_have_value("15")


def test_a_block_can_be_left_out(page):
    _change(page, 1)
    _blocks(page).nth(1).get_by_role("button", name="Leave it out").click()

    expect(_blocks(page).nth(1)).to_contain_text("left out")
    expect(page.get_by_text("7 blocks").first).to_be_visible()


def test_the_calendar_file_has_the_week_the_line_and_the_browsers_zone(browser, serve):
    with browser.new_context(timezone_id="America/New_York", accept_downloads=True) as context:
        page = context.new_page()
        page.goto(serve("start_over"))
        page.get_by_label("When ...").fill("the kettle boils")
        page.get_by_label("... I will").fill("listen first")
        _commit(page)
        expect(page.get_by_text("When the kettle boils, I will listen first.")).to_be_visible()
        calendar = _saved(page)

    assert [str(zone["TZID"]) for zone in calendar.walk("VTIMEZONE")] == ["America/New_York"]
    assert "When the kettle boils" in calendar.walk("VEVENT")[0]["DESCRIPTION"]


def test_the_file_can_be_saved_when_the_kernel_is_gone(own_server, desktop, problems):
    problems.allow("ERR_CONNECTION|WebSocket connection")
    address, server = own_server("start_over")
    desktop.goto(address)
    expect(_blocks(desktop).first).to_be_visible(timeout=60_000)
    _commit(desktop)
    expect(desktop.locator("[data-held]")).to_have_count(1)
    server.kill()
    expect(desktop.get_by_role("alert").filter(has_text="connect")).to_be_visible()

    assert _saved(desktop).walk("VEVENT")


def test_a_reload_brings_the_plan_back(page):
    _change(page, 0)
    _blocks(page).first.get_by_label("Day").select_option("Sunday")
    _commit(page)
    dates = page.get_by_text(re.compile("^You begin on")).first.text_content()
    page.wait_for_function('Object.values(localStorage).join().includes(\'"first":"2\')')
    page.reload()

    expect(page.get_by_text(dates).first).to_be_visible(timeout=60_000)
    expect(_blocks(page).last).to_contain_text("Sun 08:30")
