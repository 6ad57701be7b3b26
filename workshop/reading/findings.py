"""What a reading hands out: each thing found, and what all of it adds up to."""

from collections.abc import Mapping
from dataclasses import dataclass

from workshop.reading.spans import Span


@dataclass(frozen=True)
class Hit:
    """Something the text does.

    Attributes:
        start: Where it begins in the text as typed.
        end: The place behind it.
        rule: The rule that found it.
        criterion: The criterion it speaks to.
        side: "pitch" or "conversation".
        weight: 0 shown but no matter, 1 a hint, 2 clear, 3 strong.
        why: What it tells.
        prompt: A question to the writer, or "".
        quoted: Whether it is quoted or mocked, and so weighs nothing.
        negated: Whether it is denied, and so weighs nothing.
        dismissed: Whether the writer said 'not here', and so weighs nothing.
    """

    start: int
    end: int
    rule: str
    criterion: str
    side: str
    weight: int
    why: str
    prompt: str
    quoted: bool = False
    negated: bool = False
    dismissed: bool = False

    @property
    def weighs(self) -> int:
        """What it counts."""
        return 0 if self.quoted or self.negated or self.dismissed else self.weight

    @property
    def pitches(self) -> bool:
        """Whether it speaks for a pitch."""
        return self.side == "pitch"

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.start, self.end)


@dataclass(frozen=True)
class Contribution:
    """What one rule added to a reading: a row of the table that explains it.

    Attributes:
        criterion: The criterion it added to.
        rule: The rule.
        side: "pitch" or "conversation".
        added: What it counts, 0 if all it found is quoted, denied, dismissed or said already.
        spans: Where, in the order of the text.
        why: What it tells.
    """

    criterion: str
    rule: str
    side: str
    added: int
    spans: tuple[Span, ...]
    why: str


@dataclass(frozen=True)
class Counterfactual:
    """How a text would read if some of its words were not there.

    Attributes:
        spans: The words, in the order of the text; one stretch where one decides.
        band: What it would read as.
        lean: What its lean would be.
    """

    spans: tuple[Span, ...]
    band: str
    lean: int


@dataclass(frozen=True)
class Question:
    """A question in the text.

    Attributes:
        start: Where it begins in the text as typed.
        end: The place behind it.
        kind: One of `QUESTIONS`.
    """

    start: int
    end: int
    kind: str


@dataclass(frozen=True)
class Reading:
    """What a reading found.

    Attributes:
        text: The text as typed, at most `MAX_LENGTH` characters of it.
        kind: One of `KINDS`.
        language: The language it was read in, or None if not sure.
        band: One of `BANDS`.
        reason: Why there is not enough to judge, or None.
        lean: -100 (pitch) to 100 (conversation); for sorting and tests, never to be shown.
        criteria: For each criterion a range of ratings within 0 to 4.
        hits: In the order of the text.
        contributions: What each rule added: by criterion, the weightiest first.
        counterfactual: The words without which it would read most differently, or None.
        question: The one thing to change, as a question to the writer.
        question_span: The words it is about; None only where there are none.
        questions: The questions in the text, each with its kind.
        length: "short", "fits" or "long" for its kind.
        version: Of the engine and the rules.
        cut: Whether the text was longer than what was read.
    """

    text: str
    kind: str
    language: str | None
    band: str
    reason: str | None
    lean: int
    criteria: Mapping[str, tuple[int, int]]
    hits: tuple[Hit, ...]
    contributions: tuple[Contribution, ...]
    counterfactual: Counterfactual | None
    question: str
    question_span: Span | None
    questions: tuple[Question, ...]
    length: str
    version: str
    cut: bool = False
