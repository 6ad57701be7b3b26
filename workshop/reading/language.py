"""Whether there is enough to judge, in a language that the rules know."""

import unicodedata
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence

from workshop.reading.findings import Hit
from workshop.reading.parts import Parts
from workshop.reading.rules import Rules
from workshop.reading.tokens import ADDRESS, TAG

_FEWEST = 4  # words
_MOSTLY = 0.6
_KNOWN = 0.06  # of the words of an ordinary text a quarter to a half are small words
_SURE = 8  # words; of fewer one cannot tell the language when none of them is known
_CLEAR = 2


def guess(
    words: Iterable[str], small_words: Mapping[str, Sequence[str]], ruled: Collection[str]
) -> str | None:
    """Return the language whose small words are said most, or None if not sure.

    Args:
        words: Of a text.
        small_words: For each small word the languages that have it.
        ruled: The languages that there are rules for; a neighbour must be said more than they are.
    """
    said = Counter(name for word in words for name in small_words.get(word, ()))
    most = max(said.values(), default=0)
    first = [name for name, times in said.items() if times == most]
    likely = [name for name in first if name in ruled] or first
    return likely[0] if len(likely) == 1 else None


def reason_not_to_judge(
    parts: Parts, hits: tuple[Hit, ...], rules: Rules, spoken: str | None
) -> str | None:
    """Return why a text cannot be judged, or None.

    Args:
        parts: The text.
        hits: What the rules found in it.
        rules: Those that it is read by.
        spoken: The language that it is in, or None if not sure.

    Returns:
        "no words", "too short", "mostly links", "mostly quoted", "another language" or None.
    """
    said = parts.words
    linked = any(token.kind in (ADDRESS, TAG) for token in parts.tokens)
    if not said and not linked:
        return "no words"
    if said and (_is_in_another_script(said) or spoken not in (None, rules.language)):
        return "another language"
    if any(hit.weighs >= _CLEAR for hit in hits):
        return None  # what is clear enough to be found is enough to be judged
    if len(said) < _FEWEST:
        return "mostly links" if linked else "too short"
    if sum(span.length for span in parts.borrowed) > _MOSTLY * len(parts.shadow.text):
        return "mostly quoted"
    if spoken is None or _known(said, rules) < _KNOWN * len(said):
        return "too short" if len(said) < _SURE else "another language"
    return None


def _is_in_another_script(said: list[str]) -> bool:
    latin = sum(word.isascii() or "LATIN" in unicodedata.name(word[0], "") for word in said)
    return latin < len(said) / 2


def _known(said: list[str], rules: Rules) -> int:
    return sum(word in rules.stop_words for word in said)
