"""The chart of the results: each figure as a share of stock Voila's."""

import altair as alt
import pandas as pd
from results import FOLDER, kept
from servers import ALL, STOCK

WHAT = {
    ("opening", "loopback, first visit"): "page open to usable",
    ("opening", "10 Mbit/s, 60 ms, first visit"): "the same on a slow link",
    ("slider", "p95"): "slider to picture (95th percentile)",
    ("memory", "10"): "memory of one more participant",
    ("stampede", "20 in 1 s"): "20 join at once",
}


def shares() -> pd.DataFrame:
    """What each app took of what stock Voila took."""
    found = pd.DataFrame(
        [
            {"measured": WHAT[part, figure["what"]], **figure}
            for part in dict.fromkeys(part for part, _ in WHAT)
            for figure in kept(part)
            if (part, figure["what"]) in WHAT
        ]
    )
    stock = found[found["app"] == STOCK].set_index("measured")["value"]
    return found.assign(share=found["value"] / found["measured"].map(stock)).dropna()


def draw() -> None:
    """Write the chart, if there is something to draw."""
    if not kept("opening"):
        return
    bars = (
        alt.Chart(shares())
        .mark_bar()
        .encode(
            x=alt.X("share:Q", title="of stock Voila's", axis=alt.Axis(format="%")),
            y=alt.Y("app:N", sort=list(ALL), title=None),
            color=alt.Color("app:N", sort=list(ALL), legend=None),
        )
        .properties(width=420, height=100)
    )
    figures = bars.mark_text(align="left", dx=4, color="black").encode(
        text=alt.Text("share:Q", format=".0%")
    )
    chart = alt.layer(bars, figures).facet(
        row=alt.Row(
            "measured:N",
            sort=list(WHAT.values()),
            title=None,
            header=alt.Header(
                labelAngle=0, labelAlign="left", labelOrient="top", labelAnchor="start"
            ),
        )
    )
    chart.save(FOLDER / "chart.svg")
