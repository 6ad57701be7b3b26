"""What can be read: each kind of text with its usual length and its norms."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

KINDS = ("post", "message", "blog", "event")
LENGTHS = ("short", "fits", "long")


@dataclass(frozen=True)
class Kind:
    """A kind of text.

    Attributes:
        name: One of `KINDS`.
        fits: From and to how many words it is usual.
        weights: What a family of rules weighs here instead of its own weight.
    """

    name: str
    fits: tuple[int, int]
    weights: Mapping[str, int] = field(default_factory=dict)

    def length(self, words: int) -> str:
        """Return which of `LENGTHS` a number of words is."""
        shortest, longest = self.fits
        return "short" if words < shortest else "long" if words > longest else "fits"


def kind_of(name: str) -> Kind:
    """Return a kind.

    Raises:
        ValueError: Listing the kinds, if there is none of this name.
    """
    if name not in KINDS:
        raise ValueError(f"kind {name!r} is not known; use one of {', '.join(KINDS)}.")
    return _kinds()[name]


@cache
def _kinds() -> Mapping[str, Kind]:
    text = (Path(__file__).parent / "kinds.toml").read_text(encoding="utf-8")
    return {
        name: Kind(name, tuple(table["fits"]), table.get("weights", {}))
        for name, table in tomllib.loads(text).items()
    }
