"""The journal: one row a week, an amount in each column."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from workshop.sheets.dates import Order, dates
from workshop.sheets.errors import SheetError
from workshop.sheets.numbers import numbers
from workshop.sheets.opening import Sheet, Value, open_file

MOST_WEEKS = 520
"""Ten years; a longer calendar is a mistake."""

_HEADINGS_WITHIN = 20  # rows, so that a title above the table does no harm


@dataclass(frozen=True)
class Column:
    """One amount of the journal.

    Attributes:
        key: Its name in the answer, such as `social.hours`.
        heading: Its name in the sheet, in the pack's language; the key is understood as well.
        whole: Whether it is a count.
        most: The largest amount a week can have.
    """

    key: str
    heading: str
    whole: bool
    most: float


def read_journal(
    data: bytes, week: str, columns: Sequence[Column], *, today: date, order: Order = ""
) -> list[dict[str, Any]]:
    """Read a journal back.

    Args:
        data: A CSV or XLSX file.
        week: The heading of the column of weeks.
        columns: The amounts. A missing column counts as empty, but not all of them may be missing.
        today: Weeks that begin after it are refused.
        order: Whether day or month comes first, where somebody was asked.

    Returns:
        Weeks in order, each `week` (its Monday, as ISO text) and every column's key. A week without
        any amount is left out: nothing written is not the same as nothing done.

    Raises:
        SheetError: The first mistake, with its row and column.
    """
    opened = open_file(data)
    if isinstance(opened, dict):
        raise SheetError("no_columns", columns=_named(week, columns))
    sheet, top, places = _find(opened, week, columns)
    amounts = {
        column.key: numbers(
            column.heading,
            _cells(sheet, top, places[column.key]),
            whole=column.whole,
            most=column.most,
        )
        for column in columns
        if column.key in places
    }
    filled = sorted({row for found in amounts.values() for row in found})
    cells = [(row, _at(sheet.rows[row - 1], places["week"])) for row in filled]
    days = dates(week, cells, order, weekly=True, today=today)
    mondays = _mondays(week, days)
    return [
        {"week": monday.isoformat()}
        | {column.key: amounts.get(column.key, {}).get(row, 0) for column in columns}
        for monday, row in sorted((monday, row) for row, monday in mondays.items())
    ]


def _find(
    sheets: Sequence[Sheet], week: str, columns: Sequence[Column]
) -> tuple[Sheet, int, dict[str, int]]:
    """Return the sheet with the journal, the row of its headings, and where each column stands."""
    names = {"week": "week", _plain(week): "week"}
    names |= {_plain(column.key): column.key for column in columns}
    names |= {_plain(column.heading): column.key for column in columns}
    for sheet in sheets:
        for top, row in enumerate(sheet.rows[:_HEADINGS_WITHIN], start=1):
            found = {
                names[_plain(cell)]: at for at, cell in enumerate(row) if _plain(cell) in names
            }
            if "week" in found and len(found) > 1:
                return sheet, top, found
    raise SheetError("no_columns", columns=_named(week, columns))


def _named(week: str, columns: Sequence[Column]) -> str:
    return ", ".join([week, columns[0].heading])


def _plain(cell: Value) -> str:
    # The apostrophe is what keeps a spreadsheet from calculating a heading.
    return " ".join(str(cell or "").lower().lstrip("'").replace("_", " ").split())


def _cells(sheet: Sheet, top: int, place: int) -> list[tuple[int, Value]]:
    rows = enumerate(sheet.rows[top:], start=top + 1)
    return [(row, _at(cells, place)) for row, cells in rows]


def _at(cells: Sequence[Value], place: int) -> Value:
    return cells[place] if place < len(cells) else None


def _mondays(column: str, days: Mapping[int, date]) -> dict[int, date]:
    if not days:
        raise SheetError("no_weeks")
    if len(days) > MOST_WEEKS:
        raise SheetError("too_many_weeks", limit=MOST_WEEKS)
    rows: dict[date, int] = {}
    for row, day in days.items():
        monday = day - timedelta(days=day.weekday())
        if monday in rows:
            raise SheetError("twice", row=row, column=column, found=monday, other=rows[monday])
        rows[monday] = row
    return {row: monday for monday, row in rows.items()}
