"""The pictures of what a room answered, one for each thing that is counted in a step."""

from collections.abc import Mapping, Sequence
from typing import Any

from ipywidgets import VBox, Widget

from workshop.charts.tally import tally_chart, tally_rows
from workshop.packs import Pack
from workshop.widgets.controls import control_words
from workshop.widgets.exercise import boxed
from workshop.widgets.markup import element
from workshop.widgets.parts.chart_view import ChartView
from workshop.widgets.parts.prose import Prose
from workshop.widgets.tellings.tally import aloud, titled

Key = tuple[int, str]
"""Round and measure."""


class Pictures(VBox):
    """Pictures side by side; each stays and gets new rows as long as its step is up.

    Args:
        pack: Words.
        large: For a wall, where nobody opens a table.
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
        shown = {
            (one.round, name): one.bars[name]
            for name in measures
            for one in sorted(tallies, key=lambda tally: tally.round)
            if one.bars.get(name)
        }
        rounds = {number for number, _ in shown}
        for key, bars in shown.items():
            self._draw(key, bars, measures[key[1]], step.exercise, several=len(rounds) > 1)
        if shown.keys() != self._views.keys() or len(shown) != len(self.children):
            self._views = {key: self._views[key] for key in shown}
            self.children = tuple(self._framed(key, step.exercise, rounds) for key in shown)

    def _draw(self, key: Key, bars: Any, measure: Any, exercise: str, *, several: bool) -> None:
        words = self._pack.tally.measure(exercise, key[1])
        rows = tally_rows(bars, measure, words, self._pack)
        label = aloud(self._pack, titled(self._pack, words, key[0], several=several), rows)
        if key in self._views:
            self._views[key].show(rows, label)
            return
        tally = self._pack.tally
        columns = [("name", tally.name_column), ("people", tally.people_column)]
        self._views[key] = ChartView(
            tally_chart(rows, measure, words, large=self._large),
            label,
            () if self._large else columns,
            words=control_words(self._pack),
        )

    def _framed(self, key: Key, exercise: str, rounds: set[int]) -> Widget:
        words = self._pack.tally.measure(exercise, key[1])
        title = titled(self._pack, words, key[0], several=len(rounds) > 1)
        return boxed("wk-picture", Prose(html=element("h3", title)), self._views[key])
