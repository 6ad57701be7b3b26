"""A shadow of a text for matching: folded, cleaned, and with a way back to the text as typed."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

_LOOKS_LIKE = str.maketrans(
    "АВЕКМНОРСТУХЅІЈаеорсухіјѕԁԛԝΑΒΕΖΗΙΚΜΝΟΡΤΥΧοıɡ’‘ʼ`“”„«»",
    'ABEKMHOPCTYXSIJaeopcyxijsdqwABEZHIKMNOPTYXoig\'\'\'\'"""""',
)
_SPACED = re.compile(r"(?<!\w)\w(?:([.·*_-])\w(?:\1\w)+|(?: \w){3,})(?!\w)")
_DIGIT_INSIDE = re.compile(r"(?<=[a-z])[01345](?=[a-z])")
_DIGIT_LETTERS = {"0": "o", "1": "i", "3": "e", "4": "a", "5": "s"}
_LONGEST_FOLD = 4  # a ligature is two or three letters; one Arabic sign would fold into eighteen
_VANISHES = ("Cf", "Cc", "Mn", "Cs")
_MOST_MARKS = 8  # on one letter; a stack of hundreds is a prank


@dataclass(frozen=True)
class Shadow:
    """What is matched, and where each of its letters stands in the text as typed.

    Attributes:
        text: The folded text, capitals kept.
        places: For each letter of `text`, its first place in the typed text.
        ends: For each letter of `text`, the place behind it in the typed text.
        small: The folded text in small letters; as long as `text`.
    """

    text: str
    places: Sequence[int]
    ends: Sequence[int]
    small: str = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "small", _small(self.text))

    def typed(self, start: int, end: int) -> tuple[int, int]:
        """Return the span of the typed text that stands behind a span of the shadow."""
        return self.places[start], self.ends[end - 1]


def shadow(text: str) -> Shadow:
    """Fold a text for matching.

    Look-alike letters (Cyrillic, Greek, full-width, mathematical) become Latin, invisible and
    direction marks vanish, s p a c e d letters close up, digits inside words become letters.
    Accents stay: they tell words apart.
    """
    if text.isascii() and text.replace("\n", "").isprintable() and not _SPACED.search(text):
        return Shadow(text, range(len(text)), range(1, len(text) + 1))
    letters = [(folded, place) for place, letter in enumerate(text) for folded in _fold(letter)]
    closed = _close_up(letters)
    places = [place for _, place in closed]
    ends = [_end(text, place) for place in places]
    return Shadow("".join(letter for letter, _ in closed), places, ends)


@lru_cache(maxsize=4096)
def _fold(letter: str) -> str:
    if letter in "\n\t\r":
        return letter
    folded = unicodedata.normalize("NFKC", letter).translate(_LOOKS_LIKE)
    if len(folded) > _LONGEST_FOLD:
        folded = letter
    return "".join(each for each in folded if unicodedata.category(each) not in _VANISHES)


def _small(text: str) -> str:
    """Lower a text without moving a letter: a few capitals have small forms of two letters."""
    small = text.lower()
    if len(small) != len(text):
        small = "".join(low if len(low := letter.lower()) == 1 else letter for letter in text)
    return _DIGIT_INSIDE.sub(lambda digit: _DIGIT_LETTERS[digit.group()], small)


def _close_up(letters: list[tuple[str, int]]) -> list[tuple[str, int]]:
    joined = "".join(letter for letter, _ in letters)
    drop = {
        place
        for match in _SPACED.finditer(joined)
        for place in range(match.start() + 1, match.end(), 2)
    }
    return [pair for place, pair in enumerate(letters) if place not in drop] if drop else letters


def _end(text: str, place: int) -> int:
    """Take the marks that sit on a letter along with it."""
    end = place + 1
    last = min(len(text), place + 1 + _MOST_MARKS)
    while end < last and unicodedata.category(text[end]) == "Mn":
        end += 1
    return end
