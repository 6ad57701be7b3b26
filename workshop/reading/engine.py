"""Reading a text: what it does, where, and what that adds up to."""

from collections.abc import Mapping

from workshop.reading.findings import Hit, Reading
from workshop.reading.language import reason_not_to_judge
from workshop.reading.loading import load_rules
from workshop.reading.matching import find
from workshop.reading.parts import take_apart
from workshop.reading.rubric import NOT_ENOUGH, band, lean, ranges, weighed
from workshop.reading.rules import Rules

MAX_LENGTH = 10_000
"""Characters that are read; what follows is left out, and the reading says so."""

USEFUL = "something useful"
"""The family of rules that find something given without asking for anything."""

_ASKED_FIRST = ("asks", "them", "listens", "introduction")


def read(
    text: str, kind: str = "post", language: str | None = None, rules: Rules | None = None
) -> Reading:
    """Read a text for pitch against conversation.

    Args:
        text: What somebody wrote; at most `MAX_LENGTH` characters of it are read.
        kind: What it is; only "post" so far.
        language: The language whose rules to use; "en" if None.
        rules: Rules to use instead of the language's own.

    Raises:
        TypeError: If the text is not a string.
        ValueError: If the kind is not known.
    """
    if not isinstance(text, str):
        raise TypeError(f"text must be a string, got {type(text).__name__}.")
    if kind != "post":
        raise ValueError(f"kind {kind!r} is not known; use 'post'.")
    used = load_rules(language or "en") if rules is None else rules
    typed = text[:MAX_LENGTH]
    parts = take_apart(typed)
    hits = find(parts, used)
    reason = reason_not_to_judge(parts, hits, used)
    if reason:
        hits = _in_any_language(hits, used)
    weights = weighed(hits)
    question, span = _question(used, hits, weights)
    return Reading(
        text=typed,
        band=NOT_ENOUGH if reason else band(weights, _helps(hits, used)),
        reason=reason,
        lean=lean(weights),
        criteria=ranges(weights),
        hits=hits,
        question=question,
        question_span=span,
        version=used.version,
        cut=len(text) > MAX_LENGTH,
    )


def _in_any_language(hits: tuple[Hit, ...], rules: Rules) -> tuple[Hit, ...]:
    """Keep what means the same in every language; the rest was read by the wrong rules."""
    kept = {rule.id for rule in rules.rules if rule.any_language}
    return tuple(hit for hit in hits if hit.rule in kept)


def _helps(hits: tuple[Hit, ...], rules: Rules) -> bool:
    useful = {rule.id for rule in rules.rules if rule.family == USEFUL}
    return any(hit.rule in useful and hit.weighs for hit in hits)


def _question(
    rules: Rules, hits: tuple[Hit, ...], weights: Mapping[str, int]
) -> tuple[str, tuple[int, int] | None]:
    """Choose the question that would move the reading most: away from the strongest pitch first."""
    pitching = [hit for hit in hits if hit.pitches and hit.weighs and hit.prompt]
    if pitching:
        strongest = max(pitching, key=lambda hit: hit.weighs)
        return strongest.prompt, (strongest.start, strongest.end)
    weakest = min(_ASKED_FIRST, key=lambda name: weights[name])
    return rules.questions[weakest], None
