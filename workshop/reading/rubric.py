"""From weighed evidence to ranges, a band and a lean.

Two axes are kept apart: what pitches and what converses. Neither buys the other off. Evidence of
one kind saturates: the third call to act tells less than the first.
"""

from collections.abc import Iterable, Mapping, Sequence

from workshop.reading.findings import Contribution, Hit
from workshop.reading.rules import CRITERIA
from workshop.reading.spans import Span

BANDS = ("pitch", "offer", "friendly", "conversation", "not enough to judge")
NOT_ENOUGH = BANDS[-1]

_PITCHING = ("no_pitch", "not_the_expert")
_MOST = {"introduction": 3, "asks": 5, "them": 5, "listens": 4}  # more of one kind tells no more
_HINT, _STRONG = 1, 3
_CONVERSES = 0.6
_TOO_LONG = 2  # the rating of an introduction that is "too long" by its anchor

# By weight of the evidence (0, 1, 2, 3 and more): the range of the rating that it allows.
_LADDERS = {
    "no_pitch": ((3, 4), (2, 3), (1, 2), (0, 1)),
    "not_the_expert": ((2, 4), (1, 3), (1, 2), (0, 1)),
    "introduction": ((0, 1), (1, 2), (2, 3), (3, 4)),
    "asks": ((0, 1), (1, 2), (2, 3), (3, 4)),
    "them": ((0, 2), (1, 3), (2, 3), (3, 4)),
    "listens": ((0, 1), (1, 2), (2, 3), (3, 4)),
}


def weighed(hits: Iterable[Hit]) -> dict[str, int]:
    """Add up what weighs, by criterion."""
    weights = dict.fromkeys(CRITERIA, 0)
    for hit in counted(hits):
        weights[hit.criterion] += hit.weighs
    return weights


def counted(hits: Iterable[Hit]) -> list[Hit]:
    """Return the hits that add something, the weightiest first.

    A rule that hits twice says the same thing louder and counts once, where it can with words that
    no other rule hits; of two rules that hit the same words only the stronger counts.
    """
    adding: dict[str, list[Hit]] = {name: [] for name in CRITERIA}
    weighing = [hit for hit in hits if hit.weighs]
    shared = _shared(weighing)
    for hit in sorted(weighing, key=lambda hit: (-hit.weighs, hit.span in shared, *hit.span)):
        before = adding[hit.criterion]
        if not any(_same(hit, other) for other in before):
            before.append(hit)
    return [hit for name in CRITERIA for hit in adding[name]]


def _shared(hits: Iterable[Hit]) -> set[Span]:
    """Return the spans that share a letter with another."""
    spans = sorted(hit.span for hit in hits)
    shared: set[Span] = set()
    furthest = Span(0, 0)
    for span in spans:
        if span.meets(furthest):
            shared |= {span, furthest}
        furthest = max(furthest, span, key=lambda each: each.end)
    return shared


def _same(hit: Hit, other: Hit) -> bool:
    return hit.rule == other.rule or (hit.start < other.end and other.start < hit.end)


def contributions(hits: Sequence[Hit]) -> tuple[Contribution, ...]:
    """Return what each rule added, by criterion, the weightiest first."""
    added = {hit.rule: hit.weighs for hit in counted(hits)}
    by_rule: dict[str, list[Hit]] = {}
    for hit in hits:
        by_rule.setdefault(hit.rule, []).append(hit)
    rows = [_contribution(same, added.get(rule, 0)) for rule, same in by_rule.items()]
    return tuple(
        sorted(rows, key=lambda row: (CRITERIA.index(row.criterion), -row.added, row.rule))
    )


def _contribution(hits: Sequence[Hit], added: int) -> Contribution:
    first, spans = hits[0], tuple(hit.span for hit in hits)
    return Contribution(first.criterion, first.rule, first.side, added, spans, first.why)


def saturated(weight: float) -> float:
    """Return how much evidence of a weight tells, from 0 to 1."""
    return float(1 - 0.5 ** (weight / 2))


def ranges(weights: Mapping[str, int], length: str = "fits") -> dict[str, tuple[int, int]]:
    """Return for each criterion the ratings that its evidence allows, from 0 to 4.

    Args:
        weights: Evidence by criterion.
        length: One of `LENGTHS`; what is too long for its kind introduces nobody briefly.
    """
    found = {name: _LADDERS[name][min(weights[name], _STRONG)] for name in CRITERIA}
    if length == "long":
        low, high = found["introduction"]
        found["introduction"] = (min(low, _TOO_LONG), min(high, _TOO_LONG))
    return found


def axes(weights: Mapping[str, int]) -> tuple[float, float]:
    """Return how much speaks for a pitch and how much for a conversation, each from 0 to 1."""
    conversation = sum(min(weights[name], most) for name, most in _MOST.items())
    # A greeting and a name are polite in a pitch too: alone they open nothing.
    opens = any(weights[name] for name in _MOST if name != "introduction")
    return saturated(pitching(weights)), saturated(conversation if opens else 0)


def lean(weights: Mapping[str, int], undertone: int = 0) -> int:
    """Return -100 (pitch) to 100 (conversation), for sorting; more pitching never raises it.

    Args:
        weights: Evidence by criterion.
        undertone: How many small signs of a pitch there are. They decide between texts in which
            nothing pitches, and never a band.
    """
    pitch, conversation = axes(weights)
    small = 0 if pitch else undertone
    return round(100 * (conversation * (1 - pitch) - pitch)) - small


def band(weights: Mapping[str, int], helps: bool) -> str:
    """Return what a text reads like.

    Args:
        weights: Evidence by criterion.
        helps: Whether it gives something useful; only that makes an offer of a strong pitch.
    """
    evidence = pitching(weights)
    converses = axes(weights)[1] >= _CONVERSES
    if evidence > _STRONG:
        return "pitch"
    if evidence > _HINT:
        return "offer" if helps or (converses and evidence < _STRONG) else "pitch"
    return "conversation" if converses else "friendly"


def pitching(weights: Mapping[str, int]) -> int:
    """Return the evidence for a pitch."""
    return sum(weights[name] for name in _PITCHING)
