"""Rules that are broken, or load and yet are not good: each finding names the remedy."""

import time
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from workshop.reading.checking import hold_to_examples
from workshop.reading.kinds import kind_of
from workshop.reading.loading import prepared, rule_of
from workshop.reading.matching import find
from workshop.reading.parts import take_apart
from workshop.reading.patterns import is_endless, is_pattern
from workshop.reading.phrases import Step
from workshop.reading.rules import Rule, Rules, RulesError
from workshop.reading.settling import settle

SLOWEST = 0.1
"""Seconds of computing that the patterns of one rule may take for ten thousand letters."""

_CRAFTED = ("a" * 10_000, "#a " * 3_333, "you " * 2_500, "!" * 10_000, "1 " * 5_000, " " * 10_000)


@dataclass(frozen=True)
class Finding:
    """Something to mend.

    Attributes:
        rule: The rule, or "" where no single one is to blame.
        says: What is wrong and what to do.
    """

    rule: str
    says: str


def lint(language: str = "en", changes: Mapping[str, Any] | None = None) -> list[Finding]:
    """Look over a language's rules, or over those that a trainer changed, beside all others.

    Args:
        language: Such as "en".
        changes: As for `load_rules`; None looks over every rule of the language.
    """
    try:
        base, rows, words = prepared(language, changes or {})
    except RulesError as problem:
        return [Finding("", str(problem))]
    findings, whole = [], []
    for row in rows:
        try:
            rule = rule_of(row, words)
            hold_to_examples(rule, base)
            whole.append(rule)
        except RulesError as problem:
            findings.append(Finding(row["id"], str(problem)))
    enabled = tuple(rule for rule in whole if rule.enabled)
    named = {rule.id for rule in enabled} if changes is None else _named(changes)
    return findings + list(_findings(replace(base, rules=enabled), named))


def _named(changes: Mapping[str, Any]) -> set[str]:
    return {row["id"] for row in changes.get("rule", [])} | set(changes.get("phrases", {}))


def _findings(rules: Rules, named: set[str]) -> Iterator[Finding]:
    looked_over = [rule for rule in rules.rules if rule.id in named]
    for rule in looked_over:
        yield from (Finding(rule.id, says) for says in _of_one(rule))
        if rule.match and _is_dead(rule, rules):
            yield Finding(rule.id, "never counts, since other rules say it all. Leave it out.")
    for rule, other, said in _overlaps(rules.rules):
        if rule.id in named or other.id in named:
            yield Finding(rule.id, f"finds {said!r}, and so does {other.id!r}. Keep it in one.")


def _of_one(rule: Rule) -> Iterator[str]:
    if not rule.match:
        yield 'has no example that it finds. Add match = ["..."].'
    if not rule.no_match:
        yield 'has no example that it leaves alone. Add no_match = ["..."].'
    for phrase in (*rule.phrases, *rule.unless, *rule.near):
        if is_pattern(phrase) and is_endless(phrase):
            yield f"{phrase} repeats without end. Bound it, such as {{1,30}}."
    if _seconds(rule) > SLOWEST:
        yield "takes too long for a long text. Make its patterns shorter, or plain phrases of them."


def _seconds(rule: Rule) -> float:
    """Return how long its patterns take, for the crafted text that they take longest for."""
    patterns = [pattern for query in rule.queries for pattern in query.patterns]
    spent = [0.0]
    for text in _CRAFTED if patterns else ():
        start = time.process_time()
        for pattern in patterns:
            sum(1 for _ in pattern.finditer(text))
        spent.append(time.process_time() - start)
    return max(spent)


def _is_dead(rule: Rule, rules: Rules) -> bool:
    return not any(_counts(rule, example, rules) for example in rule.match)


def _counts(rule: Rule, example: str, rules: Rules) -> bool:
    """Tell whether a rule still has a say when all rules read its example."""
    parts = take_apart(example)
    found = find(parts, rules, kind_of("post"))
    if rule.where == "before_pitch":
        return any(match.rule is rule for match in found)
    return any(hit.rule == rule.id for hit in settle(found, parts))


def _overlaps(rules: Sequence[Rule]) -> Iterator[tuple[Rule, Rule, str]]:
    """Yield pairs of rules that find the same words for the same criterion, in the same place."""
    seen: dict[tuple[str, str, int, str], list[tuple[Rule, tuple[Step, ...]]]] = defaultdict(list)
    told: set[tuple[str, str]] = set()
    for rule in rules:
        for steps in rule.finds.sequences:
            for word in sorted(steps[0]):
                place = seen[rule.criterion, rule.where, len(steps), word]
                for other, before in place:
                    pair = (rule.id, other.id)
                    if other is not rule and pair not in told and (said := _shared(steps, before)):
                        told.add(pair)
                        yield rule, other, said
                place.append((rule, steps))


def _shared(steps: Sequence[Step], others: Sequence[Step]) -> str:
    """Return words that both sequences find, or ""."""
    common = [sorted(step & other) for step, other in zip(steps, others, strict=True)]
    return " ".join(words[0] for words in common) if all(common) else ""
