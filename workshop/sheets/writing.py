"""Tables as files that a spreadsheet opens without calculating anything that was typed."""

import csv
import io
from collections.abc import Sequence

from workshop.sheets.opening import Value

_CALCULATED = ("=", "+", "-", "@", "\t", "\r")


def as_csv(rows: Sequence[Sequence[Value]]) -> bytes:
    """Return a CSV file in UTF-8 with a mark, so that spreadsheets take the letters right."""
    out = io.StringIO(newline="")
    csv.writer(out).writerows([[_harmless(cell) for cell in row] for row in rows])
    return out.getvalue().encode("utf-8-sig")


def as_xlsx(rows: Sequence[Sequence[Value]], name: str) -> bytes:
    """Return a workbook of one sheet whose headings stay in view; texts are texts in it."""
    import openpyxl  # heavy, and only needed here

    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = name[:31]  # the longest that a sheet can be called
    for row in rows:
        sheet.append([_harmless(cell) for cell in row])
    sheet.freeze_panes = "B2"
    for column in sheet.columns:
        sheet.column_dimensions[column[0].column_letter].width = 18
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _harmless(cell: Value) -> Value:
    """Put an apostrophe before what a spreadsheet would calculate (OWASP, CSV injection)."""
    if isinstance(cell, str) and cell.startswith(_CALCULATED):
        return f"'{cell}"
    return cell
