"""How long the reach comparison takes: 10,000 draws after one input has moved.

python bench/model.py
"""

import statistics
import time
from collections.abc import Callable

from workshop.models.reach_comparison import break_even, odds, simulate, stages, unused_hours
from workshop.packs import load_pack


def _milliseconds(step: Callable[[int], object], runs: int = 200) -> list[float]:
    times = []
    for run in range(runs):
        start = time.perf_counter()
        step(run)
        times.append(1000 * (time.perf_counter() - start))
    return sorted(times)


def main() -> None:
    """Measure and print a table."""
    words = load_pack().reach_comparison

    def draw(run: int) -> object:
        return simulate(words.assumptions(4, 13, words.platform, {"following": 200 + run}))

    def answer(run: int) -> object:
        draws = draw(run)
        return stages(draws), odds(draws), break_even(draws), unused_hours(draws)

    print("| step | median ms | p95 ms |\n|---|---|---|")
    for name, step in {"simulate": draw, "simulate and all frames": answer}.items():
        times = _milliseconds(step)
        p95 = times[int(0.95 * len(times))]
        print(f"| {name} | {statistics.median(times):.2f} | {p95:.2f} |")


if __name__ == "__main__":
    main()
