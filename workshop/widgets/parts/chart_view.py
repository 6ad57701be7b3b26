"""One living Vega view, which gets its chart once and from then on only rows."""

import math
from collections.abc import Sequence
from typing import Any, ClassVar

from traitlets import Bool, Dict, List, Unicode

from workshop.widgets.parts.part import Part

ROWS = "rows"
SCRIPT = "chart_view.js"


def data_free(chart: Any) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """Split an Altair chart into a spec whose data is named `rows`, and its rows.

    Args:
        chart: An Altair chart with one frame, or with `NamedData` and none.

    Raises:
        ValueError: The chart draws from more than one frame or from an address.
    """
    spec = chart.to_dict()
    datasets = spec.pop("datasets", {})
    if len(datasets) > 1:
        raise ValueError("A ChartView shows one frame: give all layers of the chart the same one.")
    _name_data(spec)
    return spec, next(iter(datasets.values()), [])


def _name_data(spec: Any) -> None:
    if isinstance(spec, list):
        for each in spec:
            _name_data(each)
    elif isinstance(spec, dict):
        if "data" in spec:
            if "name" not in spec["data"]:
                raise ValueError(
                    f"A ChartView brings its rows itself, so not {spec['data']!r:.80}."
                )
            spec["data"] = {"name": ROWS}
        for key in ("layer", "concat", "hconcat", "vconcat", "spec"):
            _name_data(spec.get(key))


def records(frame: Any) -> list[dict[str, Any]]:
    """Return a frame's rows as JSON can hold them: no NaN, no infinity, no numpy."""
    names = [str(name) for name in frame.columns]
    columns = [[_plain(cell) for cell in frame[name].tolist()] for name in frame.columns]
    return [dict(zip(names, row, strict=True)) for row in zip(*columns, strict=True)]


def _plain(cell: Any) -> Any:
    if cell is None or isinstance(cell, bool | int | str):
        return cell
    if isinstance(cell, float):
        return cell if math.isfinite(cell) else None
    if hasattr(cell, "isoformat"):
        return cell.isoformat() if cell == cell else None  # NaT is not equal to itself
    if hasattr(cell, "item"):
        return _plain(cell.item())
    return None if type(cell).__name__ == "NAType" else str(cell)


class ChartView(Part):
    """A picture of rows, with the same rows as a table for those who cannot see it.

    Args:
        chart: An Altair chart whose layers share one frame. Dates travel as text, so a chart of
            dates names them with `:O` or parses them in a transform.
        label: What the picture shows, in a sentence; the table's caption as well.
        columns: Which fields the table shows, each with its heading.
        **traits: Any of the traits below.

    Example:
        >>> view = ChartView(alt.Chart(frame).mark_bar().encode(x="hours", y="name"), "Your week")
        >>> view.show(new_frame, "Your week: 5 hours")
    """

    _speaks: ClassVar = ("table",)

    label = Unicode().tag(sync=True)
    """What the picture shows, for those who cannot see it, and the table's caption."""
    columns: List[Any] = List().tag(sync=True)
    """The table's columns: pairs of field and heading. Without any there is no table."""
    spec = Dict().tag(sync=True)
    """The Vega-Lite chart without data. Sent once."""
    fills = Bool(False).tag(sync=True)
    """Whether it takes the height that its place has, instead of its own."""
    rows: List[Any] = List().tag(sync=True)
    """The rows the picture shows."""

    def __init__(
        self,
        chart: Any,
        label: str = "",
        columns: Sequence[tuple[str, str]] = (),
        **traits: Any,
    ) -> None:
        spec, rows = data_free(chart)
        super().__init__(
            label=label,
            columns=[list(column) for column in columns],
            spec=spec,
            rows=rows,
            _script=SCRIPT,
            **traits,
        )

    def show(self, frame: Any, label: str | None = None) -> None:
        """Show other rows, and say what they show, in one message."""
        with self.hold_sync():
            self.rows = records(frame)
            if label is not None:
                self.label = label
