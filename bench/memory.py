"""How much memory a participant takes who has the page open and has moved a slider.

Ours and stock Voila: light clients; the kernel of each is a process, read from the kernel's own
accounts (PSS shares out what several processes share, private is what only this one has). The
peers: pages in a browser, since each speaks a protocol of its own; they keep all participants in
one process, so theirs is what the server grew by, for each.

    python bench/memory.py [participants ...]
"""

import asyncio
import sys
from collections.abc import Sequence

from light_client import Participant, join_within
from machine import median, memory, table, together, tree
from pages import chromium, press, show, visitor
from results import keep
from servers import NEEDED, OURS, SESSION, STOCK, Server, running, version_of

COUNTS = (10, 50, 100)
PACE = 0.2  # seconds from one to the next; how a crowd fares is another question
FEW = 10
"""Participants of stock Voila, which takes 200 MB for each, and of the peers."""

Line = tuple[str, int, float, float, float]
"""App, participants, PSS and private MB of one, and MB of everything together."""


async def _apart(server: Server, counts: Sequence[int]) -> list[Line]:
    """Let participants join until there are as many as each count says."""
    before, there, lines = tree(server.pid), [], []
    for count in counts:
        more = count - len(there)
        there += await join_within(PACE * more, more, server.address, files=False)
        _refuse_errors(there)
        everything = tree(server.pid)
        kernels = [memory(pid) for pid in everything if pid not in before]
        pss, private = (median([each[at] for each in kernels]) for at in (0, 1))
        lines.append((server.name, count, pss, private, together(everything)))
    await asyncio.gather(*(participant.leave() for participant in there))
    return lines


def _refuse_errors(there: list[Participant]) -> None:
    errors = [participant.error for participant in there if participant.error]
    if errors:
        raise SystemExit(f"{len(errors)} could not join: {errors[0]}")


def _shared(server: Server, count: int) -> Line:
    with chromium() as browser:
        one, *others = [visitor(browser).new_page() for _ in range(count + 1)]
        show(one, server.address)  # the first one of all pays for what everybody shares
        press(one)
        before = together(tree(server.pid))
        for page in others:
            show(page, server.address)
            press(page)
        everything = together(tree(server.pid))
    grown = (everything - before) / count
    return server.name, count, grown, grown, everything


def measure(counts: Sequence[int]) -> list[Line]:
    lines = []
    for name in (OURS, SESSION, STOCK):
        with running(name) as server:
            lines += asyncio.run(_apart(server, [FEW] if name == STOCK else counts))
    for name in NEEDED:
        with running(name) as server:
            lines.append(_shared(server, FEW))
    return lines


def report(lines: list[Line]) -> str:
    stock = next(line for line in lines if line[0] == STOCK)
    rows = [
        [
            f"{name} {version_of(name)}",
            count,
            f"{pss:.1f}",
            f"{private:.1f}",
            f"{private / stock[3]:.3f}",
            f"{everything:.0f}",
        ]
        for name, count, pss, private, everything in lines
    ]
    head = ["", "participants", "PSS of one", "private of one", "against stock", "all processes"]
    return f"MB. Of the peers: what each further participant adds.\n\n{table(head, rows)}"


def main() -> None:
    """Measure, keep the figures for the chart, and print a table."""
    lines = measure([int(count) for count in sys.argv[1:]] or COUNTS)
    print(report(lines))
    keep(
        "memory",
        [{"app": name, "what": f"{count}", "value": mb} for name, count, _, mb, _ in lines],
    )


if __name__ == "__main__":
    main()
