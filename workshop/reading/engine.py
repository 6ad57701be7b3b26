"""Reading a text: what it does, where, and what that adds up to."""

from collections.abc import Sequence

from workshop.reading.findings import Reading
from workshop.reading.judging import Judgement, judge
from workshop.reading.kinds import Kind, kind_of
from workshop.reading.language import guess, reason_not_to_judge
from workshop.reading.loading import languages, load_rules, small_words
from workshop.reading.matching import Match, find
from workshop.reading.parts import Parts, take_apart
from workshop.reading.questions import questions
from workshop.reading.rubric import NOT_ENOUGH, contributions, ranges
from workshop.reading.rules import Rules
from workshop.reading.settling import Dismissed, dismiss
from workshop.reading.spans import Span
from workshop.reading.turning import turning

MAX_LENGTH = 10_000
"""Characters that are read; what follows is left out, and the reading says so."""

ANOTHER_LANGUAGE = "another language"

_ANY = "en"


def read(
    text: str,
    kind: str = "post",
    language: str | None = None,
    rules: Rules | None = None,
    dismissed: Dismissed = (),
) -> Reading:
    """Read a text for pitch against conversation.

    Args:
        text: What somebody wrote; at most `MAX_LENGTH` characters of it are read.
        kind: One of `KINDS`: a post, a direct message, a blog's opening, or what one says on
            meeting.
        language: The language whose rules to use; found out if None.
        rules: Rules to use instead of the language's own.
        dismissed: Rule and words of each span that the writer marked 'not here'; they weigh
            nothing, wherever in the text those words stand.

    Raises:
        TypeError: If the text is not a string.
        ValueError: If the kind is not known, listing those that are.

    Example:
        >>> post = read("Book your call now! Bakers, what went wrong in your kitchen today?")
        >>> post.band
        'pitch'
        >>> decides = post.counterfactual
        >>> [post.text[start:end] for start, end in decides.spans], decides.band
        (['Book your call'], 'conversation')
    """
    if not isinstance(text, str):
        raise TypeError(f"text must be a string, got {type(text).__name__}.")
    norms = kind_of(kind)
    typed = text[:MAX_LENGTH]
    parts = take_apart(typed)
    spoken = guess(parts.words, small_words(), languages())
    used = rules or _rules(language, spoken)
    found, reason = _found(typed, parts, used, norms, dismissed, spoken)
    judged = judge(found, parts, used)
    length = norms.length(len(parts.words))

    def again(gone: Sequence[Span]) -> Judgement | None:
        left = _without(typed, gone)
        parts = take_apart(left)
        spoken = guess(parts.words, small_words(), languages())
        found, reason = _found(left, parts, used, norms, dismissed, spoken)
        return None if reason else judge(found, parts, used)

    decides, question, words = turning(found, parts, used, judged, again)
    return Reading(
        text=typed,
        kind=kind,
        language=_spoken(parts, used, reason),
        band=NOT_ENOUGH if reason else judged.band,
        reason=reason,
        lean=judged.lean,
        criteria=ranges(judged.weights, length),
        hits=judged.hits,
        contributions=contributions(judged.hits),
        counterfactual=None if reason else decides,
        question=question,
        question_span=words,
        questions=questions(found, judged.hits, parts),
        length=length,
        version=used.version,
        cut=len(text) > MAX_LENGTH,
    )


def _found(
    typed: str,
    parts: Parts,
    rules: Rules,
    norms: Kind,
    dismissed: Dismissed,
    spoken: str | None,
) -> tuple[Sequence[Match], str | None]:
    """Return what the rules found, and why that is not enough to judge, or None."""
    found: Sequence[Match] = find(parts, rules, norms)
    reason = reason_not_to_judge(parts, tuple(match.hit for match in found), rules, spoken)
    if reason:
        found = tuple(match for match in found if match.rule.any_language)
    return dismiss(found, typed, dismissed) if dismissed else found, reason


def _without(typed: str, gone: Sequence[Span]) -> str:
    for start, end in reversed(gone):
        typed = typed[:start] + typed[end:]
    return typed


def _rules(language: str | None, spoken: str | None) -> Rules:
    """Return the rules of the language; where it is not sure which, those that judge nothing in it.

    Rules of any language know that a text is not theirs, and keep to what means the same in all.
    """
    return load_rules(language or (spoken if spoken in languages() else _ANY))


def _spoken(parts: Parts, rules: Rules, reason: str | None) -> str | None:
    sure = reason != ANOTHER_LANGUAGE and not rules.stop_words.isdisjoint(parts.words)
    return rules.language if sure else None
