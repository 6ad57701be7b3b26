"""Runs the measurements one after the other, and makes a table and a chart of what they found.

    python bench/run.py [part ...]

Each part is a program of its own and can be run alone. What it prints is kept in
`bench/results/<part>.md`; the table of all of them is `bench/results/README.md`.
"""

import subprocess
import sys
from pathlib import Path

from chart import draw
from machine import facts
from results import FOLDER

PARTS = {
    "opening": "A page opens",
    "slider": "A slider moves",
    "keystroke": "Highlights follow a key",
    "memory": "Memory of a participant",
    "stampede": "A whole class joins",
    "door": "A class larger than the house, and a thousand visits",
    "dots": "A message reaches a thousand dots",
    "model": "The model",
    "import": "Importing the package",
    "reading": "Reading a post",
    "room": "A room with a thousand seats",
}
HEAD = """\
# Measured

Made by `make bench`, which measures everything anew; `make bench WHAT=memory` one part of it.
Ratios within one table are what counts: another machine has other seconds.

![Ours beside stock Voila, Panel, Streamlit and Solara](chart.svg)
"""


def run(part: str) -> None:
    print(f"bench/{part}.py ...", file=sys.stderr)
    about = facts()
    done = subprocess.run(
        [sys.executable, Path(__file__).with_name(f"{part}.py")], capture_output=True, text=True
    )
    if done.returncode:
        print(done.stderr, file=sys.stderr)
        raise SystemExit(f"bench/{part}.py failed; the results of before are kept")
    print(done.stdout)
    FOLDER.mkdir(exist_ok=True)
    text = f"## {PARTS[part]}\n\n{done.stdout.strip()}\n\n{about}. `make bench WHAT={part}`\n"
    (FOLDER / f"{part}.md").write_text(text)


def main() -> None:
    """Measure what is asked for, or everything."""
    unknown = set(sys.argv[1:]) - set(PARTS)
    if unknown:
        raise SystemExit(f"no such part: {', '.join(unknown)}. There are: {', '.join(PARTS)}")
    for part in sys.argv[1:] or PARTS:
        run(part)
    found = [FOLDER / f"{part}.md" for part in PARTS]
    texts = [path.read_text() for path in found if path.exists()]
    (FOLDER / "README.md").write_text("\n".join([HEAD, *texts]))
    draw()


if __name__ == "__main__":
    main()
