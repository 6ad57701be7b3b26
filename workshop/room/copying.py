"""A whole database of rooms, copied into another: a backup, its restore, or a move to PostgreSQL.

Both are databases of this version, whichever kind each is, so a backup of PostgreSQL is one SQLite
file that any computer with the workshop can read.
"""

from typing import Any

from sqlalchemy import Connection, Table, select

from workshop.room.errors import RoomError
from workshop.room.schema import metadata, rooms, version
from workshop.room.store import Store

TABLES = [table for table in metadata.sorted_tables if table is not version]
AT_ONCE = 1_000
"""Rows that are written in one statement."""

Rows = dict[Table, list[dict[str, Any]]]


def copy(source: Store, target: Store) -> int:
    """Copy all that one database holds at one moment into another that holds nothing.

    Args:
        source: Read while others go on writing.
        target: Written in one transaction: all of it arrives, or nothing.

    Returns:
        How many rooms were copied.

    Raises:
        RoomError: If the target holds rooms already, or one of the two cannot be used.
    """
    found = source.read(_all)
    target.write(lambda connection: _fill(connection, found))
    return len(found[rooms])


def _all(connection: Connection) -> Rows:
    return {
        table: [dict(row) for row in connection.execute(select(table)).mappings()]
        for table in TABLES
    }


def _fill(connection: Connection, found: Rows) -> None:
    if connection.execute(select(rooms.c.id).limit(1)).first():
        raise RoomError("there are rooms in it already; copy into a database that has none")
    for table, rows in found.items():
        for start in range(0, len(rows), AT_ONCE):
            connection.execute(table.insert(), rows[start : start + AT_ONCE])
