"""What of all that rules found stands in the end, once each is seen beside the others."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace

from workshop.reading.findings import Hit
from workshop.reading.matching import Match
from workshop.reading.parts import Parts
from workshop.reading.shadow import shadow
from workshop.reading.spans import Span

Dismissed = Collection[tuple[str, str]]
"""Rule and words of what the writer marked 'not here'."""

_CLEAR = 2  # a pitch of this weight makes its whole sentence a pitch
_STRONGEST = 3


def settle(found: Sequence[Match], parts: Parts) -> tuple[Hit, ...]:
    """Return what counts, in the order of the text.

    Thanks and questions are not counted in a sentence that pitches, nor in a question that leads to
    one: between the two stands nothing but questions and what pitches a little.
    """
    selling = {match.at for match in found if _sells(match)}
    leading = _leading(selling, {match.at for match in found if _pitches(match)}, parts)
    muted = selling | leading
    kept = (match.hit for match in found if _counts(match, leading, muted))
    return tuple(sorted(_told(kept), key=lambda hit: (hit.start, hit.end, hit.rule)))


def _sells(match: Match) -> bool:
    return _pitches(match) and match.hit.weighs >= _CLEAR


def _pitches(match: Match) -> bool:
    hit = match.hit
    return hit.pitches and hit.weighs > 0 and match.rule.where != "before_pitch"


def _leading(selling: Collection[int], pitching: Collection[int], parts: Parts) -> set[int]:
    """Return the questions that lead to a sentence that sells."""
    leading: set[int] = set()
    leads = False
    for at in range(max(selling, default=0), -1, -1):
        if leads and parts.asks(at):
            leading.add(at)
        leads = at in selling or (leads and (at in pitching or parts.asks(at)))
    return leading


def _counts(match: Match, leading: Collection[int], muted: Collection[int]) -> bool:
    if match.rule.where == "before_pitch":
        return match.at in leading
    return match.hit.pitches or match.at not in muted


def _told(hits: Iterable[Hit]) -> Iterator[Hit]:
    """Leave out what says the same as a hit around it and weighs no more: it adds nothing."""
    reach: dict[str, list[int]] = {}  # by criterion: how far hits of at least each weight reach
    for hit in hits:
        reached = reach.setdefault(hit.criterion, [0] * (_STRONGEST + 1))
        weighs = hit.weighs
        if reached[weighs] < hit.end:
            yield hit
            for weight in range(weighs + 1):
                reached[weight] = max(reached[weight], hit.end)


def dismiss(found: Sequence[Match], text: str, dismissed: Dismissed) -> Sequence[Match]:
    """Mark what the writer said 'not here' to, and what says the same of the same words.

    A span is known by its rule and its words, so it stays dismissed wherever an edit moves it.
    """
    told = {(rule, _plain(words)) for rule, words in dismissed}
    named = {rule for rule, _ in told}
    muted = [
        match
        for match in found
        if match.rule.id in named and (match.rule.id, _plain(text[slice(*match.hit.span)])) in told
    ]
    return [_dismissed(match) if _is_meant(match, muted) else match for match in found]


def _is_meant(match: Match, muted: Sequence[Match]) -> bool:
    return any(
        other.hit.criterion == match.hit.criterion and other.place.meets(match.place)
        for other in muted
    )


def _dismissed(match: Match) -> Match:
    return replace(match, hit=replace(match.hit, dismissed=True))


def _plain(words: str) -> str:
    return " ".join(shadow(words).small.split())


def without(found: Sequence[Match], removed: Collection[Span]) -> list[Match]:
    """Return what is still found when the words in some spans of the shadow text are gone."""
    return [match for match in found if not any(match.place.meets(span) for span in removed)]
