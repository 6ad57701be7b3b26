"""What all the small apps show: eight bars and a sentence, from two numbers."""

import altair as alt
import pandas as pd

NAMES = ["One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight"]
HOURS, SHARE = (2, 0, 20), (30, 0, 100)
"""Each number: where it starts, and its ends."""


def rows(hours: float, share: float) -> pd.DataFrame:
    people = [hours * (1 + at) * share / 100 for at in range(len(NAMES))]
    return pd.DataFrame({"name": NAMES, "people": people})


def bars(frame: pd.DataFrame) -> alt.Chart:
    return (
        alt.Chart(frame)
        .mark_bar()
        .encode(
            x=alt.X("people:Q", scale=alt.Scale(domain=[0, 160])),
            y=alt.Y("name:N", sort=NAMES),
            color=alt.Color("name:N", legend=None, sort=NAMES),
        )
        .properties(width=340, height=240)
    )


def sentence(frame: pd.DataFrame) -> str:
    return f"{frame['people'].sum():.0f} people in all."
