"""A journal comes back as it was written, and every mistake is named by row and column."""

import io
from datetime import date, timedelta

import openpyxl
import pytest
import samples
from hypothesis import given, settings
from hypothesis import strategies as st

from workshop.sheets import Column, SheetError, as_csv, as_xlsx, read_journal

TODAY = date(2026, 11, 24)
WEEK = "Week"
HOURS = Column("social.hours", "Hours, online", whole=False, most=60)
TALKS = Column("social.talks", "Conversations", whole=True, most=100_000)
MONEY = Column("social.revenue", "Revenue", whole=False, most=1e9)
COLUMNS = [HOURS, TALKS, MONEY]
HEADS = [WEEK, *(column.heading for column in COLUMNS)]


def _read(data, **options):
    data = data if isinstance(data, bytes) else data.encode()
    return read_journal(data, WEEK, COLUMNS, today=TODAY, **options)


def _one(line, **options):
    return _read(f"Week;Hours, online;Conversations;Revenue\n{line}\n", **options)[0]


def _mistake(data, **options):
    with pytest.raises(SheetError) as told:
        _read(data, **options)
    return told.value.kind, told.value.where


def _cell(value, column):
    cells = dict.fromkeys(HEADS[1:], "1") | {column: value}
    return _mistake(samples.as_text([HEADS, ["2026-07-06", *cells.values()]], "\t"))


ROWS = st.lists(
    st.tuples(
        st.integers(0, 1000),
        st.integers(0, 240).map(lambda quarters: quarters / 4),
        st.integers(0, 9999),
        st.integers(0, 10**6).map(lambda cents: cents / 100),
    ).filter(lambda row: any(row[1:])),
    min_size=1,
    max_size=30,
    unique_by=lambda row: row[0],
)


@pytest.mark.parametrize(
    "write", [as_csv, lambda rows: as_xlsx(rows, "Journal")], ids=["csv", "xlsx"]
)
@settings(deadline=None, max_examples=25)
@given(rows=ROWS)
def test_what_is_written_comes_back(write, rows):
    monday = date(2006, 1, 2)
    table = [[monday + timedelta(weeks=week), *amounts] for week, *amounts in sorted(rows)]

    found = _read(write([HEADS, *table]))

    assert [list(week.values()) for week in found] == [
        [row[0].isoformat(), *row[1:]] for row in table
    ]


def test_any_day_of_a_week_stands_for_its_monday():
    assert _one("2026-07-09;1;2;3")["week"] == "2026-07-06"


def test_weeks_come_back_in_order():
    found = _read("Week;Hours, online\n2026-07-13;1\n2026-07-06;2\n")

    assert [week["week"] for week in found] == ["2026-07-06", "2026-07-13"]


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"]
)
def test_any_common_encoding_is_read(encoding):
    columns = [Column("social.hours", "Stunden für Gespräche", False, 60)]
    data = "Week;Stunden für Gespräche\n2026-07-06;1,5\n".encode(encoding)

    assert read_journal(data, WEEK, columns, today=TODAY)[0]["social.hours"] == 1.5


@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
def test_any_common_delimiter_is_read(mark):
    data = samples.as_text([HEADS, ["2026-07-06", "1.5", "2", "3.25"]], mark)

    assert list(_read(data)[0].values()) == ["2026-07-06", 1.5, 2, 3.25]


def test_a_line_that_names_the_delimiter_is_heard_and_counted():
    kind, where = _mistake("sep=;\nWeek;Hours, online\n2026-07-06;x\n")

    assert (kind, where["row"]) == ("not_a_number", 3)


def test_a_title_above_the_table_does_no_harm():
    assert _read("My months\n\nWeek;Hours, online\n2026-07-06;1\n")


def test_columns_are_known_by_their_keys_too():
    assert _read("week,social.hours\n2026-07-06,1\n")[0]["social.hours"] == 1


@pytest.mark.parametrize(
    ("hours", "talks", "money", "read"),
    [
        ("1,5", "1.234", "1.234,50", (1.5, 1234, 1234.5)),
        ("1.5", "1,234", "1,234.50", (1.5, 1234, 1234.5)),
        ("1", "1 234", "1'234.50", (1, 1234, 1234.5)),
        ("0,125", "12", "€ 1 234 567", (0.125, 12, 1234567)),
        ("1,250", "7", "1.234.567", (1.25, 7, 1234567)),
        (",5", "7", "12,", (0.5, 7, 12)),
    ],
)
def test_numbers_are_read_as_people_write_them(hours, talks, money, read):
    assert tuple(_one(f"2026-07-06;{hours};{talks};{money}").values())[1:] == read


def test_one_figure_that_is_clear_decides_for_its_column():
    found = _read("Week;Revenue\n2026-07-06;1.234\n2026-07-13;1.234,50\n")

    assert [week["social.revenue"] for week in found] == [1234, 1234.5]


def test_a_column_that_mixes_marks_is_named():
    kind, where = _mistake("Week;Revenue\n2026-07-06;1,5\n2026-07-13;1.5\n")

    assert (kind, where) == ("mixed_marks", {"row": 3, "column": "Revenue", "found": "1.5"})


