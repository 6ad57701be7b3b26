"""What the platforms let people export, told apart by their columns.

The formats as they are documented and quoted in public code up to 2026; docs/imports.md says which
of them could be checked against what. Columns that are not named here are never looked at.
"""

from collections.abc import Sequence

from workshop.sheets.dates import Order
from workshop.sheets.errors import SheetError
from workshop.sheets.exports.history import History, Platform, Post
from workshop.sheets.exports.linkedin import read_linkedin
from workshop.sheets.exports.listed import read_listed
from workshop.sheets.exports.mastodon import read_mastodon
from workshop.sheets.opening import Sheet, open_file

__all__ = ["History", "Platform", "Post", "read_export"]


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
    history = read_mastodon(opened) if isinstance(opened, dict) else _of_tables(opened, order)
    if not history.posts:
        raise SheetError("no_posts")
    return history


def _of_tables(sheets: Sequence[Sheet], order: Order) -> History:
    history = read_listed(sheets, order) or read_linkedin(sheets, order)
    if history is None:
        raise SheetError("no_export")
    return history
