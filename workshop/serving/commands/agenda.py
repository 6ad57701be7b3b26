"""`workshop agenda check`: whether an agenda can be used, and what to mend."""

from argparse import Namespace
from pathlib import Path
from typing import Any

from workshop.serving.errors import ServingError


def add(commands: Any) -> None:
    """Name the options."""
    agenda = commands.add_parser("agenda", help="look an agenda over")
    jobs = agenda.add_subparsers(
        dest="job", metavar="check", required=True, parser_class=type(agenda)
    )
    check = jobs.add_parser("check", description="Say what to mend in an agenda.")
    check.add_argument("file", metavar="FILE", help="a TOML file; or 45, 90 or 180 for ours")
    check.set_defaults(run=run)


def run(options: Namespace, rest: list[str]) -> int:
    """Print the run sheet of an agenda that is well.

    Raises:
        ServingError: With what to mend, one finding a line.
    """
    from workshop.packs.agendas import agenda_files, measures
    from workshop.room.agenda_file import AgendaError, read_agenda

    file = agenda_files().get(options.file, Path(options.file))
    known = measures()
    try:
        agenda = read_agenda(file, known, known)
    except AgendaError as problem:
        raise ServingError(str(problem)) from None
    for minutes, step in agenda.starts():
        print(f"{minutes:>5.0f}  {step.minutes:>4g} min  {step.title}")
    spare = agenda.minutes - sum(step.minutes for step in agenda.steps)
    print(f"{agenda.minutes:>5.0f}  {spare:>4g} min to spare. All is well.")
    return 0
