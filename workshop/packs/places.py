"""Where in a TOML file a key stands, so that a mistake is found at once."""

import re
from collections.abc import Sequence

_HEADER = re.compile(r"^\s*\[\[?\s*([^\]#]+?)\s*\]\]?")
_KEY = re.compile(
    r"""^\s*((?:[\w-]+|"[^"]*"|'[^']*')(?:\s*\.\s*(?:[\w-]+|"[^"]*"|'[^']*'))*)\s*="""
)
_STEP = re.compile(r"""[\w-]+|"[^"]*"|'[^']*'""")


def line_of(text: str, path: Sequence[str]) -> int | None:
    """Return the line of a key, or of the nearest table or key around it.

    Args:
        text: The file.
        path: The key's way from the top; numbers for places in a list are passed over.

    Returns:
        Counted from 1; None if not even its first step stands in the file.
    """
    wanted = [step for step in path if not step.isdecimal()]
    table: list[str] = []
    best, place = 0, None
    for number, line in enumerate(text.splitlines(), start=1):
        if header := _HEADER.match(line):
            table = here = _steps(header[1])
        elif key := _KEY.match(line):
            here = [*table, *_steps(key[1])]
        else:
            continue
        shared = len(here) if here == wanted[: len(here)] else 0
        if shared > best:
            best, place = shared, number
    return place


def _steps(name: str) -> list[str]:
    return [step.strip("\"'") for step in _STEP.findall(name)]
