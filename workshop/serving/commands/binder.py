"""`workshop binder`: the address at which Binder launches a notebook, with what it is to know."""

import re
from argparse import Namespace
from typing import Any
from urllib.parse import quote, urlencode

from workshop.serving.errors import ServingError
from workshop.serving.notebooks import SESSION, shipped_notebooks

LAUNCHER = "https://mybinder.org/v2/gh"
KNOWN = ("room", "at", "lang")


def add(commands: Any) -> None:
    """Name the options."""
    binder = commands.add_parser(
        "binder", help="print a launch link", description="Print an address that Binder launches."
    )
    binder.add_argument("repository", metavar="OWNER/NAME", help="where your copy is published")
    binder.add_argument("notebook", nargs="?", default=SESSION, help="one of ours, by its name")
    binder.add_argument("--ref", default="main", help="the branch or tag (main)")
    binder.add_argument("--room", metavar="URL", help="the address of a room to answer in")
    binder.add_argument("--at", metavar="STEP", help="the exercise to begin at")
    binder.add_argument("--lang", metavar="LANGUAGE", help="the language, such as es")
    binder.set_defaults(run=run)


def launch_link(repository: str, notebook: str, ref: str, **known: str | None) -> str:
    """Return the address at which Binder launches a notebook.

    The launcher takes one layer of encoding off `urlpath` and opens what is left below the address
    of the participant's own server; the query in it is still encoded then, and arrives whole.

    Args:
        repository: "owner/name" on GitHub.
        notebook: The name of one of our notebooks, without its suffix.
        ref: A branch, a tag or a commit.
        **known: The query of the page; what is None is left out.

    Raises:
        ServingError: If the repository is no such name, or there is no such notebook.
    """
    if not re.fullmatch(r"[\w.-]+/[\w.-]+", repository):
        raise ServingError(f"{repository} is no repository: write it as OWNER/NAME")
    if notebook not in shipped_notebooks():
        raise ServingError(f"no notebook is called {notebook}: {', '.join(shipped_notebooks())}")
    query = urlencode({name: value for name, value in known.items() if value})
    path = f"voila/render/notebooks/{notebook}.ipynb" + (f"?{query}" if query else "")
    return f"{LAUNCHER}/{repository}/{quote(ref, safe='')}?urlpath={quote(path, safe='')}"


def run(options: Namespace, rest: list[str]) -> int:
    """Print the address."""
    known = {name: getattr(options, name) for name in KNOWN}
    print(launch_link(options.repository, options.notebook, options.ref, **known))
    return 0
