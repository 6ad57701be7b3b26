"""Finding what rules look for: the words, their place and their company must all be right."""

import re
from collections.abc import Collection, Iterator

from workshop.reading.findings import Hit
from workshop.reading.parts import Parts, Span, take_apart
from workshop.reading.rules import Rule, Rules
from workshop.reading.searching import Found, Index

_CLEAR = 2  # a pitch of this weight makes its whole sentence a pitch
_STRONGEST = 3
_BEFORE = 80  # letters looked at before a match
_CLAUSE = re.compile(r"[.!?\n,;:]")
_THREE_WORDS = re.compile(r"(?:\S+\s+){0,3}\S*$")


def matches(rule: Rule, example: str, rules: Rules) -> bool:
    """Tell whether a rule finds anything that weighs in a text by itself."""
    parts = take_apart(example)
    found = Found(parts, Index([*rule.queries, rules.mocking]).search(parts.tokens))
    after_it = range(1, len(parts.sentences) + 1)  # as if a pitch followed the example
    return any(hit.weighs for hit, _ in _hits(rule, found, rules, after_it))


def find(parts: Parts, rules: Rules) -> tuple[Hit, ...]:
    """Return what the rules find, in the order of the text.

    Thanks and questions are not counted in a sentence that pitches, nor in a question that stands
    straight before one: there they lead to the sale.
    """
    found = Found(parts, rules.index.search(parts.tokens))
    plain = [rule for rule in rules.rules if rule.where != "before_pitch"]
    hits = [each for rule in plain for each in _hits(rule, found, rules, ())]
    selling = {at for hit, at in hits if hit.pitches and hit.weighs >= _CLEAR}
    leading_on = selling | {at - 1 for at in selling if at and parts.asks(at - 1)}
    later = [rule for rule in rules.rules if rule.where == "before_pitch"]
    leading = [hit for rule in later for hit, _ in _hits(rule, found, rules, selling)]
    kept = [hit for hit, at in hits if hit.pitches or at not in leading_on]
    return tuple(sorted(_told([*kept, *leading]), key=lambda hit: (hit.start, hit.end, hit.rule)))


def _told(hits: list[Hit]) -> Iterator[Hit]:
    """Leave out what says the same as a hit around it and weighs no more: it adds nothing."""
    reach: dict[tuple[str, int], int] = {}  # how far hits reach, by criterion and weight
    for hit in sorted(hits, key=lambda hit: (hit.start, -hit.end, -hit.weighs, hit.rule)):
        weights = range(hit.weighs, _STRONGEST + 1)
        if all(reach.get((hit.criterion, weight), 0) < hit.end for weight in weights):
            yield hit
        key = (hit.criterion, hit.weighs)
        reach[key] = max(reach.get(key, 0), hit.end)


def _hits(
    rule: Rule, found: Found, rules: Rules, selling: Collection[int]
) -> Iterator[tuple[Hit, int]]:
    """Yield what a rule finds, each with the sentence it is in."""
    for span in found.of(rule.finds, rule.case):
        at = found.parts.sentence_at(span.start)
        if not _stands_right(rule.where, span, at, found.parts, rules, selling):
            continue
        if found.near(rule.excuse, at) or (rule.near and not found.near(rule.company, at)):
            continue
        whole = found.parts.whole(at) if rule.where == "before_pitch" else span
        yield _hit(rule, whole, at, found, rules), at


def _stands_right(
    where: str, span: Span, at: int, parts: Parts, rules: Rules, selling: Collection[int]
) -> bool:
    match where:
        case "clause_start":
            return bool(rules.lead_ins.search(_before(span, at, parts)))
        case "sentence_start":
            return not re.search(r"\w", _before(span, at, parts))
        case "post_end":
            return at >= parts.ending
        case "question":
            return parts.asks(at)
        case "before_pitch":
            return parts.asks(at) and at + 1 in selling and at not in selling
    return True


def _before(span: Span, at: int, parts: Parts) -> str:
    start = max(parts.sentences[at].start, span.start - _BEFORE)
    return parts.shadow.small[start : span.start]


def _hit(rule: Rule, span: Span, at: int, found: Found, rules: Rules) -> Hit:
    parts = found.parts
    start, end = parts.shadow.typed(span.start, span.end)
    quoted = any(borrowed.holds(span) for borrowed in parts.borrowed)
    return Hit(
        start=start,
        end=end,
        rule=rule.id,
        criterion=rule.criterion,
        side=rule.side,
        weight=rule.weight,
        why=rule.why,
        prompt=rule.prompt,
        quoted=quoted or found.near(rules.mocking, at),
        negated=rule.pitches and _is_denied(_before(span, at, parts), rules),
    )


def _is_denied(before: str, rules: Rules) -> bool:
    near = _THREE_WORDS.search(_CLAUSE.split(before)[-1])
    return bool(near and any(denial.search(near.group()) for denial in rules.negations))
