"""`workshop pack`: beginning a pack of one's own, checking it, and what a translation lacks."""

from argparse import Namespace
from pathlib import Path

from workshop.serving.commands.parsing import Commands, Parser
from workshop.serving.errors import ServingError

FOUND = 1

ABOUT_CHECK = """\
Load a pack in every language, try every example of its reading rules, and look the rules over:
broken examples, patterns that take too long, rules that never count or find what others find.
Without a PATH, the packs that come with the workshop.
"""

ABOUT_NEW = """\
Copy every text and agenda of a language into a new folder, to translate or to reword. To change
only a few words or numbers you need no copy: a TOML file with what differs is enough.
"""

ABOUT_LACKS = """\
Say what a translation still lacks of the English words: texts that are missing or still the same,
numbers that it does not show, agendas and reading rules that are not there.
"""


def add(commands: Commands) -> None:
    """Name the options."""
    pack = commands.add_parser("pack", help="look a pack over, begin one, see what one lacks")
    jobs = pack.add_subparsers(dest="job", metavar="JOB", required=True, parser_class=Parser)
    check = jobs.add_parser("check", description=ABOUT_CHECK, help="what is to be mended")
    check.add_argument("path", nargs="?", metavar="PATH", help="a TOML file or a folder of them")
    check.set_defaults(run=run_check)
    new = jobs.add_parser("new", description=ABOUT_NEW, help="a copy to translate or reword")
    new.add_argument("path", metavar="FOLDER", type=Path, help="the folder to make")
    new.add_argument("--from", dest="source", default="en", metavar="LANGUAGE", help="such as en")
    new.add_argument("--lang", default="", metavar="LANGUAGE", help="what it will be in")
    new.set_defaults(run=run_new)
    lacks = jobs.add_parser("lacks", description=ABOUT_LACKS, help="what a translation lacks")
    lacks.add_argument("translation", metavar="LANGUAGE_OR_PATH", help="such as es, or a folder")
    lacks.set_defaults(run=run_lacks)


def run_check(options: Namespace, rest: list[str]) -> int:
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


def run_new(options: Namespace, rest: list[str]) -> int:
    """Write a pack to begin from."""
    from workshop.packs import PackError
    from workshop.packs.translating import begin

    try:
        files = begin(options.path, options.source, options.lang)
    except PackError as problem:
        raise ServingError(str(problem)) from None
    print(f"{len(files)} files are in {options.path}. While you change them:")
    print(f"  workshop pack check {options.path}")
    print(f"  workshop pack lacks {options.path}")
    print(f"  workshop serve --pack {options.path}")
    return 0


def run_lacks(options: Namespace, rest: list[str]) -> int:
    """Print what a translation lacks; 1 if anything is."""
    from workshop.packs import PackError
    from workshop.packs.translating import lacks

    try:
        found = lacks(options.translation)
    except PackError as problem:
        raise ServingError(str(problem)) from None
    for lack in found:
        print(lack)
    print(f"{len(found)} still lacking." if found else "Nothing is lacking.")
    return FOUND if found else 0
