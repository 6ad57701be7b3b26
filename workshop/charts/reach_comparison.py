"""Who could hear, heard, spoke and went on: a range for each way, on a logarithmic scale."""

from collections.abc import Mapping
from typing import Any

import altair as alt
import pandas as pd

from workshop.charts.theme import INK, PAPER, SOFT, colour, dress, steps_axis
from workshop.packs.pack import Pack

ROW = 44  # pixels a line
LEAST = 0.5  # a logarithm has no zero; anything below is drawn here and called 'under 1'
MOST = 200_000
SHAPES = {"events": "circle", "broadcasting": "square", "conversing": "diamond"}


def stage_rows(stages: pd.DataFrame, pack: Pack) -> pd.DataFrame:
    """Prepare the rows of `stage_chart`: a headline for each stage, then its ways.

    Args:
        stages: stage, way, low, middle, high (as `models.reach_comparison.stages`).
        pack: The words.

    Returns:
        Rows in reading order with `row`, `kind` ('stage' or 'way'), `label`, and the three numbers
        kept between the ends of the axis.
    """
    lines = stages.to_dict("records")
    rows = []
    for stage, name in pack.reach_comparison.stages.items():
        rows.append(_headline(stage, name))
        rows.extend(_line(line, pack) for line in lines if line["stage"] == stage)
    return pd.DataFrame(rows)


def _headline(stage: str, name: str) -> dict[str, Any]:
    ends = {"low": LEAST, "middle": LEAST, "high": LEAST}
    return {"row": stage, "kind": "stage", "label": name, "way": "", **ends}


def _line(line: Mapping[Any, Any], pack: Pack) -> dict[str, Any]:
    band = pack.say.band(line["low"], line["high"])
    return {
        "row": f"{line['stage']}/{line['way']}",
        "kind": "way",
        "label": f"{pack.reach_comparison.ways[line['way']]}: {band}",
        "way": line["way"],
        **{end: _drawable(line[end]) for end in ("low", "middle", "high")},
    }


def _drawable(people: float) -> float:
    return min(max(people, LEAST), MOST)


def stage_chart(rows: pd.DataFrame, pack: Pack) -> alt.LayerChart:
    """Draw the 80 % band of each way as a bar, its median as a mark, and its words above."""
    words = pack.reach_comparison
    ways = list(words.ways)
    order = list(rows["row"])
    base = alt.Chart(rows).encode(
        y=alt.Y("row:N", sort=order, axis=None, scale=alt.Scale(domain=order))
    )
    of_ways = base.transform_filter("datum.kind == 'way'")
    scale = alt.Scale(type="log", domain=[LEAST, MOST], clamp=True)
    axis = steps_axis([1, 10, 100, 1000, 10_000, 100_000], pack.say)
    colours = alt.Scale(domain=ways, range=[colour(words.tints[way]) for way in ways])
    fill = alt.Color("way:N", legend=None, scale=colours)
    shapes = alt.Scale(domain=ways, range=[SHAPES[way] for way in ways])
    band = of_ways.mark_bar(height=10, cornerRadius=5, opacity=0.45, yOffset=4).encode(
        x=alt.X("low:Q", scale=scale, axis=axis, title=words.picture.axis), x2="high:Q", color=fill
    )
    middle = of_ways.mark_point(
        filled=True, size=110, opacity=1, stroke=PAPER, strokeWidth=1.5, yOffset=4
    ).encode(
        x=alt.X("middle:Q", scale=scale),
        color=fill,
        shape=alt.Shape("way:N", legend=None, scale=shapes),
    )
    label = of_ways.mark_text(align="left", dy=-12, fill=INK).encode(x=alt.value(0), text="label:N")
    headline = (
        base.transform_filter("datum.kind == 'stage'")
        .mark_text(align="left", dy=6, fill=SOFT, fontSize=14, fontWeight="bold")
        .encode(x=alt.value(0), text="label:N")
    )
    return dress(alt.layer(band, middle, label, headline).properties(height=ROW * len(order)))
