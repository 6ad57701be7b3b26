"""The week as one bar a medium, made of its activities."""

import altair as alt
import pandas as pd

from workshop.charts.theme import INK, PAPER, colour, dress
from workshop.packs.pack import Pack

ROW = 64  # pixels a medium: a line of text, a bar, and air
SPAN = 10.0
"""Hours that the axis shows at least; it doubles when a bar would not fit, so that it mostly rests
while a slider moves."""


def bars(week: pd.DataFrame, pack: Pack) -> pd.DataFrame:
    """Prepare the rows of `week_chart`.

    Args:
        week: One row an activity: activity, medium, hours (as `models.time_budget.weekly`).
        pack: The words.

    Returns:
        The same rows with what people read: `name`, `medium_name`, and
        the medium's `total` in words, which its `first` row carries, and how far the axis goes.
    """
    words = pack.time_budget
    totals = week.groupby("medium", sort=False)["hours"].transform("sum")
    return week.assign(
        name=[words.activities[activity].label for activity in week["activity"]],
        medium_name=[words.media[medium] for medium in week["medium"]],
        total_name=[
            f"{words.media[medium]}  {pack.say.hours(total)}"
            for medium, total in zip(week["medium"], totals, strict=True)
        ],
        order=range(len(week)),
        first=~week["medium"].duplicated(),
        span=_span(totals.max()),
    )


def _span(longest: float) -> float:
    span = SPAN
    while span < longest:
        span *= 2
    return span


def week_chart(rows: pd.DataFrame, pack: Pack) -> alt.LayerChart:
    """Draw a bar for each medium, stacked by activity, with the total in words above it."""
    media = list(pack.time_budget.media)
    colours = [colour(pack.time_budget.tints[medium]) for medium in media]
    y = alt.Y("medium:N", sort=media, axis=None, scale=alt.Scale(domain=media))
    base = alt.Chart(rows).encode(y=y)
    bar = base.mark_bar(height=26, stroke=PAPER, strokeWidth=2, cornerRadius=4).encode(
        x=alt.X(
            "hours:Q",
            stack="zero",
            title=pack.time_budget.picture.hours_axis,
            axis=alt.Axis(tickMinStep=1, tickCount=6, grid=False),
            scale=alt.Scale(domainMin=0, nice=False),
        ),
        color=alt.Color("medium:N", legend=None, scale=alt.Scale(domain=media, range=colours)),
        order=alt.Order("order:Q"),
    )
    label = (
        base.transform_filter("datum.first")
        .mark_text(align="left", baseline="bottom", dy=-18, fill=INK, fontSize=15)
        .encode(x=alt.value(0), text="total_name:N")
    )
    reach = base.transform_filter("datum.first").mark_point(opacity=0).encode(x="span:Q")
    return dress(alt.layer(bar, label, reach).properties(height=ROW * len(media)))
