"""Charts compiled from Vega-Lite to Vega before anybody comes, so that no browser has to.

    python -m workshop.serving.pages.charts < charts.json > compiled.json

A browser that is handed Vega loads a third less script and draws at once. Compiling happens in a
process of its own: the compiler is a JavaScript engine, whose threads and memory nobody else needs.
"""

import json
import logging
import subprocess
import sys
from typing import Any

from workshop.widgets.parts.chart_view import ROWS, SCRIPT

log = logging.getLogger("workshop")

COMPILED = "compiled"
"""What a page's model of a chart has beyond the kernel's: the chart as Vega, without its rows."""

WITHIN = 60  # seconds

State = dict[str, Any]


def compile_ahead(widgets: State) -> bool:
    """Add its Vega to each chart among the widgets that a page brings along.

    Args:
        widgets: The state of all widgets, as a page embeds it. Changed in place.

    Returns:
        Whether all charts are compiled, so that a page needs no compiler.
    """
    charts = [
        model["state"]
        for model in widgets.get("state", {}).values()
        if model["state"].get("_script") == SCRIPT
    ]
    done = _in_another_process([_whole(chart) for chart in charts]) if charts else []
    for chart, compiled in zip(charts, done, strict=False):
        if compiled:
            chart[COMPILED] = compiled
    return all(COMPILED in chart for chart in charts)


def _whole(chart: State) -> State:
    """The chart as the browser would hand it to Vega-Lite; see `chart_view.js`."""
    spec = chart["spec"]
    config = {"aria": False, **spec.get("config", {})}
    return {**spec, "config": config, "width": 340, "datasets": {ROWS: chart["rows"]}}


def _in_another_process(specs: list[State]) -> list[State | None]:
    try:
        run = subprocess.run(
            [sys.executable, "-m", __name__],
            input=json.dumps(specs),
            capture_output=True,
            text=True,
            timeout=WITHIN,
            check=True,
        )
        return json.loads(run.stdout)
    except (OSError, ValueError, subprocess.SubprocessError) as problem:
        log.info("Browsers compile the charts themselves: %s", problem)
        return []


def _compiled(spec: State) -> State | None:
    """A chart as Vega without its rows, or None where it is better left to the browser."""
    import vl_convert

    try:
        vega: State = vl_convert.vegalite_to_vega(spec)
    except ValueError:
        return None
    own = [data for data in vega["data"] if data["name"] == ROWS]
    if len(own) != 1:
        return None
    own[0].pop("values", None)
    return vega


if __name__ == "__main__":
    json.dump([_compiled(spec) for spec in json.load(sys.stdin)], sys.stdout)
