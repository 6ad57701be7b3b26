"""Small signs that put texts in order where no rule finds a pitch. None is a fault; none is shown.

A text that speaks to a reader, tells them to do something, has figures, tags or links, and in which
nobody says I, was a pitch more often in sources of every kind (`bench/reading.py`). One sign alone
tells next to nothing; a text that begins with @name answers somebody: that takes one back. All
of them together weigh less than any rule.
"""

from collections.abc import Iterator

from workshop.reading.parts import Parts
from workshop.reading.rules import Rules
from workshop.reading.tokens import ADDRESS, NUMBER, STOP, TAG


def undertone(parts: Parts, rules: Rules) -> int:
    """Return how many of the five signs a text has, one less for an answer; none without words."""
    words = set(parts.words)
    if not words:
        return 0
    answers = parts.tokens[0].text.startswith("@")
    return -answers + sum(
        (
            not words.isdisjoint(rules.address),
            words.isdisjoint(rules.speaker),
            not rules.urges.isdisjoint(_openings(parts)),
            any(token.kind == NUMBER for token in parts.tokens),
            any(_leads_away(token.kind, token.text) for token in parts.tokens),
        )
    )


def _openings(parts: Parts) -> Iterator[str]:
    """Yield the first words of sentences."""
    opens = True
    for token in parts.tokens:
        if opens and token.is_word:
            yield token.text
        opens = token.kind == STOP


def _leads_away(kind: str, text: str) -> bool:
    """Tell whether it is a link or a tag; a mention is a person."""
    return kind == ADDRESS or (kind == TAG and not text.startswith("@"))
