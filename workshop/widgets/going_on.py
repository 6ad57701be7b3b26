"""The months to come, drawn with a participant's own rate of conversations."""

from collections.abc import Mapping, Sequence
from typing import Any

from ipywidgets import VBox

from workshop.charts.relationship_growth import growth_chart, growth_rows
from workshop.models.ranges import Range
from workshop.models.relationships import Assumptions, growth, likely_months
from workshop.models.review_growth import going_on
from workshop.packs import Pack
from workshop.widgets.controls import control_words
from workshop.widgets.exercise import boxed
from workshop.widgets.markup import element, paragraphs
from workshop.widgets.parts.chart_view import ChartView
from workshop.widgets.parts.prose import Prose
from workshop.widgets.tellings.relationship_growth import describe

Rates = Sequence[Mapping[str, Any]]
"""Rows of `models.review.rates`."""


def ahead(pack: Pack, rates: Rates, hours: float) -> dict[str, Any]:
    """Return what comes of going on: as counted, with what was assumed before beside it.

    Args:
        pack: How relationships grow once people have met.
        rates: As `models.review.rates` returns them; both media must have some.
        hours: All-in hours a week on each side.
    """
    assumptions = _assumptions(pack, hours)
    own = going_on(assumptions, _met(rates, ""))
    assumed = going_on(assumptions, _met(rates, "prior_"))
    return {
        "months": assumptions.months,
        "hours": hours,
        "growth": growth(own).to_dict("records"),
        "pitched": growth(assumed).to_dict("records"),
        "likely": likely_months(own),
    }


class GoingOn:
    """A heading and a picture, made when there is first something to draw."""

    def __init__(self, pack: Pack) -> None:
        self._pack = pack
        self._lead = Prose()
        self._chart: ChartView | None = None
        self.box: VBox = boxed("wk-stage", self._lead)

    def show(self, result: Mapping[str, Any] | None) -> None:
        """Show the months to come, or nothing as long as there is nothing to go by."""
        self.box.layout.display = None if result else "none"
        if not result:
            return
        words, pack = self._pack.review.growth, self._pack
        hours = pack.say.hours(result["hours"])
        months = pack.say.number(result["months"])
        lead = words.lead.format(months=months, hours=hours)
        self._lead.html = element("h3", words.title) + paragraphs(lead)
        rows = growth_rows(result, pack)
        if self._chart is None:
            self._chart = self._made(rows)
            self.box.children = (*self.box.children, self._chart)
        self._chart.show(rows, describe(pack, result))

    def _made(self, rows: Any) -> ChartView:
        words = self._pack.relationship_growth.picture
        columns = [("name", words.stage), ("side", words.medium), ("month", words.month)]
        ends = [("low", words.low), ("middle", words.middle), ("high", words.high)]
        return ChartView(
            growth_chart(rows, self._pack, self._pack.review.growth.dashes),
            columns=[*columns, *ends],
            words=control_words(self._pack),
        )


def _assumptions(pack: Pack, hours: float) -> Assumptions:
    words, reach = pack.relationship_growth, pack.reach_comparison
    found = reach.assumptions(hours, 1, reach.platform, {})
    # Their own rate was counted with whatever they pitch.
    shares = {"keeping": words.keeping.typical, "pitching": 0.0}
    return words.assumptions(found, pack.review.growth.months, words.habits.typical, shares, {})


def _met(rates: Rates, prefix: str) -> dict[str, Range]:
    return {
        row["medium"]: Range(*(row[f"{prefix}{end}"] for end in ("low", "typical", "high")))
        for row in rates
        if row["outcome"] == "conversations"
    }
