"""A thousand people: one message to all of them, a mirror, a guess at their week, and again."""

from typing import Any, ClassVar

from ipywidgets import Widget
from markupsafe import Markup
from pydantic import ValidationInfo, field_validator, model_validator

from workshop.models.audience import ranges
from workshop.reading.mirror import Mirror, hold_up
from workshop.widgets.controls import draft
from workshop.widgets.exercise import BaseAnswer, Exercise, boxed, pack_of
from workshop.widgets.markup import element, paragraphs
from workshop.widgets.parts.draft import Draft
from workshop.widgets.parts.press import Press
from workshop.widgets.parts.prose import Prose
from workshop.widgets.tellings.thousand_people import fate, reflection, sentence, side_by_side

TRIES = ("first", "second")


class ThousandPeople(Exercise):
    """A message to a thousand people, held up to a mirror, and written again.

    Examples:
        >>> people = ThousandPeople()
        >>> people.change(first="Good evening. I am Ana. What are you working on this week?")
        >>> people.change(mirrored=True)
        >>> people.result["first"]["about_them"]
        1
    """

    key = "thousand_people"

    written: ClassVar = frozenset({"first", "matters", "second"})

    class Answer(BaseAnswer):
        """Both tries, what seems to matter to the thousand, and how far the participant went."""

        first: str = ""
        mirrored: bool = False
        matters: str = ""
        second: str = ""
        compared: bool = False

        @field_validator("first", "matters", "second")
        @classmethod
        def _fits(cls, text: str, info: ValidationInfo) -> str:
            longest = pack_of(info).thousand_people.longest
            if len(text) > longest:
                raise ValueError(f"must not be longer than {longest} characters")
            return text

        @model_validator(mode="after")
        def _keeps_the_order(self) -> "ThousandPeople.Answer":
            if self.mirrored and not self.first.strip():
                raise ValueError("there is nothing to hold the mirror up to")
            if self.compared and not self.mirrored:
                raise ValueError("the second try comes after the mirror")
            return self

    @property
    def latest_text(self) -> str:
        """The second try once it stands beside the first, and until then the first."""
        return str(self.answer["second" if self.answer["compared"] else "first"])

    def start(self) -> dict[str, Any]:
        """Return an empty page."""
        return {"first": "", "mirrored": False, "matters": "", "second": "", "compared": False}

    def build(self) -> list[Widget]:
        """Make the two tries and the mirror between them; the later ones appear in their turn."""
        self._sentence = Prose(live=True)
        self._sentence.add_class("wk-sentence")
        self._mirror_text, self._compared_text = Prose(), Prose()
        self._later = [
            boxed("wk-step", self._mirror_text, self._make_matters()),
            boxed("wk-step", *self._second_try()),
        ]
        return [boxed("wk-step", *self._first_try()), self._sentence, *self._later]

    def solve(self, answer: Answer) -> dict[str, Any]:
        """Say which step is next and, once mirrored, what each try shows in numbers."""
        result: dict[str, Any] = {"step": _step(answer)}
        if answer.mirrored:
            result["first"] = _summary(self._hold_up(answer.first))
        if answer.compared:
            result["second"] = _summary(self._hold_up(answer.second))
            result["fate"] = {name: self._fate(result[name]["kind"]) for name in TRIES}
        return result

    def finished(self, answer: Answer, result: dict[str, Any]) -> bool:
        """Tell whether both versions stand side by side."""
        return answer.compared

    def show(self, answer: Answer, result: dict[str, Any]) -> None:
        """Bring the steps to the answer."""
        self._first.value, self._second.value = answer.first, answer.second
        self._matters.value = answer.matters
        self._first.disabled = answer.mirrored
        self._open.layout.display = "none" if answer.mirrored else None
        self._open.disabled = not answer.first.strip()
        self._open.hint = self.words.mirror.missing if self._open.disabled else ""
        self._compare.disabled = answer.second.strip() in ("", answer.first.strip())
        self._compare.hint = self.words.second.missing if self._compare.disabled else ""
        for step in self._later:
            step.layout.display = None if answer.mirrored else "none"
        first = self._hold_up(answer.first) if answer.mirrored else None
        second = self._hold_up(answer.second) if answer.compared else None
        self._mirror_text.html = reflection(self.pack, first) if first else ""
        both = side_by_side(self.pack, first, second) if first and second else Markup("")
        both += fate(self.pack, result) if answer.compared else ""
        self._compared_text.html = both
        self._sentence.html = paragraphs(sentence(self.pack, result))

    def _fate(self, kind: str | None) -> dict[str, dict[str, float]] | None:
        """Return the ranges of what a thousand people do with one message of a kind."""
        if kind is None:
            return None
        outcomes = ranges(self.pack.silent_audience.assumptions({}), (kind,)).set_index("outcome")
        return {name: {"low": row["low"], "high": row["high"]} for name, row in outcomes.iterrows()}

    def _hold_up(self, text: str) -> Mirror:
        words = self.words.mirror
        return hold_up(text, words.own_words, words.their_words, self.pack.rules)

    def _first_try(self) -> list[Widget]:
        self._first = self._field(self.words.draft)
        self.listen(self._first, lambda text: self.change(first=text))
        self._open = Press(self.words.mirror.open)
        self._open.on_press(self._on_mirrored)
        return [self._first, self._open]

    def _make_matters(self) -> Draft:
        self._matters = self._field(self.words.questions.matters)
        self._matters.rows = 2
        self.listen(self._matters, lambda text: self.change(matters=text))
        return self._matters

    def _second_try(self) -> list[Widget]:
        words = self.words.second
        self._second = self._field(words)
        self.listen(self._second, lambda text: self.change(second=text))
        self._compare = Press(words.open)
        self._compare.on_press(lambda _: self.change(compared=True))
        title = Prose(html=element("h3", words.title))
        return [title, self._second, self._compare, self._compared_text]

    def _field(self, words: Any) -> Draft:
        field = draft(self.pack, words.label, self.words.longest, words.help)
        field.placeholder = words.placeholder
        return field

    def _on_mirrored(self, _: Press) -> None:
        """Hold up the mirror; the second try starts from the first."""
        self.change(mirrored=True, second=self.answer["first"])


def _step(answer: ThousandPeople.Answer) -> str:
    if answer.compared:
        return "compared"
    if answer.mirrored:
        return "mirrored"
    return "written" if answer.first.strip() else "start"


def _summary(mirror: Mirror) -> dict[str, Any]:
    """Keep of a mirror what others may see: never the text."""
    return {
        "band": mirror.reading.band,
        "kind": mirror.kind,
        "own": mirror.own,
        "theirs": mirror.theirs,
        "questions": len(mirror.questions),
        "about_them": len(mirror.about_them),
        "version": mirror.reading.version,
    }
