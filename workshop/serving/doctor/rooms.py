"""Whether rooms can be kept: their database is there, can be written and is of this version."""

import os
from pathlib import Path

from sqlalchemy import Connection, select, update
from sqlalchemy.exc import SQLAlchemyError

from workshop.room.errors import RoomError
from workshop.room.schema import version
from workshop.room.store import Store
from workshop.serving.commands.rooms import ROOMS_VARIABLE, rooms_database
from workshop.serving.doctor.finding import Finding

ELSEWHERE = f"Or keep rooms elsewhere: {ROOMS_VARIABLE}=/path/to/rooms.db workshop serve"


def check_rooms(asked: str | None = None) -> Finding:
    """Whether the database of rooms can be used; one that is not there yet is not made.

    Args:
        asked: A file or a URL; where the server would look if not given.
    """
    try:
        store = Store(rooms_database(asked))
    except (SQLAlchemyError, OSError) as problem:
        return Finding(False, f"Rooms cannot be kept: {problem}.", ELSEWHERE)
    where = store.url.render_as_string(hide_password=True).removeprefix("sqlite:///")
    try:
        if not store.is_there():
            return _not_there_yet(Path(where))
        return Finding(True, f"Rooms are kept in {where}, schema {store.write(_touch)}.")
    except (RoomError, SQLAlchemyError, ImportError) as problem:
        return Finding(False, f"Rooms cannot be kept in {where}: {problem}.", ELSEWHERE)
    finally:
        store.close()


def _touch(connection: Connection) -> int:
    """Write what is there already, and say which schema it is."""
    connection.execute(update(version).values(number=version.c.number))
    number: int = connection.execute(select(version.c.number)).scalar_one()
    return number


def _not_there_yet(file: Path) -> Finding:
    folder = file.absolute().parent
    if not os.access(folder, os.W_OK):
        what = f"Rooms would be kept in {file}, but nothing can be written to that folder."
        return Finding(False, what, ELSEWHERE)
    return Finding(True, f"Rooms will be kept in {file}, made when the first one is opened.")
