"""A class that is larger than the house, and a thousand visits that leave nothing behind.

A hundred light clients join within a second where 60 fit; whoever is usable leaves once the house
is full, until all were in. Then visits open and close, and what the server and its parents hold is
counted before the first and after every fifth of them. What the first fifth adds are caches.

    python bench/door.py [visits, if not 1000]
"""

import asyncio
import sys
import time
from dataclasses import dataclass

import psutil
from light_client import Participant
from machine import table
from results import keep
from servers import SESSION, Server, running

CLASS, MOST = 100, 60
SIDE_BY_SIDE = 4
LEAVING = 10  # seconds
COUNTS = 5


@dataclass
class Class:
    """A class before a door: seconds until the house was full, until all were in, and errors."""

    full: float
    all_in: float
    waited: int
    most: int
    errors: list[str]


async def _hold(server: Server) -> Class:
    people = [Participant(server.address, files=False) for _ in range(CLASS)]
    began, inside, most, full = time.monotonic(), 0, 0, float("nan")
    may_leave = asyncio.Event()

    async def visit(number: int) -> None:
        nonlocal inside, most, full
        await asyncio.sleep(number / CLASS)
        await people[number].join()
        if people[number].error:
            may_leave.set()
            return
        inside += 1
        most = max(most, inside)
        if inside == MOST and full != full:
            full = time.monotonic() - began
            may_leave.set()
        await may_leave.wait()
        inside -= 1
        await people[number].leave()

    await asyncio.gather(*map(visit, range(CLASS)))
    errors = [one.error for one in people if one.error]
    all_in = time.monotonic() - began
    return Class(full, all_in, sum(one.waited for one in people), most, errors)


@dataclass
class Held:
    """What a server has after so many visits: its own, and its parents' together."""

    visits: int
    processes: int
    files: int
    descriptors: tuple[int, int]
    memory: tuple[float, float]


def _held(server: Server, visits: int) -> Held:
    own = psutil.Process(server.pid)
    rest = own.children(recursive=True)
    sizes = [process.memory_full_info().uss / 1e6 for process in (own, *rest)]
    return Held(
        visits,
        1 + len(rest),
        len(list(server.folder.rglob("*"))),
        (own.num_fds(), sum(process.num_fds() for process in rest)),
        (sizes[0], sum(sizes[1:])),
    )


async def _open_and_close(server: Server, visits: int) -> list[Held]:
    held = []
    for done in range(0, visits, SIDE_BY_SIDE):
        if done % (visits // COUNTS) == 0:
            await asyncio.sleep(LEAVING)
            held.append(_held(server, done))
        people = [Participant(server.address, files=not done) for _ in range(SIDE_BY_SIDE)]
        await asyncio.gather(*(one.join() for one in people))
        for error in filter(None, (one.error for one in people)):
            raise SystemExit(error)
        await asyncio.gather(*(one.leave() for one in people))
    await asyncio.sleep(LEAVING)
    return [*held, _held(server, visits)]


def report(there: Class, held: list[Held]) -> str:
    told = [
        f"{CLASS} join within a second where {MOST} fit: the house was full after "
        f"{there.full:.1f} s with {there.most} inside, {there.waited} waited, and as the first "
        f"left all were in after {there.all_in:.1f} s; errors: {len(there.errors)}.",
        *sorted(set(there.errors)),
    ]
    head = ["visits", "processes", "files", "descriptors", "of parents", "MB", "of parents"]
    rows = [
        [
            now.visits,
            now.processes,
            now.files,
            *now.descriptors,
            *(f"{size:.1f}" for size in now.memory),
        ]
        for now in held
    ]
    note = "What is held after so many visits that opened, moved a slider and closed (MB: USS):"
    return "\n\n".join([*told, note, table(head, rows)])


def main() -> None:
    """Measure, keep the figures, and print a table."""
    visits = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    with running(SESSION, f"--most={MOST}") as server:
        there = asyncio.run(_hold(server))
    with running(SESSION) as server:
        held = asyncio.run(_open_and_close(server, visits))
    print(report(there, held))
    keep("door", [{"app": SESSION, "what": f"{CLASS} where {MOST} fit", "value": there.all_in}])


if __name__ == "__main__":
    main()
