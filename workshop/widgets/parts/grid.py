"""A small table of numbers to fill in."""

import math
from collections.abc import Callable
from typing import Any, ClassVar

from ipywidgets import CallbackDispatcher
from traitlets import Dict, List, Unicode

from workshop.widgets.parts.part import Part


class Grid(Part):
    """A table whose cells are native number fields, each named by its row and its column.

    Args:
        label: What the table holds, its caption.
        rows: Each a `key`, a `label`, the `step` and the `max` of its numbers, perhaps a `help`.
        columns: Each a `key`, a `label` and perhaps a `tint`.
        **traits: Any of the traits below.

    Example:
        >>> grid = Grid("A week", [{"key": "h", "label": "Hours", "step": 0.25, "max": 60}],
        ...             [{"key": "a", "label": "Events"}])
        >>> grid.on_edit(lambda row, column, value: print(row, column, value))
        >>> grid.edit("h", "a", 2)
        h a 2.0
    """

    _speaks: ClassVar = ("between", "unclear")

    label = Unicode().tag(sync=True)
    """What the table holds."""
    rows: List[Any] = List().tag(sync=True)
    """One line for each kind of number."""
    columns: List[Any] = List().tag(sync=True)
    """One column for each thing that has such numbers."""
    values = Dict().tag(sync=True)
    """The numbers by row and then column; what is missing is an empty cell."""

    def __init__(
        self, label: str, rows: list[dict[str, Any]], columns: list[dict[str, Any]], **traits: Any
    ) -> None:
        self._callbacks = CallbackDispatcher()
        super().__init__(label=label, rows=rows, columns=columns, _script="grid.js", **traits)

    def on_edit(self, callback: Callable[[str, str, float | None], Any]) -> None:
        """Call back with row, column and number (None for an emptied cell) after each change."""
        self._callbacks.register_callback(callback)

    def edit(self, row: str, column: str, value: float | None) -> None:
        """Do what a number typed in the browser does.

        Raises:
            ValueError: There is no such cell, or the number does not fit it.
        """
        found = next((line for line in self.rows if line["key"] == row), None)
        if found is None or all(each["key"] != column for each in self.columns):
            raise ValueError("")
        self._callbacks(row, column, None if value is None else self._fit(found, value))

    def _fit(self, row: dict[str, Any], value: Any) -> float:
        try:
            usable = not isinstance(value, bool) and isinstance(value, int | float)
            number = float(value) if usable else math.nan
        except OverflowError:
            number = math.inf
        if not 0 <= number <= row["max"]:
            raise ValueError(self.say("between", low="0", high=f"{row['max']:,g}"))
        return round(number / row["step"]) * row["step"]

    def _handle_custom_msg(self, content: Any, buffers: list[bytes]) -> None:
        match content:
            case {"cell": [str(row), str(column)], "value": value}:
                self._on_typed(row, column, value)
            case _:
                super()._handle_custom_msg(content, buffers)

    def _on_typed(self, row: str, column: str, value: Any) -> None:
        try:
            self.edit(row, column, value)
        except ValueError as problem:
            self.problem = str(problem)
            self.send_state(["values"])
        else:
            self.problem = ""
