"""Relationships over months: a small picture for each stage, both media in it as bands."""

from collections.abc import Mapping, Sequence
from typing import Any

import altair as alt
import pandas as pd

from workshop.charts.theme import INK, LINE, PAPER, SOFT, colour, dress
from workshop.packs.pack import Pack

LEGEND = 30  # pixels above the first stage
PANEL = 160  # pixels a stage: its name, a line of figures, the curves, and air
NAME, FIGURES, TOP, FLOOR = 12, 34, 56, 144  # where these stand in a panel, in pixels
SHAPES = {"face_to_face": "circle", "social": "diamond"}
STEPS = (1, 1.5, 2, 3, 4, 5, 6, 8, 10)  # what a panel's scale may end with, times a power of ten


def growth_rows(result: Mapping[str, Any], pack: Pack) -> pd.DataFrame:
    """Prepare the rows of `growth_chart`.

    Args:
        result: `growth` and `pitched` as records (as `models.relationships` gives them), and by
            medium the month from which an opportunity is `likely`, if any.
        pack: The words.

    Returns:
        A row for each month of each medium of each stage, with its panel's `base` and `top`. The
        `last` of them carries the words and the mark.
    """
    words = pack.relationship_growth
    frame = pd.DataFrame(result["growth"]).round(2)
    frame["pitched"] = [round(row["middle"], 2) for row in result["pitched"]]
    highest = frame.groupby("stage")["high"].max()
    stages = list(words.stages)
    last = frame["month"] == frame["month"].max()
    bands = map(pack.say.band, frame["low"], frame["high"])
    likely = frame["medium"].map(result["likely"])
    return frame.assign(
        name=frame["stage"].map(words.stages),
        side=frame["medium"].map(words.media),
        base=[LEGEND + stages.index(stage) * PANEL for stage in frame["stage"]],
        top=[_ceiling(highest[stage]) for stage in frame["stage"]],
        last=last,
        words=[band if at_end else "" for band, at_end in zip(bands, last, strict=True)],
        likely=likely.where(last & (frame["stage"] == "brought")),
    )


def _ceiling(highest: float) -> float:
    """Return where a panel's scale ends: the next of the `STEPS`."""
    power = 1.0
    while highest > 10 * power:
        power *= 10
    return next(step * power for step in STEPS if highest <= step * power)


def growth_chart(rows: pd.DataFrame, pack: Pack, dashes: str = "") -> alt.LayerChart:
    """Draw bands and middles by medium, the pitched path dashed, and a mark where one is likely.

    Args:
        rows: As `growth_rows` prepares them.
        pack: The words.
        dashes: What the dashed path is called; the pitched one if empty.
    """
    words = pack.relationship_growth
    media, height = list(words.media), LEGEND + PANEL * len(words.stages)
    colours = [colour(words.tints[medium]) for medium in media]
    fill = alt.Color("medium:N", legend=None, scale=alt.Scale(domain=media, range=colours))
    shape = alt.Shape(
        "medium:N",
        legend=None,
        scale=alt.Scale(domain=media, range=[SHAPES[medium] for medium in media]),
    )
    axis = alt.Axis(tickMinStep=1, tickCount=8, format="d", grid=False)
    month = alt.X(
        "month:Q", axis=axis, title=words.picture.axis, scale=alt.Scale(nice=False, padding=6)
    )
    base = _in_panels(alt.Chart(rows))
    lines = base.encode(x=month, color=fill, detail="stage:N")
    ends = base.transform_filter("datum.last")
    first = ends.transform_filter(f"datum.medium == '{media[0]}'")
    layers = [
        first.mark_rule(stroke=LINE).encode(y=_y("floor", height)),
        lines.mark_area(opacity=0.22, interpolate="monotone").encode(
            y=_y("y_low", height), y2="y_high"
        ),
        lines.mark_line(strokeWidth=1.75, strokeDash=[3, 4], interpolate="monotone").encode(
            y=_y("y_pitched", height)
        ),
        lines.mark_line(strokeWidth=2.75, interpolate="monotone").encode(y=_y("y_middle", height)),
        ends.mark_point(filled=True, size=90, opacity=1, stroke=PAPER, strokeWidth=1.5).encode(
            x=month, y=_y("y_middle", height), color=fill, shape=shape
        ),
        *_likely(ends, words.picture.mark, fill, shape, height),
        *_labels(first, ends, media, fill, height),
        *_legend(ends, pack, fill, dashes or words.picture.dashes),
    ]
    return dress(alt.layer(*layers).properties(height=height))


