"""From bytes to tables: what kind of file it is, told by what it holds and never by its name."""

import gzip
import io
import json
import tarfile
import zipfile
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from workshop.sheets.errors import SheetError
from workshop.sheets.text import decoded, table

LARGEST = 8_000_000
"""Bytes of the largest file that is taken: a year of posts is a tenth of it."""

MOST_UNPACKED = 60_000_000
MOST_PARTS = 5_000  # of a workbook; an archive of posts holds a picture for each
MOST_ROWS = 20_000
MOST_COLUMNS = 200
OUTBOX = "outbox.json"

_MEGA = 1_000_000
_OLD_OFFICE = b"\xd0\xcf\x11\xe0"


class Formula(str):
    """A cell that would have to be calculated. It never is."""


Value = str | int | float | date | None


@dataclass(frozen=True)
class Sheet:
    """One table as it stands in the file, headings and all; rows count from 1 as people do."""

    name: str
    rows: Sequence[Sequence[Value]]


def open_file(data: bytes) -> list[Sheet] | dict[str, Any]:
    """Return the tables of a file, or the posts of a Mastodon archive as JSON.

    Args:
        data: The whole file.

    Raises:
        SheetError: It is too large, broken, locked, carries macros or links, or is of no kind that
            we read.
    """
    if len(data) > LARGEST:
        raise SheetError("too_large", limit=LARGEST // _MEGA)
    if not data.strip():
        raise SheetError("empty")
    if data.startswith(_OLD_OFFICE):
        raise SheetError("locked")
    if data.startswith(b"PK"):
        return _unzipped(data)
    if data.startswith(b"\x1f\x8b"):
        return _untarred(data)
    text = decoded(data)
    if text.lstrip().startswith("{"):
        return _posts(text)
    return [Sheet("", table(text, MOST_ROWS, MOST_COLUMNS))]


def _unzipped(data: bytes) -> list[Sheet] | dict[str, Any]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
            if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED:
                raise SheetError("bomb", limit=MOST_UNPACKED // _MEGA)
            if any(part.flag_bits & 1 for part in parts):
                raise SheetError("locked")
            names = [part.filename for part in parts]
            if "xl/workbook.xml" in names:
                _check_workbook(names)
                return _workbook(data)
            for name in names:
                if name.rsplit("/", 1)[-1] == OUTBOX:
                    return _posts(decoded(archive.read(name)))
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError):
        raise SheetError("broken") from None
    raise SheetError("nothing_inside")


def _check_workbook(names: Sequence[str]) -> None:
    if any("vbaproject" in name.lower() or "macrosheets/" in name.lower() for name in names):
        raise SheetError("macros")
    if any(name.startswith("xl/externalLinks/") for name in names):
        raise SheetError("links")


def _workbook(data: bytes) -> list[Sheet]:
    import openpyxl  # heavy, and only needed here

    try:
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, keep_links=False)
        sheets = [Sheet(sheet.title, _rows(sheet)) for sheet in book.worksheets]
        book.close()
    except SheetError:
        raise
    except Exception:  # a damaged workbook breaks openpyxl in as many ways as it has parts
        raise SheetError("broken") from None
    return sheets


def _rows(sheet: Any) -> list[list[Value]]:
    sheet.reset_dimensions()  # what a file says of its own size is not to be trusted
    rows: list[list[Value]] = []
    for cells in sheet.iter_rows():
        if len(rows) == MOST_ROWS:
            raise SheetError("too_many_rows", limit=MOST_ROWS)
        rows.append([_value(cell) for cell in cells[:MOST_COLUMNS]])
    return rows


def _value(cell: Any) -> Value:
    value = cell.value
    if cell.data_type == "f":
        return Formula(getattr(value, "text", value))
    if hasattr(value, "date"):
        return value.date()
    if value is None or (isinstance(value, int | float | str) and not isinstance(value, bool)):
        return value
    return str(value)


def _untarred(data: bytes) -> dict[str, Any]:
    try:
        # Unpacked at once, since a tar file inside has to be read from its beginning anyway.
        plain = gzip.GzipFile(fileobj=io.BytesIO(data)).read(MOST_UNPACKED + 1)
        if len(plain) > MOST_UNPACKED:
            raise SheetError("bomb", limit=MOST_UNPACKED // _MEGA)
        with tarfile.open(fileobj=io.BytesIO(plain), mode="r:") as archive:
            for member in archive:
                inside = archive.extractfile(member) if member.isfile() else None
                if inside is not None and member.name.rsplit("/", 1)[-1] == OUTBOX:
                    return _posts(decoded(inside.read()))
    except (tarfile.TarError, zlib.error, OSError, EOFError):
        raise SheetError("broken") from None
    raise SheetError("nothing_inside")


def _posts(text: str) -> dict[str, Any]:
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        raise SheetError("broken") from None
    if not isinstance(found, dict):
        raise SheetError("unknown")
    return found
