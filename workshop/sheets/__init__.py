"""Files that people already have: bytes in, plain tables out, or the one thing that is wrong.

Nothing here knows a model, a word of a pack or a widget, and nothing in a file is ever executed:
formulas are refused, macros and links to other files too. The readers are openpyxl, csv and json.
"""

from workshop.sheets.errors import KINDS, SheetError
from workshop.sheets.exports import History, Post, read_export
from workshop.sheets.journal import Column, read_journal
from workshop.sheets.opening import LARGEST
from workshop.sheets.writing import as_csv, as_xlsx

__all__ = [
    "KINDS",
    "LARGEST",
    "Column",
    "History",
    "Post",
    "SheetError",
    "as_csv",
    "as_xlsx",
    "read_export",
    "read_journal",
]
