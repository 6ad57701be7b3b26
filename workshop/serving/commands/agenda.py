"""`workshop agenda`: whether one can be used and what to mend, and what is printed of it."""

from argparse import Namespace
from datetime import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from workshop.serving.errors import ServingError

if TYPE_CHECKING:
    from workshop.room.agenda import Agenda


JOBS = {
    "check": "say what to mend in an agenda, or print its run sheet",
    "guide": "write the facilitator's guide, to print",
    "workbook": "write the learner's workbook: the same blocks on paper",
}


def add(commands: Any) -> None:
    """Name the options."""
    agenda = commands.add_parser("agenda", help="look an agenda over")
    jobs = agenda.add_subparsers(
        dest="job", metavar="JOB", required=True, parser_class=type(agenda)
    )
    for job, told in JOBS.items():
        one = jobs.add_parser(job, help=told, description=told)
        one.add_argument("file", metavar="FILE", help="a TOML file; or 45, 90 or 180 for ours")
        one.add_argument("--lang", metavar="LANGUAGE", help="the language of ours, such as es")
        if job != "check":
            one.add_argument("--to", metavar="PAPER", help="a file ending in .html or .pdf")
        if job == "guide":
            one.add_argument("--start", metavar="HH:MM", default="09:00", help="when it begins")
        one.set_defaults(run=run)


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
    """Do what is asked with an agenda that is well."""
    agenda = agenda_named(options.file, options.lang)
    return _check(agenda) if options.job == "check" else _print(options, agenda)


def _print(options: Namespace, agenda: "Agenda") -> int:
    from workshop.packs import load_pack
    from workshop.serving.paper.agenda import guide, workbook
    from workshop.serving.paper.document import write

    pack = load_pack(options.lang)
    if options.job == "guide":
        page = guide(pack, agenda, _clock(options.start))
    else:
        page = workbook(pack, agenda)
    file = Path(options.to or f"{Path(options.file).stem}-{options.job}.html")
    write(page, file)
    print(file)
    return 0


def _clock(text: str) -> time:
    try:
        return time.fromisoformat(text)
    except ValueError:
        raise ServingError(f"a time is written like 09:30, not {text!r}") from None


def _check(agenda: "Agenda") -> int:
    for minutes, step in agenda.starts():
        print(f"{minutes:>5.0f}  {step.minutes:>4g} min  {step.title}")
    spare = agenda.minutes - sum(step.minutes for step in agenda.steps)
    print(f"{agenda.minutes:>5.0f}  {spare:>4g} min to spare. All is well.")
    return 0
