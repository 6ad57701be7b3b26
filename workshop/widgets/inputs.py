"""The numbers of an exercise that a participant may replace, each with its evidence."""

from collections.abc import Callable, Collection, Mapping, Sequence
from functools import partial
from typing import Any

from ipywidgets import Widget

from workshop.packs.base import Input
from workshop.widgets.controls import about_input, control_words, input_range
from workshop.widgets.exercise import Exercise
from workshop.widgets.parts.fold import Fold
from workshop.widgets.parts.range import Range

SIDE_TINTS = {"events": "face", "social": "social", "both": ""}


class Inputs:
    """Keeps the controls of an exercise's inputs and its answer's `inputs` the same.

    Args:
        exercise: Whose answer holds the participant's own numbers under `inputs`.
        find: Returns an input by its name, as it stands at the moment.
    """

    def __init__(self, exercise: Exercise, find: Callable[[str], Input]) -> None:
        self._exercise, self._find = exercise, find
        self._controls: dict[str, Range] = {}
        self._measured: Collection[str] = ()

    def control(self, name: str) -> Range:
        """Make the control of one input."""
        source = self._find(name)
        control = input_range(self._exercise.pack, source, SIDE_TINTS[source.side])
        handler = partial(self._on_moved, name)
        self._exercise.listen(control, handler, "value", "touched")
        self._controls[name] = control
        return control

    def fold(self, label: str, names: Sequence[str]) -> Fold:
        """Make a fold whose controls are made when somebody opens it."""
        return Fold(label, partial(self._unfolded, names))

    def show(self, own: Mapping[str, float], measured: Collection[str] = ()) -> None:
        """Bring the controls to the participant's numbers and, where there is none, the pack's.

        Args:
            own: The participant's numbers.
            measured: Which of them were measured by a file, so that the control says so.
        """
        words = control_words(self._exercise.pack)
        from_file = {**words, "yours": self._exercise.pack.files.export.yours}
        self._measured = measured
        for name, control in self._controls.items():
            control.words = from_file if name in measured else words
            source = self._find(name)
            control.value = own.get(name, source.typical)
            control.touched = name in own
            control.about = about_input(self._exercise.pack, source)

    def _unfolded(self, names: Sequence[str]) -> list[Widget]:
        made = [self.control(name) for name in names]
        with self._exercise.showing():
            self.show(self._exercise.answer["inputs"], self._measured)
        return made

    def _on_moved(self, name: str, _: Any) -> None:
        control = self._controls[name]
        own = {key: value for key, value in self._exercise.answer["inputs"].items() if key != name}
        self._exercise.change(inputs={**own, name: control.value} if control.touched else own)
