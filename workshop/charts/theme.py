"""The one look of all pictures.

Colours are the page's own variables, so that light, dark and a trainer's colours reach a living
picture without a new spec.
"""

import json
from collections.abc import Iterable
from typing import Any

import altair as alt

from workshop.packs.formats import Formats

PAPER = "var(--wk-card)"
INK = "var(--wk-ink)"
SOFT = "var(--wk-ink-soft)"
LINE = "var(--wk-line)"
FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif"


def colour(tint: str) -> str:
    """Return the page's colour for a tint such as 'face' or 'social'."""
    return f"var(--wk-{tint})" if tint else "var(--wk-accent)"


def steps_axis(values: Iterable[float], say: Formats) -> alt.Axis:
    """Return an axis with these values alone, each as the pack's language says it."""
    told = {f"{value:g}": say.short(value) for value in values}
    labels = f"({json.dumps(told, ensure_ascii=False)})[format(datum.value, '.6~g')]"
    return alt.Axis(values=list(values), labelExpr=labels)


def dress(chart: Any) -> Any:
    """Give a finished chart the theme; its width then follows the page."""
    return (
        chart.properties(width=340, autosize=alt.AutoSizeParams(type="fit-x", contains="padding"))
        .configure(background="transparent", font=FONT, padding=2)
        .configure_view(stroke=None)
        .configure_axis(
            domain=False,
            gridColor=LINE,
            labelColor=SOFT,
            labelFontSize=13,
            labelPadding=6,
            tickColor=LINE,
            titleColor=SOFT,
            titleFontSize=13,
            titleFontWeight="normal",
        )
        .configure_text(fill=INK, fontSize=14)
    )
