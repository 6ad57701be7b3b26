"""Finding a rule's spans in a shadow text."""

import re
from collections.abc import Iterator
from functools import lru_cache

from workshop.reading.parts import Span, sentences
from workshop.reading.rules import Rule
from workshop.reading.shadow import shadow

_LAST = 0.66  # where the last third of a post begins


def matches(rule: Rule, example: str) -> bool:
    """Tell whether a rule finds anything in a text."""
    text = shadow(example).text
    return any(True for _ in spans(rule, text, sentences(text)))


def spans(rule: Rule, text: str, parts: list[Span]) -> Iterator[Span]:
    """Yield where a rule applies: its match, its place and its company must all be right."""
    for match in rule.regex.finditer(text):
        if match.end() == match.start():
            continue
        sentence = _around(match.start(), parts)
        said = text[sentence.start : sentence.end]
        if not _stands_right(rule, match.start(), sentence, said, text):
            continue
        if any(_pattern(near).search(said) for near in rule.unless):
            continue
        if rule.near and not any(_pattern(near).search(said) for near in rule.near):
            continue
        yield Span(match.start(), match.end())


def _stands_right(rule: Rule, at: int, sentence: Span, said: str, text: str) -> bool:
    if rule.where == "sentence_start":
        return not text[sentence.start : at].strip(" \n\t-*>\"'")
    if rule.where == "post_end":
        return at >= _LAST * len(text) or sentence.end >= len(text.rstrip())
    if rule.where == "question":
        return said.rstrip(" \"')\n").endswith(("?", "؟", "？"))
    return True


def _around(at: int, parts: list[Span]) -> Span:
    return next((span for span in parts if span.holds(at)), Span(at, at + 1))


@lru_cache(maxsize=512)
def _pattern(phrase: str) -> re.Pattern[str]:
    return re.compile(phrase, re.IGNORECASE)
