"""`workshop agenda check`: whether an agenda can be used, and what to mend."""

from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from workshop.serving.errors import ServingError

if TYPE_CHECKING:
    from workshop.room.agenda import Agenda


def add(commands: Any) -> None:
    """Name the options."""
    agenda = commands.add_parser("agenda", help="look an agenda over")
    jobs = agenda.add_subparsers(
        dest="job", metavar="check", required=True, parser_class=type(agenda)
    )
    check = jobs.add_parser("check", description="Say what to mend in an agenda.")
    check.add_argument("file", metavar="FILE", help="a TOML file; or 45, 90 or 180 for ours")
    check.add_argument("--lang", metavar="LANGUAGE", help="the language of ours, such as es")
    check.set_defaults(run=run)


def agenda_named(name: str, language: str | None = None) -> "Agenda":
    """Return one of our agendas by its minutes in a language, or any by its file.

    Raises:
        ServingError: With what to mend, one finding a line.
    """
    from workshop.packs.agendas import agenda_files, measures
    from workshop.room.agenda_file import AgendaError, read_agenda

    known = measures()
    try:
        return read_agenda(agenda_files(language).get(name, Path(name)), known, known)
    except AgendaError as problem:
        raise ServingError(str(problem)) from None


def run(options: Namespace, rest: list[str]) -> int:
    """Print the run sheet of an agenda that is well."""
    agenda = agenda_named(options.file, options.lang)
    for minutes, step in agenda.starts():
        print(f"{minutes:>5.0f}  {step.minutes:>4g} min  {step.title}")
    spare = agenda.minutes - sum(step.minutes for step in agenda.steps)
    print(f"{agenda.minutes:>5.0f}  {spare:>4g} min to spare. All is well.")
    return 0
