"""The questions in a text, and of which kind each is."""

from collections.abc import Sequence

from workshop.reading.findings import Hit, Question
from workshop.reading.matching import Match
from workshop.reading.parts import Parts
from workshop.reading.rules import QUESTIONS
from workshop.reading.spans import Span

_CLEAR = 2
_HOOK, _OTHER = QUESTIONS[0], QUESTIONS[-1]


def questions(found: Sequence[Match], hits: Sequence[Hit], parts: Parts) -> tuple[Question, ...]:
    """Return the questions: "open" or "closed" to the reader, a "hook", "rhetorical" or "other".

    A question that pitches is a hook, whatever else it is; of several kinds the first of
    `QUESTIONS` is told.

    Args:
        found: What each rule found by itself.
        hits: What of it stands.
        parts: The text.
    """
    standing = {(hit.rule, hit.span) for hit in hits}
    kinds: dict[int, list[str]] = {}
    for match in found:
        if kind := _kind(match, (match.hit.rule, match.hit.span) in standing):
            kinds.setdefault(match.at, []).append(kind)
    return tuple(
        Question(*_typed(parts, at), min(kinds.get(at, [_OTHER]), key=QUESTIONS.index))
        for at in range(len(parts.sentences))
        if parts.asks(at)
    )


def _kind(match: Match, stands: bool) -> str:
    if match.hit.pitches:
        sells = stands and match.hit.weighs >= _CLEAR
        return _HOOK if sells else match.rule.question if stands else ""
    return match.rule.question


def _typed(parts: Parts, at: int) -> Span:
    return Span(*parts.shadow.typed(*parts.whole(at)))
