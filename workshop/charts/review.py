"""What hours brought, as counted beside as assumed: two ranges for each medium and outcome."""

from collections.abc import Mapping
from typing import Any

import altair as alt
import pandas as pd

from workshop.charts.theme import INK, PAPER, SOFT, colour, dress, steps_axis
from workshop.packs.pack import Pack

ROW = 50  # pixels a line
HOURS = 100  # what rates are told for, so that few of them are fractions
LEAST = 0.1  # a logarithm has no zero; anything below is drawn here
MOST = 100_000
SHAPES = {"face_to_face": "circle", "social": "diamond"}


def review_rows(rates: pd.DataFrame, pack: Pack) -> pd.DataFrame:
    """Prepare the rows of `review_chart`: a headline for each outcome, then its media.

    Args:
        rates: As `models.review.rates` returns them, an hour.
        pack: The words.

    Returns:
        Rows in reading order with `row`, `kind` ('outcome' or 'medium'), `label`, and the ends of
        both ranges, in 100 hours, kept between the ends of the axis.
    """
    lines = rates.to_dict("records")
    rows = []
    for outcome, name in pack.review.outcomes.items():
        rows.append({"row": outcome, "kind": "outcome", "label": name, "medium": "", **_ends({})})
        rows.extend(_line(line, pack) for line in lines if line["outcome"] == outcome)
    return pd.DataFrame(rows)


def _line(line: Mapping[Any, Any], pack: Pack) -> dict[str, Any]:
    band = pack.say.few_band(line["low"] * HOURS, line["high"] * HOURS)
    label = pack.review.picture.label.format(medium=pack.review.media[line["medium"]], band=band)
    return {
        "row": f"{line['outcome']}/{line['medium']}",
        "kind": "medium",
        "label": label,
        "medium": line["medium"],
        **_ends(line),
    }


def _ends(line: Mapping[Any, Any]) -> dict[str, float]:
    names = ("low", "typical", "high", "prior_low", "prior_high")
    return {name: min(max(line.get(name, 0) * HOURS, LEAST), MOST) for name in names}


def _order(pack: Pack) -> list[str]:
    """Return all lines there can be, so that a medium without hours keeps its place."""
    words = pack.review
    return [
        row
        for outcome in words.outcomes
        for row in (outcome, *(f"{outcome}/{medium}" for medium in words.media))
    ]


def review_chart(rows: pd.DataFrame, pack: Pack) -> alt.LayerChart:
    """Draw what was counted as a bar with its median, over what was assumed as a thin line."""
    words = pack.review
    media, order = list(words.media), _order(pack)
    base = alt.Chart(rows).encode(
        y=alt.Y("row:N", sort=order, axis=None, scale=alt.Scale(domain=order))
    )
    of_media = base.transform_filter("datum.kind == 'medium'")
    scale = alt.Scale(type="log", domain=[LEAST, MOST], clamp=True)
    axis = steps_axis([0.1, 1, 10, 100, 1000, 10_000, 100_000], pack.say)
    colours = alt.Scale(domain=media, range=[colour(words.tints[medium]) for medium in media])
    fill = alt.Color("medium:N", legend=None, scale=colours)
    shapes = alt.Scale(domain=media, range=[SHAPES[medium] for medium in media])
    assumed = of_media.mark_rule(strokeWidth=2, stroke=SOFT, strokeDash=[3, 3], yOffset=11).encode(
        x=alt.X("prior_low:Q", scale=scale, axis=axis, title=words.picture.axis), x2="prior_high:Q"
    )
    counted = of_media.mark_bar(height=10, cornerRadius=5, opacity=0.45, yOffset=0).encode(
        x=alt.X("low:Q", scale=scale), x2="high:Q", color=fill
    )
    middle = of_media.mark_point(
        filled=True, size=110, opacity=1, stroke=PAPER, strokeWidth=1.5, yOffset=0
    ).encode(
        x=alt.X("typical:Q", scale=scale),
        color=fill,
        shape=alt.Shape("medium:N", legend=None, scale=shapes),
    )
    label = of_media.mark_text(align="left", dy=-17, fill=INK).encode(
        x=alt.value(0), text="label:N"
    )
    headline = (
        base.transform_filter("datum.kind == 'outcome'")
        .mark_text(align="left", dy=6, fill=SOFT, fontSize=14, fontWeight="bold")
        .encode(x=alt.value(0), text="label:N")
    )
    layers = alt.layer(assumed, counted, middle, label, headline)
    return dress(layers.properties(height=ROW * len(order)))
