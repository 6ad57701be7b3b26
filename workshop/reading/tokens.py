"""A text as the words, numbers, addresses and tags that phrases are made of."""

import re
from typing import NamedTuple

NUMBER, ADDRESS, TAG, STOP = "#", "<link>", "<tag>", "."
"""What a token is, if it is not a word. A phrase names the first three in the same way."""

_DOMAIN_ENDS = (
    "com|net|org|io|co|uk|de|fr|es|it|nl|eu|us|ca|au|ch|at|app|dev|me|ly|gl|gg|tv|biz|info|shop|"
    "store|xyz|example"
)
LINK = (
    r"(?:https?://\S{1,400}|(?<!\w)www\.[\w-]\S{1,400}"
    rf"|(?<![\w@.-])(?:[\w-]{{1,60}}\.){{1,4}}(?:{_DOMAIN_ENDS})(?![\w-])(?:/\S{{0,400}})?"
    r"|(?<![\w.+-])[\w+-]{1,60}@[\w-]{1,60}\.[\w.-]{2,60})"
)
"""A web or mail address, as a pattern over small letters."""

_KINDS = ("", ADDRESS, TAG, NUMBER, "", "", STOP)
_TOKEN = re.compile(
    rf"({LINK}|\[(?:link|url)\])"
    r"|([#@$][^\W\d]\w*)"
    r"|([£$€]?\d[\d,]*(?:\.\d+)?(?:k|m|x|%)?(?!\w))"
    r"|(\w+(?:'\w+)*)"
    r"|([&+])"
    r"|([.!?؟。！？…;\n]+)"
)
_LETTER = re.compile(r"[^\W\d_]")


class Token(NamedTuple):
    """A piece of the shadow text.

    Attributes:
        start: Where it begins.
        end: The place behind it.
        text: In small letters, without apostrophes, since people leave them out.
        kind: "" for a word, or one of `NUMBER`, `ADDRESS`, `TAG` and `STOP`.
    """

    start: int
    end: int
    text: str
    kind: str

    @property
    def is_word(self) -> bool:
        """Whether it is a word, not a number or a sign."""
        return not self.kind and bool(_LETTER.search(self.text))


def tokens(small: str) -> list[Token]:
    """Split a text in small letters into tokens; what is none of them is left out."""
    return [
        Token(
            match.start(),
            match.end(),
            match.group().replace("'", ""),
            _KINDS[match.lastindex or 0],
        )
        for match in _TOKEN.finditer(small)
    ]
