"""Text tables as the world writes them: any encoding, any delimiter."""

import csv
import io
import re
from collections.abc import Iterable

from workshop.sheets.errors import SheetError

DELIMITERS = ";\t|,"
"""Commas last: where decimal commas make as many columns as semicolons, these are meant."""

_BOMS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_NO_TEXT = re.compile(r"[\0-\x08\x0e-\x1f]")  # what only programs write
_LOOKED_AT = 4_000  # bytes or letters that tell an encoding or a delimiter


def decoded(data: bytes) -> str:
    """Return a file's text: by its byte order mark, else UTF-16, UTF-8 or Windows-1252.

    Raises:
        SheetError: It is no text, or in none of these encodings.
    """
    for encoding in _encodings(data):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if _NO_TEXT.search(text):
            raise SheetError("unknown")
        return text
    raise SheetError("encoding")


def _encodings(data: bytes) -> Iterable[str]:
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return [encoding]
    start = data[:_LOOKED_AT]
    if b"\0" not in start:
        return ["utf-8", "cp1252"]
    # Western text in UTF-16 without a mark has a zero in every second byte.
    even, odd = start[::2].count(0), start[1::2].count(0)
    if max(even, odd) < len(start) / 4 or min(even, odd) > len(start) / 8:
        raise SheetError("unknown")
    return ["utf-16-be" if even > odd else "utf-16-le"]


def table(text: str, most_rows: int, most_columns: int) -> list[list[str]]:
    """Return the rows of a text table; the first line may name its delimiter (`sep=;`).

    Raises:
        SheetError: A row too many, or no table at all.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")  # Windows, and Macs of long ago
    hint, _, rest = text.partition("\n")
    if hint.strip().lower().startswith("sep=") and len(hint.strip()) == 5:
        # Spreadsheets hide this line but count it.
        return [[], *_rows(rest, hint.strip()[-1], most_rows, most_columns)]
    return _rows(text, delimiter(text), most_rows, most_columns)


def delimiter(text: str) -> str:
    """Return what divides the columns: what makes most of the first rows equally long."""
    return max(DELIMITERS, key=lambda mark: _alike(text[:_LOOKED_AT], mark))


def _alike(text: str, mark: str) -> int:
    """Count the rows that are as long as most of them, if a mark divides them at all."""
    rows = [row for row in csv.reader(io.StringIO(text), delimiter=mark) if row]
    lengths = [len(row) for row in rows if len(row) > 1]
    return max(map(lengths.count, lengths), default=0)


def _rows(text: str, mark: str, most_rows: int, most_columns: int) -> list[list[str]]:
    rows: list[list[str]] = []
    try:
        for row in csv.reader(io.StringIO(text), delimiter=mark):
            if len(rows) == most_rows:
                raise SheetError("too_many_rows", limit=most_rows)
            rows.append([cell.strip() for cell in row[:most_columns]])
    except csv.Error:
        raise SheetError("broken") from None
    return rows
