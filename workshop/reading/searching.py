"""Where phrases occur in a text. Every word is looked up once, so no phrase can make it slow."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from workshop.reading.parts import Parts
from workshop.reading.phrases import ANY, GAP, Phrases, Step
from workshop.reading.spans import Span
from workshop.reading.tokens import STOP, Token

_WIDEST = 3  # words that a gap may hold

Ways = list[tuple[Phrases, tuple[Step, ...]]]


class Index:
    """Phrases by their first two words, or by the first where the second may be anything."""

    def __init__(self, queries: Iterable[Phrases]) -> None:
        self._open: dict[str, Ways] = defaultdict(list)
        self._pairs: dict[str, dict[str, Ways]] = defaultdict(lambda: defaultdict(list))
        for query in queries:
            for first, *rest in query.sequences:
                for word in first:
                    self._add(word, query, tuple(rest))

    def _add(self, word: str, query: Phrases, rest: tuple[Step, ...]) -> None:
        if not rest or rest[0] in (GAP, ANY):
            self._open[word].append((query, rest))
            return
        for second in rest[0]:
            self._pairs[word][second].append((query, rest))

    def search(self, tokens: Sequence[Token]) -> dict[Phrases, list[Span]]:
        """Return where each query's sequences occur, longest first, never overlapping."""
        found: dict[Phrases, list[Span]] = defaultdict(list)
        said = {token.text for token in tokens} | {token.kind for token in tokens}
        possible = {word: self._possible(word, said) for word in said}
        for place, token in enumerate(tokens):
            ways = list(self._ways(possible, token, tokens[place + 1 : place + 2]))
            for query, end in _longest(ways, place, tokens).items():
                before = found[query]
                if not before or before[-1].end <= token.start:
                    before.append(Span(token.start, tokens[end - 1].end))
        return found

    def _ways(
        self, possible: Mapping[str, Ways], token: Token, behind: Sequence[Token]
    ) -> Iterator[tuple[Phrases, tuple[Step, ...]]]:
        for first in (token.text, token.kind) if token.kind else (token.text,):
            yield from possible[first]
            pairs = self._pairs.get(first)
            if pairs and behind:
                yield from pairs.get(behind[0].text, ())
                yield from pairs.get(behind[0].kind, ())

    def _possible(self, word: str, said: set[str]) -> Ways:
        """Leave out what needs a word that the text never says: a long text repeats itself."""
        return [
            (query, steps)
            for query, steps in self._open.get(word, ())
            if all(step in (GAP, ANY) or not step.isdisjoint(said) for step in steps)
        ]


def _longest(ways: Ways, place: int, tokens: Sequence[Token]) -> dict[Phrases, int]:
    ends: dict[Phrases, int] = {}
    for query, steps in ways:
        end = _end(tokens, place + 1, steps)
        if end > ends.get(query, 0):
            ends[query] = end
    return ends


@dataclass(frozen=True)
class Found:
    """What an index found in a text, and what patterns find when they are asked."""

    parts: Parts
    spans: dict[Phrases, list[Span]] = field(repr=False)
    _near: dict[tuple[Phrases, int], bool] = field(default_factory=dict, repr=False)

    def of(self, query: Phrases, case: bool = False) -> list[Span]:
        """Return where a query occurs."""
        read = self.parts.shadow.text if case else self.parts.shadow.small
        matched = [
            Span(match.start(), match.end())
            for pattern in query.patterns
            for match in pattern.finditer(read)
            if match.end() > match.start()
        ]
        return [*self.spans.get(query, []), *matched]

    def near(self, query: Phrases, at: int) -> bool:
        """Tell whether a query occurs in a sentence; asked once, since hits may crowd in one."""
        if not (query.sequences or query.patterns):
            return False
        known = self._near.get((query, at))
        if known is None:
            known = self._near[query, at] = self._is_near(query, at)
        return known

    def _is_near(self, query: Phrases, at: int) -> bool:
        sentence = self.parts.sentences[at]
        if any(sentence.start <= span.start < sentence.end for span in self.spans.get(query, ())):
            return True
        return any(pattern.search(self.parts.said(at)) for pattern in query.patterns)


def _end(tokens: Sequence[Token], place: int, steps: tuple[Step, ...]) -> int:
    """Return the place behind the steps when they are taken from a place on, or 0."""
    for done, step in enumerate(steps):
        if step is GAP:
            return _behind_gap(tokens, place, steps[done + 1 :])
        if place >= len(tokens) or not _fits(tokens[place], step):
            return 0
        place += 1
    return place


def _fits(token: Token, step: Step) -> bool:
    if step is ANY:
        return token.kind != STOP
    return token.text in step or token.kind in step


def _behind_gap(tokens: Sequence[Token], place: int, steps: tuple[Step, ...]) -> int:
    for skipped in range(_WIDEST + 1):
        if end := _end(tokens, place + skipped, steps):
            return end
        if place + skipped >= len(tokens) or tokens[place + skipped].kind == STOP:
            return 0
    return 0
