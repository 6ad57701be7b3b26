"""Rules as data: what to look for, what it tells, and examples that hold each rule to its word."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

CRITERIA = ("no_pitch", "not_the_expert", "introduction", "asks", "them", "listens")
SIDES = ("pitch", "conversation")
WHERE = ("anywhere", "sentence_start", "post_end", "question")
_NESTED = re.compile(r"\([^()]*[+*][^()]*\)[+*]")


class RulesError(ValueError):
    """A rule that cannot be used, told so that its author can mend it."""


@dataclass(frozen=True)
class Rule:
    """One thing that a text may do, and what that tells.

    Attributes:
        id: A stable name, never translated.
        criterion: One of `CRITERIA`.
        side: "pitch" or "conversation".
        weight: 1 a hint, 2 clear, 3 strong.
        phrases: What trainers write: plain words, `*` for up to three words.
        pattern: A regular expression, where phrases do not reach.
        unless: Patterns in the same sentence that excuse it.
        near: Patterns of which one must stand in the same sentence.
        where: One of `WHERE`.
        why: What it tells, in a sentence for the writer.
        prompt: A question that sends the writer back to the reader.
        match: Examples that it must find.
        no_match: Examples that it must leave alone.
        case: Whether capitals matter.
        enabled: False to leave it out.
    """

    id: str
    criterion: str
    side: str
    weight: int
    why: str
    prompt: str = ""
    phrases: tuple[str, ...] = ()
    pattern: str = ""
    unless: tuple[str, ...] = ()
    near: tuple[str, ...] = ()
    where: str = "anywhere"
    match: tuple[str, ...] = ()
    no_match: tuple[str, ...] = ()
    case: bool = False
    enabled: bool = True
    regex: re.Pattern[str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "regex", _compiled(self))

    @property
    def pitches(self) -> bool:
        """Whether it speaks for a pitch."""
        return self.side == "pitch"


@dataclass(frozen=True)
class Rules:
    """All rules of a language.

    Attributes:
        language: Such as "en".
        rules: In the order of their file.
        stop_words: Small words by which the language is known.
        negations: Words that deny what follows them.
        questions: For each criterion, the question to the writer where no span has one.
        version: What changes when any rule does.
    """

    language: str
    rules: tuple[Rule, ...]
    stop_words: frozenset[str]
    negations: re.Pattern[str]
    questions: Mapping[str, str]
    version: str


def _compiled(rule: Rule) -> re.Pattern[str]:
    parts = [_phrase(phrase) for phrase in rule.phrases]
    if rule.pattern:
        if _NESTED.search(rule.pattern):
            raise RulesError(f"rule {rule.id!r}: pattern repeats a repetition; bound it instead")
        folding = re.sub(r"\(\?-i:[^)]*\)", "", rule.pattern)
        if not rule.case and re.search(r"\[[^\]]*A-Z", folding):
            raise RulesError(f"rule {rule.id!r}: [A-Z] without case = true matches all letters")
        parts.append(rule.pattern)
    if not parts:
        raise RulesError(f"rule {rule.id!r}: finds nothing. Add phrases = [...]")
    try:
        return re.compile("|".join(f"(?:{part})" for part in parts), 0 if rule.case else re.I)
    except re.error as problem:
        raise RulesError(f"rule {rule.id!r}: pattern: {problem}") from None


def _phrase(phrase: str) -> str:
    words = [r"(?:\S+\s+){0,3}" if word == "*" else re.escape(word) for word in phrase.split()]
    joined = ""
    for word in words:
        joined += word if word.startswith("(?:") else word + r"\s+"
    return r"(?<!\w)" + joined.removesuffix(r"\s+") + r"(?!\w)"
