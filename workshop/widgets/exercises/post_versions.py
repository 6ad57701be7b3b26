"""A text written again, up to the third time, and its versions side by side."""

from collections.abc import Callable, Sequence

from ipywidgets import VBox
from markupsafe import Markup

from workshop.packs import Pack
from workshop.reading import Reading
from workshop.widgets.answers.post_assessment import MOST_VERSIONS, PostAnswer
from workshop.widgets.controls import draft
from workshop.widgets.exercise import boxed
from workshop.widgets.exercises.post_opinion import MarkedReading, NotHere
from workshop.widgets.markup import element
from workshop.widgets.parts.draft import Draft
from workshop.widgets.parts.marks import Mark
from workshop.widgets.parts.press import Press
from workshop.widgets.parts.prose import Prose
from workshop.widgets.tellings.post_assessment import change, verdict
from workshop.widgets.tellings.post_scales import versions


class Rewriting(VBox):
    """The second version, and later the third, with marks that follow the letters."""

    def __init__(self, pack: Pack, look: Callable[[str], list[Mark]]) -> None:
        self._look, self._words = look, pack.post_assessment.revision
        self._title = Prose()
        words, longest = self._words, pack.post_assessment.longest
        self.drafts: tuple[Draft, ...] = tuple(
            draft(pack, label, longest, words.help) for label in (words.label, words.third_label)
        )
        self.compare = Press(words.open)
        super().__init__([self._title, *self.drafts, self.compare])
        self.add_class("wk-rewriting")

    def show(self, answer: PostAnswer) -> None:
        """Show the version that is being written."""
        written = answer.versions[1:]
        last = max(0, len(written) - 1)
        self._title.html = element("h3", (self._words.title, self._words.third_title)[last])
        for place, part in enumerate(self.drafts):
            part.value = written[place] if place < len(written) else ""
            part.layout.display = None if place == last else "none"
        self.compare.disabled = not _changed(answer)
        self.compare.hint = self._words.missing if self.compare.disabled else ""
        self.compare.layout.display = "none" if answer.compared else None

    def look_again(self) -> None:
        """Mark what is being written anew: the reading has changed, not the text."""
        for part in self.drafts:
            part.mark(self._look)

    def take_focus(self) -> None:
        """Bring whoever wants to write once more here."""
        self._title.take_focus()


def _changed(answer: PostAnswer) -> bool:
    first, *again = (text.strip() for text in answer.versions)
    return bool(again) and again[-1] not in ("", first)


class SideBySide(VBox):
    """All versions, each as it was read, and what moved between them."""

    def __init__(self, pack: Pack, on_not_here: NotHere) -> None:
        self._pack, words = pack, pack.post_assessment
        self._head = Prose(html=element("h3", words.compared.title))
        self.texts = [MarkedReading(pack, on_not_here) for _ in range(MOST_VERSIONS)]
        self._moved, self._change = Prose(), Prose()
        self.again = Press(words.revision.third, kind="quiet")
        beside = boxed("wk-versions", *self.texts)
        super().__init__([self._head, beside, self._moved, self._change, self.again])
        self.add_class("wk-compared")

    def show(self, readings: Sequence[Reading]) -> None:
        """Show the versions there are; the question is about the last."""
        for place, part in enumerate(self.texts):
            part.layout.display = None if place < len(readings) else "none"
            if place < len(readings):
                part.show(readings[place], self._version(place, readings[place]))
        self._moved.html = versions(self._pack, readings) if readings else ""
        self._change.html = change(self._pack, readings[-1]) if readings else ""
        self.again.layout.display = "none" if len(readings) == MOST_VERSIONS else None

    def _version(self, place: int, reading: Reading) -> Markup:
        title = element("h4", self._pack.post_assessment.compared.versions[place])
        told = verdict(self._pack, reading.band, reading.reason, reading.length)
        return title + element("p", told, "wk-verdict")

    def take_focus(self) -> None:
        """Bring whoever wants to compare here."""
        self._head.take_focus()
