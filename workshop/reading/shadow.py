"""A shadow of a text for matching: folded, cleaned, and with a way back to the text as typed."""

import re
import unicodedata
from dataclasses import dataclass

_LOOKS_LIKE = str.maketrans(
    "АВЕКМНОРСТУХаеорсухіјѕԁԛԝΑΒΕΖΗΙΚΜΝΟΡΤΥΧο’‘ʼ“”„«»",
    'ABEKMHOPCTYXaeopcyxijsdqwABEZHIKMNOPTYXo\'\'\'"""""',
)
_SPACED = re.compile(r"(?<!\w)\w(?:[ .·*_-]\w){3,}(?!\w)")


@dataclass(frozen=True)
class Shadow:
    """What is matched, and where each of its letters stands in the text as typed.

    Attributes:
        text: The folded text, case kept.
        places: For each letter of `text`, its first place in the typed text.
        ends: For each letter of `text`, the place behind it in the typed text.
    """

    text: str
    places: tuple[int, ...]
    ends: tuple[int, ...]

    def typed(self, start: int, end: int) -> tuple[int, int]:
        """Return the span of the typed text that stands behind a span of the shadow."""
        return self.places[start], self.ends[end - 1]


def shadow(text: str) -> Shadow:
    """Fold a text for matching.

    Look-alike letters (Cyrillic, Greek, full-width, mathematical) become Latin, invisible and
    direction marks vanish, s p a c e d letters close up. Accents stay: they tell words apart.
    """
    letters = [
        (folded, place)
        for place, letter in enumerate(text)
        if not _is_invisible(letter)
        for folded in unicodedata.normalize("NFKC", letter).translate(_LOOKS_LIKE)
    ]
    closed = _close_up(letters)
    places = tuple(place for _, place in closed)
    ends = tuple(_end(text, place) for place in places)
    return Shadow("".join(letter for letter, _ in closed), places, ends)


def _is_invisible(letter: str) -> bool:
    return letter not in "\n\t\r" and unicodedata.category(letter) in ("Cf", "Cc", "Mn", "Cs")


def _close_up(letters: list[tuple[str, int]]) -> list[tuple[str, int]]:
    joined = "".join(letter for letter, _ in letters)
    drop = {
        place
        for match in _SPACED.finditer(joined)
        for place in range(match.start() + 1, match.end(), 2)
    }
    return [pair for place, pair in enumerate(letters) if place not in drop]


def _end(text: str, place: int) -> int:
    """Take the marks that sit on a letter along with it."""
    end = place + 1
    while end < len(text) and end < place + 8 and unicodedata.category(text[end]) == "Mn":
        end += 1
    return end
