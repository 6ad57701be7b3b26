"""A seat saves, the file may not grow any more, it saves again, the file may grow again."""

import resource
import signal
import sys
from pathlib import Path

from workshop.room.agenda import Agenda
from workshop.room.desk import Desk
from workshop.room.rooms import Rooms
from workshop.room.seat import Seat
from workshop.room.store import Store

AGENDA = {
    "title": "T",
    "minutes": 5,
    "steps": [{"key": "week", "title": "W", "minutes": 1, "purpose": "P", "exercise": "week"}],
}


def main() -> None:
    file = Path(sys.argv[1])
    opened = Rooms(Store(file)).open(Agenda.model_validate(AGENDA))
    Desk(opened.room, opened.key).go_to("week")
    seat = Seat.join(opened.room, "token", (["quiet"], ["otter"]), later=lambda *_: False)
    seat.save("week", {"a": 1})
    print(seat.status)
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    _, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (file.with_name("rooms.db-wal").stat().st_size, hard))
    seat.save("week", {"a": 2})
    print(seat.status, flush=True)
    resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))
    seat.flush()
    assert Seat.find(opened.room, "token").answer("week") == {"a": 2}
    print(seat.status)


main()
