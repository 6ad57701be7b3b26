"""What a trainer takes home of a room: published counts, times used, and the texts that were shown.

The same tallies as on the desk and the screen, so a file gives nobody away either.
"""

import csv
import io
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from workshop.room.agenda import Measure
from workshop.room.room import Room
from workshop.room.stage import minutes_used
from workshop.room.tally import Bar
from workshop.room.texts import SEEN

Table = list[list[Any]]

FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet would take for the beginning of a formula."""


def tables(room: Room) -> dict[str, Table]:
    """Return the tables of an export by name, each with its columns' names in the first row."""
    changes = room.changes(desk=True)
    assert changes is not None  # everything is newer than nothing
    stage = changes.stage
    ended = stage.touched_at if stage.state == "closed" else room.store.now()
    used = room.store.read(lambda connection: minutes_used(connection, room.id, ended))
    agenda: Table = [["step", "round", "title", "minutes_planned", "minutes_used", "answered"]]
    tallies: Table = [["step", "round", "measure", "from", "below", "choices", "people"]]
    answered = {(one.step, one.round): one.answered for one in changes.tallies}
    for step in room.agenda.steps:
        key = (step.key, step.round)
        minutes = round(used.get(key, 0.0), 1)
        agenda.append([*key, step.title, step.minutes, minutes, answered.get(key, 0)])
    for one in changes.tallies:
        for name, bars in one.bars.items():
            measure = room.agenda.counted(one.step)[name]
            rows = [_row(bar, measure) for bar in bars]
            tallies += [[one.step, one.round, name, *row] for row in rows]
    texts: Table = [["step", "round", "text"]]
    shown = [text for text in changes.texts or [] if text.state in SEEN]
    texts += [[text.step, text.round, text.body] for text in shown]
    return {"agenda": agenda, "tallies": tallies, "texts": texts}


def as_xlsx(found: dict[str, Table]) -> bytes:
    """Return tables as one workbook, a sheet for each."""
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.active)
    for name, rows in found.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append([_harmless(value) for value in row])
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def as_csv(found: dict[str, Table]) -> bytes:
    """Return tables as CSV files in one ZIP, in UTF-8 that spreadsheets recognise."""
    file = io.BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        for name, rows in found.items():
            text = io.StringIO()
            csv.writer(text).writerows([_harmless(value) for value in row] for row in rows)
            archive.writestr(f"{name}.csv", text.getvalue().encode("utf-8-sig"))
    return file.getvalue()


def _row(bar: Bar, measure: Measure) -> list[Any]:
    if measure.options:
        return [None, None, ", ".join(measure.options[cell] for cell in bar.cells), bar.people]
    first, last = bar.cells[0], bar.cells[-1]
    lowest = measure.edges[first - 1] if first else None
    highest = measure.edges[last] if last < len(measure.edges) else None
    return [lowest, highest, None, bar.people]


def _harmless(value: Any) -> Any:
    """Keep a text a text: what begins like a formula gets an apostrophe in front."""
    if not isinstance(value, str):
        return value
    clean = "".join(letter for letter in value if letter >= " " or letter in "\n\t")
    return f"'{clean}" if clean.startswith(FORMULA) else clean
