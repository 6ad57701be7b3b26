"""From whatever schema a database has to the one this version knows.

A migration is a function of a connection, in plain Core. There are few tables and none is altered
by hand, so a numbered list does what Alembic would, without a folder of scripts beside the package.
"""

from collections.abc import Callable

from sqlalchemy import Connection, inspect, select, update

from workshop.room.errors import RoomError
from workshop.room.schema import metadata, version

Migration = Callable[[Connection], None]

MIGRATIONS: dict[int, Migration] = {}
"""By the version that each leads to; the first version is made from the tables as they stand."""

CURRENT = 1 + len(MIGRATIONS)


def migrate(connection: Connection) -> None:
    """Bring the database to the current schema, in the connection's transaction.

    Raises:
        RoomError: If a later version of the workshop has written it.
    """
    if connection.dialect.name == "postgresql":
        # Two servers that start at once: the second waits here and finds the tables made.
        connection.exec_driver_sql("SELECT pg_advisory_xact_lock(75062)")
    if not inspect(connection).has_table(version.name):
        metadata.create_all(connection)
        connection.execute(version.insert().values(number=CURRENT))
        return
    found = connection.execute(select(version.c.number)).scalar_one()
    if found > CURRENT:
        raise RoomError(
            f"the database of rooms has schema {found} and this version knows {CURRENT}; "
            "use the version of the workshop that wrote it, or another file"
        )
    for number in range(found + 1, CURRENT + 1):
        MIGRATIONS[number](connection)
        connection.execute(update(version).values(number=number))
