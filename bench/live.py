"""A live room under way: how soon a change is seen, how soon it is safe, how soon all are back.

    python bench/live.py [picture | safe | back | most] [seats]

Light clients on the server's own machine, of which they take their share. `picture`: seats follow
the room and answer once every five seconds; from a change to the desk's and the screen's picture of
it. `safe`: 600 seats answer at once; until each is acknowledged. `back`: pages of 200 seats, whose
server is killed and started again; until all have their step again. `most`: `picture` with more and
more seats.
"""

import asyncio
import os
import random
import signal
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from live_client import Caller, Page, until
from machine import spread, table
from results import keep
from servers import SESSION, Server, running

from workshop.packs.agendas import agenda_files, measures
from workshop.room import codes
from workshop.room.agenda import Agenda
from workshop.room.agenda_file import read_agenda
from workshop.room.desk import Desk
from workshop.room.rooms import Opened, Rooms
from workshop.room.seat import Seat
from workshop.room.settings import Settings
from workshop.room.store import Store

EVERY = 5.0  # seconds between two answers of a seat
STEPS = 4
AT_ONCE, TIMES = 600, 5
PAGES = 200
CROWDS = (200, 400, 800, 1200)
ENOUGH = 1.0  # second from a change to its picture
NAMES = ([f"w{number}" for number in range(60)], [f"v{number}" for number in range(60)])


@dataclass
class Live:
    """A server, its room, and the tokens of those who have a seat in it."""

    server: Server
    opened: Opened
    desk: Desk
    tokens: list[str]

    @property
    def code(self) -> str:
        return self.opened.room.code

    def callers(self) -> list[Caller]:
        return [Caller(self.server.address, self.code, token) for token in self.tokens]

    async def page(self, kind: str, secret: str, ready: str) -> Page:
        page = Page(f"{self.server.address}{kind}/{self.code}", files=False, door="../door")
        await page.with_cookie(f"workshop_{kind}", secret).open(ready)
        return page


