"""What a room's store holds: 1,000 seats on SQLite and on a PostgreSQL started for this.

    python bench/room.py [seats]

Answers are stored one at a time from eight threads (a commit each), then fifty at a time; the cost
of a poll is measured at a tenth of the room and at all of it. Lost answers are those acknowledged
and not there afterwards.
"""

import runpy
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

from workshop.packs.agendas import agenda_files, measures
from workshop.room import room as room_module
from workshop.room.agenda_file import read_agenda
from workshop.room.answers import of_seat
from workshop.room.codes import new_token
from workshop.room.delivery import Delivery, Receipt
from workshop.room.desk import Desk
from workshop.room.room import Room
from workshop.room.rooms import Rooms
from workshop.room.seat import Seat
from workshop.room.settings import Settings
from workshop.room.store import Store

SEATS = 1_000
THREADS = 8
TOGETHER = 50
POLLS = 200
WORDS = ([f"w{number}" for number in range(40)], [f"v{number}" for number in range(40)])


@contextmanager
def databases() -> Iterator[dict[str, str]]:
    """Give a new database of each kind."""
    cluster = runpy.run_path(str(Path(__file__).parents[1] / "tests/postgres.py"))["Cluster"]()
    try:
        with tempfile.TemporaryDirectory() as folder:
            yield {"SQLite": f"{folder}/rooms.db", "PostgreSQL": cluster.new_database()}
    finally:
        cluster.remove()


def timed(work: Callable[[], object]) -> float:
    """Return the milliseconds that something takes."""
    start = time.perf_counter()
    work()
    return 1000 * (time.perf_counter() - start)


def measure(where: str, seats: int) -> dict[str, str]:
    """Fill one room and return what it took."""
    room_module.BURST = room_module.A_SECOND = 1e9  # the limit for one seat is not what is measured
    store = Store(where, patience=60)
    opened = Rooms(store).open(read_agenda(agenda_files()["45"], measures()), Settings(seats=seats))
    room, desk = opened.room, Desk(opened.room, opened.key)
    desk.go_to("week")
    people: list[int] = []
    with ThreadPoolExecutor(THREADS) as pool:
        joining = timed(lambda: people.extend(pool.map(lambda _: _join(room), range(seats))))
        first, rest = people[: seats // 10], people[seats // 10 :]
        _each(pool, room, first, 1)
        few = _poll(room)
        single = timed(lambda: _each(pool, room, rest, 1))
        many = _poll(room)
        batches = [people[start : start + TOGETHER] for start in range(0, seats, TOGETHER)]
        together = timed(lambda: [_together(room, batch, 2) for batch in batches])
    published = [timed(lambda number=number: _publish(room, people, number)) for number in range(9)]
    lost = sum(not _has(store, seat, 2) for seat in people)
    store.close()
    return {
        "joins a second": f"{1000 * seats / joining:.0f}",
        "commits a second, one answer each": f"{1000 * len(rest) / single:.0f}",
        f"answers a second, {TOGETHER} in a commit": f"{1000 * seats / together:.0f}",
        f"a poll without news, {seats // 10} answers": f"{few[0]:.2f} ms",
        f"a poll without news, {seats} answers": f"{many[0]:.2f} ms ({many[0] / few[0]:.2f} x)",
        f"the whole tally, {seats // 10} answers": f"{few[1]:.2f} ms",
        f"the whole tally, {seats} answers": f"{many[1]:.2f} ms ({many[1] / few[1]:.2f} x)",
        "three answers and a new tally": f"{statistics.median(published):.1f} ms",
        "lost answers": str(lost),
    }


def _join(room: Room) -> int:
    return Seat.join(room, new_token(), WORDS).id


def _answer(number: int, sequence: int) -> Delivery:
    hours = {"face_to_face": {"hours_week": number % 9}, "social": {"hours_week": number % 7}}
    return Delivery("week", 1, sequence, {"result": {"media": hours}})


def _each(pool: ThreadPoolExecutor, room: Room, people: list[int], sequence: int) -> None:
    def save(seat: int) -> None:
        (receipt,) = room.deliver(seat, [_answer(seat, sequence)])
        assert isinstance(receipt, Receipt)

    list(pool.map(save, people))


def _together(room: Room, people: list[int], sequence: int) -> None:
    room.deliver_all([(seat, _answer(seat + 1, sequence)) for seat in people])


def _publish(room: Room, people: list[int], number: int) -> None:
    for seat in people[3 * number : 3 * number + 3]:
        room.deliver(seat, [_answer(seat + 2, 3)])
    room.tally("week", 1)


def _poll(room: Room) -> tuple[float, float]:
    """Return the medians of a poll that finds nothing new, and of one that asks for everything."""
    changes = room.changes(desk=True)
    assert changes is not None
    since = changes.stage.revision
    quiet = [timed(lambda: room.changes(since, desk=True)) for _ in range(POLLS)]
    whole = [timed(lambda: room.changes(desk=True)) for _ in range(POLLS)]
    return statistics.median(quiet), statistics.median(whole)


def _has(store: Store, seat: int, sequence: int) -> bool:
    kept = store.read(lambda connection: of_seat(connection, seat))
    return bool(kept) and kept[0].sequence >= sequence


def main() -> None:
    """Measure and print the table."""
    seats = int(sys.argv[1]) if len(sys.argv) > 1 else SEATS
    with databases() as places:
        found = {name: measure(where, seats) for name, where in places.items()}
    print(f"{seats} seats in one room, {THREADS} threads\n")
    print(f"| | {' | '.join(found)} |\n|---|{'---|' * len(found)}")
    for what in next(iter(found.values())):
        print(f"| {what} | {' | '.join(rows[what] for rows in found.values())} |")


if __name__ == "__main__":
    main()
