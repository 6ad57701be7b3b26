"""`workshop doctor`: whether this computer can hold a session, and what to do if not."""

from argparse import Namespace

from workshop.serving.commands.parsing import Commands, port, web_address

ABOUT = """\
Look at this computer as a session would use it: how many participants it holds, whether other
devices can reach it, and what to do about whatever is not fine. Ends with 1 if something is not.
"""


def add(commands: Commands) -> None:
    """Name the options."""
    doctor = commands.add_parser(
        "doctor", description=ABOUT, help="see whether this computer can hold a session"
    )
    doctor.add_argument("--port", type=port, metavar="N", default=8866, help="8866 if not given")
    doctor.add_argument(
        "--url",
        type=web_address,
        metavar="URL",
        help="visit a deployment from outside instead, such as https://...",
    )
    doctor.set_defaults(run=run)


def run(options: Namespace, rest: list[str]) -> int:
    """Look at everything and say what was found."""
    from workshop.serving.doctor.report import report, report_from_afar

    return report_from_afar(options.url) if options.url else report(options.port)
