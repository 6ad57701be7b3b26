"""A journal, typed in and brought as a file, on a desktop and on a phone."""

import io
import json
import re
from datetime import date, timedelta

import openpyxl
import pytest
import samples
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from workshop.packs import load_pack
from workshop.sheets import as_csv, as_xlsx

pytestmark = pytest.mark.browser

MONDAY = date.today() - timedelta(days=date.today().weekday())
HEADS = ["Week", *(column.heading for column in load_pack().review.columns)]
LINE = [3, 40, 3, 1, 0, 0, 3, 400, 9, 1, 0, 0]


def _rows(weeks):
    return [HEADS, *([MONDAY - timedelta(weeks=back), *LINE] for back in range(weeks, 0, -1))]


@pytest.fixture(params=["desktop", "phone"])
def page(request, serve):
    page = request.getfixturevalue(request.param)
    page.goto(serve("review"))
    expect(page.get_by_role("button", name="Week before")).to_be_visible(timeout=60_000)
    return page


def _cell(page, row, column):
    return page.get_by_role("spinbutton", name=f"{row} {column}")


def _unfold(page):
    page.get_by_role("button", name="Bring or save a sheet").click()
    expect(page.get_by_label("Or bring a sheet")).to_be_visible()


def _bring(page, data, name, label="Or bring a sheet"):
    file = {"name": name, "mimeType": "application/octet-stream", "buffer": data}
    page.get_by_label(label).set_input_files(file)


def test_a_week_typed_in_survives_a_reload(page):
    _cell(page, "Hours, all in", "Social media").fill("2.5")
    _cell(page, "Conversations", "Social media").fill("4")
    expect(page.get_by_text("1 of 13 weeks: too early to judge").first).to_be_visible()
    page.wait_for_function(
        "(localStorage['right-conversation/1/review'] ?? '').includes('social.conversations')"
    )
    page.reload()

    expect(_cell(page, "Hours, all in", "Social media")).to_have_value("2.5", timeout=60_000)
    expect(_cell(page, "Conversations", "Social media")).to_have_value("4")


def test_weeks_are_turned_like_pages(page):
    page.get_by_role("button", name="Week before").click()
    expect(page.get_by_role("table", name=re.compile("Week of"))).to_be_visible()
    _cell(page, "Hours, all in", "Face to face").fill("3")
    expect(page.get_by_text(re.compile("1 weeks? written")).first).to_be_visible()
    page.get_by_role("button", name="Week after").click()

    expect(_cell(page, "Hours, all in", "Face to face")).to_have_value("")


def test_a_number_out_of_reach_is_answered_at_the_cell(page):
    cell = _cell(page, "Hours, all in", "Social media")
    cell.fill("99")
    cell.press("Tab")

    expect(page.get_by_role("alert").filter(has_text="from 0 to 60").first).to_be_visible()


@pytest.mark.parametrize(
    ("write", "name"),
    [(as_csv, "journal.csv"), (lambda rows: as_xlsx(rows, "Journal"), "journal.xlsx")],
    ids=["csv", "xlsx"],
)
def test_months_brought_as_a_file_are_judged_beside_our_assumptions(write, name, page):
    _unfold(page)
    _bring(page, write(_rows(20)), name)

    expect(page.get_by_text("20 weeks read from your file").first).to_be_visible()
    expect(page.get_by_text("online was cheaper in").first).to_be_visible()
    expect(page.get_by_role("img", name=re.compile("as counted beside as assumed"))).to_be_visible()
    expect(page.get_by_role("table", name=re.compile("Cost in hours"))).to_be_visible()
    expect(page.get_by_role("heading", name="If you go on like this")).to_be_visible()
    expect(page.locator(".wk-chart svg")).to_have_count(2)
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()


def test_the_journal_is_saved_and_holds_what_was_written(page):
    _cell(page, "Hours, all in", "Social media").fill("2.5")
    expect(page.get_by_text("1 of 13 weeks").first).to_be_visible()
    _unfold(page)
    with page.expect_download() as saved:
        page.get_by_role("button", name="Save as Excel").click()
    sheet = openpyxl.load_workbook(io.BytesIO(saved.value.path().read_bytes())).active

    assert saved.value.suggested_filename == "journal.xlsx"
    assert [cell.value for cell in sheet[1]] == HEADS
    assert sheet["H2"].value == 2.5


def test_a_mistake_in_a_file_names_row_and_column(page):
    _unfold(page)
    rows = _rows(3)
    rows[2][1] = "=1+1"
    _bring(page, samples.workbook(Journal=rows), "journal.xlsx")

    expect(page.get_by_text("Row 3, column Hours, all in, Face to face").first).to_be_visible()
    assert not _kept(page)


def test_a_file_of_fifty_megabytes_is_refused_before_it_is_read(page, tmp_path):
    large = tmp_path / "large.csv"
    large.write_bytes(b"a;b\n" * 12_500_000)
    _unfold(page)
    page.evaluate(
        """() => {
          window.readings = 0;
          const slice = Blob.prototype.slice;
          Blob.prototype.slice = function (...ends) {
            window.readings += 1;
            return slice.apply(this, ends);
          };
        }"""
    )
    page.get_by_label("Or bring a sheet").set_input_files(large)

    expect(page.get_by_role("alert").filter(has_text="larger than 8 MB").first).to_be_visible()
    assert page.evaluate("window.readings") == 0


def test_a_file_in_many_pieces_arrives_whole(page):
    _unfold(page)
    _bring(page, as_csv(_rows(14)) + b"\n" * 15_000 + b'"' + b" " * 900_000 + b'"\n', "long.csv")

    expect(page.get_by_text(re.compile("damaged|weeks read")).first).to_be_visible()


def test_dates_that_could_be_both_are_asked_about(page):
    _unfold(page)
    _bring(page, b'Week;"Hours, all in, Social media"\n03/04/2026;2\n', "journal.csv")
    page.get_by_role("radio", name="Day first (31/12)").check(force=True)

    expect(page.get_by_text("1 week read from your file").first).to_be_visible()
    expect(page.get_by_role("table", name="Week of 30 Mar 2026")).to_be_visible()


def test_an_export_fills_in_who_was_reached(page):
    _unfold(page)
    _bring(page, as_csv([HEADS, [samples.FIRST, *LINE]]), "journal.csv")
    expect(page.get_by_text("1 week read from your file").first).to_be_visible()
    _bring(page, samples.linkedin(), "any-name.bin", "Fill in people reached from an export")

    expect(page.get_by_text("filled in from your LinkedIn export").first).to_be_visible()
    expect(_cell(page, "People reached", "Social media")).to_have_value(str(130 + 131 + 132))


def _kept(page):
    return json.loads(page.evaluate("localStorage.getItem('right-conversation/1/review') ?? '{}'"))
