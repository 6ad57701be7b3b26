"""Dates as people write them. Day or month first is decided by the column, or asked."""

import re
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from itertools import pairwise
from typing import Literal

from workshop.sheets.errors import SheetError
from workshop.sheets.numbers import Cells
from workshop.sheets.opening import Formula, Value

Order = Literal["", "dmy", "mdy"]
"""Day first, month first, or not known."""

EARLIEST = date(2000, 1, 1)
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")

_TIME = r"(?:[t ,]+\d{1,2}:\d{2}.*)?"
_YEAR_FIRST = re.compile(rf"(\d{{4}})[-/.](\d{{1,2}})[-/.](\d{{1,2}}){_TIME}")
_WEEK = re.compile(r"(\d{4})-?W(\d{1,2})")
_NUMERIC = re.compile(rf"(\d{{1,2}})([-/.])(\d{{1,2}})\2(\d{{4}}|\d{{2}}){_TIME}")
_MONTH_FIRST = re.compile(rf"(?:[a-z]+,? )?([a-z]{{3}})[a-z]*\.? (\d{{1,2}}),? (\d{{4}}){_TIME}")
_DAY_FIRST = re.compile(rf"(?:[a-z]+,? )?(\d{{1,2}})\.? ([a-z]{{3}})[a-z]*\.?,? (\d{{4}}){_TIME}")
_SERIAL_ZERO = date(1899, 12, 30)  # what spreadsheets count their days from
_SERIALS = range(36_526, 73_051)  # 2000 to 2099


def dates(
    column: str, cells: Cells, order: Order = "", *, weekly: bool = False, today: date | None = None
) -> dict[int, date]:
    """Read a column of dates.

    Args:
        column: Its heading, for the message.
        cells: The rows that hold something.
        order: What the participant said about day and month, if they were asked.
        weekly: Whether the dates are weeks apart, which can tell day from month.
        today: The last day that can be meant, if any.

    Raises:
        SheetError: Naming the first row that is no date, too early or yet to come; `which_order`
            where every date could be read both ways.
    """
    if not order:
        order = _order(column, cells, weekly, today)
    found = {row: _date(column, row, value, order) for row, value in cells}
    for row, value in cells:
        if found[row] < EARLIEST:
            raise SheetError("too_early", row=row, column=column, found=value)
        if today is not None and found[row] > today:
            raise SheetError("future", row=row, column=column, found=value)
    return found


def _order(column: str, cells: Cells, weekly: bool, today: date | None) -> Order:
    numeric = [
        (row, value, match)
        for row, value in cells
        if isinstance(value, str) and (match := _NUMERIC.fullmatch(value.strip()))
    ]
    unclear = [(row, value, match) for row, value, match in numeric if match[2] != "."]
    if any(int(match[1]) > 12 for *_, match in unclear):
        return "dmy"
    if any(int(match[3]) > 12 for *_, match in unclear) or not unclear:
        return "mdy"
    if all(match[1] == match[3] for *_, match in unclear):
        return "dmy"
    fitting = [
        order
        for order in ("dmy", "mdy")
        if _plausible([_numeric(match, order) for *_, match in unclear], weekly, today)
    ]
    if len(fitting) == 1:
        return fitting[0]  # type: ignore[return-value]
    row, value, _ = unclear[0]
    raise SheetError("which_order", row=row, column=column, found=value)


def _plausible(found: Sequence[date | None], weekly: bool, today: date | None) -> bool:
    days = sorted(day for day in found if day)
    if len(days) < len(found) or (today is not None and days[-1] > today):
        return False
    steps = [(later - day).days for day, later in pairwise(days)]
    return not weekly or all(step % 7 == 0 for step in steps)


def _date(column: str, row: int, value: Value, order: Order) -> date:
    if isinstance(value, date):
        return value
    if isinstance(value, Formula):
        raise SheetError("formula", row=row, column=column)
    found = _serial(value) if isinstance(value, int | float) else _written(str(value), order)
    if found is None:
        raise SheetError("not_a_date", row=row, column=column, found=value)
    return found


def _serial(value: float) -> date | None:
    return _SERIAL_ZERO + timedelta(days=int(value)) if int(value) in _SERIALS else None


def _written(text: str, order: Order) -> date | None:
    text = text.strip().lower()
    if match := _YEAR_FIRST.fullmatch(text):
        return _made(date, match[1], match[2], match[3])
    if match := _WEEK.fullmatch(text.upper()):
        return _made(lambda year, week: date.fromisocalendar(year, week, 1), match[1], match[2])
    if match := _NUMERIC.fullmatch(text):
        return _numeric(match, order)
    if (match := _MONTH_FIRST.fullmatch(text)) and match[1] in MONTHS:
        return _made(date, match[3], MONTHS.index(match[1]) + 1, match[2])
    if (match := _DAY_FIRST.fullmatch(text)) and match[2] in MONTHS:
        return _made(date, match[3], MONTHS.index(match[2]) + 1, match[1])
    return None


def _numeric(match: re.Match[str], order: str) -> date | None:
    first, mark, second, year = match.groups()
    # Dots are written with the day first everywhere.
    day, month = (second, first) if order == "mdy" and mark != "." else (first, second)
    return _made(date, year if len(year) == 4 else f"20{year}", month, day)


def _made(make: Callable[..., date], *parts: str | int) -> date | None:
    try:
        return make(*(int(part) for part in parts))
    except ValueError:
        return None
