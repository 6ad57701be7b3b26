"""What a room answered, as it was published: shares of choices, or how numbers are spread."""

from collections.abc import Sequence
from typing import Any, Protocol

import altair as alt
import pandas as pd

from workshop.charts.theme import INK, colour, dress
from workshop.packs.pack import Pack
from workshop.packs.tally import MeasureWords

HEIGHT = 240  # pixels
LARGE = 400  # on the wall
FONT, LARGE_FONT = 15, 24


class Bar(Protocol):
    """People in one cell, or in several that are told together."""

    @property
    def cells(self) -> tuple[int, ...]:
        """The cells, rising."""

    @property
    def people(self) -> int:
        """How many."""


class Measure(Protocol):
    """Cells cut by edges, or one for each option."""

    @property
    def edges(self) -> tuple[float, ...]:
        """Where numbers are cut."""

    @property
    def options(self) -> tuple[str, ...]:
        """The choices."""


def tally_rows(bars: Sequence[Bar], measure: Measure, words: MeasureWords, pack: Pack) -> Any:
    """Prepare the rows of `tally_chart`.

    Returns:
        One row a bar: `name`, `people`, `share` (of those counted), `told` and `order`.
    """
    everybody = sum(bar.people for bar in bars) or 1
    say, tally = pack.say, pack.tally
    return pd.DataFrame(
        {
            "name": [_name(bar, measure, words, pack) for bar in bars],
            "people": [bar.people for bar in bars],
            "share": [bar.people / everybody for bar in bars],
            "told": [
                tally.bar.format(
                    people=say.number(bar.people), share=say.share(bar.people / everybody)
                )
                for bar in bars
            ],
            "order": range(len(bars)),
        }
    )


def tally_chart(rows: Any, measure: Measure, words: MeasureWords, *, large: bool = False) -> Any:
    """Draw choices as lying bars, numbers as standing ones.

    Args:
        rows: As `tally_rows` gives them.
        measure: What is counted.
        words: Its words.
        large: For a wall.
    """
    draw = _choices if measure.options else _numbers
    font = LARGE_FONT if large else FONT
    chart = draw(rows, colour(words.tint), font).properties(height=LARGE if large else HEIGHT)
    return dress(chart).configure_axis(
        domain=False,
        grid=False,
        ticks=False,
        labelColor=INK,
        labelFontSize=font,
        labelLimit=font * 14,
        labelPadding=8,
        title=None,
    )


def _choices(rows: Any, fill: str, font: int) -> Any:
    y = alt.Y("name:N", sort=alt.EncodingSortField("order"), scale=alt.Scale(paddingInner=0.3))
    # Room behind the longest bar for what it says.
    x = alt.X("share:Q", axis=None, scale=alt.Scale(domain=[0, 1.25]))
    base = alt.Chart(rows).encode(x=x, y=y)
    return base.mark_bar(fill=fill, cornerRadius=4) + base.mark_text(
        align="left", dx=8, fontSize=font, fill=INK
    ).encode(text="told:N")


def _numbers(rows: Any, fill: str, font: int) -> Any:
    x = alt.X(
        "name:N",
        sort=alt.EncodingSortField("order"),
        axis=alt.Axis(labelAngle=0, labelOverlap=False),
        scale=alt.Scale(paddingInner=0.08),
    )
    y = alt.Y("people:Q", axis=None, scale=alt.Scale(domainMin=0))
    base = alt.Chart(rows).encode(x=x, y=y)
    return base.mark_bar(fill=fill, cornerRadiusTopLeft=4, cornerRadiusTopRight=4) + base.mark_text(
        baseline="bottom", dy=-5, fontSize=font, fill=INK
    ).encode(text="people:Q")


def _name(bar: Bar, measure: Measure, words: MeasureWords, pack: Pack) -> str:
    if measure.options:
        first, *others = (_option(measure.options[cell], words) for cell in bar.cells)
        for other in others:
            first = pack.tally.alternatives.format(first=first, second=other)
        return first
    low = measure.edges[bar.cells[0] - 1] if bar.cells[0] else None
    high = measure.edges[bar.cells[-1]] if bar.cells[-1] < len(measure.edges) else None
    number = pack.say.number
    if low is None and high is None:
        return words.title
    if low is None:
        return pack.tally.below.format(number=number(high or 0))
    if high is None:
        return pack.tally.above.format(number=number(low))
    return pack.tally.between.format(low=number(low), high=number(high))


def _option(option: str, words: MeasureWords) -> str:
    return words.options.get(option, option.replace("_", " "))
