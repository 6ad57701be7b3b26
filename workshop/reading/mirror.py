"""A text held up as a mirror: whom it speaks of, and what it asks them. Nothing here is a score.

The share of I and you says little about how a text lands (Packard, Moore and McFerran 2018 found
that "I" helps), so it is counted to be looked at and weighs nothing.
"""

from bisect import bisect_left
from collections.abc import Collection
from dataclasses import dataclass

from workshop.reading.engine import read
from workshop.reading.findings import Reading
from workshop.reading.parts import Parts, take_apart
from workshop.reading.rubric import NOT_ENOUGH
from workshop.reading.rules import Rules

_ASKS = "asks"
_SELLING = ("pitch", "offer")
_CLEAR = 2  # open questions and invitations; a closed one must name the readers


@dataclass(frozen=True)
class Word:
    """A word that speaks of somebody.

    Attributes:
        start: Where it begins in the text as typed.
        end: The place behind it.
        theirs: Whether it speaks of the readers; otherwise of the writer.
    """

    start: int
    end: int
    theirs: bool


@dataclass(frozen=True)
class Mirror:
    """What a text shows of itself.

    Attributes:
        reading: The reading it rests on.
        words: The words for the writer and for the readers, in the order of the text.
        questions: Every question, as typed.
        about_them: Those sentences that ask the readers about themselves, as typed.
    """

    reading: Reading
    words: tuple[Word, ...]
    questions: tuple[str, ...]
    about_them: tuple[str, ...]

    @property
    def theirs(self) -> int:
        """How many words speak of the readers."""
        return sum(word.theirs for word in self.words)

    @property
    def kind(self) -> str | None:
        """What it is to those who hear it: "pitch", "question" or "useful"; None if unjudged."""
        if self.reading.band == NOT_ENOUGH:
            return None
        if self.reading.band in _SELLING:
            return "pitch"
        return "question" if self.about_them else "useful"

    @property
    def own(self) -> int:
        """How many words speak of the writer."""
        return len(self.words) - self.theirs


def hold_up(
    text: str, own: Collection[str], theirs: Collection[str], rules: Rules | None = None
) -> Mirror:
    """Hold a mirror up to a text.

    Args:
        text: What somebody wrote.
        own: Words for the writer, in small letters and without apostrophes, such as "i" and "im".
        theirs: Words for the readers, such as "you".
        rules: Rules to read by; the English ones if None.

    Example:
        >>> mirror = hold_up("I bake. What do you bake?", own={"i"}, theirs={"you"})
        >>> mirror.own, mirror.theirs, mirror.about_them
        (1, 1, ('What do you bake?',))
    """
    reading = read(text, rules=rules)
    parts = take_apart(reading.text)
    words = _words(parts, frozenset(own), frozenset(theirs))
    every = range(len(parts.sentences))
    about = _about_them(parts, reading, words)
    return Mirror(
        reading=reading,
        words=words,
        questions=tuple(_typed(reading.text, parts, at) for at in every if parts.asks(at)),
        about_them=tuple(_typed(reading.text, parts, at) for at in about),
    )


def _about_them(parts: Parts, reading: Reading, words: tuple[Word, ...]) -> list[int]:
    """Return the sentences that ask the readers for something of theirs."""
    naming = {parts.sentence_at(_folded(parts, word.start)) for word in words if word.theirs}
    asking = [
        (parts.sentence_at(_folded(parts, hit.start)), hit.weighs)
        for hit in reading.hits
        if hit.criterion == _ASKS and hit.weighs
    ]
    return sorted({at for at, weight in asking if weight >= _CLEAR or at in naming})


def _words(parts: Parts, own: frozenset[str], theirs: frozenset[str]) -> tuple[Word, ...]:
    found = []
    for token in parts.tokens:
        # The part before an apostrophe decides: I'm, we're, you've.
        root = parts.shadow.small[token.start : token.end].partition("'")[0]
        if token.is_word and (root in own or root in theirs):
            found.append(Word(*parts.shadow.typed(token.start, token.end), theirs=root in theirs))
    return tuple(found)


def _folded(parts: Parts, place: int) -> int:
    """Return the place in the shadow of a place in the typed text."""
    return bisect_left(parts.shadow.places, place)


def _typed(text: str, parts: Parts, sentence: int) -> str:
    whole = parts.whole(sentence)
    start, end = parts.shadow.typed(whole.start, whole.end)
    return text[start:end]