@pytest.mark.parametrize(
    ("value", "column", "kind"),
    [
        ("-1", "Hours, online", "negative"),
        ("61", "Hours, online", "too_much"),
        ("two", "Hours, online", "not_a_number"),
        ("1h", "Hours, online", "not_a_number"),
        ("1.2.3,4,5", "Revenue", "not_a_number"),
        ("12.34.5", "Revenue", "not_a_number"),
        ("1e999", "Revenue", "not_a_number"),
        ("nan", "Revenue", "not_a_number"),
        ("1.5", "Conversations", "not_whole"),
        ("1234.567", "Conversations", "not_whole"),
        ("=1+1", "Conversations", "formula"),
        ("@SUM(A1)", "Revenue", "formula"),
    ],
)
def test_a_cell_that_is_no_amount_is_named_by_row_and_column(value, column, kind):
    found, where = _cell(value, column)

    assert (found, where["row"], where["column"]) == (kind, 2, column)


def test_a_formula_in_a_workbook_is_refused_and_never_calculated():
    data = samples.workbook(Journal=[HEADS, [date(2026, 7, 6), "=1+1", 2, 3]])

    assert _mistake(data) == ("formula", {"row": 2, "column": "Hours, online"})


def test_a_formula_for_a_week_is_refused():
    data = samples.workbook(Journal=[HEADS, ["=TODAY()", 1, 2, 3]])

    assert _mistake(data) == ("formula", {"row": 2, "column": "Week"})


def test_weeks_without_an_amount_are_left_out():
    found = _read("Week;Hours, online;Conversations\n2026-07-06;;\n2026-07-13;0;\n;;\n\n")

    assert found == [
        {"week": "2026-07-13", "social.hours": 0, "social.talks": 0, "social.revenue": 0}
    ]


def test_amounts_without_a_week_are_named():
    kind, where = _mistake("Week;Hours, online\n;2\n")

    assert (kind, where["row"], where["column"]) == ("not_a_date", 2, "Week")


def test_a_week_twice_names_both_rows():
    kind, where = _mistake("Week;Hours, online\n2026-07-06;1\n2026-07-13;1\n2026-07-08;1\n")

    assert (kind, where["row"], where["other"]) == ("twice", 4, 2)


def test_weeks_to_come_are_refused_but_this_week_is_not():
    assert _one("2026-11-24;1;1;1")["week"] == "2026-11-23"
    assert _mistake("Week;Hours, online\n2026-12-01;1\n")[0] == "future"


def test_weeks_before_anybody_posted_are_refused():
    assert _mistake("Week;Hours, online\n1926-07-06;1\n")[0] == "too_early"


def test_ten_thousand_weeks_are_a_mistake():
    first = date(2001, 1, 1)
    lines = [f"{first + timedelta(days=at % 9000)};1" for at in range(10_000)]

    assert _mistake("\n".join(["Week;Hours, online", *lines]))[0] == "too_many_weeks"


def test_more_rows_than_any_journal_are_not_read():
    assert _mistake("Week;Hours, online\n" + "\n" * 30_000)[0] == "too_many_rows"


def test_a_sheet_without_the_columns_says_what_is_looked_for():
    assert _mistake("a,b\n1,2\n") == ("no_columns", {"columns": "Week, Hours, online"})


def test_a_mastodon_archive_is_no_journal():
    assert _mistake(samples.mastodon_zip())[0] == "no_columns"


def test_a_journal_with_headings_only_says_so():
    assert _mistake("Week;Hours, online\n")[0] == "no_weeks"


def test_a_later_sheet_of_a_workbook_may_hold_the_journal():
    data = samples.workbook(Notes=[["Hello"]], Journal=[HEADS, [date(2026, 7, 6), 1, 2, 3]])

    assert len(_read(data)) == 1


@pytest.mark.parametrize("heading", ["=cmd|'/c calc'!A1", "+1", "-1", "@x", "\tx", "\rx"])
def test_what_a_spreadsheet_would_calculate_is_written_as_text(heading):
    rows = [[heading, "fine"]]
    sheet = openpyxl.load_workbook(io.BytesIO(as_xlsx(rows, "J"))).active

    assert as_csv(rows).decode("utf-8-sig").lstrip('"').startswith("'")
    assert sheet["A1"].data_type == "s"
    assert sheet["A1"].value.startswith("'")
    assert sheet["B1"].value == "fine"


def test_a_heading_made_harmless_is_still_known():
    columns = [Column("social.hours", "+ Hours", False, 60)]
    data = as_csv([["Week", "+ Hours"], [date(2026, 7, 6), 2]])

    assert read_journal(data, WEEK, columns, today=TODAY)[0]["social.hours"] == 2


def test_rows_that_a_stray_quote_breaks_are_no_table():
    assert _mistake('Week;"' + "x" * 200_000 + '"\n')[0] == "broken"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_may_end_as_on_any_system(end):
    assert len(_read(end.join(["Week;Hours, online", "2026-07-06;1", "2026-07-13;2", ""]))) == 2
