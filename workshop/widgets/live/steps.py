"""The steps of a room on a participant's page: made when they first come up, kept ever after.

A step that is not in view keeps its widgets, so that no letter of a text is lost by going on.
"""

from collections.abc import Callable
from functools import partial
from typing import Any

from ipywidgets import VBox, Widget
from traitlets import Bunch

from workshop.packs import Pack
from workshop.widgets.exercise import Exercise, boxed
from workshop.widgets.exercises.looking_back import LookingBack
from workshop.widgets.exercises.self_rating import SelfRating
from workshop.widgets.live.places import AgendaLike, StepLike
from workshop.widgets.markup import element, paragraphs
from workshop.widgets.parts.press import Press
from workshop.widgets.parts.prose import Prose
from workshop.widgets.session import EXERCISES

ALL: tuple[type[Exercise], ...] = (SelfRating, *EXERCISES, LookingBack)
KINDS = {kind.key: kind for kind in ALL}

OnAnswer = Callable[[str, Exercise, Bunch], object]


class Step(VBox):
    """One step: its exercise if it has one, and what is said about its round.

    Args:
        pack: The words.
        step: What the agenda says.
        exercise: What it asks, if anything.
        stay: Called when somebody keeps to what they answered in the round before.
    """

    def __init__(
        self,
        pack: Pack,
        step: StepLike,
        exercise: Exercise | None,
        stay: Callable[[], object] = lambda: None,
    ) -> None:
        self._again, self._stayed = Prose(live=True), Prose(live=True)
        self._words, self._round = pack.live, 1
        self.exercise = exercise
        press = Press(self._words.stay, kind="quiet")
        press.on_press(lambda _: self._on_stay(stay))
        self._second = boxed("wk-live-again", self._again, press, self._stayed)
        title = element("h2", step.title) + paragraphs(step.wall, pack.live.listen)
        body: list[Widget] = [exercise] if exercise else [Prose(html=title)]
        super().__init__([self._second, *body])
        self.add_class("wk-live-step")
        self.set_round(1)

    def set_round(self, number: int) -> None:
        """Say which try this is, from the second on, and let people keep to the one before."""
        if number != self._round:
            self._stayed.html = ""
        self._round = number
        again = number > 1 and self.exercise is not None
        self._again.html = paragraphs(self._words.again.format(number=number) if again else "")
        self._second.layout.display = None if again else "none"

    def _on_stay(self, stay: Callable[[], object]) -> None:
        stay()
        self._stayed.html = paragraphs(self._words.stayed)


class Steps:
    """All steps that have come up, of which one is in view.

    Args:
        pack: The words.
        agenda: What comes up.
        place: Where the browser keeps the answers, apart from those of other rooms.
        on_answer: Told the step's key, its exercise and the change, for the step that is in view.
        on_made: Told the step's key and its exercise when it is made.
        on_stay: Told them when somebody keeps to their answer in another round.
    """

    def __init__(
        self,
        pack: Pack,
        agenda: AgendaLike,
        place: str,
        on_answer: OnAnswer,
        on_made: Callable[[str, Exercise], object],
        on_stay: Callable[[str, Exercise], object],
    ) -> None:
        self.box = boxed("wk-live-steps")
        self.shown = ""
        self._pack, self._agenda, self._place = pack, agenda, place
        self._on_answer, self._on_made, self._on_stay = on_answer, on_made, on_stay
        self._made: dict[str, Step] = {}
        self._exercises: dict[str, Exercise] = {}

    def exercise(self, key: str) -> Exercise | None:
        """Return the exercise of a step that has come up, if it has one."""
        return self._made[key].exercise if key in self._made else None

    def show(self, key: str, number: int) -> None:
        """Bring a step into view."""
        if key not in self._made:
            self._make(key)
        self.shown = key
        self._made[key].set_round(number)
        for name, step in self._made.items():
            step.layout.display = None if name == key else "none"

    def _make(self, key: str) -> None:
        step = next(step for step in self._agenda.steps if step.key == key)
        exercise = self._make_exercise(step) if step.exercise in KINDS else None
        stay = partial(self._on_stay, key, exercise) if exercise else lambda: None
        self._made[key] = Step(self._pack, step, exercise, stay)
        self.box.children = (*self.box.children, self._made[key])
        if exercise:
            exercise.observe(lambda change: self._answered(key, exercise, change), "answer")

    def _make_exercise(self, step: StepLike) -> Exercise:
        kind = KINDS[step.exercise]
        for taken in kind.takes_up.values():
            self._make_earlier(taken, step)
        before: dict[str, Any] = {
            name: self._exercises[taken]
            for name, taken in kind.takes_up.items()
            if taken in self._exercises
        }
        exercise = kind(self._pack, **before)
        exercise.keep_at(f"{self._place}.{step.key}")
        self._exercises.setdefault(step.exercise, exercise)
        self._on_made(step.key, exercise)
        return exercise

    def _make_earlier(self, taken: str, before: StepLike) -> None:
        """Make what a step goes on from, such as after a reload that skipped it."""
        for step in self._agenda.steps:
            if step is before:
                return
            if step.exercise == taken and step.key not in self._made:
                self._make(step.key)

    def _answered(self, key: str, exercise: Exercise, change: Bunch) -> None:
        # What another exercise's numbers did to one out of view is no answer of anybody.
        if key == self.shown:
            self._on_answer(key, exercise, change)
