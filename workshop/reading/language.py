"""Whether there is enough to judge, in a language that the rules know."""

import unicodedata

from workshop.reading.parts import Span, links, words
from workshop.reading.rules import Rules

_FEWEST = 4  # words
_MOSTLY = 0.6
_KNOWN = 0.06  # of the words of an ordinary text a quarter to a half are small words


def reason_not_to_judge(text: str, borrowed: list[Span], rules: Rules, found: bool) -> str | None:
    """Return why a text cannot be judged, or None.

    Args:
        text: The shadow text.
        borrowed: Its quoted spans.
        rules: The rules it is read by.
        found: Whether the rules found anything that weighs; then the language is theirs.

    Returns:
        "no words", "too short", "mostly links", "mostly quoted", "another language" or None.
    """
    said = words(_without(text, links(text)))
    if not words(text):
        return "no words"
    if len(said) < _FEWEST:
        return "mostly links" if len(words(text)) >= _FEWEST else "too short"
    if sum(span.end - span.start for span in borrowed) > _MOSTLY * len(text) and not found:
        return "mostly quoted"
    if not found and not _is_known(said, rules):
        return "another language"
    return None


def _is_known(said: list[str], rules: Rules) -> bool:
    latin = sum("LATIN" in unicodedata.name(word[0], "") for word in said)
    if latin < len(said) / 2:
        return False
    return sum(word in rules.stop_words for word in said) >= _KNOWN * len(said)


def _without(text: str, spans: list[Span]) -> str:
    letters = list(text)
    for span in spans:
        letters[span.start : span.end] = " " * (span.end - span.start)
    return "".join(letters)
