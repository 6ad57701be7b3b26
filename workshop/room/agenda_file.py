"""From a TOML file to an `Agenda`, or to sentences that say what to mend."""

import tomllib
from collections.abc import Collection, Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from workshop.room.agenda import Agenda, Step

LARGEST_FILE = 500_000  # bytes; a full day's agenda is a twentieth of it


class AgendaError(ValueError):
    """An agenda that cannot be used, told so that its author can mend it."""


def read_agenda(
    file: Path, measures: Mapping[str, Any], exercises: Collection[str] | None = None
) -> Agenda:
    """Read and check an agenda.

    Args:
        file: TOML, with `title`, `minutes` and a `[[steps]]` table for each step.
        measures: What is counted of each exercise's answers, unless the file says otherwise.
        exercises: The exercises that there are, if a step may name no other.

    Raises:
        AgendaError: Naming the file, the step, the key and the remedy, one finding a line.
    """
    tree = _tree(file)
    steps = tree.get("steps", [])
    own = tree.get("measures", {})
    if isinstance(own, dict):
        tree["measures"] = {**measures, **own}
    try:
        agenda = Agenda.model_validate(tree)
    except ValidationError as problem:
        lines = [_line(error, steps) for error in problem.errors(include_url=False)]
        raise AgendaError("\n".join(f"{file}: {line}" for line in lines[:8])) from None
    _check_exercises(file, agenda, exercises)
    return agenda


def _tree(file: Path) -> dict[str, Any]:
    try:
        if file.stat().st_size > LARGEST_FILE:
            raise AgendaError(f"{file}: is larger than an agenda can be ({LARGEST_FILE:,} bytes).")
        return tomllib.loads(file.read_bytes().decode("utf-8-sig"))
    except OSError as problem:
        raise AgendaError(f"{file}: cannot be read: {problem.strerror}.") from None
    except UnicodeDecodeError as problem:
        raise AgendaError(f"{file}: byte {problem.start} is not UTF-8. Save it as UTF-8.") from None
    except tomllib.TOMLDecodeError as problem:
        raise AgendaError(f"{file}: is not TOML: {problem}.") from None


def _check_exercises(file: Path, agenda: Agenda, exercises: Collection[str] | None) -> None:
    for step in agenda.steps:
        if exercises is not None and step.exercise and step.exercise not in exercises:
            raise AgendaError(
                f"{file}: step {step.key!r}: there is no exercise {step.exercise!r}."
                f"{_nearest(step.exercise, exercises)} There is: {', '.join(sorted(exercises))}."
            )


def _line(error: Any, steps: Any) -> str:
    path = [str(part) for part in error["loc"]]
    where = _place(path, steps)
    return f"{where}: {_remedy(error, path)}" if where else _remedy(error, path)


def _place(path: list[str], steps: Any) -> str:
    """Name the key, and the step by its own key: nobody counts the tables of a file."""
    if len(path) < 2 or path[0] != "steps" or not path[1].isdecimal():
        return ".".join(path)
    row = steps[int(path[1])]
    key = row.get("key") if isinstance(row, dict) else None
    step = f"step {int(path[1]) + 1}" + (f" ({key})" if isinstance(key, str) else "")
    return ": ".join([step, *([".".join(path[2:])] if path[2:] else [])])


def _remedy(error: Any, path: list[str]) -> str:
    match error["type"]:
        case "missing":
            return f"is missing. Add {path[-1]} = ..."
        case "extra_forbidden":
            known = Step.model_fields if path[0] == "steps" else Agenda.model_fields
            return f"is not a key that anything reads.{_nearest(path[-1], known)}"
        case "value_error":
            return f"{error['ctx']['error']}."
        case _:
            return f"{error['msg'].rstrip('.')}; found {error['input']!r:.80}."


def _nearest(name: str, known: Collection[str]) -> str:
    close = get_close_matches(name, list(known), n=1)
    return f" Did you mean {close[0]}?" if close else ""
