"""The second opinion on a text: what was noticed, beside the own rating, and room to differ."""

from collections.abc import Callable

from ipywidgets import VBox

from workshop.packs import Pack
from workshop.reading import Hit, Reading
from workshop.widgets.answers.post_assessment import PostAnswer
from workshop.widgets.controls import draft
from workshop.widgets.exercise import boxed
from workshop.widgets.markup import element, paragraphs
from workshop.widgets.parts.annotated import Annotated
from workshop.widgets.parts.fold import Fold
from workshop.widgets.parts.prose import Prose
from workshop.widgets.tellings.post_assessment import change, decides, mark_name, marks
from workshop.widgets.tellings.post_scales import beside

NotHere = Callable[[Hit, str], None]
"""Called with a finding that the writer has something to say about, and its words."""


class MarkedReading(VBox):
    """A text as it was read, and what decides."""

    def __init__(self, pack: Pack, on_not_here: NotHere) -> None:
        self._pack, self._on_not_here = pack, on_not_here
        self._reading: Reading | None = None
        self._head = Prose()
        self.text = Annotated()
        self._decides = Prose()
        self.text.on_press(self._on_pressed)
        super().__init__([self._head, self.text, self._decides])
        self.add_class("wk-marked")

    def show(self, reading: Reading, head: str) -> None:
        """Show a reading below a heading that is safe to set."""
        self._reading = reading
        self._head.html = head
        self.text.show(reading.text, marks(self._pack, reading))
        self._decides.html = decides(self._pack, reading)

    def _on_pressed(self, name: str) -> None:
        hits = self._reading.hits if self._reading else ()
        for hit in (hit for hit in hits if mark_name(hit) == name):
            self._on_not_here(hit, self.text.text[hit.start : hit.end])


class Reasons(VBox):
    """One criterion: both ratings, and why the writer sees it differently."""

    def __init__(self, pack: Pack, name: str, on_reason: Callable[[str, str], None]) -> None:
        words = pack.post_assessment
        self._pack, self._name = pack, name
        self._ratings = Prose()
        self._reason = draft(pack, words.opinion.because, words.longest_reason, "")
        self._reason.rows, self._reason.help = 2, words.opinion.only_yours
        self._reason.observe(lambda change: on_reason(name, change.new), "value")
        self._fold = Fold(words.opinion.differently, lambda: [self._reason])
        super().__init__([self._ratings, self._fold])
        self.add_class("wk-reasons")

    def show(self, reading: Reading, own: int, reason: str) -> None:
        """Show both ratings; where they agree and nothing was said, there is nothing to say."""
        low, high = reading.criteria[self._name]
        self._ratings.html = beside(self._pack, self._name, own, (low, high))
        self._fold.layout.display = "none" if low <= own <= high and not reason else None
        self._reason.value = reason
        self._fold.opened = self._fold.opened or bool(reason)


class SecondOpinion(VBox):
    """Everything that opens once the writer has rated the text."""

    def __init__(
        self, pack: Pack, on_not_here: NotHere, on_reason: Callable[[str, str], None]
    ) -> None:
        self._pack, words = pack, pack.post_assessment
        title = element("h3", words.opinion.title) + paragraphs(words.opinion.lead)
        self._head = Prose(html=title)
        self.text = MarkedReading(pack, on_not_here)
        self._change = Prose()
        self.reasons = {name: Reasons(pack, name, on_reason) for name in words.criteria}
        ratings = Prose(html=element("h4", words.opinion.ratings))
        left = boxed("wk-opinion-text", self.text, self._change)
        self._right = boxed("wk-opinion-ratings", ratings, *self.reasons.values())
        super().__init__([self._head, boxed("wk-opinion", left, self._right)])

    def show(self, reading: Reading, answer: PostAnswer) -> None:
        """Show a reading beside the ratings; what cannot be judged is compared with nothing."""
        touch = element("p", self._pack.post_assessment.finding.touch, "wk-aside")
        self.text.show(reading, touch if reading.hits else "")
        self._change.html = change(self._pack, reading)
        self._right.layout.display = "none" if reading.reason else None
        for name, reasons in self.reasons.items():
            reasons.show(reading, answer.ratings[name], answer.different.get(name, ""))

    def take_focus(self) -> None:
        """Bring whoever opened it here."""
        self._head.take_focus()
