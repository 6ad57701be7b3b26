"""Runs the measurements one after the other, and makes a table and a chart of what they found.

    python bench/run.py [--short] [part ...]

Each part is a program of its own and can be run alone. What it prints is kept in
`bench/results/<part>.md`; all of it, after a table of the targets, is `bench/results/README.md`.
With `--short` every part does as little as it can, to try whether it works; nothing is kept.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from chart import draw
from machine import facts
from results import FOLDER
from targets import targets

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
    "live": "A live room under way",
}
SHORT = {
    "opening": ["1"],
    "slider": ["1"],
    "keystroke": ["10"],
    "memory": ["10"],
    "stampede": ["ours"],
    "door": ["20"],
    "dots": ["5"],
    "room": ["100"],
    "live": ["picture", "20"],
}
HEAD = """\
# Measured

Made by `make bench`, which measures everything anew; `make bench WHAT=memory` one part of it.
Ratios within one table are what counts: another machine has other seconds.

![Ours beside stock Voila, Panel, Streamlit and Solara](chart.svg)
"""


def run(part: str, *options: str, **environment: str) -> str:
    """Run a part; returns what it printed."""
    print(f"bench/{part}.py ...", file=sys.stderr)
    program = Path(__file__).with_name(f"{part}.py")
    done = subprocess.run(
        [sys.executable, program, *options],
        capture_output=True,
        text=True,
        env=os.environ | environment,
    )
    if done.returncode:
        print(done.stderr, file=sys.stderr)
        raise SystemExit(f"bench/{part}.py failed; the results of before are kept")
    print(done.stdout)
    return done.stdout.strip()


def measure(part: str) -> None:
    about = facts()
    text = f"## {PARTS[part]}\n\n{run(part)}\n\n{about}. `make bench WHAT={part}`\n"
    FOLDER.mkdir(exist_ok=True)
    (FOLDER / f"{part}.md").write_text(text)


def attempt(parts: list[str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        for part in parts:
            run(part, *SHORT.get(part, []), BENCH_RESULTS=folder)


def main() -> None:
    """Measure what is asked for, or everything."""
    asked = [each for each in sys.argv[1:] if each != "--short"]
    unknown = set(asked) - set(PARTS)
    if unknown:
        raise SystemExit(f"no such part: {', '.join(unknown)}. There are: {', '.join(PARTS)}")
    parts = asked or list(PARTS)
    if "--short" in sys.argv:
        attempt(parts)
        return
    for part in parts:
        measure(part)
    found = [FOLDER / f"{part}.md" for part in PARTS]
    texts = [path.read_text() for path in found if path.exists()]
    (FOLDER / "README.md").write_text("\n".join([HEAD, targets(), *texts]))
    draw()


if __name__ == "__main__":
    main()
