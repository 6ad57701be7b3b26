"""A session that nobody sees: what a page does for the first time is done before it is forked.

A kernel's first exercise takes four times as long as its second: modules are imported, charts
checked, statements prepared. All forks of one that has it behind it begin with the second.
"""

from pathlib import Path
from tempfile import TemporaryDirectory
from types import SimpleNamespace
from typing import Any

from ipywidgets.widgets import widget

from workshop.packs import Pack
from workshop.packs.agendas import agenda_files, measures
from workshop.room.agenda_file import read_agenda
from workshop.room.codes import new_token
from workshop.room.rooms import Rooms
from workshop.room.seat import Seat
from workshop.room.store import Store
from workshop.widgets.live.session import LiveSession


def rehearse(pack: Pack) -> None:
    """Go through every step of every agenda once; nothing of it is left."""
    before = set(widget._instances)
    with TemporaryDirectory() as folder:
        rooms = Rooms(Store(Path(folder, "rooms.db")))
        for agenda in agenda_files(pack.common.language).values():
            _play(rooms, read_agenda(agenda, measures()), pack)
        rooms.store.close()
    for name in set(widget._instances) - before:
        widget._instances[name].close()


def _play(rooms: Rooms, agenda: Any, pack: Pack) -> None:
    room, names = rooms.open(agenda).room, pack.joining.names
    page = LiveSession(
        lambda told: Seat.join(
            room, new_token(), (names.first, names.second), later=_never, on_status=told
        ),
        pack,
        later=lambda *_: SimpleNamespace(cancel=lambda: None),
    )
    page.sit_down()
    for step in agenda.steps:
        page.steps.show(step.key, step.round)


def _never(*_: object) -> bool:
    return True
