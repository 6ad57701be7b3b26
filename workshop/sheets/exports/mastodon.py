"""Mastodon's outbox: what somebody wrote, without what they passed on from others."""

import html
import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from workshop.sheets.errors import SheetError
from workshop.sheets.exports.history import History, Post, in_order


def read_mastodon(outbox: Mapping[str, Any]) -> History:
    """Read the notes of an outbox."""
    items = outbox.get("orderedItems")
    if not isinstance(items, list):
        raise SheetError("no_export")
    notes = [item["object"] for item in items if _is_note(item)]
    return History("mastodon", in_order(filter(None, map(_note, notes))))


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
