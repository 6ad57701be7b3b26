"""Exports with one row for each post: X, and the Business Suite of Facebook and Instagram."""

from collections.abc import Sequence
from dataclasses import dataclass

from workshop.sheets.dates import Order
from workshop.sheets.exports.history import History, Platform, Post, in_order
from workshop.sheets.exports.table import Table, tables
from workshop.sheets.opening import Sheet


@dataclass(frozen=True)
class _Format:
    """The columns by which an export is told, and where it keeps what we need.

    Names are compared in lower case. The first of several that is there is taken.
    """

    platform: Platform
    signs: tuple[str, ...]
    day: tuple[str, ...]
    text: tuple[str, ...]
    reached: tuple[str, ...]
    answers: tuple[str, ...]
    screens: bool = False
    order: Order = ""


_FORMATS = (
    _Format(
        platform="instagram",
        signs=("account username", "publish time"),
        day=("publish time",),
        text=("description", "caption"),
        reached=("reach", "accounts reached", "viewers"),
        answers=("comments",),
        order="mdy",
    ),
    _Format(
        platform="facebook",
        signs=("page name", "publish time"),
        day=("publish time",),
        text=("description", "title"),
        reached=("reach", "viewers", "people reached"),
        answers=("comments",),
        order="mdy",
    ),
    _Format(
        platform="x",
        signs=("post text", "impressions"),
        day=("date",),
        text=("post text",),
        reached=("impressions",),
        answers=("replies",),
        screens=True,
    ),
    _Format(
        platform="x",  # until 2024
        signs=("tweet text", "impressions"),
        day=("time",),
        text=("tweet text",),
        reached=("impressions",),
        answers=("replies",),
        screens=True,
    ),
)


def read_listed(sheets: Sequence[Sheet], order: Order) -> History | None:
    """Read the first table whose columns are those of a known export, if there is one."""
    for sheet in sheets:
        for table in tables(sheet):
            places = table.places
            for known in _FORMATS:
                if all(sign in places for sign in known.signs):
                    return _read(table, known, order)
    return None


def _read(table: Table, known: _Format, order: Order) -> History:
    places = table.places
    at = {
        field: next((places[name][0] for name in getattr(known, field) if name in places), None)
        for field in ("day", "text", "reached", "answers")
    }
    days = table.days(at["day"], order, known.order)
    texts = dict(table.column(at["text"]))
    reached, answers = table.counts(at["reached"]), table.counts(at["answers"])
    return History(
        platform=known.platform,
        posts=in_order(
            Post(day, str(texts.get(row) or ""), reached.get(row), answers.get(row))
            for row, day in days.items()
        ),
        screens=known.screens,
    )