@contextmanager
def room_of(seats: int) -> Iterator[tuple[Opened, list[str]]]:
    """A room at its second step, and the tokens of so many seats in it."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["WORKSHOP_ROOMS"] = str(Path(folder, "rooms.db"))
        store = Store(os.environ["WORKSHOP_ROOMS"])
        opened = Rooms(store).open(_agenda(), Settings(seats=max(seats, 10)))
        tokens = [codes.new_token() for _ in range(seats)]
        for token in tokens:
            Seat.join(opened.room, token, NAMES)
        Desk(opened.room, opened.key).go_to("week_1")
        yield opened, tokens
        store.close()


def _agenda() -> Agenda:
    """The same exercise again and again, each time as a step of its own."""
    steps = [
        {
            "key": f"week_{number}",
            "title": "Your week",
            "minutes": 5,
            "purpose": "See your own hours.",
            "exercise": "time_budget",
        }
        for number in range(1, STEPS + 2)
    ]
    counted = read_agenda(agenda_files()["45"], measures()).measures
    return Agenda(title="Measured", minutes=60, steps=steps, measures=counted)


@contextmanager
def serving(opened: Opened, tokens: list[str], **when: str) -> Iterator[Live]:
    with running(SESSION, "--most=600", **when) as server:
        yield Live(server, opened, Desk(opened.room, opened.key), tokens)


@contextmanager
def room_with(seats: int) -> Iterator[Live]:
    with room_of(seats) as (opened, tokens), serving(opened, tokens) as live:
        yield live


def _body(number: int) -> dict[str, Any]:
    hours = {"face_to_face": {"hours_week": number % 9}, "social": {"hours_week": number % 7}}
    return {"result": {"media": hours}}


async def picture(live: Live, steps: int = STEPS) -> dict[str, list[float]]:
    """Let everybody answer in each of some steps; seconds until each thing."""
    callers = live.callers()
    await _come_in(callers)
    desk = await live.page("desk", live.opened.key, "have answered")
    screen = await live.page("screen", live.opened.screen, "have answered")
    ears = live.callers()
    listening = [asyncio.create_task(one.follow()) for one in (desk, screen, *ears)]
    found: dict[str, list[float]] = {
        name: [] for name in ("acknowledged", "desk says", "desk's picture", "screen's picture")
    }
    for number in range(2, steps + 2):
        step = f"week_{number}"
        live.desk.go_to(step)
        live.desk.reveal(step)
        await asyncio.sleep(1.5)  # as a room needs to hear it; the pages draw what came before
        for page in (desk, screen):
            page.new_step()
        await _answer_in_turn(step, callers, found, desk, screen)
    for task in listening:
        task.cancel()
    for one in [*callers, *ears, desk, screen]:
        one.close()
    return found


async def _answer_in_turn(
    step: str,
    callers: list[Caller],
    found: dict[str, list[float]],
    desk: Page,
    screen: Page,
) -> None:
    sent: list[float] = []

    async def answer(place: int, caller: Caller) -> None:
        await asyncio.sleep(random.uniform(0, EVERY))
        sent.append(time.monotonic())
        found["acknowledged"].append(await caller.answer(step, 1, 1, _body(place)))

    await asyncio.gather(*(answer(place, caller) for place, caller in enumerate(callers)))
    whole = len(callers)
    await until(lambda: _shown(desk) >= whole - 2 and _shown(screen) >= whole - 2, 20)
    sent.sort()
    # The last two wait for a third to hide among, by design, so they are in no picture.
    for count, then in enumerate(sent[:-2], 1):
        found["desk says"].append(desk.seconds_until(1, count) - then)
        found["desk's picture"].append(desk.seconds_until(2, max(count, 5)) - then)
        found["screen's picture"].append(screen.seconds_until(2, max(count, 5)) - then)


async def _come_in(callers: list[Caller]) -> None:
    """Let seats ask where the room is, as each does that comes in."""
    for start in range(0, len(callers), 50):
        few = callers[start : start + 50]
        await asyncio.gather(*(caller.ask("GET", "changes?since=0") for caller in few))


def _shown(page: Page) -> int:
    return page.told[-1][2] if page.told else 0


async def safe(live: Live) -> list[list[float]]:
    """Let everybody answer at the same moment, some times; seconds to acknowledgement."""
    callers = live.callers()
    await _come_in(callers)
    found: list[list[float]] = []
    for sequence in range(1, TIMES + 1):
        answers = (
            caller.answer("week_1", 1, sequence, _body(place + sequence))
            for place, caller in enumerate(callers)
        )
        found.append(await asyncio.gather(*answers))
        await asyncio.sleep(0.5)
    for caller in callers:
        caller.close()
    return found


async def _open_all(live: Live, within: float) -> tuple[list[Page], list[float]]:
    """Open the pages of all seats, spread over so many seconds."""
    began = time.monotonic()

    async def open_one(place: int, token: str) -> tuple[Page, float]:
        await asyncio.sleep(within * place / len(live.tokens))
        page = await live.page("seat", token, "Your week")
        return page, time.monotonic() - began

    opened = await asyncio.gather(*(open_one(*one) for one in enumerate(live.tokens)))
    return [page for page, _ in opened], [seconds for _, seconds in opened]


def _report(found: dict[str, list[float]], seats: int) -> str:
    rows = [
        [name, f"{spread([1000 * one for one in seconds], 0)}"] for name, seconds in found.items()
    ]
    return table([f"{seats} seats, each answers every {EVERY:g} s", "ms: median (p95)"], rows)


def measure_picture(seats: int) -> None:
    with room_with(seats) as live:
        found = asyncio.run(picture(live))
    print(_report(found, seats))
    values = {name: _p95(seconds) for name, seconds in found.items()}
    keep("live-picture", [{"app": SESSION, "what": n, "value": v} for n, v in values.items()])


def measure_safe(seats: int) -> None:
    with room_with(seats) as live:
        found = asyncio.run(safe(live))
        answered = live.opened.room.tally("week_1", 1)
    rows = [[place, spread([1000 * one for one in each], 0)] for place, each in enumerate(found, 1)]
    everything = [one for each in found for one in each]
    rows.append(["all", spread([1000 * one for one in everything], 0)])
    print(table([f"{seats} answers at once", "ms until acknowledged: median (p95)"], rows))
    print(f"{answered.answered if answered else 0} people counted of {seats}")
    keep("live-safe", [{"app": SESSION, "what": "p95", "value": _p95(everything)}])


def measure_back(seats: int) -> None:
    with room_of(seats) as (opened, tokens):
        with serving(opened, tokens) as live:
            _, first = asyncio.run(_open_all(live, 5))
            os.kill(live.server.pid, signal.SIGKILL)
            killed = time.monotonic()
        with serving(opened, tokens, ready="The right conversation is at") as live:
            again = time.monotonic() - killed
            _, back = asyncio.run(_open_all(live, 5))
        seated = opened.room.stage().seats
    rows = [
        ["all came in at first, within 5 s", f"{max(first):.1f}"],
        ["the server was killed; another says that it is there", f"{again:.1f}"],
        ["from then on until all have their step again", f"{max(back):.1f}"],
        ["from the kill until all are back", f"{again + max(back):.1f}"],
    ]
    print(table([f"{seats} pages, s", ""], rows))
    print(f"\n{seated} seats of {seats} after it")
    keep("live-back", [{"app": SESSION, "what": "all back", "value": again + max(back)}])


def measure_most(*crowds: int) -> None:
    rows = []
    for seats in crowds:
        with room_with(seats) as live:
            found = asyncio.run(picture(live, 2))
        rows.append([seats, *(spread([1000 * one for one in each], 0) for each in found.values())])
        if _p95(found["screen's picture"]) > ENOUGH:
            break
    print(table(["seats", *(f"{name}, ms: median (p95)" for name in found)], rows))


def main() -> None:
    """Measure what is asked for, or everything."""
    what, *rest = sys.argv[1:] or ["all"]
    seats = [int(one) for one in rest]
    parts: dict[str, Callable[[], None]] = {
        "picture": lambda: measure_picture(*(seats or [CROWDS[0]])),
        "safe": lambda: measure_safe(*(seats or [AT_ONCE])),
        "back": lambda: measure_back(*(seats or [PAGES])),
        "most": lambda: measure_most(*(seats or CROWDS)),
    }
    for name in parts if what == "all" else [what]:
        parts[name]()
        print()


def _p95(seconds: list[float]) -> float:
    return sorted(seconds)[int(0.95 * (len(seconds) - 1))]


if __name__ == "__main__":
    main()
