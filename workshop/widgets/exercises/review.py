"""Look back: a journal of months, and what it says once there is enough of it."""

from collections import Counter
from datetime import date, timedelta
from typing import Any

import pandas as pd
from ipywidgets import VBox, Widget
from pydantic import Field, ValidationInfo, field_validator

from workshop.charts.review import review_chart, review_rows
from workshop.models.reach_assumptions import MOST_HOURS
from workshop.models.review import (
    AMOUNTS,
    LEAST_WEEKS,
    MEDIA,
    believed,
    costs,
    rates,
    relationship_shares,
    totals,
    verdicts,
)
from workshop.sheets import as_csv, as_xlsx, read_export, read_journal
from workshop.sheets.dates import EARLIEST
from workshop.sheets.journal import MOST_WEEKS
from workshop.widgets.bring import Bring
from workshop.widgets.controls import control_words, input_range
from workshop.widgets.exercise import BaseAnswer, Exercise, boxed, pack_of
from workshop.widgets.going_on import GoingOn, ahead
from workshop.widgets.journal import WEEK, Journal, this_week
from workshop.widgets.markup import paragraphs
from workshop.widgets.parts.chart_view import ChartView
from workshop.widgets.parts.fold import Fold
from workshop.widgets.parts.prose import Prose
from workshop.widgets.parts.save import Save
from workshop.widgets.tellings import review as telling

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
REACHED = "social.reached"

_ENDS = ("low", "typical", "high")
_RATES = ("medium", "outcome", *(f"prior_{end}" for end in _ENDS), *_ENDS)


