"""What the same hours grow into, on a desktop and on a phone."""

import re

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser


@pytest.fixture(params=["desktop", "phone"])
def page(request, serve) -> Page:
    page = request.getfixturevalue(request.param)
    page.goto(serve("relationship_growth"))
    expect(_picture(page)).to_be_visible(timeout=60_000)
    return page


def _slider(page, name):
    return page.get_by_role("slider", name=re.compile(name))


def _picture(page):
    return page.get_by_role("img", name=re.compile("People over"))


def test_the_sentence_says_how_sure_it_is(page):
    expect(page.get_by_text("Too close to call").first).to_be_visible()


def test_the_picture_names_every_stage_and_marks_a_likely_month(page):
    for stage in ("Met so far", "In conversation now", "Trust you now", "Opportunities so far"):
        expect(_picture(page).get_by_text(stage)).to_be_attached()
    expect(_picture(page).get_by_text("mark: a first one is likely")).to_have_count(1)


def test_fewer_months_leave_no_mark(page):
    _slider(page, "Months").focus()
    page.keyboard.press("Home")

    expect(page.get_by_text("Online: not within 3 months")).to_be_visible()
    expect(_picture(page).get_by_text("mark: a first one is likely")).to_have_count(0)
    expect(_picture(page)).to_have_accessible_name(re.compile("People over 3 months"))


def test_another_habit_moves_the_picture(page):
    before = _picture(page).get_attribute("aria-label")
    page.get_by_role("radio", name="Twice a year").check(force=True)

    expect(_picture(page)).not_to_have_accessible_name(before)


def test_assumptions_say_that_no_experiment_exists(page):
    page.get_by_role("button", name="What we assume about relationships").click()

    expect(page.get_by_text("no experiment exists").first).to_be_visible()


def test_the_numbers_are_there_as_a_table(page):
    page.get_by_text("Show the numbers as a table").click()
    table = page.get_by_role("table", name=re.compile("People over"))

    expect(table.get_by_role("row", name=re.compile("Trust you now")).first).to_be_visible()


def test_a_reload_brings_everything_back(page):
    page.get_by_role("radio", name="Every quarter").check(force=True)
    _slider(page, "Share of what you say that pitches").focus()
    page.keyboard.press("Home")
    expect(page.get_by_role("spinbutton", name=re.compile("pitches"))).to_have_value("0")
    page.wait_for_function(
        "Object.values(localStorage).some((kept) => kept.includes('quarterly') "
        "&& /.pitching.: ?0/.test(kept))"
    )
    page.reload()

    expect(page.get_by_role("radio", name="Every quarter")).to_be_checked(timeout=60_000)
    expect(page.get_by_role("spinbutton", name=re.compile("pitches"))).to_have_value("0")
