"""Which languages there are packs in, and which of them somebody is spoken to."""

import os
from collections.abc import Mapping, Sequence
from pathlib import Path

from babel.core import negotiate_locale

HOME = Path(__file__).parent

DEFAULT = "en"

LANGUAGE_VARIABLE = "WORKSHOP_LANGUAGE"
"""Where a server tells a kernel, or a trainer a server, which language to speak."""

ASKED, PREFERRED = "QUERY_STRING", "HTTP_ACCEPT_LANGUAGE"
"""Where a kernel of plain Voila finds what its visitor's address and browser say."""


def languages() -> tuple[str, ...]:
    """Return the languages that come with the workshop."""
    return tuple(sorted(file.parent.name for file in HOME.glob("*/common.toml")))


def chosen(
    known: Sequence[str], asked: str = "", preferred: str = "", otherwise: str = DEFAULT
) -> str:
    """Return the language for somebody: what they ask for, else the best of what they prefer.

    Args:
        known: The languages that there are.
        asked: A language by its name, such as from an address; anything else is passed over.
        preferred: What their browser says in `Accept-Language`.
        otherwise: The language of whoever wants none of those known.
    """
    if asked in known:
        return asked
    best = negotiate_locale(by_preference(preferred), known, sep="-")
    return str(best or (otherwise if otherwise in known else known[0]))


def visitor_language(known: Sequence[str], environment: Mapping[str, str] = os.environ) -> str:
    """Return the language for whoever this process serves, as its environment tells."""
    if (told := environment.get(LANGUAGE_VARIABLE, "")) in known:
        return told
    pairs = (part.partition("=") for part in environment.get(ASKED, "").split("&"))
    asked = next((value for name, _, value in pairs if name == "lang"), "")
    return chosen(known, asked, environment.get(PREFERRED, ""))


def by_preference(header: str) -> list[str]:
    """Return the languages of an `Accept-Language`, the best liked first, without odd parts."""
    liked: list[tuple[float, str]] = []
    for part in header.split(","):
        tag, _, weight = part.replace(" ", "").partition(";q=")
        try:
            liked.append((float(weight or 1), tag))
        except ValueError:
            continue
    return [tag for weight, tag in sorted(liked, key=lambda pair: -pair[0]) if tag and weight > 0]
