"""Answers as a file that can be loaded again: read with suspicion, refused with a reason."""

import json
from pathlib import Path
from typing import Any

FORMAT = "right-conversation/answers"
VERSION = 1
LARGEST = 1_000_000
"""Characters of a file; a whole session with every text at its longest is a tenth of it."""

_PAGE = Path(__file__).with_name("page.html")


class AnswersError(ValueError):
    """A file that holds no answers for us; `reason` names the pack's sentence about it."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def envelope() -> dict[str, Any]:
    """Return what a file of answers begins with."""
    return {"format": FORMAT, "version": VERSION}


def page_template() -> str:
    """Return the document that the page to take home is set into."""
    return _PAGE.read_text(encoding="utf-8")


def read_answers(text: str) -> dict[str, dict[str, Any]]:
    """Return the answers of a file by the names of their exercises, each still to be checked.

    Raises:
        AnswersError: With the reason "too_large", "unreadable", "not_ours" or "newer".
    """
    if len(text) > LARGEST:
        raise AnswersError("too_large")
    try:
        found = json.loads(text, parse_constant=_refuse)
    except (ValueError, RecursionError):
        raise AnswersError("unreadable") from None
    if not isinstance(found, dict) or found.get("format") != FORMAT:
        raise AnswersError("not_ours")
    if type(found.get("version")) is not int or found["version"] < 1:
        raise AnswersError("not_ours")
    if found["version"] > VERSION:
        raise AnswersError("newer")
    answers = found.get("answers")
    if not isinstance(answers, dict) or not all(isinstance(one, dict) for one in answers.values()):
        raise AnswersError("not_ours")
    return answers


def _refuse(constant: str) -> None:
    raise ValueError(f"{constant} is no JSON")
