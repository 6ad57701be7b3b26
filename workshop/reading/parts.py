"""The parts of a text: sentences, quoted spans, words."""

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

from workshop.reading.shadow import Shadow, shadow
from workshop.reading.spans import Span
from workshop.reading.tokens import ADDRESS, TAG, Token, tokens

# The look-behind lets each run of marks be tried once, so that ten thousand of them cost nothing.
_SENTENCE_END = re.compile(r"(?<![.!?؟。！？…])[.!?؟。！？…]+[\"')\]]{0,3}(?=\s|$)|\n+")
_QUESTION_MARKS = ("?", "؟", "？")
_CLOSING = " \n\t\r\"')]*_~!"
_QUOTED = re.compile(
    r"(?<!\w)\"(?=\S)[^\"\n]{8,400}(?<=\S)\"(?!\w)|^[ \t]{0,3}>[^\n]+", re.MULTILINE
)
_EMOJI = re.compile(
    "[\U0001f000-\U0001faff\u2190-\u21ff\u2300-\u23ff\u2600-\u27bf\u2b00-\u2bff\u20e3\ufe0f]{1,10000}"
)


@dataclass(frozen=True)
class Parts:
    """A text taken apart.

    Attributes:
        shadow: The text as it is matched.
        sentences: In their order, without gaps that hold anything.
        tokens: Words, numbers, addresses and tags.
    """

    shadow: Shadow
    sentences: tuple[Span, ...]
    tokens: tuple[Token, ...]

    @cached_property
    def words(self) -> list[str]:
        """The words that are neither address nor tag."""
        return [token.text for token in self.tokens if token.is_word]

    @cached_property
    def word_starts(self) -> list[int]:
        """Where each of those words begins."""
        return [token.start for token in self.tokens if token.is_word]

    @cached_property
    def links(self) -> tuple[Span, ...]:
        """Web and mail addresses."""
        return self._tokens_of(ADDRESS)

    @cached_property
    def tags(self) -> tuple[Span, ...]:
        """What begins with # or $."""
        return self._tokens_of(TAG, "#$")

    @cached_property
    def mentions(self) -> tuple[Span, ...]:
        """What begins with @."""
        return self._tokens_of(TAG, "@")

    @cached_property
    def emoji(self) -> tuple[Span, ...]:
        """Runs of emoji: several that follow each other are one."""
        return tuple(Span(*match.span()) for match in _EMOJI.finditer(self.shadow.text))

    def _tokens_of(self, kind: str, signs: str = "") -> tuple[Span, ...]:
        return tuple(
            Span(token.start, token.end)
            for token in self.tokens
            if token.kind == kind and (not signs or token.text[0] in signs)
        )

    @cached_property
    def borrowed(self) -> tuple[Span, ...]:
        """What is quoted: its words are somebody else's."""
        found = _QUOTED.finditer(self.shadow.text)
        return tuple(Span(match.start(), match.end()) for match in found)

    @cached_property
    def saying(self) -> list[int]:
        """The sentences that hold a word."""
        return sorted({self.sentence_at(token.start) for token in self.tokens if token.is_word})

    @cached_property
    def ending(self) -> int:
        """The first sentence of the ending: the last two that say something."""
        return self.saying[-2] if len(self.saying) > 1 else 0

    @cached_property
    def _starts(self) -> list[int]:
        return [sentence.start for sentence in self.sentences]

    def sentence_at(self, place: int) -> int:
        """Return which sentence a place is in."""
        return max(0, bisect_right(self._starts, place) - 1)

    def said(self, index: int) -> str:
        """Return a sentence in small letters."""
        sentence = self.sentences[index]
        return self.shadow.small[sentence.start : sentence.end]

    def whole(self, index: int) -> Span:
        """Return a sentence without the space around it."""
        said, sentence = self.said(index), self.sentences[index]
        start = sentence.start + len(said) - len(said.lstrip())
        return Span(start, sentence.start + len(said.rstrip()))

    def asks(self, index: int) -> bool:
        """Tell whether a sentence is a question."""
        return index in self._questions

    @cached_property
    def _questions(self) -> frozenset[int]:
        every = range(len(self.sentences))
        ends = (self.said(index).rstrip(_CLOSING) for index in every)
        return frozenset(index for index, said in enumerate(ends) if said.endswith(_QUESTION_MARKS))


def take_apart(text: str) -> Parts:
    """Take a typed text apart."""
    folded = shadow(text)
    return Parts(folded, tuple(sentences(folded.text)), tuple(tokens(folded.small)))


def sentences(text: str) -> list[Span]:
    """Split a text into sentences; line breaks end a sentence too."""
    spans, start = [], 0
    ends = [match.end() for match in _SENTENCE_END.finditer(text)]
    for end in [*ends, len(text)]:
        if text[start:end].strip():
            spans.append(Span(start, end))
            start = end
    return spans or [Span(0, len(text))]


def parts_of(text: str) -> dict[str, tuple[Span, ...]]:
    """Return where the parts of a text stand in it as typed.

    Returns:
        Spans by "sentences", "quotations", "links", "tags", "mentions" and "emoji".

    Example:
        >>> text = "Thanks @ana! See bread.example #rye 😀"
        >>> {name: [text[a:b] for a, b in spans] for name, spans in parts_of(text).items()}["links"]
        ['bread.example']
    """
    parts = take_apart(text)
    found = {
        "sentences": tuple(parts.whole(at) for at in range(len(parts.sentences))),
        "quotations": parts.borrowed,
        "links": parts.links,
        "tags": parts.tags,
        "mentions": parts.mentions,
        "emoji": parts.emoji,
    }
    return {
        name: tuple(Span(*parts.shadow.typed(*span)) for span in spans if span.length > 0)
        for name, spans in found.items()
    }
