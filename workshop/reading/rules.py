"""Rules as data: what to look for, what it tells, and examples that hold each rule to its word."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from workshop.reading.phrases import Phrases
from workshop.reading.searching import Index

CRITERIA = ("no_pitch", "not_the_expert", "introduction", "asks", "them", "listens")
SIDES = ("pitch", "conversation")
QUESTIONS = ("hook", "rhetorical", "open", "closed", "other")
WHERE = ("anywhere", "clause_start", "sentence_start", "post_end", "question", "before_pitch")
USEFUL = "something useful"
"""The family of rules that find something given without asking for anything."""

_NONE = Phrases()


class RulesError(ValueError):
    """A rule that cannot be used, told so that its author can mend it."""


@dataclass(frozen=True)
class Rule:
    """One thing that a text may do, and what that tells.

    How phrases are written is told in `workshop.reading.phrases`.

    Attributes:
        id: A stable name, never translated.
        criterion: One of `CRITERIA`.
        side: "pitch" or "conversation".
        weight: 0 shown but no matter, 1 a hint, 2 clear, 3 strong.
        why: What it tells, in a sentence for the writer.
        family: What it is one kind of, such as "call to act".
        prompt: A question that sends the writer back to the reader.
        phrases: What it looks for.
        unless: Phrases that excuse it when they stand in the same sentence.
        near: Phrases of which one must stand in the same sentence.
        where: One of `WHERE`.
        match: Examples that it must find.
        no_match: Examples that it must leave alone.
        case: Whether its patterns see capitals; plain phrases never do.
        question: The kind of question it finds, one of `QUESTIONS`, or "".
        any_language: Whether it means the same in every language, as a link does.
        enabled: False to leave it out.
        finds: The phrases, read.
        excuse: The `unless` phrases, read.
        company: The `near` phrases, read.
    """

    id: str
    criterion: str
    side: str
    weight: int
    why: str
    family: str = ""
    prompt: str = ""
    phrases: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    near: tuple[str, ...] = ()
    where: str = "anywhere"
    match: tuple[str, ...] = ()
    no_match: tuple[str, ...] = ()
    case: bool = False
    question: str = ""
    any_language: bool = False
    enabled: bool = True
    finds: Phrases = field(default=_NONE, repr=False, compare=False)
    excuse: Phrases = field(default=_NONE, repr=False, compare=False)
    company: Phrases = field(default=_NONE, repr=False, compare=False)

    @property
    def pitches(self) -> bool:
        """Whether it speaks for a pitch."""
        return self.side == "pitch"

    @property
    def queries(self) -> tuple[Phrases, ...]:
        """All that must be looked up to apply it."""
        return (self.finds, self.excuse, self.company)


@dataclass(frozen=True)
class Rules:
    """All rules of a language.

    Attributes:
        language: Such as "en".
        rules: In the order of their file.
        stop_words: Small words by which the language is known.
        address: The words that speak to a reader, such as "you".
        speaker: The words of one who speaks for themselves, such as "I".
        urges: The words that tell a reader to do something when a sentence opens with one.
        negations: What denies the words that follow it.
        lead_ins: What may stand before a clause without being its start, such as "please".
        mocking: What shows that a sentence mocks what it says.
        questions: For each criterion, the question to the writer where no span has one.
        version: What changes when any rule does.
    """

    language: str
    rules: tuple[Rule, ...]
    stop_words: frozenset[str]
    address: frozenset[str]
    speaker: frozenset[str]
    urges: frozenset[str]
    negations: tuple[re.Pattern[str], ...]
    lead_ins: re.Pattern[str]
    mocking: Phrases
    questions: Mapping[str, str]
    version: str

    @cached_property
    def useful(self) -> frozenset[str]:
        """The rules that find something given without asking for anything."""
        return frozenset(rule.id for rule in self.rules if rule.family == USEFUL)

    @cached_property
    def index(self) -> Index:
        """All phrases of all rules, by their first word."""
        queries = [query for rule in self.rules for query in rule.queries]
        return Index([*queries, self.mocking])
