"""Numbers as people write them: decimal commas, thousands, spaces, currency signs.

Whether a mark divides thousands or decimals is decided for a whole column, since one figure alone
may be read in two ways.
"""

import math
import re
from collections.abc import Sequence

from workshop.sheets.errors import SheetError
from workshop.sheets.opening import Formula, Value

Cells = Sequence[tuple[int, Value]]
"""A column: the rows that hold something, each with its number as people count."""

_IGNORED = re.compile(r"[\s'’€$£]")
_SHAPE = re.compile(r"[+-]?\d[\d.,]*|[+-]?[.,]\d+")


def numbers(column: str, cells: Cells, *, whole: bool, most: float) -> dict[int, float]:
    """Read a column of amounts.

    Args:
        column: Its heading, for the message.
        cells: What it holds.
        whole: Whether it counts people or things.
        most: The largest amount that can be meant.

    Returns:
        The amount by row; rows without one are left out.

    Raises:
        SheetError: Naming row and column of the first cell that is no such amount.
    """
    written = [(row, value) for row, value in cells if not _blank(value)]
    for row, value in written:
        _check_shape(column, row, value)
    decimal = _decimal_mark(column, written, whole)
    found = {row: _amount(column, row, value, decimal) for row, value in written}
    for row, value in written:
        _check_size(column, row, value, found[row], whole, most)
    return found


def _blank(value: Value) -> bool:
    return value is None or (isinstance(value, str) and value.strip() in ("", "-", "–", "N/A"))


def _check_shape(column: str, row: int, value: Value) -> None:
    if isinstance(value, Formula) or (isinstance(value, str) and value.strip()[:1] in ("=", "@")):
        raise SheetError("formula", row=row, column=column)
    if isinstance(value, int | float) and math.isfinite(value):
        return
    if not (isinstance(value, str) and _SHAPE.fullmatch(_bare(value))):
        raise SheetError("not_a_number", row=row, column=column, found=value)


def _bare(text: str) -> str:
    return _IGNORED.sub("", text)


def _decimal_mark(column: str, written: Cells, whole: bool) -> str:
    """Return the column's decimal mark, by the figures that can be read in one way only."""
    told = [(row, value, _told(_bare(value))) for row, value in written if isinstance(value, str)]
    marks = {mark for _, _, mark in told if mark}
    if len(marks) > 1:
        first = next(mark for _, _, mark in told if mark)
        row, value = next((row, value) for row, value, mark in told if mark not in ("", first))
        raise SheetError("mixed_marks", row=row, column=column, found=value)
    if marks:
        return marks.pop()
    # '1,234' alone: a count is one thousand and more, hours are one and a bit.
    seen = next((mark for _, value, _ in told for mark in ",." if mark in value), ".")
    return _other(seen) if whole else seen


def _told(figure: str) -> str:
    """Return the decimal mark that a figure gives away; none if it can be read both ways."""
    used = [mark for mark in figure if mark in ",."]
    if not used:
        return ""
    if len(set(used)) == 2:
        return used[-1]
    if len(used) > 1:
        return _other(used[0])
    before, after = re.split(r"[.,]", figure.lstrip("+-"))
    return "" if len(after) == 3 and 1 <= len(before) <= 3 and before != "0" else used[0]


def _other(mark: str) -> str:
    return "." if mark == "," else ","


def _amount(column: str, row: int, value: Value, decimal: str) -> float:
    if not isinstance(value, str):
        return float(value)  # type: ignore[arg-type]
    figure, thousands = _bare(value), re.escape(_other(decimal))
    grouped = rf"[+-]?(\d+|\d{{1,3}}({thousands}\d{{3}})+)?({re.escape(decimal)}\d*)?"
    if not re.fullmatch(grouped, figure):
        raise SheetError("not_a_number", row=row, column=column, found=value)
    return float(figure.replace(_other(decimal), "").replace(decimal, "."))


def _check_size(
    column: str, row: int, value: Value, amount: float, whole: bool, most: float
) -> None:
    if amount < 0:
        raise SheetError("negative", row=row, column=column, found=value)
    if amount > most:
        raise SheetError("too_much", row=row, column=column, found=value, limit=f"{most:g}")
    if whole and amount != round(amount):
        raise SheetError("not_whole", row=row, column=column, found=value)
