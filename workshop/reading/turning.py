"""What decides: how a text would read without some of its words, and the one thing to change."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from workshop.reading.findings import Counterfactual, Hit
from workshop.reading.judging import Judgement, judge
from workshop.reading.matching import Match
from workshop.reading.parts import Parts
from workshop.reading.rubric import BANDS, counted, lean
from workshop.reading.rules import Rules
from workshop.reading.settling import without
from workshop.reading.spans import Span
from workshop.reading.undertone import undertone

Again = Callable[[Sequence[Span]], Judgement | None]
"""Reads a text without some words of it as typed; None if what is left cannot be judged."""

_MOST_SPANS = 3  # a sentence that names more stretches explains nothing
_MOST_TRIED = 4  # the rules that add most; any further one decides less
_MOST_FOUND = 300  # in a text that does more than this, no three stretches decide
_FEWEST_LEFT = 4  # words that must be left to be judged
_STRONG = 3
_MISSING = ("asks", "them", "listens", "introduction")
_AT_THE_END = ("asks", "listens")


@dataclass(frozen=True)
class _Removal:
    """How a text would read without what one rule found."""

    hit: Hit
    places: tuple[Span, ...]
    then: Judgement


def turning(
    found: Sequence[Match], parts: Parts, rules: Rules, now: Judgement, again: Again
) -> tuple[Counterfactual | None, str, Span | None]:
    """Return what decides, and the one thing to change: a question and the words it is about.

    Args:
        found: What the rules found.
        parts: The text.
        rules: The rules.
        now: What all of it adds up to.
        again: Reads the text without some words.
    """
    crowded = len(found) > _MOST_FOUND
    tried = _few_of_each(found) if crowded else found
    base = judge(tried, parts, rules) if crowded else now
    removals = _removals(tried, parts, rules, base, ())
    decided = None if crowded else _counterfactual(found, parts, rules, now, removals, again)
    return decided, *_question(parts, rules, base, removals)


def _few_of_each(found: Sequence[Match]) -> list[Match]:
    seen: dict[str, int] = {}
    kept = []
    for match in found:
        seen[match.rule.id] = seen.get(match.rule.id, 0) + 1
        if seen[match.rule.id] <= _MOST_SPANS:
            kept.append(match)
    return kept


def _removals(
    found: Sequence[Match], parts: Parts, rules: Rules, now: Judgement, gone: tuple[Span, ...]
) -> list[_Removal]:
    """Take away what each rule found on the side that decides, besides what is gone already."""
    converses = now.band == "conversation"
    deciding = [hit for hit in counted(now.hits) if hit.pitches != converses]
    deciding.sort(key=lambda hit: (-hit.weighs, hit.start))
    removals = []
    for hit in deciding[:_MOST_TRIED]:
        places = (*gone, *_places(found, parts, hit))
        if len(places) <= _MOST_SPANS and _words_left(parts, places) >= _FEWEST_LEFT:
            then = judge(without(found, places), parts, rules)
            removals.append(_Removal(hit, places, then))
    return removals


def _places(found: Sequence[Match], parts: Parts, hit: Hit) -> tuple[Span, ...]:
    """Return the words that pitch, or whole sentences that converse: half a question is none."""
    same = [match for match in found if match.rule.id == hit.rule and match.hit.weighs]
    if hit.pitches:
        return tuple(match.place for match in same)
    return tuple(parts.whole(at) for at in sorted({match.at for match in same}))


def _words_left(parts: Parts, gone: Sequence[Span]) -> int:
    starts = parts.word_starts
    said = (bisect_left(starts, span.end) - bisect_left(starts, span.start) for span in gone)
    return len(starts) - sum(said)


def _counterfactual(
    found: Sequence[Match],
    parts: Parts,
    rules: Rules,
    now: Judgement,
    removals: Sequence[_Removal],
    again: Again,
) -> Counterfactual | None:
    """Take more away until the band changes; the first to change it is the shortest to tell.

    Words that are left may say something new once those between them are gone, so the text is read
    again before anything is promised.
    """
    while removals:
        best = max(removals, key=lambda removal: _moves(removal, now))
        if best.then.band != now.band:
            spans = _joined(Span(*parts.shadow.typed(*place)) for place in best.places)
            then = again(spans)
            if then and then.band != now.band:
                return Counterfactual(tuple(spans), then.band, then.lean)
        rest = without(found, best.places)
        removals = _removals(rest, parts, rules, best.then, best.places)
    return None


def _joined(spans: Iterable[Span]) -> list[Span]:
    """Return spans in the order of the text; those that share a letter become one."""
    joined: list[Span] = []
    for span in sorted(spans):
        if joined and joined[-1].meets(span):
            span = Span(joined[-1].start, max(joined.pop().end, span.end))
        joined.append(span)
    return joined


def _moves(removal: _Removal, now: Judgement) -> tuple[int, int]:
    """Return by how many bands and how far a reading moves."""
    bands = BANDS.index(removal.then.band) - BANDS.index(now.band)
    return abs(bands), abs(removal.then.lean - now.lean)


def _question(
    parts: Parts, rules: Rules, now: Judgement, removals: Sequence[_Removal]
) -> tuple[str, Span | None]:
    """Choose what would move the reading most; where all is equal, away from the pitch first."""
    tone = undertone(parts, rules)
    gains = {
        name: lean({**now.weights, name: max(now.weights[name], _STRONG)}, tone) - now.lean
        for name in _MISSING
    }
    weakest = max(gains, key=lambda name: gains[name])
    asking = [removal for removal in removals if removal.hit.pitches and removal.hit.prompt]
    best = max(asking, key=lambda removal: removal.then.lean, default=None)
    if best and best.then.lean - now.lean >= gains[weakest]:
        return best.hit.prompt, best.hit.span
    return rules.questions[weakest], _words_for(weakest, parts)


def _words_for(criterion: str, parts: Parts) -> Span | None:
    """Return the sentence where a criterion that lacks evidence would find its place."""
    if not parts.saying:
        return None
    place = parts.whole(parts.saying[-1 if criterion in _AT_THE_END else 0])
    return Span(*parts.shadow.typed(*place))
