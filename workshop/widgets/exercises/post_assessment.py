"""Read your post: rate it yourself first, then open a second opinion, then write it again."""

from collections import Counter
from functools import lru_cache, partial
from typing import Any, ClassVar

from ipywidgets import Widget

from workshop.models.ratings import average, middle
from workshop.reading import Hit, Reading, read
from workshop.widgets.answers.post_assessment import PostAnswer
from workshop.widgets.exercise import Exercise, boxed
from workshop.widgets.exercises.post_opinion import SecondOpinion
from workshop.widgets.exercises.post_versions import Rewriting, SideBySide
from workshop.widgets.exercises.post_writing import Writing
from workshop.widgets.markup import paragraphs
from workshop.widgets.parts.marks import Mark
from workshop.widgets.parts.press import Press
from workshop.widgets.parts.prose import Prose
from workshop.widgets.tellings.post_assessment import marks, sentence
from workshop.widgets.tellings.post_scales import differ

RECENT = 8  # readings that are kept: three versions, and the last few letters


class PostAssessment(Exercise):
    """A text, the participant's own rating, a second opinion with its evidence, and further tries.

    Examples:
        >>> post = PostAssessment()
        >>> post.change(versions=["Hello, I am Ana. What are you working on this week?"])
        >>> post.result["step"]
        'rate'
    """

    key = "post_assessment"
    written: ClassVar = frozenset({"versions", "dismissed", "different"})
    Answer = PostAnswer

    @property
    def latest_text(self) -> str:
        """The newest version that was compared, and until then the first."""
        versions = self.answer["versions"]
        return str(versions[-1] if self.answer["compared"] else versions[0])

    def start(self) -> dict[str, Any]:
        """Return an empty page."""
        return PostAnswer.model_validate({}, context=self.pack).model_dump(mode="json")

    def build(self) -> list[Widget]:
        """Make the three steps; the later ones appear when their turn has come."""
        self._read = lru_cache(RECENT)(partial(read, rules=self.pack.rules))
        self._sentence = Prose(live=True)
        self._sentence.add_class("wk-sentence")
        self._writing = Writing(self.pack)
        self._writing.opening.on_press(self._on_opened)
        self.listen(self._writing.kind, lambda kind: self.change(kind=kind))
        for name, choice in self._writing.ratings.items():
            self.listen(choice, partial(self._on_rated, name))
        self._opinion = SecondOpinion(self.pack, self._on_not_here, self._on_reason)
        self._rewriting = Rewriting(self.pack, self._look)
        self._rewriting.compare.on_press(self._on_compared)
        for place, part in enumerate((self._writing.text, *self._rewriting.drafts)):
            self.listen(part, partial(self._on_written, place))
        self._side_by_side = SideBySide(self.pack, self._on_not_here)
        self._side_by_side.again.on_press(self._on_again)
        self._steps = {
            "write": boxed("wk-step", self._writing),
            "opinion": boxed("wk-step", self._opinion),
            "rewriting": boxed("wk-step", self._rewriting),
            "compared": boxed("wk-step", self._side_by_side),
        }
        write, *later = self._steps.values()
        return [write, self._sentence, *later]

    def solve(self, answer: PostAnswer) -> dict[str, Any]:
        """Say which step is next and, once opened, what the second opinion reads: no word of it."""
        readings = self._readings(answer)
        judged = bool(readings) and readings[0].reason is None
        return {
            "step": self._step(answer),
            "open": self._writing.missing(answer),
            "kind": answer.kind,
            "versions": [_summary(reading) for reading in readings],
            "own": average(answer.ratings.values()) if judged else None,
            "opinion": middle(readings[0].criteria.values()) if judged else None,
            "differ": differ(answer.ratings, readings[0]) if judged else {},
            "explained": sorted(name for name, why in answer.different.items() if why.strip()),
            "dismissed": dict(Counter(rule for rule, _ in answer.dismissed)),
        }

    def finished(self, answer: PostAnswer, result: dict[str, Any]) -> bool:
        """Tell whether the versions stand side by side."""
        return answer.compared

    def show(self, answer: PostAnswer, result: dict[str, Any]) -> None:
        """Bring the steps to the answer."""
        readings = self._readings(answer)
        self._writing.show(answer)
        self._sentence.html = paragraphs(sentence(self.pack, result))
        self._rewriting.show(answer)
        if answer.opened:
            self._opinion.show(readings[0], answer)
        if answer.compared:
            self._side_by_side.show(readings)
        if (answer.kind, answer.dismissed) != self._read_as:
            self._read_as = answer.kind, answer.dismissed
            self._rewriting.look_again()
        self._show_steps(answer)

    def _show_steps(self, answer: PostAnswer) -> None:
        """Show the steps there are; last, since nobody is to write where a text is yet to come."""
        shown = {
            "write": not answer.opened,
            "opinion": answer.opened,
            "rewriting": answer.opened,
            "compared": answer.compared,
        }
        for name, step in self._steps.items():
            step.layout.display = None if shown[name] else "none"

    _read_as: tuple[str, tuple[tuple[str, str], ...]] | None = None

    def _step(self, answer: PostAnswer) -> str:
        if answer.opened:
            return "compared" if answer.compared else "opened"
        if not answer.versions[0].strip():
            return "start"
        return "rate" if self._writing.missing(answer) else "ready"

    def _readings(self, answer: PostAnswer) -> list[Reading]:
        """Read the versions that are open to a second opinion."""
        versions = answer.versions if answer.compared else answer.versions[: int(answer.opened)]
        return [self._reading(text, answer) for text in versions]

    def _reading(self, text: str, answer: PostAnswer) -> Reading:
        return self._read(text, answer.kind, dismissed=answer.said_not_here)

    def _look(self, text: str) -> list[Mark]:
        """Mark a text that is being written as it will be read."""
        answer = PostAnswer.model_validate(self.answer, context=self.pack)
        return marks(self.pack, self._reading(text, answer))

    def _on_rated(self, name: str, score: int) -> None:
        self.change(ratings={**self.answer["ratings"], name: score})

    def _on_written(self, place: int, text: str) -> None:
        versions = list(self.answer["versions"])
        versions[place] = text
        self.change(versions=versions)

    def _on_opened(self, _: Press) -> None:
        """Open the second opinion; the second version starts from the first."""
        first = self.answer["versions"][0]
        self.change(opened=True, versions=[first, first])
        self._opinion.take_focus()

    def _on_compared(self, _: Press) -> None:
        self.change(compared=True)
        self._side_by_side.take_focus()

    def _on_again(self, _: Press) -> None:
        """Write once more; the third version starts from the second."""
        first, second = self.answer["versions"]
        self.change(versions=[first, second, second])
        self._rewriting.take_focus()

    def _on_reason(self, name: str, reason: str) -> None:
        if not self._showing:
            self.change(different={**self.answer["different"], name: reason})

    def _on_not_here(self, hit: Hit, words: str) -> None:
        """Leave a finding out of every reading, or take it back in."""
        kept = [said for said in self.answer["dismissed"] if not _covers(said, hit, words)]
        self.change(dismissed=kept if hit.dismissed else [*kept, [hit.rule, words]])


def _covers(said: list[str], hit: Hit, words: str) -> bool:
    """Tell whether a 'not here' silences a finding: its own, or one around the same words."""
    rule, silenced = said
    same = silenced.casefold() == words.casefold()
    return (rule == hit.rule and same) or (
        hit.dismissed and words.casefold() in silenced.casefold()
    )


def _summary(reading: Reading) -> dict[str, Any]:
    """Keep of a reading what others may see: never the text."""
    return {
        "band": reading.band,
        "reason": reading.reason,
        "criteria": {name: list(ends) for name, ends in reading.criteria.items()},
        "rules": [hit.rule for hit in reading.hits],
        "version": reading.version,
    }
