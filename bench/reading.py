"""How well the reading tells pitch from the rest, on example posts kept outside the repository.

    python bench/reading.py [folder of .jsonl files]

Prints the area under the curve (AUC) per source, how often a clear case is banded as its opposite,
and how long a reading takes. Skips with a message where the folder is absent.
"""

import json
import statistics
import sys
import time
from pathlib import Path

from workshop.reading import read

FOLDER = Path(__file__).parents[2] / "shared" / "posts"


def auc(pitches: list[int], others: list[int]) -> float:
    """Return how often a pitch leans further to the pitch than another text does."""
    wins = sum((p < o) + 0.5 * (p == o) for p in pitches for o in others)
    return wins / (len(pitches) * len(others))


def main() -> None:
    """Measure and print a table."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER
    if not folder.is_dir():
        sys.exit(f"No example posts at {folder}: nothing measured.")
    print("| source | posts | pitches | AUC | pitches banded conversation | others banded pitch |")
    print("|---|---|---|---|---|---|")
    times = []
    for file in sorted(folder.glob("*.jsonl")):
        posts = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
        posts = [post for post in posts if not post.get("tricky")]
        readings = []
        for post in posts:
            start = time.perf_counter()
            readings.append((post["label"], read(post["text"])))
            times.append(1000 * (time.perf_counter() - start))
        pitches = [reading for label, reading in readings if label == "pitch"]
        rest = ("conversation",) if file.stem == "handmade" else ("conversation", "other")
        others = [reading for label, reading in readings if label in rest]
        figure = "-"
        if pitches and others:
            figure = f"{auc([r.lean for r in pitches], [r.lean for r in others]):.3f}"
        missed = sum(reading.band == "conversation" for reading in pitches)
        blamed = sum(reading.band == "pitch" for reading in others) / max(1, len(others))
        print(
            f"| {file.stem} | {len(posts)} | {len(pitches)} | {figure} | {missed} | {blamed:.1%} |"
        )
    p95 = sorted(times)[int(0.95 * len(times))]
    print(f"\nOne reading: median {statistics.median(times):.2f} ms, p95 {p95:.2f} ms")


if __name__ == "__main__":
    main()
