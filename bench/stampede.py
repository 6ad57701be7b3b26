"""A whole class at once: light clients that all join within a second, or 300 within half a minute.

Each reads the page and the files it names, opens the WebSocket, moves a slider and waits for the
picture. The clients run on the same machine as the server and take their share of it. Stock Voila's
clients get off lightly: most of its scripts are not named in the page, so they are not read.

    python bench/stampede.py [name of an app, if not all]
"""

import asyncio
import statistics
import sys
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from light_client import Participant, join_within
from machine import p95, table, together, tree
from results import keep
from servers import OURS, SESSION, STOCK, Server, running, version_of

CROWDS = {
    OURS: [(20, 1), (100, 1), (300, 30)],
    SESSION: [(20, 1), (100, 1), (300, 30)],
    STOCK: [(20, 1)],
}
LEAVING = 5  # seconds


@dataclass
class Crowd:
    """So many participants who joined within so many seconds, and what it took."""

    app: str
    count: int
    within: float
    participants: list[Participant]
    seconds: float
    errors: int = 0
    held: float = 0.0
    peak: float = 0.0
    again: float = 0.0

    def usable(self) -> list[float]:
        return [each.usable for each in self.participants if not each.error]


def _available() -> float:
    lines = Path("/proc/meminfo").read_text().splitlines()
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("MemAvailable"))


@asynccontextmanager
async def _lowest() -> AsyncIterator[list[float]]:
    """The machine's free memory, looked at ten times a second: first and lowest."""
    seen = [_available()] * 2

    async def look() -> None:
        while True:
            seen[1] = min(seen[1], _available())
            await asyncio.sleep(0.1)

    task = asyncio.create_task(look())
    yield seen
    task.cancel()


async def _crowd(server: Server, count: int, within: float) -> Crowd:
    async with _lowest() as available:
        began = time.monotonic()
        there = await join_within(within, count, server.address)
        crowd = Crowd(server.name, count, within, there, time.monotonic() - began)
    crowd.peak = available[0] - available[1]
    crowd.errors = sum(bool(each.error) for each in there)
    well = [each for each in there if not each.error]
    crowd.held = together(tree(server.pid))
    began = time.monotonic()
    await asyncio.gather(*(each.move() for each in well))
    crowd.again = time.monotonic() - began
    await asyncio.gather(*(each.leave() for each in well))
    await asyncio.sleep(LEAVING)
    return crowd


def measure(names: list[str]) -> list[Crowd]:
    crowds = []
    for name in names:
        with running(name) as server:
            crowds += [asyncio.run(_crowd(server, *crowd)) for crowd in CROWDS[name]]
    return crowds


def report(crowds: list[Crowd]) -> str:
    rows = []
    for crowd in crowds:
        usable = crowd.usable() or [float("nan")]
        rows.append(
            [
                f"{crowd.app} {version_of(crowd.app)}",
                f"{crowd.count} in {crowd.within:g} s",
                f"{statistics.median(usable):.2f} ({p95(usable):.2f})",
                f"{crowd.seconds:.1f}",
                crowd.errors,
                f"{crowd.again:.2f}",
                f"{crowd.held:.0f}",
                f"{crowd.peak:.0f}",
            ]
        )
    told = "\n".join(f"- {crowd.app}: {error}" for crowd in crowds for error in _errors(crowd))
    head = [
        "",
        "who joins",
        "usable after: median (95th percentile)",
        "all usable",
        "errors",
        "a move of all at once",
        "MB held",
        "MB at most",
    ]
    note = (
        "Seconds and MB. 'MB held' is the memory of all processes of the server once everybody is "
        "there; 'MB at most' is how far the machine's free memory fell, clients included."
    )
    return f"{note}\n\n{table(head, rows)}\n\n{_against_stock(crowds)}\n{told}".strip()


def _figures(crowd: Crowd) -> list[dict[str, object]]:
    who = f"{crowd.count} in {crowd.within:g} s"
    values = {who: crowd.seconds, f"{who}, errors": crowd.errors, f"{who}, MB": crowd.held}
    return [{"app": crowd.app, "what": what, "value": value} for what, value in values.items()]


def _errors(crowd: Crowd) -> set[str]:
    return {each.error for each in crowd.participants if each.error}


def _against_stock(crowds: list[Crowd]) -> str:
    stock = next((crowd for crowd in crowds if crowd.app == STOCK), None)
    same = [c for c in crowds if stock and c.count == stock.count and c is not stock]
    return "\n".join(
        f"- {crowd.app}, {crowd.count} at once: {crowd.seconds / stock.seconds:.3f} of stock's "
        f"time, {crowd.held / stock.held:.3f} of its memory"
        for crowd in same
    )


def main() -> None:
    """Measure, keep the figures for the chart, and print a table."""
    crowds = measure(sys.argv[1:] or list(CROWDS))
    print(report(crowds))
    keep("stampede", [figure for crowd in crowds for figure in _figures(crowd)])


if __name__ == "__main__":
    main()
