"""Read your post: rate it yourself first, then open a second opinion, then write it again."""

from functools import partial
from typing import Any

from ipywidgets import Widget
from pydantic import Field, StrictInt, ValidationInfo, field_validator, model_validator

from workshop.reading import Reading, read
from workshop.widgets.controls import control_words, draft
from workshop.widgets.exercise import BaseAnswer, Exercise, boxed, pack_of
from workshop.widgets.markup import element, paragraphs
from workshop.widgets.parts.choice import Choice
from workshop.widgets.parts.press import Press
from workshop.widgets.parts.prose import Prose
from workshop.widgets.tellings.post_assessment import opinion, sentence, side_by_side

SCORES = range(5)


class PostAssessment(Exercise):
    """A draft, the participant's own rating, a second opinion with its evidence, and a second try.

    Example:
        >>> post = PostAssessment()
        >>> post.change(first="Hello, I am Ana. What are you working on this week?")
        >>> post.result["step"]
        'rate'
    """

    key = "post_assessment"

    class Answer(BaseAnswer):
        """Both versions, the own ratings (0 to 4 by criterion), and how far they went."""

        first: str = ""
        ratings: dict[str, StrictInt] = Field(default_factory=dict)
        opened: bool = False
        second: str = ""
        compared: bool = False

        @field_validator("first", "second")
        @classmethod
        def _fits(cls, text: str, info: ValidationInfo) -> str:
            longest = pack_of(info).post_assessment.longest
            if len(text) > longest:
                raise ValueError(f"must not be longer than {longest} characters")
            return text

        @field_validator("ratings")
        @classmethod
        def _are_scores(cls, ratings: dict[str, int], info: ValidationInfo) -> dict[str, int]:
            criteria = pack_of(info).post_assessment.criteria
            for name, score in ratings.items():
                if name not in criteria or score not in SCORES:
                    raise ValueError(f"{name!r}: {score!r} is no rating from 0 to 4")
            return ratings

        @model_validator(mode="after")
        def _keeps_the_order(self, info: ValidationInfo) -> "PostAssessment.Answer":
            rated = len(self.ratings) == len(pack_of(info).post_assessment.criteria)
            if self.opened and not (rated and self.first.strip()):
                raise ValueError("the second opinion opens after the own rating")
            if self.compared and not self.opened:
                raise ValueError("the second version comes after the second opinion")
            return self

    def start(self) -> dict[str, Any]:
        """Return an empty page."""
        return {"first": "", "ratings": {}, "opened": False, "second": "", "compared": False}

    def build(self) -> list[Widget]:
        """Make the three steps; the later ones appear when their turn has come."""
        self._sentence = Prose(live=True)
        self._sentence.add_class("wk-sentence")
        self._steps = {
            "write": boxed("wk-step", *self._writing()),
            "opinion": boxed("wk-step", *self._opinion()),
            "revision": boxed("wk-step", *self._revision()),
        }
        write, opinion, revision = self._steps.values()
        return [write, self._sentence, opinion, revision]

    def solve(self, answer: Answer) -> dict[str, Any]:
        """Say which step is next and, once opened, what the second opinion reads."""
        result: dict[str, Any] = {"step": self._step(answer)}
        result["open"] = [name for name in self.words.criteria if name not in answer.ratings]
        if answer.opened:
            result["first"] = _summary(self._read(answer.first))
        if answer.compared:
            result["second"] = _summary(self._read(answer.second))
        return result

    def finished(self, answer: Answer, result: dict[str, Any]) -> bool:
        """Tell whether both versions stand side by side."""
        return answer.compared

    def show(self, answer: Answer, result: dict[str, Any]) -> None:
        """Bring the steps to the answer."""
        self._first.value, self._second.value = answer.first, answer.second
        self._first.disabled = answer.opened
        for name, choice in self._ratings.items():
            choice.value = answer.ratings.get(name)
            choice.disabled = answer.opened
        self._show_presses(answer, result)
        for name, shown in {"opinion": answer.opened, "revision": answer.opened}.items():
            self._steps[name].layout.display = None if shown else "none"
        first = self._read(answer.first) if answer.opened else None
        second = self._read(answer.second) if answer.compared else None
        self._opinion_text.html = opinion(self.pack, first, answer.ratings) if first else ""
        self._compared_text.html = (
            side_by_side(self.pack, first, second) if first and second else ""
        )
        self._sentence.html = paragraphs(sentence(self.pack, result, answer.ratings))

    def _show_presses(self, answer: Answer, result: dict[str, Any]) -> None:
        rating = self.words.rating
        self._open.disabled = result["step"] != "ready"
        missing = rating.missing_ratings.format(count=len(result["open"]))
        self._open.hint = missing if answer.first.strip() else rating.missing_text
        self._open.layout.display = "none" if answer.opened else None
        unchanged = answer.second.strip() in ("", answer.first.strip())
        self._side_by_side.disabled = unchanged
        self._side_by_side.hint = self.words.revision.missing

    def _step(self, answer: Answer) -> str:
        if answer.compared:
            return "compared"
        if answer.opened:
            return "opened"
        if not answer.first.strip():
            return "start"
        return "ready" if len(answer.ratings) == len(self.words.criteria) else "rate"

    def _read(self, text: str) -> Reading:
        return read(text, rules=self.pack.rules)

    def _writing(self) -> list[Widget]:
        words = self.words
        self._first = draft(self.pack, words.draft.label, words.longest, words.draft.help)
        self._first.placeholder = words.draft.placeholder
        self.listen(self._first, lambda text: self.change(first=text))
        self._ratings = {name: self._rating(name) for name in words.criteria}
        self._open = Press(words.rating.open)
        self._open.on_press(self._on_opened)
        head = Prose(html=element("h3", words.rating.title) + paragraphs(words.rating.lead))
        return [self._first, head, boxed("wk-rubric", *self._ratings.values()), self._open]

    def _rating(self, name: str) -> Choice:
        criterion, say = self.words.criteria[name], self.pack.say.number
        anchors = zip((0, 2, 4), criterion.anchors, strict=True)
        choice = Choice(
            criterion.label,
            [{"value": score, "label": say(score)} for score in SCORES],
            help="\n".join(f"{say(score)}  {anchor}" for score, anchor in anchors),
            words=control_words(self.pack),
        )
        choice.add_class("wk-scale")
        self.listen(choice, partial(self._on_rated, name))
        return choice

    def _opinion(self) -> list[Widget]:
        self._opinion_text = Prose()
        return [self._opinion_text]

    def _revision(self) -> list[Widget]:
        words = self.words.revision
        self._second = draft(self.pack, words.label, self.words.longest, words.help)
        self.listen(self._second, self._on_revised)
        self._side_by_side = Press(words.open)
        self._side_by_side.on_press(lambda _: self.change(compared=True))
        self._compared_text = Prose()
        title = Prose(html=element("h3", words.title))
        return [title, self._second, self._side_by_side, self._compared_text]

    def _on_rated(self, name: str, score: int) -> None:
        self.change(ratings={**self.answer["ratings"], name: score})

    def _on_opened(self, _: Press) -> None:
        """Open the second opinion; the second version starts from the first."""
        self.change(opened=True, second=self.answer["first"])

    def _on_revised(self, text: str) -> None:
        self.change(second=text)


def _summary(reading: Reading) -> dict[str, Any]:
    """Keep of a reading what others may see: never the text."""
    return {
        "band": reading.band,
        "reason": reading.reason,
        "criteria": {name: list(ends) for name, ends in reading.criteria.items()},
        "rules": [hit.rule for hit in reading.hits],
        "version": reading.version,
    }
