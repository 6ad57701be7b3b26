"""What a reading hands out: each thing found, and what all of it adds up to."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Hit:
    """Something the text does.

    Attributes:
        start: Where it begins in the text as typed.
        end: The place behind it.
        rule: The rule that found it.
        criterion: The criterion it speaks to.
        side: "pitch" or "conversation".
        weight: 1 a hint, 2 clear, 3 strong.
        why: What it tells.
        prompt: A question to the writer, or "".
        quoted: Whether it is quoted or mocked, and so weighs nothing.
        negated: Whether it is denied, and so weighs nothing.
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

    @property
    def weighs(self) -> int:
        """What it counts."""
        return 0 if self.quoted or self.negated else self.weight

    @property
    def pitches(self) -> bool:
        """Whether it speaks for a pitch."""
        return self.side == "pitch"


@dataclass(frozen=True)
class Reading:
    """What a reading found.

    Attributes:
        text: The text as typed, at most `MAX_LENGTH` characters of it.
        band: One of `BANDS`.
        reason: Why there is not enough to judge, or None.
        lean: -100 (pitch) to 100 (conversation); for sorting and tests, never to be shown.
        criteria: For each criterion a range of ratings within 0 to 4.
        hits: In the order of the text.
        question: The one thing to change, as a question to the writer.
        question_span: The span it is about, if it is about one.
        version: Of the engine and the rules.
        cut: Whether the text was longer than what was read.
    """

    text: str
    band: str
    reason: str | None
    lean: int
    criteria: Mapping[str, tuple[int, int]]
    hits: tuple[Hit, ...]
    question: str
    question_span: tuple[int, int] | None
    version: str
    cut: bool = False
