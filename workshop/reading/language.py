"""Whether there is enough to judge, in a language that the rules know."""

import unicodedata
from collections.abc import Mapping

from workshop.reading.findings import Hit
from workshop.reading.parts import Parts
from workshop.reading.rules import Rules
from workshop.reading.tokens import ADDRESS, TAG

_FEWEST = 4  # words
_MOSTLY = 0.6
_KNOWN = 0.06  # of the words of an ordinary text a quarter to a half are small words
_SURE = 8  # words; of fewer one cannot tell the language when none of them is known
_CLEAR = 2


def guess(parts: Parts, stop_words: Mapping[str, frozenset[str]]) -> str | None:
    """Return the language whose small words a text says most, or None if not sure.

    Args:
        parts: The text.
        stop_words: The small words of each language, by its name.
    """
    said = {name: sum(word in known for word in parts.words) for name, known in stop_words.items()}
    first, *others = sorted(said, key=lambda name: -said[name])
    return first if said[first] > max((said[name] for name in others), default=0) else None


def reason_not_to_judge(parts: Parts, hits: tuple[Hit, ...], rules: Rules) -> str | None:
    """Return why a text cannot be judged, or None.

    Returns:
        "no words", "too short", "mostly links", "mostly quoted", "another language" or None.
    """
    said = parts.words
    linked = any(token.kind in (ADDRESS, TAG) for token in parts.tokens)
    if not said and not linked:
        return "no words"
    if said and _is_foreign(said, rules):
        return "another language"
    if any(hit.weighs >= _CLEAR for hit in hits):
        return None  # what is clear enough to be found is enough to be judged
    if len(said) < _FEWEST:
        return "mostly links" if linked else "too short"
    if sum(span.length for span in parts.borrowed) > _MOSTLY * len(parts.shadow.text):
        return "mostly quoted"
    if _known(said, rules) < _KNOWN * len(said):
        return "too short" if len(said) < _SURE else "another language"
    return None


def _is_foreign(said: list[str], rules: Rules) -> bool:
    """Tell whether the words are in another script, or more of them in a neighbour's language."""
    latin = sum(word.isascii() or "LATIN" in unicodedata.name(word[0], "") for word in said)
    if latin < len(said) / 2:
        return True
    return sum(word in rules.foreign_words for word in said) > _known(said, rules)


def _known(said: list[str], rules: Rules) -> int:
    return sum(word in rules.stop_words for word in said)
