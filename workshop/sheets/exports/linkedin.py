"""LinkedIn's workbook: posts beside each other by engagement and by impressions."""

from collections.abc import Sequence

from workshop.sheets.dates import Order
from workshop.sheets.exports.history import History, Post, in_order
from workshop.sheets.exports.table import Table, tables, whole
from workshop.sheets.opening import Sheet

_TOTAL = "total followers on"


def read_linkedin(sheets: Sequence[Sheet], order: Order) -> History | None:
    """Read posts, impressions and followers, if one of the sheets has the posts."""
    shown = next(filter(None, map(_shown, sheets)), None)
    if shown is None:
        return None
    table, day, impressions = shown
    days = table.days(day, order, "mdy")
    reached = table.counts(impressions)
    return History(
        platform="linkedin",
        posts=in_order(Post(day, reached=reached.get(row)) for row, day in days.items()),
        followers=next(filter(None, map(_followers, sheets)), None),
        screens=True,
    )


def _shown(sheet: Sheet) -> tuple[Table, int, int] | None:
    """Return the table of posts, and where it has their dates and impressions."""
    for table in tables(sheet):
        places = table.places
        if {"post url", "post publish date", "impressions"} <= places.keys():
            impressions = places["impressions"][0]
            # Two tables stand side by side: the date meant is the last one before the impressions.
            before = [at for at in places["post publish date"] if at < impressions]
            if before:
                return table, before[-1], impressions
    return None


def _followers(sheet: Sheet) -> int | None:
    for table in tables(sheet):
        row = sheet.rows[table.top - 1]
        if len(row) > 1 and table.heading(0).lower().startswith(_TOTAL):
            return whole(table.heading(0), [(table.top, row[1])]).get(table.top)
    return None
