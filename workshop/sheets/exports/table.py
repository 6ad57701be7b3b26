"""A table in an export: its columns found by their headings, and read down to a first mistake."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from workshop.sheets.dates import Order, dates
from workshop.sheets.errors import SheetError
from workshop.sheets.numbers import numbers
from workshop.sheets.opening import Sheet, Value

MOST = 1e9  # people or screens; nobody has more
_HEADINGS_WITHIN = 5  # rows

Cells = Sequence[tuple[int, Value]]
"""Values of one column, each with its row in the file."""


@dataclass(frozen=True)
class Table:
    """What stands below one row of a sheet, if that row is one of headings.

    Attributes:
        sheet: Where it is.
        top: Its row of headings, from 1.
    """

    sheet: Sheet
    top: int

    @property
    def places(self) -> dict[str, list[int]]:
        """Return where each heading stands, in lower case; the same may stand there twice."""
        found: dict[str, list[int]] = {}
        for at, cell in enumerate(self.sheet.rows[self.top - 1]):
            found.setdefault(" ".join(str(cell or "").lower().split()), []).append(at)
        return found

    def heading(self, place: int | None) -> str:
        """Return a heading as it is written."""
        return "" if place is None else str(self.sheet.rows[self.top - 1][place])

    def column(self, place: int | None) -> Cells:
        """Return what stands in a column, or nothing where there is no such column."""
        if place is None:
            return []
        rows = enumerate(self.sheet.rows[self.top :], start=self.top + 1)
        return [(row, cells[place]) for row, cells in rows if place < len(cells)]

    def counts(self, place: int | None) -> dict[int, int]:
        """Return the whole numbers of a column by their rows."""
        return whole(self.heading(place), self.column(place))

    def days(self, place: int | None, order: Order, usual: Order) -> dict[int, date]:
        """Return the dates of a column by their rows.

        Args:
            place: Which column.
            order: Whether day or month comes first, where somebody was asked.
            usual: Which comes first in such exports, where the dates themselves do not tell.
        """
        cells = [(row, value) for row, value in self.column(place) if value not in (None, "")]
        heading = self.heading(place)
        try:
            return dates(heading, cells, order)
        except SheetError as problem:
            if problem.kind == "which_order" and usual:
                return dates(heading, cells, usual)
            raise


def tables(sheet: Sheet) -> Iterator[Table]:
    """Yield what may be a table: one below each of the first few rows."""
    for top in range(1, len(sheet.rows[:_HEADINGS_WITHIN]) + 1):
        yield Table(sheet, top)


def whole(heading: str, cells: Cells) -> dict[int, int]:
    """Return whole numbers by their rows."""
    found = numbers(heading, cells, whole=True, most=MOST)
    return {row: round(amount) for row, amount in found.items()}
