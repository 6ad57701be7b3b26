"""The command line: `workshop serve`, and nothing that needs Voila before it is asked for."""

import sys
from argparse import ArgumentParser, RawDescriptionHelpFormatter, _SubParsersAction
from collections.abc import Sequence
from typing import NoReturn

import workshop
from workshop.serving.commands import agenda, rooms
from workshop.serving.errors import ServingError

FOUND, REFUSED = 1, 2

ABOUT = """\
Workshop exercises about face-to-face and social business development.

  workshop serve                  open the whole session
  workshop serve time_budget      open one exercise
  workshop serve my.ipynb         open a notebook of your own
  workshop rooms list             list live rooms; or open, export, close, delete one
  workshop agenda check my.toml   look over an agenda of your own
  workshop pack check my.toml     look over words, numbers and reading rules of your own
"""

ABOUT_SERVE = """\
Serve a notebook as a page, for everyone who can reach this computer's address.

NOTEBOOK is a file, a folder, or the name of a notebook that comes with the workshop.
All options of Voila work as well, such as --theme=dark or --Voila.ip=0.0.0.0 (which lets other
computers in the same network join). The full list: workshop serve --help-all
"""


ABOUT_PACK_CHECK = """\
Load a pack, try every example of its reading rules, and look the rules over: broken examples,
patterns that take too long, rules that never count or find what others find. Without a PATH, the
pack that comes with the workshop.
"""


class _Parser(ArgumentParser):
    """Says what is wrong in one line, without the usage lines around it."""

    def error(self, message: str) -> NoReturn:
        raise ServingError(f"{message}. Try: workshop --help")


def _port(text: str) -> int:
    if not (text.isdecimal() and 0 < int(text) < 65536):
        raise ServingError(f"a port is a number from 1 to 65535, not {text!r}")
    return int(text)


def _parser() -> ArgumentParser:
    parser = _Parser(
        prog="workshop",
        description=ABOUT,
        formatter_class=RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument(
        "--version", action="version", version=f"workshop {workshop.__version__}", help="print it"
    )
    commands = parser.add_subparsers(dest="command", metavar="serve", parser_class=_Parser)
    serve = commands.add_parser(
        "serve",
        description=ABOUT_SERVE,
        help="serve a notebook as a page",
        usage="workshop serve [NOTEBOOK] [--port N] [--pack FILE_OR_FOLDER] [VOILA'S OPTIONS]",
        formatter_class=RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    serve.add_argument("--port", type=_port, metavar="N", help="8866 unless told otherwise")
    serve.add_argument("--pack", metavar="PATH", help="your own words and numbers")
    _add_pack_commands(commands)
    for command in (rooms, agenda):
        command.add(commands)
    return parser


def _add_pack_commands(commands: "_SubParsersAction[_Parser]") -> None:
    pack = commands.add_parser("pack", help="look a pack over", allow_abbrev=False)
    jobs = pack.add_subparsers(dest="job", metavar="check", required=True, parser_class=_Parser)
    check = jobs.add_parser("check", description=ABOUT_PACK_CHECK, allow_abbrev=False)
    check.add_argument("path", nargs="?", metavar="PATH", help="a TOML file or a folder of them")


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line.

    Args:
        argv: The words after `workshop`; those of this process if None.

    Returns:
        The exit code: 0, 1 if a checked pack is to be mended, or 2 if what was asked for cannot be
        done.
    """
    parser = _parser()
    try:
        options, voila_options = parser.parse_known_args(argv)
        if options.command is None:
            if voila_options:
                parser.error(f"unknown option {voila_options[0]}")
            parser.print_help()
            return 0
        if hasattr(options, "run"):
            if voila_options:
                parser.error(f"unknown option {voila_options[0]}")
            return int(options.run(options, voila_options))
        if options.command == "pack":
            return _check_pack(options.path)
        return _serve(options.port, options.pack, voila_options)
    except ServingError as refusal:
        print(f"workshop: {refusal}", file=sys.stderr)
        return REFUSED


def _serve(port: int | None, pack: str | None, voila_options: list[str]) -> int:
    from workshop.serving.app import WorkshopApp

    own = [*([f"--port={port}"] if port else []), *([f"--pack={pack}"] if pack else [])]
    WorkshopApp.launch_instance([*voila_options, *own])
    return 0


def _check_pack(path: str | None) -> int:
    """Print what is to be mended in a pack."""
    from workshop.packs import PackError
    from workshop.packs.checking import check_pack

    try:
        faults = check_pack(path)
    except PackError as problem:
        raise ServingError(str(problem)) from None
    for fault in faults:
        print(fault)
    print(f"{len(faults)} to mend." if faults else "All is well.")
    return FOUND if faults else 0
