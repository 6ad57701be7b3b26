"""`workshop pack check`: whether somebody's own words, numbers and rules are in order."""

from argparse import Namespace

from workshop.serving.commands.parsing import Commands, Parser
from workshop.serving.errors import ServingError

FOUND = 1

ABOUT_CHECK = """\
Load a pack, try every example of its reading rules, and look the rules over: broken examples,
patterns that take too long, rules that never count or find what others find. Without a PATH, the
pack that comes with the workshop.
"""


def add(commands: Commands) -> None:
    """Name the options."""
    pack = commands.add_parser("pack", help="look a pack over")
    jobs = pack.add_subparsers(dest="job", metavar="check", required=True, parser_class=Parser)
    check = jobs.add_parser("check", description=ABOUT_CHECK)
    check.add_argument("path", nargs="?", metavar="PATH", help="a TOML file or a folder of them")
    pack.set_defaults(run=run)


def run(options: Namespace, rest: list[str]) -> int:
    """Print what is to be mended in a pack; 1 if anything is."""
    from workshop.packs import PackError
    from workshop.packs.checking import check_pack

    try:
        faults = check_pack(options.path)
    except PackError as problem:
        raise ServingError(str(problem)) from None
    for fault in faults:
        print(fault)
    print(f"{len(faults)} to mend." if faults else "All is well.")
    return FOUND if faults else 0
