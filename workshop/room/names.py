"""Friendly names for seats, from words that the caller's language brings."""

import secrets
from collections.abc import Collection, Sequence

TRIES = 20


def pseudonym(first: Sequence[str], second: Sequence[str], taken: Collection[str]) -> str:
    """Return a name that nobody in the room has yet, such as 'Quiet Otter'.

    Args:
        first: Words that stand in front.
        second: Words that stand behind.
        taken: The names of the others.
    """
    for _ in range(TRIES):
        name = f"{secrets.choice(first)} {secrets.choice(second)}"
        if name not in taken:
            return name
    number = 2
    while f"{name} {number}" in taken:
        number += 1
    return f"{name} {number}"
