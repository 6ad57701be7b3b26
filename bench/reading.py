"""How well the reading tells pitch from the rest, on example posts kept outside the repository.

    python bench/reading.py [folder of .jsonl files]

Prints for each source the area under the curve (AUC) beside that of a list of twenty phrases, how
often a clear case is banded as its opposite, and how long readings take. The tricky posts are left
out: each of their kinds is a named test. Skips with a message where the folder is absent.
"""

import json
import statistics
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from workshop.reading import Reading, read

FOLDER = Path(__file__).parents[2] / "shared" / "posts"
TWENTY = (
    "buy now",
    "order now",
    "book now",
    "sign up",
    "click here",
    "link in bio",
    "check out my",
    "subscribe",
    "follow me",
    "dm me",
    "call now",
    "contact us",
    "learn more",
    "limited time",
    "free trial",
    "discount",
    "% off",
    "guarantee",
    "giveaway",
    "make money",
)
CRAFTED = {
    "a post of 280 letters": ("We mend shoes. Which pair would you keep? " * 7)[:280],
    "10,000 letters of prose": "We mend shoes by the river. Which pair would you keep? " * 182,
    "one endless word": "a" * 10_000,
    "tags": "#a " * 5_000,
    "one word": "you " * 5_000,
    "marks": "!" * 10_000,
    "money": "$1 " * 3_400,
    "calls to act": "check out my " * 800,
    "a paste of 1 MB": "word " * 200_000,
}


def auc(pitches: Sequence[float], others: Sequence[float]) -> float:
    """Return how often a pitch ranks below another text; ties count half."""
    ranked = sorted([*((lean, True) for lean in pitches), *((lean, False) for lean in others)])
    above, seen = 0.0, 0
    for lean in sorted({lean for lean, _ in ranked}):
        here = [pitch for value, pitch in ranked if value == lean]
        tied = here.count(False)
        above += here.count(True) * (len(others) - seen - tied / 2)
        seen += tied
    return above / (len(pitches) * len(others))


def main() -> None:
    """Measure and print the tables."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER
    _print_crafted()
    if not folder.is_dir():
        print(f"\nNo example posts at {folder}: nothing else is measured.")
        return
    print(
        "\n| source | posts | pitches | AUC | twenty phrases | pitches banded conversation |",
        end="",
    )
    print(" others banded pitch |\n|---|---|---|---|---|---|---|")
    times = [spent for file in sorted(folder.glob("*.jsonl")) for spent in _print_source(file)]
    p95 = sorted(times)[int(0.95 * len(times))]
    print(
        f"\nOne of {len(times)} posts: median {statistics.median(times):.2f} ms, p95 {p95:.2f} ms"
    )


def _print_source(file: Path) -> list[float]:
    posts = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
    clear = [post for post in posts if not post.get("tricky")]
    timed = [_timed(post["text"]) for post in clear]
    rest = ("conversation",) if file.stem == "handmade" else ("conversation", "other")
    pitches = _of(clear, timed, ("pitch",))
    others = _of(clear, timed, rest)
    figures = ["-", "-"]
    if pitches and others:
        leans = ([reading.lean for reading in side] for side in (pitches, others))
        listed = ([_twenty(reading.text) for reading in side] for side in (pitches, others))
        figures = [f"{auc(*leans):.3f}", f"{auc(*listed):.3f}"]
    missed = sum(reading.band == "conversation" for reading in pitches)
    blamed = sum(reading.band == "pitch" for reading in others) / max(1, len(others))
    row = [file.stem, len(clear), len(pitches), *figures, missed, f"{blamed:.1%}"]
    print("|", " | ".join(map(str, row)), "|")
    return [spent for _, spent in timed]


def _of(
    posts: list[dict[str, Any]], timed: list[tuple[Reading, float]], labels: Sequence[str]
) -> list[Reading]:
    pairs = zip(posts, timed, strict=True)
    return [reading for post, (reading, _) in pairs if post["label"] in labels]


def _twenty(text: str) -> float:
    return -sum(phrase in text.lower() for phrase in TWENTY)


def _timed(text: str) -> tuple[Reading, float]:
    start = time.perf_counter()
    reading = read(text)
    return reading, 1000 * (time.perf_counter() - start)


def _print_crafted() -> None:
    start = time.perf_counter()
    read("warm up")
    print(
        f"Loading the rules, with all their examples: {1000 * (time.perf_counter() - start):.0f} ms"
    )
    print("\n| text | median of 5, ms |\n|---|---|")
    for name, text in CRAFTED.items():
        print(f"| {name} | {statistics.median(_timed(text)[1] for _ in range(5)):.2f} |")


if __name__ == "__main__":
    main()
