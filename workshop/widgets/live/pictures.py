"""The pictures of what a room answered: one for what belongs together, two series in each."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ipywidgets import VBox, Widget

from workshop.charts.tally import Series, in_order, tally_chart, tally_rows
from workshop.packs import Pack
from workshop.widgets.controls import control_words
from workshop.widgets.exercise import boxed
from workshop.widgets.markup import element
from workshop.widgets.parts.chart_view import ChartView
from workshop.widgets.parts.prose import Prose
from workshop.widgets.tellings.tally import aloud, titled

LATEST = 2
"""Rounds that a picture sets against each other."""


@dataclass(frozen=True)
class Counted:
    """One measure in one round of a step."""

    name: str
    round: int


Key = tuple[Counted, ...]
"""What stands in one picture."""


class Pictures(VBox):
    """Pictures side by side; each stays and gets new rows as long as its step is up.

    Args:
        pack: Words.
        large: For a wall: only what belongs together first, large, and no table to open.
    """

    def __init__(self, pack: Pack, *, large: bool = False) -> None:
        self._pack, self._large = pack, large
        self._step: Any = None
        self._views: dict[Key, ChartView] = {}
        super().__init__()
        self.add_class("wk-pictures")

    def show(self, step: Any, measures: Mapping[str, Any], tallies: Sequence[Any]) -> None:
        """Show what is published of a step.

        Args:
            step: The step that is up.
            measures: Its measures by name.
            tallies: Its tallies, a round each.
        """
        if step.key != self._step:
            self._step, self._views, self.children = step.key, {}, ()
        bars = {
            Counted(name, one.round): one.bars[name]
            for name in measures
            for one in sorted(tallies, key=lambda tally: tally.round)
            if one.bars.get(name)
        }
        drawn = self._laid_out(step.exercise, measures, bars)
        rounds = {counted.round for counted in bars}
        shown = {
            key: [self._series(step.exercise, one, bars[one], rounds) for one in key]
            for key in drawn
        }
        for key, series in shown.items():
            self._draw(key, series, measures[key[0].name])
        if shown.keys() != self._views.keys() or len(shown) != len(self.children):
            self._views = {key: self._views[key] for key in shown}
            self.children = tuple(self._framed(key, series) for key, series in shown.items())

    def _laid_out(
        self, exercise: str, measures: Mapping[str, Any], bars: Mapping[Counted, Any]
    ) -> list[Key]:
        """Say what stands in which picture."""
        groups = self._pack.tally.together(exercise, measures)
        keys: list[Key] = []
        for group in groups[:1] if self._large else groups:
            keys += _pictures_of(group, measures, bars)
        return keys

    def _series(self, exercise: str, one: Counted, bars: Any, rounds: set[int]) -> Series:
        words = self._pack.tally.measure(exercise, one.name)
        title = titled(self._pack, words, one.round, several=len(rounds) > 1)
        return Series(title, words.tint, bars, words)

    def _draw(self, key: Key, series: list[Series], measure: Any) -> None:
        rows = tally_rows(series, measure, self._pack)
        label = aloud(self._pack, rows)
        if key in self._views:
            self._views[key].show(rows, label)
            return
        words = self._pack.tally
        sides = [("side", words.side_column)] if len(series) > 1 else []
        columns = [*sides, ("name", words.name_column), ("people", words.people_column)]
        self._views[key] = ChartView(
            tally_chart(rows, series, measure, self._pack, large=self._large),
            label,
            () if self._large else columns,
            fills=self._large,
            words=control_words(self._pack),
        )

    def _framed(self, key: Key, series: list[Series]) -> Widget:
        first, *second = (
            Prose(html=element("h3", one.title, f"wk-picture-{one.tint or 'plain'}"))
            for one in series
        )
        view = self._views[key]
        # On a wall each title stands at its bars; elsewhere the table of numbers is between them.
        inner = [first, view, *second] if self._large else [first, *second, view]
        return boxed("wk-picture", *inner)


def _pictures_of(
    group: Sequence[str], measures: Mapping[str, Any], bars: Mapping[Counted, Any]
) -> list[Key]:
    """Set two measures against each other in each round, or two rounds of one measure."""
    rounds = sorted({one.round for one in bars if one.name in group})[-LATEST:]
    if len(group) == 1 and in_order(measures[group[0]]):
        rows = [[Counted(group[0], number) for number in rounds]]
    else:
        rows = [[Counted(name, number) for name in group] for number in rounds]
    found = (tuple(one for one in row if one in bars) for row in rows)
    return [key for key in found if key]