def _in_panels(chart: alt.Chart) -> alt.Chart:
    """Give every row its pixels: a stage has a panel and a scale of its own."""
    floor = f"datum.base + {FLOOR}"
    pixels = {
        f"y_{end}": f"{floor} - {FLOOR - TOP} * datum.{end} / datum.top"
        for end in ("low", "middle", "high", "pitched")
    }
    places = {"floor": floor, "name_y": f"datum.base + {NAME}", "roof": f"datum.base + {TOP}"}
    places["figures_y"] = f"datum.base + {FIGURES}"
    return chart.transform_calculate(**pixels, **places)


def _y(field: str, height: int) -> alt.Y:
    scale = alt.Scale(domain=[0, height], reverse=True, nice=False, zero=False)
    return alt.Y(f"{field}:Q", axis=None, scale=scale)


def _likely(ends: alt.Chart, words: str, fill: Any, shape: Any, height: int) -> list[alt.Chart]:
    """Mark the month from which a first opportunity is more likely than not."""
    note = ends.mark_text(align="right", fill=SOFT, fontSize=13, text=words)
    marked = ends.transform_filter("isValid(datum.likely)").encode(x="likely:Q", color=fill)
    right = alt.value(alt.ExprRef("width"))
    return [
        note.transform_filter("isValid(datum.likely)")
        .transform_aggregate(name_y="min(name_y)", groupby=["stage"])
        .encode(x=right, y=_y("name_y", height)),
        marked.mark_rule(strokeWidth=1.5).encode(y=_y("roof", height), y2="floor"),
        marked.mark_point(filled=True, size=120, opacity=1, stroke=PAPER, strokeWidth=1.5).encode(
            y=_y("roof", height), shape=shape
        ),
    ]


def _labels(
    first: alt.Chart, ends: alt.Chart, media: Sequence[str], fill: Any, height: int
) -> list[alt.Chart]:
    """Write each panel's name, where its scale ends, and each medium's figures beside its shape."""
    name = first.mark_text(align="left", fill=SOFT, fontSize=14, fontWeight="bold")
    top = first.mark_text(align="right", fill=SOFT, fontSize=12, dy=-2)
    layers = [
        name.encode(x=alt.value(0), y=_y("name_y", height), text="name:N"),
        top.encode(x=alt.value(alt.ExprRef("width")), y=_y("roof", height), text="top:Q"),
    ]
    for medium, place in zip(media, ("0", "width / 2"), strict=True):
        of_medium = ends.transform_filter(f"datum.medium == '{medium}'")
        key = of_medium.mark_point(filled=True, size=80, opacity=1, shape=SHAPES[medium])
        words = of_medium.mark_text(align="left", fill=INK)
        at, beside = (alt.value(alt.ExprRef(f"{place} + {gap}")) for gap in (6, 17))
        layers += [
            key.encode(x=at, y=_y("figures_y", height), color=fill),
            words.encode(x=beside, y=_y("figures_y", height), text="words:N"),
        ]
    return layers


def _legend(ends: alt.Chart, pack: Pack, fill: Any, dashes: str) -> list[alt.Chart]:
    """Name both media and the dashes once, above all panels."""
    words = pack.relationship_growth
    first = ends.transform_filter(f"datum.stage == '{next(iter(words.stages))}'")
    layers = []
    for medium, place in zip(words.media, (0.0, 0.36), strict=True):
        of_medium = first.transform_filter(f"datum.medium == '{medium}'").encode(y=alt.value(8))
        key = of_medium.mark_point(filled=True, size=80, opacity=1, shape=SHAPES[medium])
        name = of_medium.mark_text(align="left", fill=INK, fontWeight="bold")
        at, beside = (alt.value(alt.ExprRef(f"{place} * width + {gap}")) for gap in (6, 17))
        layers += [key.encode(x=at, color=fill), name.encode(x=beside, text="side:N")]
    once = first.transform_filter(f"datum.medium == '{next(iter(words.media))}'")
    dashed = once.mark_text(align="right", fill=SOFT, fontSize=13, text=dashes)
    return [*layers, dashed.encode(x=alt.value(alt.ExprRef("width")), y=alt.value(8))]
