"""How well the reading tells pitch from the rest, on example posts kept outside the repository.

    python bench/reading.py [folder of .jsonl files]

Prints, for each source, the area under the curve (AUC: how often a pitch ranks below another text)
beside that of the baselines, in how many pitches no rule finds one, how often a clear case is
banded as its opposite, how the tricky posts are banded, how long readings take, and what the import
costs. Skips with a message what needs the
posts or the extra `bench` where either is absent.
"""

import json
import statistics
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from baselines import SCORES, Score, Source

from workshop.reading import Reading, read

FOLDER = Path("shared") / "posts"
CRAFTED = {
    "a post of 280 letters": ("We mend shoes. Which pair would you keep? " * 7)[:280],
    "10,000 letters of prose": "We mend shoes by the river. Which pair would you keep? " * 182,
    "one endless word": "a" * 10_000,
    "tags": "#a " * 5_000,
    "one word": "you " * 5_000,
    "marks": "!" * 10_000,
    "money": "$1 " * 3_400,
    "calls to act": "check out my " * 800,
    "emoji": "👉" * 10_000,
    "look-alikes": "Вuy nоw " * 1_250,
    "a paste of 1 MB": "word " * 200_000,
}
ACCEPTABLE = {
    "pitch": ("pitch", "offer", "not enough to judge"),
    "conversation": ("conversation", "friendly"),
    "mixed": ("offer", "friendly", "conversation"),
    "other": ("friendly", "not enough to judge"),
}
"""Bands that a coach would accept for a tricky post, by its label."""

Post = dict[str, Any]


def main() -> None:
    """Measure and print the tables."""
    _print_crafted()
    _print_import()
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else _found(FOLDER)
    if folder is None or not folder.is_dir():
        print(f"\nNo example posts at {folder or FOLDER}: nothing else is measured.")
        return
    posts = {file.stem: _posts(file) for file in sorted(folder.glob("*.jsonl"))}
    sources = {name: _source(name, rows) for name, rows in posts.items()}
    _print_bands(sources)
    _print_scores(sources)
    _print_tricky([post for rows in posts.values() for post in rows if post.get("tricky")])


def auc(pitches: Sequence[float], others: Sequence[float]) -> float:
    """Return how often a pitch scores above another text; ties count half."""
    ranked = sorted([*((score, True) for score in pitches), *((score, False) for score in others)])
    below, wins = 0.0, 0.0
    for value in sorted({score for score, _ in ranked}):
        here = [pitch for score, pitch in ranked if score == value]
        tied = here.count(False)
        wins += here.count(True) * (below + tied / 2)
        below += tied
    return wins / (len(pitches) * len(others))


def _found(folder: Path) -> Path | None:
    """Look for the posts beside the repository and above it."""
    above = (parent / folder for parent in Path(__file__).resolve().parents)
    return next((path for path in above if path.is_dir()), None)


def _posts(file: Path) -> list[Post]:
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]


def _source(name: str, posts: list[Post]) -> Source:
    """Read the clear posts; of the handmade ones only pitches and conversations are clear."""
    labels = ("pitch", "conversation") if name == "handmade" else ("pitch", "conversation", "other")
    clear = [post for post in posts if not post.get("tricky") and post["label"] in labels]
    return Source([read(post["text"]) for post in clear], [p["label"] == "pitch" for p in clear])


def _print_bands(sources: Mapping[str, Source]) -> None:
    _print_head(
        "source",
        "posts",
        "pitches",
        "pitches in which no rule finds one",
        "pitches banded conversation",
        "others banded pitch",
    )
    for name, source in sources.items():
        pairs = list(zip(source.readings, source.pitches, strict=True))
        pitches = [reading for reading, pitch in pairs if pitch]
        unseen = [reading for reading in pitches if not _is_found(reading)]
        share = f"{len(unseen) / len(pitches):.0%}" if pitches else "-"
        missed = sum(reading.band == "conversation" for reading in pitches)
        others = [reading for reading, pitch in pairs if not pitch]
        blamed = sum(reading.band == "pitch" for reading in others) / max(1, len(others))
        _print_row(name, len(pairs), len(pitches), share, missed, f"{blamed:.1%}")


def _is_found(reading: Reading) -> bool:
    return any(hit.pitches and hit.weighs for hit in reading.hits)


def _print_scores(sources: Mapping[str, Source]) -> None:
    mixed = [name for name, source in sources.items() if any(source.pitches)]
    _print_head("AUC", *mixed)
    for title, score in SCORES.items():
        _print_row(title, *(_auc_of(score, name, sources) for name in mixed))


def _auc_of(score: Score, name: str, sources: Mapping[str, Source]) -> str:
    try:
        scores = list(zip(score(name, sources), sources[name].pitches, strict=True))
    except ImportError as missing:
        return f"needs {missing.name}"
    pitches = [value for value, pitch in scores if pitch]
    return f"{auc(pitches, [value for value, pitch in scores if not pitch]):.3f}"


def _print_tricky(posts: list[Post]) -> None:
    accepted = sum(read(post["text"]).band in ACCEPTABLE[post["label"]] for post in posts)
    print(f"\nTricky posts in an acceptable band: {accepted} of {len(posts)}")


def _print_crafted() -> None:
    first = _milliseconds("warm up")
    print(f"The first reading loads all rules and tries all examples: {first:.0f} ms")
    _print_head("text", "median of 9, ms of computing")
    for name, text in CRAFTED.items():
        _print_row(name, f"{statistics.median(_milliseconds(text) for _ in range(9)):.2f}")


def _milliseconds(text: str) -> float:
    """Return the computing time of a reading; what other programs do meanwhile is left out."""
    start = time.process_time()
    read(text)
    return 1000 * (time.process_time() - start)


def _print_import() -> None:
    """Import in new processes, once to time it and once to count what it keeps in memory."""
    timed = (
        "import time; start = time.process_time(); import workshop.reading; "
        "print(time.process_time() - start)"
    )
    counted = (
        "import tracemalloc; tracemalloc.start(); import workshop.reading; "
        "print(tracemalloc.get_traced_memory()[1])"
    )
    spent = statistics.median(_told(timed) for _ in range(11))
    print(f"\nimport workshop.reading: {1000 * spent:.0f} ms, {_told(counted) / 2**20:.1f} MB")


def _told(code: str) -> float:
    run = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    return float(run.stdout)


def _print_head(*cells: object) -> None:
    print()
    _print_row(*cells)
    _print_row(*("---" for _ in cells))


def _print_row(*cells: object) -> None:
    print("|", " | ".join(map(str, cells)), "|")


if __name__ == "__main__":
    main()
