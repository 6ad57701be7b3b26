"""What a room answered, as it was published: one picture, with a second series below the first.

A bar stands over the cells it was published for, and its area is its people: cells that were joined
so that nobody stands alone look like what they are, people who are somewhere in there.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Protocol

import altair as alt
import pandas as pd

from workshop.charts.theme import INK, LINE, colour, dress
from workshop.packs.pack import Pack
from workshop.packs.tally import MeasureWords

HEIGHT = 240  # pixels
FONT, LARGE_FONT = 15, 26
GAP = 0.04  # of a cell, between two bars

AWAY: tuple[tuple[Any, int], ...] = (("bottom", -6), ("top", 8))
"""Where a number stands outside its bar: above the first series, below the second."""


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

    @property
    def ordered(self) -> bool:
        """Whether the choices have an order."""

    @property
    def size(self) -> int:
        """How many cells there are."""


@dataclass(frozen=True)
class Series:
    """One thing that was counted, with the words and the colour it has in the picture."""

    title: str
    tint: str
    bars: Sequence[Bar]
    words: MeasureWords


def in_order(measure: Measure) -> bool:
    """Whether cells stand in an order, so that neighbours may be told together."""
    return bool(measure.edges) or measure.ordered


def tally_rows(series: Sequence[Series], measure: Measure, pack: Pack) -> Any:
    """Prepare the rows of `tally_chart`.

    Args:
        series: One or two; the second stands below the first.
        measure: The cells, which are the same for both.
        pack: The words.

    Returns:
        One row a bar: `side` (the series' title), `below` (0 or 1), `name`, `people`, `share` (of
        those counted), `told`, `order`, the cells from `start` to `end`, the `middle` between, and
        the `height` of the bar, people a cell, below zero in the second series.
    """
    rows = [
        _row(bar, one, below, measure, pack) for below, one in enumerate(series) for bar in one.bars
    ]
    return pd.DataFrame([{**row, "order": order} for order, row in enumerate(rows)])


def _row(bar: Bar, series: Series, below: int, measure: Measure, pack: Pack) -> dict[str, Any]:
    everybody = sum(each.people for each in series.bars) or 1
    start, end = bar.cells[0], bar.cells[-1] + 1
    share, say = bar.people / everybody, pack.say
    told = pack.tally.bar.format(people=say.number(bar.people), share=say.share(share))
    return {
        "side": series.title,
        "below": below,
        "name": _name(bar, measure, series.words, pack),
        "people": bar.people,
        "share": share,
        "told": told,
        "start": start + GAP,
        "end": end - GAP,
        "middle": (start + end) / 2,
        "height": (-1 if below else 1) * bar.people / (end - start),
    }


def tally_chart(
    rows: Any, series: Sequence[Series], measure: Measure, pack: Pack, *, large: bool = False
) -> Any:
    """Draw cells in order as a spread, choices without one as lying bars.

    Args:
        rows: As `tally_rows` gives them.
        series: What they were made of.
        measure: The cells.
        pack: The words.
        large: For a wall, whose picture takes the height that there is.
    """
    font = LARGE_FONT if large else FONT
    tints = [colour(one.tint) for one in series]
    draw = _spread if in_order(measure) else _choices
    chart = dress(draw(rows, series, tints, measure, pack, font).properties(height=HEIGHT))
    if large:
        chart = chart.properties(autosize=alt.AutoSizeParams(type="fit", contains="padding"))
    return chart.configure_axis(
        domain=False,
        grid=False,
        labelColor=INK,
        labelFontSize=font,
        labelLimit=font * 14,
        labelPadding=8,
        tickColor=LINE,
        tickSize=10,
        title=None,
    )


def _spread(
    rows: Any, series: Sequence[Series], tints: list[str], measure: Measure, pack: Pack, font: int
) -> Any:
    x = alt.X("start:Q", axis=_cells(series[0].words, measure, pack), scale=_whole(measure))
    base = alt.Chart(rows).encode(x=x)
    y = alt.Y("height:Q", axis=None, scale=alt.Scale(nice=False, zero=True, padding=1.6 * font))
    bar = base.mark_bar(cornerRadius=3).encode(
        x2="end:Q",
        y=y,
        y2=alt.datum(0),
        color=alt.Color("below:N", legend=None, scale=alt.Scale(domain=[0, 1], range=tints * 2)),
    )
    numbers = [
        base.transform_filter(f"datum.below === {below} && datum.people > 0")
        .mark_text(baseline=baseline, dy=dy, fontSize=font, fontWeight=600, fill=INK)
        .encode(x=alt.X("middle:Q", scale=_whole(measure)), y=y, text="people:Q")
        for below, (baseline, dy) in enumerate(AWAY[: len(series)])
    ]
    ground = base.mark_rule(stroke=INK, strokeWidth=1.5).encode(
        x=alt.datum(0), x2=alt.datum(measure.size), y=alt.datum(0)
    )
    return alt.layer(bar, ground, *numbers)


def _whole(measure: Measure) -> Any:
    return alt.Scale(domain=[0, measure.size], nice=False)


def _cells(words: MeasureWords, measure: Measure, pack: Pack) -> Any:
    """Name numbers where they are cut, and choices in the middle of their cells."""
    if measure.edges:
        values = [float(place) for place in range(1, measure.size)]
        names: list[str] = [pack.say.number(edge) for edge in measure.edges]
    else:
        values = [place + 0.5 for place in range(measure.size)]
        names = [_option(option, words) for option in measure.options]
    found = " : ".join(
        f"datum.value === {value:g} ? {name!r}" for value, name in zip(values, names, strict=True)
    )
    return alt.Axis(
        values=values,
        labelExpr=f"{found} : ''",
        labelOverlap=False,
        ticks=bool(measure.edges),
    )


def _choices(
    rows: Any, series: Sequence[Series], tints: list[str], measure: Measure, pack: Pack, font: int
) -> Any:
    y = alt.Y("name:N", sort=alt.EncodingSortField("order"), scale=alt.Scale(paddingInner=0.3))
    # Room behind the longest bar for what it says.
    x = alt.X("share:Q", axis=None, scale=alt.Scale(domain=[0, 1.25]))
    base = alt.Chart(rows).encode(x=x, y=y)
    return base.mark_bar(fill=tints[0], cornerRadius=4) + base.mark_text(
        align="left", dx=8, fontSize=font, fill=INK
    ).encode(text="told:N")


def _name(bar: Bar, measure: Measure, words: MeasureWords, pack: Pack) -> str:
    if measure.options:
        return _name_of_choices(bar, measure, words, pack)
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


def _name_of_choices(bar: Bar, measure: Measure, words: MeasureWords, pack: Pack) -> str:
    first, *others = (_option(measure.options[cell], words) for cell in bar.cells)
    if others and measure.ordered:
        return pack.tally.between.format(low=first, high=others[-1])
    for other in others:
        first = pack.tally.alternatives.format(first=first, second=other)
    return first


def _option(option: str, words: MeasureWords) -> str:
    return words.options.get(option, option.replace("_", " "))
