"""A whole session on one page: the exercises in the order of the teaching."""

from ipywidgets import VBox

from workshop.packs import Pack, load_pack
from workshop.widgets.exercise import Exercise
from workshop.widgets.exercises.post_assessment import PostAssessment
from workshop.widgets.exercises.reach_comparison import ReachComparison
from workshop.widgets.exercises.relationship_growth import RelationshipGrowth
from workshop.widgets.exercises.review import Review
from workshop.widgets.exercises.silent_audience import SilentAudience
from workshop.widgets.exercises.start_over import StartOver
from workshop.widgets.exercises.thousand_people import ThousandPeople
from workshop.widgets.exercises.time_budget import TimeBudget
from workshop.widgets.markup import element
from workshop.widgets.parts.fold import Fold
from workshop.widgets.parts.prose import Prose

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

    Example:
        >>> session = Session()
        >>> session.exercises[0].key
        'time_budget'
    """

    def __init__(self, pack: Pack | None = None) -> None:
        self.pack = pack or load_pack()
        made: dict[str, Exercise] = {}
        for number, kind in enumerate(EXERCISES, start=1):
            place = self.pack.session.step.format(number=number, count=len(EXERCISES))
            before = {name: made[key] for name, key in kind.takes_up.items()}
            made[kind.key] = kind(self.pack, eyebrow=place, **before)
        self.exercises = tuple(made.values())
        # The ending belongs to a day months away, so it waits behind a button.
        ending = Fold(self.pack.session.look_back, lambda: [Review(self.pack)])
        super().__init__([self._lead(), *self.exercises, ending])
        self.add_class("wk-session")

    def __repr__(self) -> str:
        """Name the session; ipywidgets would print the whole tree below it into every page."""
        return "Session()"

    def _lead(self) -> Prose:
        words = self.pack.session
        title = element("p", words.title, "wk-eyebrow") if words.title else ""
        lead = words.lead.format(count=self.pack.say.number(len(EXERCISES)))
        return Prose(html=title + element("p", lead))
