"""What can be wrong with a file. The sentences that say so live in the pack, under these names."""

KINDS = {
    "too_large": ("limit",),
    "empty": (),
    "unknown": (),
    "broken": (),
    "encoding": (),
    "bomb": ("limit",),
    "macros": (),
    "links": (),
    "locked": (),
    "nothing_inside": (),
    "no_columns": ("columns",),
    "no_weeks": (),
    "too_many_rows": ("limit",),
    "too_many_weeks": ("limit",),
    "formula": ("row", "column"),
    "not_a_number": ("row", "column", "found"),
    "not_whole": ("row", "column", "found"),
    "mixed_marks": ("row", "column", "found"),
    "negative": ("row", "column", "found"),
    "too_much": ("row", "column", "found", "limit"),
    "not_a_date": ("row", "column", "found"),
    "which_order": ("row", "column", "found"),
    "too_early": ("row", "column", "found"),
    "future": ("row", "column", "found"),
    "twice": ("row", "column", "found", "other"),
    "no_export": (),
    "no_posts": (),
}
"""Every kind of mistake, with what its sentence may name."""

SHOWN = 40  # characters of a cell that a message repeats


class SheetError(ValueError):
    """A file that cannot be used as it is.

    Attributes:
        kind: What is wrong, one of `KINDS`.
        where: What the sentence names: row (as a spreadsheet counts), column (its heading), found.
    """

    def __init__(self, kind: str, **where: object) -> None:
        self.kind = kind
        self.where = {name: _short(value) for name, value in where.items()}
        super().__init__(kind, self.where)


def _short(value: object) -> object:
    text = str(value)
    return value if len(text) <= SHOWN else f"{text[: SHOWN - 1]}…"
