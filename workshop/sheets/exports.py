"""What the platforms let people export, told apart by their columns.

The formats as they are documented and quoted in public code up to 2026; docs/imports.md says which
of them could be checked against what. Columns that are not named here are never looked at.
"""

import html
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from workshop.sheets.dates import Order, dates
from workshop.sheets.errors import SheetError
from workshop.sheets.numbers import numbers
from workshop.sheets.opening import Sheet, Value, open_file

Platform = Literal["linkedin", "x", "facebook", "instagram", "mastodon"]

MOST = 1e9  # people or screens; nobody has more
_HEADINGS_WITHIN = 5  # rows
_TOTAL = "total followers on"


@dataclass(frozen=True)
class Post:
    """One post.

    Attributes:
        day: When it was published.
        text: What it said; empty where the export does not tell.
        reached: People who saw it (screens, where `History.screens`), if told.
        answers: Comments or replies, if told.
    """

    day: date
    text: str = ""
    reached: int | None = None
    answers: int | None = None


@dataclass(frozen=True)
class History:
    """What an export tells about somebody's posts.

    Attributes:
        platform: Where they were.
        posts: In order of time.
        followers: At the day of the export, if told.
        screens: Whether `reached` counts how often a post was shown, not how many people saw it.
    """

    platform: Platform
    posts: tuple[Post, ...]
    followers: int | None = None
    screens: bool = False


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


def read_export(data: bytes, order: Order = "") -> History:
    """Read what LinkedIn, X, Facebook, Instagram or Mastodon exported.

    Args:
        data: The file: XLSX (LinkedIn), CSV (X, Meta Business Suite), `outbox.json` or the whole
            archive (Mastodon).
        order: Whether day or month comes first, where somebody was asked.

    Raises:
        SheetError: It is none of them, or the first mistake with its row and column.
    """
    opened = open_file(data)
    history = _mastodon(opened) if isinstance(opened, dict) else _tables(opened, order)
    if not history.posts:
        raise SheetError("no_posts")
    return history


def _tables(sheets: Sequence[Sheet], order: Order) -> History:
    for sheet in sheets:
        for top, row in enumerate(sheet.rows[:_HEADINGS_WITHIN], start=1):
            places = _places(row)
            for known in _FORMATS:
                if all(sign in places for sign in known.signs):
                    return _listed(sheet, top, places, known, order)
    return _linkedin(sheets, order)


def _places(row: Sequence[Value]) -> dict[str, list[int]]:
    places: dict[str, list[int]] = {}
    for at, cell in enumerate(row):
        places.setdefault(" ".join(str(cell or "").lower().split()), []).append(at)
    return places


def _listed(
    sheet: Sheet, top: int, places: Mapping[str, list[int]], known: _Format, order: Order
) -> History:
    """Read an export with one row for each post."""
    at = {
        field: next((places[name][0] for name in getattr(known, field) if name in places), None)
        for field in ("day", "text", "reached", "answers")
    }
    days = _dates(sheet, top, at["day"], order, known.order)
    texts = dict(_column(sheet, top, at["text"]))
    reached = _counts(sheet, top, at["reached"])
    answers = _counts(sheet, top, at["answers"])
    return History(
        platform=known.platform,
        posts=_in_order(
            Post(day, str(texts.get(row) or ""), reached.get(row), answers.get(row))
            for row, day in days.items()
        ),
        screens=known.screens,
    )


def _linkedin(sheets: Sequence[Sheet], order: Order) -> History:
    """Read LinkedIn's workbook: posts beside each other by engagement and by impressions."""
    shown = next(filter(None, (_shown(sheet) for sheet in sheets)), None)
    if shown is None:
        raise SheetError("no_export")
    sheet, top, day, impressions = shown
    days = _dates(sheet, top, day, order, "mdy")
    reached = _counts(sheet, top, impressions)
    return History(
        platform="linkedin",
        posts=_in_order(Post(day, reached=reached.get(row)) for row, day in days.items()),
        followers=next(filter(None, (_followers(sheet) for sheet in sheets)), None),
        screens=True,
    )


def _shown(sheet: Sheet) -> tuple[Sheet, int, int, int] | None:
    """Return where the table of posts and their impressions stands, if this sheet has it."""
    for top, row in enumerate(sheet.rows[:_HEADINGS_WITHIN], start=1):
        places = _places(row)
        if {"post url", "post publish date", "impressions"} <= places.keys():
            impressions = places["impressions"][0]
            # Two tables stand side by side: the date meant is the last one before the impressions.
            before = [at for at in places["post publish date"] if at < impressions]
            if before:
                return sheet, top, before[-1], impressions
    return None


def _followers(sheet: Sheet) -> int | None:
    for row, cells in enumerate(sheet.rows[:_HEADINGS_WITHIN], start=1):
        if len(cells) > 1 and str(cells[0] or "").lower().startswith(_TOTAL):
            heading = str(cells[0])
            return _whole(heading, [(row, cells[1])]).get(row)
    return None


def _dates(
    sheet: Sheet, top: int, place: int | None, order: Order, usual: Order
) -> dict[int, date]:
    cells = [(row, value) for row, value in _column(sheet, top, place) if value not in (None, "")]
    heading = _heading(sheet, top, place)
    try:
        return dates(heading, cells, order)
    except SheetError as problem:
        if problem.kind == "which_order" and usual:
            return dates(heading, cells, usual)
        raise


def _counts(sheet: Sheet, top: int, place: int | None) -> dict[int, int]:
    return _whole(_heading(sheet, top, place), _column(sheet, top, place))


def _whole(heading: str, cells: Sequence[tuple[int, Value]]) -> dict[int, int]:
    found = numbers(heading, cells, whole=True, most=MOST)
    return {row: round(amount) for row, amount in found.items()}


def _heading(sheet: Sheet, top: int, place: int | None) -> str:
    return "" if place is None else str(sheet.rows[top - 1][place])


def _column(sheet: Sheet, top: int, place: int | None) -> list[tuple[int, Value]]:
    rows = enumerate(sheet.rows[top:], start=top + 1)
    if place is None:
        return []
    return [(row, cells[place]) for row, cells in rows if place < len(cells)]


def _in_order(posts: Iterable[Post]) -> tuple[Post, ...]:
    return tuple(sorted(posts, key=lambda post: post.day))


def _mastodon(outbox: Mapping[str, Any]) -> History:
    """Read an outbox: what somebody wrote, without what they passed on from others."""
    items = outbox.get("orderedItems")
    if not isinstance(items, list):
        raise SheetError("no_export")
    notes = [item["object"] for item in items if _is_note(item)]
    return History("mastodon", _in_order(filter(None, map(_note, notes))))


def _is_note(item: Any) -> bool:
    return (
        isinstance(item, dict)
        and item.get("type") == "Create"
        and isinstance(item.get("object"), dict)
    )


def _note(note: Mapping[str, Any]) -> Post | None:
    """Read one note; a damaged one is left out, since nobody could mend it by hand."""
    content, published = note.get("content"), note.get("published")
    if not (isinstance(content, str) and isinstance(published, str)):
        return None
    try:
        day = date.fromisoformat(published[:10])
    except ValueError:
        return None
    return Post(day, _plain(content))


def _plain(content: str) -> str:
    """Return the text of a note; its markup is the server's own and never shown."""
    lines = re.sub(r"<br\s*/?>|</p>\s*<p>", "\n", content)
    return html.unescape(re.sub(r"<[^>]*>", "", lines)).strip()
