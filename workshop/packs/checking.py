"""Looking over a pack before a session: everything to mend, each with its file and the remedy."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from workshop.packs.languages import HOME
from workshop.packs.loading import PackError, load_pack, own_tables, spoken
from workshop.reading import RulesError
from workshop.reading.linting import lint
from workshop.reading.loading import languages as languages_read
from workshop.reading.loading import rule_files


@dataclass(frozen=True)
class Fault:
    """Something to mend in a pack.

    Attributes:
        file: Where it stands.
        says: What is wrong and what to do, with the rule or the key in front.
    """

    file: Path | str
    says: str

    def __str__(self) -> str:
        return f"{self.file}: {self.says}"


def check_pack(path: str | Path | None = None, language: str | None = None) -> list[Fault]:
    """Load a pack, try the examples of all its reading rules, and look the rules over.

    Args:
        path: A trainer's own pack, a file or a folder; None checks those that come with it.
        language: The language to check; None checks all that can be chosen.

    Returns:
        What to mend; nothing if all is well.

    Raises:
        PackError: If there is no such pack or it cannot be read at all.
    """
    if language is None:
        every = [fault for known in spoken(path) for fault in check_pack(path, known)]
        return list(dict.fromkeys(every))
    files, reading = own_tables(path) if path else ({}, None)
    read = language in languages_read() and (reading or not path)
    faults = _reading_faults(language, reading, files) if read else []
    try:
        load_pack(language, path)
    except PackError as problem:
        if not isinstance(problem.__context__, RulesError):
            faults = [_from_line(line) for line in str(problem).splitlines()] + faults
    return faults


def _reading_faults(
    language: str, reading: dict[str, Any] | None, files: dict[str, Path]
) -> list[Fault]:
    known = {**rule_files(language), **files}
    nowhere = files.get("", HOME / language)
    return [
        Fault(known.get(finding.rule, nowhere), _named(finding.rule, finding.says))
        for finding in lint(language, reading)
    ]


def _named(rule: str, says: str) -> str:
    named = f"rule {rule!r}"
    return says if not rule or says.startswith(named) else f"{named}: {says}"


def _from_line(line: str) -> Fault:
    file, _, says = line.partition(": ")
    return Fault(file, says)
