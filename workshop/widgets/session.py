"""A whole session on one page: the exercises in the order of the teaching."""

import logging
from collections.abc import Mapping, Sequence
from itertools import chain
from typing import Any

from ipywidgets import VBox
from traitlets import Bunch, TraitError

from workshop.packs import Pack, load_pack
from workshop.takehome.answers import AnswersError, read_answers
from workshop.widgets.controls import take_home
from workshop.widgets.exercise import Exercise, boxed
from workshop.widgets.exercises.post_assessment import PostAssessment
from workshop.widgets.exercises.reach_comparison import ReachComparison
from workshop.widgets.exercises.relationship_growth import RelationshipGrowth
from workshop.widgets.exercises.review import Review
from workshop.widgets.exercises.silent_audience import SilentAudience
from workshop.widgets.exercises.start_over import StartOver
from workshop.widgets.exercises.thousand_people import ThousandPeople
from workshop.widgets.exercises.time_budget import TimeBudget
from workshop.widgets.markup import element, paragraphs
from workshop.widgets.parts.fold import Fold
from workshop.widgets.parts.forget import Forget
from workshop.widgets.parts.progress import Progress
from workshop.widgets.parts.prose import Prose
from workshop.widgets.tellings.takehome import loaded, refused

log = logging.getLogger("workshop")

EXERCISES: tuple[type[Exercise], ...] = (
    TimeBudget,
    ReachComparison,
    RelationshipGrowth,
    SilentAudience,
    ThousandPeople,
    PostAssessment,
    StartOver,
)
"""Every exercise, in the order of the teaching."""


class Session(VBox):
    """All exercises, each linked to those before it that it takes up, such as the week's hours.

    Args:
        pack: Words and numbers; the default pack if None.
        exercises: The exercises in their order; all of ours if None.

    Examples:
        >>> session = Session()
        >>> session.exercises[0].key
        'time_budget'
    """

    def __init__(
        self, pack: Pack | None = None, *, exercises: Sequence[type[Exercise]] | None = None
    ) -> None:
        self.pack = pack or load_pack()
        kinds = EXERCISES if exercises is None else exercises
        made: dict[str, Exercise] = {}
        for number, kind in enumerate(kinds, start=1):
            place = self.pack.session.step.format(number=number, count=len(kinds))
            before = {name: made[key] for name, key in kind.takes_up.items() if key in made}
            made[kind.key] = kind(self.pack, eyebrow=place, **before)
        self.exercises = tuple(made.values())
        self._progress = Progress(".wk-session .wk-exercise", words=self.pack.session.model_dump())
        self._finishes = [Prose() for _ in self.exercises]
        for exercise, finish in zip(self.exercises, self._finishes, strict=True):
            exercise.observe(self._show_progress, "done")
            finish.add_class("wk-finish")
        self._show_progress()
        # The ending belongs to a day months away, so it waits behind a button.
        self._ending: list[Exercise] = []
        self._look_back = Fold(self.pack.session.look_back, self._make_ending)
        first, *others = chain.from_iterable(zip(self.exercises, self._finishes, strict=True))
        below = [*others, self._look_back, self._end()]
        for part in below:
            part.add_class("wk-later")  # our front end makes it when the page has time
        super().__init__([self._lead(), self._progress, first, *below])
        self.add_class("wk-session")

    def __repr__(self) -> str:
        """Name the session; ipywidgets would print the whole tree below it into every page."""
        return "Session()"

    @property
    def answers(self) -> dict[str, dict[str, Any]]:
        """What was answered so far, by the keys of the exercises."""
        return {exercise.key: exercise.answer for exercise in self._made}

    def take_up(self, answers: Mapping[str, Mapping[str, Any]]) -> list[str]:
        """Go on from answers that were given before; each exercise checks its own.

        Returns:
            The keys that did not fit; these exercises stay as they are.
        """
        if Review.key in answers:
            self._look_back.opened = True
        made = {exercise.key: exercise for exercise in self._made}
        unfit = []
        for key, answer in answers.items():
            try:
                made[key].answer = dict(answer)
            except (KeyError, TraitError) as problem:
                log.warning("Not taken up: %s: %s", key, problem)
                unfit.append(key)
        return unfit

    def reset(self) -> None:
        """Bring every exercise back to its start."""
        for exercise in self._made:
            exercise.reset()

    @property
    def _made(self) -> tuple[Exercise, ...]:
        """The exercises, and the ending once somebody has opened it."""
        return (*self.exercises, *self._ending)

    def _make_ending(self) -> list[Exercise]:
        self._ending = [Review(self.pack)]
        return self._ending

    def _show_progress(self, _: Bunch | None = None) -> None:
        self._progress.steps = [
            {"label": exercise.words.title, "done": exercise.done} for exercise in self.exercises
        ]
        words = self.pack.session
        for exercise, finish in zip(self.exercises, self._finishes, strict=True):
            told = words.finished if exercise.done else words.unfinished.get(exercise.key, "")
            finish.html = element("p", told, "wk-help")

    def _end(self) -> VBox:
        """Make what stands below the last exercise: taking along, loading, forgetting."""
        words = self.pack.takehome
        self._loaded = Prose(live=True)
        home = take_home(self.pack)
        home.loads = True
        home.on_loaded(self._on_loaded)
        forget = Forget(words=words.model_dump())
        forget.on_forgotten(self.reset)
        heading = Prose(html=element("h2", words.heading))
        return boxed("wk-end", heading, home, self._loaded, forget)

    def _on_loaded(self, text: str) -> None:
        self._loaded.html = ""  # so that the same words are said again
        try:
            answers = read_answers(text)
        except AnswersError as problem:
            self._loaded.html = paragraphs(refused(self.pack, problem.reason))
        else:
            titles = {exercise.key: exercise.words.title for exercise in self._made}
            told = loaded(self.pack, answers, self.take_up(answers), titles)
            self._loaded.html = paragraphs(*told)

    def _lead(self) -> Prose:
        words = self.pack.session
        title = element("p", words.title, "wk-eyebrow") if words.title else ""
        lead = words.lead.format(count=self.pack.say.number(len(self.exercises)))
        return Prose(html=title + element("p", lead))
