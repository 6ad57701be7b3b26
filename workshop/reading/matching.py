"""Finding what rules look for: the words, their place and their company must all be right."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from workshop.reading.findings import Hit
from workshop.reading.kinds import Kind, kind_of
from workshop.reading.parts import Parts, take_apart
from workshop.reading.rules import Rule, Rules
from workshop.reading.searching import Found, Index
from workshop.reading.spans import Span

_MOST = 100  # times that a rule is heard; who says it more often says no more by it
_BEFORE = 80  # letters looked at before a match
_CLAUSE = re.compile(r"[.!?\n,;:]")
_THREE_WORDS = re.compile(r"(?:\S+\s+){0,3}\S*$")


@dataclass(frozen=True)
class Match:
    """What a rule found by itself, before it is known what stands around it.

    Attributes:
        hit: What was found.
        rule: The rule that found it.
        at: The sentence it is in.
        place: Where it stands in the shadow text.
    """

    hit: Hit
    rule: Rule
    at: int
    place: Span


def matches(rule: Rule, example: str, rules: Rules) -> bool:
    """Tell whether a rule finds anything in a text by itself that is neither quoted nor denied."""
    parts = take_apart(example)
    found = Found(parts, Index([*rule.queries, rules.mocking]).search(parts.tokens))
    hits = (match.hit for match in _matches(rule, found, rules, kind_of("post")))
    return any(not (hit.quoted or hit.negated) for hit in hits)


def find(parts: Parts, rules: Rules, kind: Kind) -> tuple[Match, ...]:
    """Return what each rule finds by itself, in the order of the text, the longest first."""
    found = Found(parts, rules.index.search(parts.tokens))
    matched = [match for rule in rules.rules for match in _matches(rule, found, rules, kind)]
    return tuple(sorted(matched, key=_by_place))


def _by_place(match: Match) -> tuple[int, int, int, str]:
    hit = match.hit
    return hit.start, -hit.end, -hit.weighs, hit.rule


def _matches(rule: Rule, found: Found, rules: Rules, kind: Kind) -> Iterator[Match]:
    weight = kind.weights.get(rule.family, rule.weight)
    for span in found.of(rule.finds, rule.case)[:_MOST]:
        at = found.parts.sentence_at(span.start)
        if not _stands_right(rule.where, span, at, found.parts, rules):
            continue
        if found.near(rule.excuse, at) or (rule.near and not found.near(rule.company, at)):
            continue
        whole = found.parts.whole(at) if rule.where == "before_pitch" else span
        yield Match(_hit(rule, weight, whole, at, found, rules), rule, at, whole)


def _stands_right(where: str, span: Span, at: int, parts: Parts, rules: Rules) -> bool:
    match where:
        case "clause_start":
            return bool(rules.lead_ins.search(_before(span, at, parts)))
        case "sentence_start":
            return not re.search(r"\w", _before(span, at, parts))
        case "post_end":
            return at >= parts.ending
        case "question" | "before_pitch":
            return parts.asks(at)
    return True


def _before(span: Span, at: int, parts: Parts) -> str:
    start = max(parts.sentences[at].start, span.start - _BEFORE)
    return parts.shadow.small[start : span.start]


def _hit(rule: Rule, weight: int, span: Span, at: int, found: Found, rules: Rules) -> Hit:
    parts = found.parts
    start, end = parts.shadow.typed(span.start, span.end)
    quoted = any(borrowed.holds(span) for borrowed in parts.borrowed)
    return Hit(
        start=start,
        end=end,
        rule=rule.id,
        criterion=rule.criterion,
        side=rule.side,
        weight=weight,
        why=rule.why,
        prompt=rule.prompt,
        quoted=quoted or found.near(rules.mocking, at),
        negated=rule.pitches and _is_denied(_before(span, at, parts), rules),
    )


def _is_denied(before: str, rules: Rules) -> bool:
    near = _THREE_WORDS.search(_CLAUSE.split(before)[-1])
    return bool(near and any(denial.search(near.group()) for denial in rules.negations))
