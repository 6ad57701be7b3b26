"""`workshop serve`: a notebook as a page."""

from argparse import Namespace

from workshop.serving.commands.parsing import Commands, participants, port, seconds

ABOUT = """\
Serve a notebook as a page. Only this computer can open it, unless you say --lan.

NOTEBOOK is a file, a folder, or the name of a notebook that comes with the workshop.
All options of Voila work as well, such as --theme=dark. The full list: workshop serve --help-all
"""

USAGE = """\
workshop serve [NOTEBOOK] [--port N] [--lan] [--most N] [--grace SECONDS] [--idle SECONDS]
                      [--pack FILE_OR_FOLDER] [--lang LANGUAGE] [VOILA'S OPTIONS]"""


def add(commands: Commands) -> None:
    """Name the options."""
    serve = commands.add_parser(
        "serve", description=ABOUT, usage=USAGE, help="serve a notebook as a page"
    )
    serve.add_argument("--port", type=port, metavar="N", help="8866 unless told otherwise")
    serve.add_argument(
        "--lan", action="store_true", help="let phones in the same Wi-Fi join; shows a QR code"
    )
    serve.add_argument(
        "--most",
        type=participants,
        metavar="N",
        help="how many may be in at once; as many as the memory holds unless told otherwise",
    )
    serve.add_argument(
        "--grace", type=seconds, metavar="S", help="how long a locked phone stays in: 900 seconds"
    )
    serve.add_argument(
        "--idle", type=seconds, metavar="S", help="how long an unused page stays in: 14400 seconds"
    )
    serve.add_argument("--pack", metavar="PATH", help="your own words and numbers")
    serve.add_argument("--lang", metavar="LANGUAGE", help="such as es; each browser's own without")
    serve.set_defaults(run=run)


def run(options: Namespace, rest: list[str]) -> int:
    """Serve until stopped."""
    from workshop.serving.app import WorkshopApp

    names = ("port", "most", "grace", "idle", "pack", "lang")
    given = {name: getattr(options, name) for name in names}
    own = [f"--{name}={value}" for name, value in given.items() if value is not None]
    WorkshopApp.launch_instance([*rest, *own, *(["--lan"] if options.lan else [])])
    return 0
