"""Many posts of one person: how they read as a whole, and what changed over time."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from workshop.reading.engine import read
from workshop.reading.findings import Reading
from workshop.reading.rubric import BANDS, NOT_ENOUGH
from workshop.reading.rules import Rules
from workshop.reading.shares import Change, Share, change, share

if TYPE_CHECKING:
    import pandas as pd

MOST_POSTS = 5_000
"""Posts that are read at once; a person who wrote more names the last few."""

_JUDGED = tuple(band for band in BANDS if band != NOT_ENOUGH)


@dataclass(frozen=True)
class PostsReading:
    """How many posts read.

    Attributes:
        readings: One for each post that holds a text, in the order of time, the undated first.
        shares: For each band its share of the posts that could be judged.
        changes: For each band its share in the earlier and in the later half of the dated posts;
            empty where fewer than two are dated.
        without_text: Rows left out since they hold no text.
        not_judged: Posts that hold not enough to judge.
        undated: Posts that could be judged but have no date, and so tell of no change.
    """

    readings: tuple[Reading, ...]
    shares: Mapping[str, Share]
    changes: Mapping[str, Change]
    without_text: int
    not_judged: int
    undated: int


def read_posts(
    frame: "pd.DataFrame",
    kind: str = "post",
    language: str | None = None,
    rules: Rules | None = None,
    last: int | None = None,
) -> PostsReading:
    """Read all posts of a person.

    Args:
        frame: A column `text`, and a column `date` if what changed is of interest: dates, or texts
            such as 2026-11-24. Rows without a text are left out and counted.
        kind: One of `KINDS`, for all of them.
        language: As for `read`.
        rules: As for `read`.
        last: How many of the latest to read; all if None.

    Raises:
        TypeError: If it is no DataFrame, or a text is no text.
        ValueError: Naming the column or the row, and the remedy.

    Example:
        >>> import pandas as pd
        >>> posts = pd.DataFrame({"text": ["What do you bake today, Ben?", "Book your call now!"]})
        >>> read_posts(posts).shares["pitch"].count
        1
    """
    posts = _posts(frame, last)
    pairs = [(read(text, kind, language, rules), dated) for text, dated in posts]
    readings = tuple(reading for reading, _ in pairs)
    judged = [(reading.band, dated) for reading, dated in pairs if reading.band != NOT_ENOUGH]
    dated = [band for band, has_date in judged if has_date]
    return PostsReading(
        readings=readings,
        shares=_shares([band for band, _ in judged]),
        changes=_changes(dated),
        without_text=int(frame["text"].map(_is_empty).sum()),
        not_judged=len(readings) - len(judged),
        undated=len(judged) - len(dated),
    )


def _shares(bands: Sequence[str]) -> dict[str, Share]:
    return {band: share(bands.count(band), len(bands)) for band in _JUDGED}


def _changes(bands: Sequence[str]) -> dict[str, Change]:
    """Compare the earlier half with the later; one in the middle belongs to the earlier."""
    if len(bands) < 2:
        return {}
    middle = (len(bands) + 1) // 2
    early, late = _shares(bands[:middle]), _shares(bands[middle:])
    return {band: change(early[band], late[band]) for band in _JUDGED}


def _posts(frame: "pd.DataFrame", last: int | None) -> list[tuple[str, bool]]:
    """Return the texts in the order of time, and whether each has a date."""
    _refuse_unless_frame(frame)
    if last is not None and (not isinstance(last, int) or last < 1):
        raise ValueError(f"last must be a whole number above 0, got {last!r}.")
    rows = frame.assign(date=_dates(frame)).loc[~frame["text"].map(_is_empty).astype(bool)]
    rows = rows.sort_values("date", kind="stable", na_position="first")
    rows = rows if last is None else rows.tail(last)
    if len(rows) > MOST_POSTS:
        raise ValueError(
            f"{len(rows)} posts are more than {MOST_POSTS}. Read the last={MOST_POSTS}."
        )
    return list(zip(rows["text"], rows["date"].notna(), strict=True))


def _refuse_unless_frame(frame: Any) -> None:
    if not hasattr(frame, "columns") or not hasattr(frame, "assign"):
        raise TypeError(f"posts must be a pandas DataFrame, got {type(frame).__name__}.")
    if "text" not in frame.columns:
        among = ", ".join(map(str, frame.columns)) or "none"
        raise ValueError(f"There is no column 'text'. Rename the one that holds it: {among}.")


def _is_empty(text: Any) -> bool:
    return text is None or text != text or (isinstance(text, str) and not text.strip())


def _dates(frame: "pd.DataFrame") -> "pd.Series":
    import pandas as pd

    if "date" not in frame.columns:
        return pd.Series(pd.NaT, index=frame.index, dtype="datetime64[ns, UTC]")
    said = frame["date"]
    if pd.api.types.is_numeric_dtype(said) and said.notna().any():
        raise ValueError("Column 'date' holds numbers. Write dates, such as 2026-11-24.")
    dates = pd.to_datetime(said, utc=True, errors="coerce", format="mixed")
    wrong = dates.isna() & said.notna() & (said.astype(str).str.strip() != "")
    if wrong.any():
        place = int(wrong.to_numpy().argmax())
        raise ValueError(
            f"Row {said.index[place]!r}: {said.iloc[place]!r} is no date. "
            "Write it as 2026-11-24, or leave it empty."
        )
    return dates
