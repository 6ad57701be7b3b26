"""The parts of a text: sentences, quoted spans, addresses, tags, and questions."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

_SENTENCE_END = re.compile(r"[.!?؟。！？…]+[\"')\]]*(?=\s|$)|\n+")
_QUOTED = re.compile(r"\"[^\"\n]{8,400}\"")
_MOCKED = re.compile(r"(?:\banother\b[^.!?\n]{0,40}\bposts?\b|\bblah[ ,]+blah)", re.IGNORECASE)
_NEARBY = 120  # characters round a mocking remark that belong to it
_TAG = re.compile(r"[#@]\w+")
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")


@dataclass(frozen=True)
class Span:
    """A stretch of the shadow text."""

    start: int
    end: int

    def holds(self, place: int) -> bool:
        """Tell whether a place lies inside."""
        return self.start <= place < self.end


def sentences(text: str) -> list[Span]:
    """Split a text into sentences; line breaks end a sentence too."""
    spans, start = [], 0
    for match in _SENTENCE_END.finditer(text):
        if text[start : match.end()].strip():
            spans.append(Span(start, match.end()))
        start = match.end()
    if text[start:].strip():
        spans.append(Span(start, len(text)))
    return spans


def quoted(text: str) -> list[Span]:
    """Return what is quoted or mocked: its words are somebody else's."""
    spans = [Span(match.start(), match.end()) for match in _QUOTED.finditer(text)]
    for match in _MOCKED.finditer(text):
        near = [span for span in sentences(text) if abs(span.start - match.start()) < _NEARBY]
        spans.extend(
            span for span in near if not text[span.start : span.end].rstrip().endswith("?")
        )
    return spans


def links(text: str) -> list[Span]:
    """Return web and mail addresses, tags and mentions."""
    found = [Span(match.start(), match.end()) for match in _TAG.finditer(text)]
    found.extend(Span(match.index, match.last_index) for match in _linkify().match(text) or [])
    return sorted(found, key=lambda span: span.start)


def words(text: str) -> list[str]:
    """Return the words of a text in lower case, without numbers and signs."""
    return [match.group().lower() for match in _WORD.finditer(text)]


@lru_cache(maxsize=1)
def _linkify() -> Any:
    from linkify_it import LinkifyIt

    return LinkifyIt()
