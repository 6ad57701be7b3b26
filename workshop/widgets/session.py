"""A whole session on one page: the exercises in the order of the teaching."""

from ipywidgets import VBox

from workshop.packs import Pack, load_pack
from workshop.widgets.exercises.post_assessment import PostAssessment
from workshop.widgets.exercises.reach_comparison import ReachComparison
from workshop.widgets.exercises.time_budget import TimeBudget
from workshop.widgets.markup import element
from workshop.widgets.parts.prose import Prose


class Session(VBox):
    """All exercises, linked: the week's face-to-face hours go on into the reach comparison.

    Args:
        pack: Words and numbers; the default pack if None.

    Example:
        >>> session = Session()
        >>> [exercise.key for exercise in session.exercises]
        ['time_budget', 'reach_comparison', 'post_assessment']
    """

    def __init__(self, pack: Pack | None = None) -> None:
        self.pack = pack or load_pack()
        step = self.pack.session.step
        first, second, third = (step.format(number=number, count=3) for number in (1, 2, 3))
        week = TimeBudget(self.pack, eyebrow=first)
        self.exercises = (
            week,
            ReachComparison(self.pack, week=week, eyebrow=second),
            PostAssessment(self.pack, eyebrow=third),
        )
        words = self.pack.session
        title = element("p", words.title, "wk-eyebrow") if words.title else ""
        lead = Prose(html=title + element("p", words.lead))
        super().__init__([lead, *self.exercises])
        self.add_class("wk-session")

    def __repr__(self) -> str:
        """Name the session; ipywidgets would print the whole tree below it into every page."""
        return "Session()"
