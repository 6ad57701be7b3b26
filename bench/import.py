"""What `import workshop` adds to the start of Python, in milliseconds.

python bench/import.py
"""

import statistics
import subprocess
import sys
import time


def _milliseconds(code: str, runs: int = 21) -> float:
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        subprocess.run([sys.executable, "-c", code], check=True)
        times.append(1000 * (time.perf_counter() - start))
    return statistics.median(times)


def main() -> None:
    """Measure and print a table."""
    bare = _milliseconds("pass")
    print("| start | median ms | more than bare Python |\n|---|---|---|")
    print(f"| bare Python | {bare:.0f} | |")
    for code in ("import workshop", "import workshop.reading", "from workshop import Session"):
        took = _milliseconds(code)
        print(f"| {code} | {took:.0f} | {took - bare:.0f} |")


if __name__ == "__main__":
    main()