class Review(Exercise):
    """A journal, typed in or brought as a sheet, and after three months what it says.

    Examples:
        >>> review = Review()
        >>> review.result["enough"]
        False
    """

    key = "review"

    class Answer(BaseAnswer):
        """The weeks by their Monday, each with its amounts by column; and the worth of an hour."""

        weeks: dict[date, dict[str, float]] = Field(max_length=MOST_WEEKS)
        hour_value: float

        @field_validator("weeks")
        @classmethod
        def _are_weeks(
            cls, weeks: dict[date, dict[str, float]], info: ValidationInfo
        ) -> dict[date, dict[str, float]]:
            columns = {column.key: column for column in pack_of(info).review.columns}
            for week, amounts in weeks.items():
                # A week of grace: the clock that wrote it may have been ahead of ours.
                if week.weekday() or not EARLIEST <= week <= this_week() + WEEK:
                    raise ValueError(f"{week} is no Monday up to this week")
                for key, amount in amounts.items():
                    if key not in columns or not 0 <= amount <= columns[key].most:
                        raise ValueError(f"{week}: {key!r} cannot be {amount:g}")
            return dict(sorted(weeks.items()))

        @field_validator("hour_value")
        @classmethod
        def _is_a_price(cls, value: float, info: ValidationInfo) -> float:
            limits = pack_of(info).time_budget.hourly_value
            if not limits.lowest <= value <= limits.highest:
                raise ValueError(f"must be from {limits.lowest:g} to {limits.highest:g}")
            return value

    def start(self) -> dict[str, Any]:
        """Return an empty journal."""
        return {"weeks": {}, "hour_value": self.pack.time_budget.hourly_value.typical}

    def build(self) -> list[Widget]:
        """Make the week to fill in, the ways to bring and save sheets, and the picture."""
        self._journal = Journal(self, EARLIEST)
        self._hour_value = input_range(self.pack, self.pack.time_budget.hourly_value)
        self.listen(self._hour_value, lambda value: self.change(hour_value=value))
        sheets = Fold(self.words.journal.bring, self._sheets)
        controls = [*self._journal.widgets, sheets, self._hour_value]
        return [boxed("wk-body", boxed("wk-controls", *controls), self._picture())]

    def solve(self, answer: Answer) -> dict[str, Any]:
        """Count what there is; with three months of it, judge."""
        number = len(answer.weeks)
        counted: dict[str, Any] = {"weeks": number, "enough": number >= LEAST_WEEKS}
        counted["hour_value"] = answer.hour_value
        if not answer.weeks:
            return counted
        journal = _frame(answer.weeks)
        counted["totals"] = totals(journal).to_dict("records")
        return counted | self._judged(journal, answer.hour_value) if counted["enough"] else counted

    def show(self, answer: Answer, result: dict[str, Any]) -> None:
        """Bring journal, picture and sentences to the answer."""
        self._chart.layout.display = None if result["enough"] else "none"
        if result["enough"]:
            rows = review_rows(pd.DataFrame(result["rates"], columns=list(_RATES)), self.pack)
            self._chart.show(rows, telling.describe(self.pack, result))
        self._hour_value.value = answer.hour_value
        self._journal.show({week.isoformat(): line for week, line in answer.weeks.items()})
        self._sentence.html = paragraphs(telling.sentence(self.pack, result))
        tell = (telling.opportunities, telling.costs, telling.weights, telling.counts, telling.why)
        self._ahead.show(result.get("ahead"))
        for prose, say in zip(self._told, tell, strict=True):
            prose.html = say(self.pack, result)

    def sheet(self) -> list[list[Any]]:
        """Return the journal as a table; an empty one has the last weeks to begin with."""
        columns = self.words.columns
        weeks = {date.fromisoformat(week): line for week, line in self.answer["weeks"].items()}
        if not weeks:
            weeks = {this_week() - back * WEEK: {} for back in range(LEAST_WEEKS - 1, -1, -1)}
        head = [self.words.sheet.week, *(column.heading for column in columns)]
        return [
            head,
            *([week, *(line.get(c.key) for c in columns)] for week, line in weeks.items()),
        ]

    def _judged(self, journal: pd.DataFrame, hour_value: float) -> dict[str, Any]:
        reach = self.pack.reach_comparison
        assumptions = reach.assumptions(
            reach.hours.typical, reach.weeks.typical, reach.platform, {}
        )
        share, yearly = self.words.relationship_share.range, self.words.opportunity_share.range
        priors = believed(assumptions, journal, share, yearly)
        own = rates(journal, priors).to_dict("records")
        hours = journal["hours"].sum() / 2 / journal["week"].nunique()
        both = len({row["medium"] for row in own}) == len(MEDIA)
        return {
            "rates": own,
            "ahead": ahead(self.pack, own, _possible(hours)) if both else None,
            "shares": relationship_shares(journal, priors).to_dict("records"),
            "costs": costs(journal, priors, hour_value).to_dict("records"),
            "verdicts": verdicts(journal, priors).to_dict("records"),
        }

    def _sheets(self) -> list[Widget]:
        """Make what a sheet needs; few open it, so nobody else waits for it."""
        words, files = self.words.journal, self.words.sheet
        bring = Bring(
            self.pack,
            label=words.upload,
            help=words.upload_help,
            accept=self.pack.files.journal,
            read=self._on_journal,
        )
        fill = Bring(
            self.pack,
            label=words.analytics,
            help=words.analytics_help,
            accept=self.pack.files.accept,
            read=self._on_export,
        )
        say = control_words(self.pack)
        as_excel = Save(
            words.save_xlsx,
            lambda: as_xlsx(self.sheet(), files.name),
            name=f"{files.file}.xlsx",
            type=XLSX,
            words=say,
        )
        as_text = Save(
            words.save_csv,
            lambda: as_csv(self.sheet()),
            name=f"{files.file}.csv",
            type="text/csv",
            words=say,
        )
        saves = boxed("wk-row", as_excel, as_text)
        return [boxed("wk-controls", saves, bring.box, fill.box)]

    def _picture(self) -> VBox:
        words = self.words.picture
        columns = [("label", words.outcome), ("low", words.low), ("typical", words.middle)]
        empty = review_rows(pd.DataFrame(columns=list(_RATES)), self.pack)
        self._chart = ChartView(
            review_chart(empty, self.pack),
            columns=[*columns, ("high", words.high)],
            words=control_words(self.pack),
        )
        self._sentence = Prose(live=True)
        self._sentence.add_class("wk-sentence")
        self._told = [Prose() for _ in range(5)]
        self._ahead = GoingOn(self.pack)
        first, prices, *rest = self._told
        stage = boxed("wk-stage", self._sentence, first, self._chart)
        return boxed("wk-picture", stage, boxed("wk-rest", prices, self._ahead.box, *rest))

    def _on_journal(self, data: bytes, order: Any) -> str:
        """Take the place of what was written by what a sheet says."""
        words = self.words
        today = date.today()
        rows = read_journal(data, words.sheet.week, words.columns, today=today, order=order)
        weeks = {row.pop("week"): _written(row) for row in rows}
        self.change(weeks=weeks)
        self._journal.turn_to(date.fromisoformat(max(weeks)))
        return str(words.journal.read.format(weeks=self.pack.say.number(len(weeks))))

    def _on_export(self, data: bytes, order: Any) -> str:
        """Fill in how many people posts reached, week by week."""
        history, words = read_export(data, order), self.words.journal
        platform = self.pack.files.platforms[history.platform]
        reached: Counter[str] = Counter()
        for post in history.posts:
            if post.reached is not None:
                reached[(post.day - timedelta(days=post.day.weekday())).isoformat()] += post.reached
        if not reached:
            return str(words.no_reach.format(platform=platform))
        written = self.answer["weeks"]
        filled = {w: {**written[w], REACHED: reached[w]} for w in written if w in reached}
        if not filled:
            return str(words.not_filled.format(platform=platform))
        self.change(weeks={**written, **filled})
        return str(words.filled.format(weeks=self.pack.say.number(len(filled)), platform=platform))


def _possible(hours: float) -> float:
    """Return hours a week to a quarter, as many as a comparison can have."""
    return min(max(round(hours * 4) / 4, 0.25), MOST_HOURS)


def _frame(weeks: dict[date, dict[str, float]]) -> pd.DataFrame:
    return pd.DataFrame(
        {"week": week, "medium": medium}
        | {name: line.get(f"{medium}.{name}", 0.0) for name in AMOUNTS}
        for week, line in weeks.items()
        for medium in MEDIA
    )


def _written(row: dict[str, float]) -> dict[str, float]:
    """Leave out zeros, so that the browser has less to keep; a week of zeros keeps one."""
    return {key: amount for key, amount in row.items() if amount} or dict(list(row.items())[:1])
