"""Reading a text: what it does, where, and what that adds up to."""

from collections.abc import Sequence

from workshop.reading.findings import Reading
from workshop.reading.judging import judge
from workshop.reading.kinds import kind_of
from workshop.reading.language import reason_not_to_judge
from workshop.reading.loading import load_rules
from workshop.reading.matching import Match, find
from workshop.reading.parts import take_apart
from workshop.reading.questions import questions
from workshop.reading.rubric import NOT_ENOUGH, contributions, ranges
from workshop.reading.rules import Rules
from workshop.reading.settling import Dismissed, dismiss
from workshop.reading.turning import turning

MAX_LENGTH = 10_000
"""Characters that are read; what follows is left out, and the reading says so."""

ANOTHER_LANGUAGE = "another language"


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
    used = load_rules(language or "en") if rules is None else rules
    typed = text[:MAX_LENGTH]
    parts = take_apart(typed)
    found: Sequence[Match] = find(parts, used, norms)
    reason = reason_not_to_judge(parts, tuple(match.hit for match in found), used)
    if reason:
        found = tuple(match for match in found if match.rule.any_language)
    if dismissed:
        found = dismiss(found, typed, dismissed)
    judged = judge(found, parts, used)
    decides, question, words = turning(found, parts, used, judged)
    return Reading(
        text=typed,
        kind=kind,
        language=None if reason == ANOTHER_LANGUAGE else used.language,
        band=NOT_ENOUGH if reason else judged.band,
        reason=reason,
        lean=judged.lean,
        criteria=ranges(judged.weights),
        hits=judged.hits,
        contributions=contributions(judged.hits),
        counterfactual=None if reason else decides,
        question=question,
        question_span=words,
        questions=questions(found, judged.hits, parts),
        length=norms.length(len(parts.words)),
        version=used.version,
        cut=len(text) > MAX_LENGTH,
    )
