"""Day or month first is decided by the whole column, or asked."""

from datetime import date

import pytest

from workshop.sheets.dates import dates
from workshop.sheets.errors import SheetError


def _read(*written, **options):
    return list(dates("Week", list(enumerate(written, start=2)), **options).values())


def _mistake(*written, **options):
    with pytest.raises(SheetError) as told:
        _read(*written, **options)
    return told.value.kind, told.value.where.get("row")


@pytest.mark.parametrize(
    "written",
    [
        date(2026, 7, 14),
        "2026-07-14",
        "2026-07-14T09:00:00Z",
        "2026/7/14",
        "14.07.2026",
        "14/07/2026 09:30",
        "07/14/2026 09:30",
        "14-07-26",
        "Tue, Jul 14, 2026",
        "July 14 2026",
        "14 July 2026",
        "14. Jul 2026",
        46217,
        46217.5,
    ],
)
def test_a_date_is_read_however_it_is_written(written):
    assert _read(written) == [date(2026, 7, 14)]


def test_a_week_of_the_iso_calendar_is_its_monday():
    assert _read("2026-W29") == [date(2026, 7, 13)]


def test_one_day_above_twelve_decides_for_the_column():
    assert _read("03/04/2026", "25/04/2026") == [date(2026, 4, 3), date(2026, 4, 25)]
    assert _read("03/04/2026", "03/25/2026") == [date(2026, 3, 4), date(2026, 3, 25)]


def test_weeks_that_are_weeks_apart_decide():
    assert _read("05/01/2026", "12/01/2026", weekly=True) == [date(2026, 1, 5), date(2026, 1, 12)]


def test_all_weeks_must_be_weeks_apart_to_decide():
    written = ["01/01/2025", "03/12/2025", "04/06/2025"]

    assert _read(*written, weekly=True) == [date(2025, 1, 1), date(2025, 12, 3), date(2025, 6, 4)]


def test_today_is_not_the_future():
    assert _read("03/12/2026", today=date(2026, 3, 12)) == [date(2026, 3, 12)]


def test_a_twelfth_month_is_still_a_month():
    assert _mistake("03/12/2026") == _mistake("12/03/2026") == ("which_order", 2)


def test_a_date_that_would_be_in_the_future_decides():
    assert _read("03/12/2026", today=date(2026, 11, 24)) == [date(2026, 3, 12)]


def test_equal_day_and_month_need_no_decision():
    assert _read("04/04/2026") == [date(2026, 4, 4)]


def test_dates_that_could_be_both_are_asked_about():
    assert _mistake("2026-01-01", "03/04/2026") == ("which_order", 3)
    assert _read("03/04/2026", order="dmy") == [date(2026, 4, 3)]
    assert _read("03/04/2026", order="mdy") == [date(2026, 3, 4)]


def test_dots_are_written_with_the_day_first_whatever_was_said():
    assert _read("03.04.2026", order="mdy") == [date(2026, 4, 3)]


@pytest.mark.parametrize(
    "written",
    [
        "soon",
        "31.02.2026",
        "2026-13-01",
        "2026-W60",
        "Foo 14, 2026",
        "14 Foo 2026",
        "",
        12,
        None,
        -1,
    ],
)
def test_what_is_no_date_is_named(written):
    assert _mistake(written) == ("not_a_date", 2)


def test_a_column_that_contradicts_itself_is_named_where_it_does():
    assert _mistake("25/04/2026", "04/25/2026") == ("not_a_date", 3)


def test_too_early_and_yet_to_come_are_named():
    assert _mistake("1999-12-31") == ("too_early", 2)
    assert _mistake("2026-11-25", today=date(2026, 11, 24)) == ("future", 2)
