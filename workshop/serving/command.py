"""The command line: `workshop serve` and others, and nothing heavy before it is asked for."""

import sys
from collections.abc import Sequence

import workshop
from workshop.serving.commands import agenda, binder, doctor, pack, rooms, serve
from workshop.serving.commands.parsing import Parser
from workshop.serving.errors import ServingError

REFUSED = 2

COMMANDS = (serve, doctor, rooms, agenda, pack, binder)

ABOUT = """\
Workshop exercises about face-to-face and social business development.

  workshop serve                  open the whole session
  workshop serve --lan            let phones in the same Wi-Fi join
  workshop serve time_budget      open one exercise
  workshop serve my.ipynb         open a notebook of your own
  workshop doctor                 see whether this computer can hold a session
  workshop rooms list             list live rooms; or open, export, close, delete one
  workshop agenda check my.toml   look over an agenda of your own
  workshop agenda guide 90        print the facilitator's guide; or the workbook
  workshop pack check my.toml     look over words, numbers and reading rules of your own
  workshop binder OWNER/NAME      print a link with which Binder launches the session
"""


def command_line() -> Parser:
    """Return the parser of all commands."""
    parser = Parser(prog="workshop", description=ABOUT)
    parser.add_argument(
        "--version", action="version", version=f"workshop {workshop.__version__}", help="print it"
    )
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", parser_class=Parser)
    for command in COMMANDS:
        command.add(commands)
    return parser


def _refuse(rest: list[str]) -> None:
    if rest:
        raise ServingError(f"unknown option {rest[0]}. Try: workshop --help")


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line.

    Args:
        argv: The words after `workshop`; those of this process if None.

    Returns:
        The exit code: what the command gives, or 2 if what was asked for cannot be done.
    """
    parser = command_line()
    try:
        options, rest = parser.parse_known_args(argv)
        if options.command is None:
            _refuse(rest)
            parser.print_help()
            return 0
        if options.command != "serve":  # which hands the rest on to Voila
            _refuse(rest)
        code: int = options.run(options, rest)
    except ServingError as refusal:
        print(f"workshop: {refusal}", file=sys.stderr)
        return REFUSED
    return code
