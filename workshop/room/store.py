"""One database of rooms: SQLite in a file, or PostgreSQL by its address.

What is written is either committed or an error; what fails because others write at the same time is
tried again. Nothing above this module knows which database it is.
"""

import contextlib
import os
import random
import sqlite3
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import DatabaseError, DBAPIError, OperationalError

from workshop.room.errors import Unavailable
from workshop.room.migrations import migrate
from workshop.room.schema import metadata

T = TypeVar("T")

TRIES = 6
PATIENCE = 5.0
"""Seconds that a write waits for another's lock."""


class Store:
    """A database of rooms, opened and brought to the current schema when it is first used.

    Args:
        where: A file's path (SQLite), or a URL such as postgresql://user@host/rooms.
        clock: Seconds since 1970; a test's own clock moves as it likes.
        patience: Seconds to wait for a lock before the write is given up.

    Example:
        >>> store = Store("rooms.db")
        >>> store.write(lambda connection: None)
    """

    def __init__(
        self,
        where: str | Path,
        *,
        clock: Callable[[], float] = time.time,
        patience: float = PATIENCE,
    ) -> None:
        self.url = _url(where)
        self._clock = clock
        self._patience = patience
        self._engine: Engine | None = None
        self._process = 0
        self._opening = threading.Lock()
        self._writing = threading.Lock()

    def now(self) -> int:
        """Return the time as the tables keep it."""
        return int(self._clock())

    def is_there(self) -> bool:
        """Whether there is a database already; a file is made when it is first used."""
        return self.url.get_backend_name() != "sqlite" or Path(self.url.database or "").exists()

    def read(self, work: Callable[[Connection], T]) -> T:
        """Return what `work` reads, all of it from one moment.

        Raises:
            Unavailable: If the database cannot be read.
        """
        return self._tried(work, writes=False)

    def write(self, work: Callable[[Connection], T]) -> T:
        """Return what `work` returns, once it is committed.

        Args:
            work: Called with a connection; again, in a new transaction, if others were in the way.

        Raises:
            Unavailable: If it could not be committed; then nothing of it was.
        """
        return self._tried(work, writes=True)

    def close(self) -> None:
        """Let go of all connections."""
        if self._engine is not None:
            self._engine.dispose()
            self._engine = None

    def tidy(self) -> bool:
        """Write over what deleted rows have left in the file and its log; False if others are busy.

        PostgreSQL does it in its own time after this; its log and backups are its keeper's.
        """
        engine = self._opened()
        try:
            if self.url.get_backend_name() == "sqlite":
                return _rewrite_sqlite(engine)
            with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
                tables = ", ".join(metadata.tables)
                connection.exec_driver_sql(f"VACUUM {tables}")
        except (DBAPIError, sqlite3.OperationalError):
            return False
        return True

    def _tried(self, work: Callable[[Connection], T], *, writes: bool) -> T:
        for attempt in range(TRIES):
            try:
                return self._once(work, writes=writes)
            except DBAPIError as problem:
                if not _passing(problem) or attempt == TRIES - 1:
                    raise _told(problem) from problem
                time.sleep(random.uniform(0.2, 1.0) * 0.01 * 2**attempt)
        raise AssertionError  # pragma: no cover (the last attempt returns or raises)

    def _once(self, work: Callable[[Connection], T], *, writes: bool) -> T:
        engine = self._opened()
        with self._turn(writes), engine.connect() as connection:
            return _in_transaction(connection, work, writes=writes)

    @contextmanager
    def _turn(self, writes: bool) -> Iterator[None]:
        """Let the threads of this process write one after the other where only one can.

        SQLite would let them too, but who finds the file locked there sleeps and looks again.
        """
        if not writes or self.url.get_backend_name() != "sqlite":
            yield
            return
        if not self._writing.acquire(timeout=self._patience):
            raise Unavailable("the database of rooms is not to be had: others are writing")
        try:
            yield
        finally:
            self._writing.release()

    def _opened(self) -> Engine:
        with self._opening:
            if self._engine is not None and self._process != os.getpid():
                # A forked kernel: the connections belong to its parent, which goes on using them.
                self._engine.dispose(close=False)
                self._engine, self._writing = None, threading.Lock()
            if self._engine is None:
                engine = _engine(self.url, self._patience)
                try:
                    with engine.connect() as connection:
                        _in_transaction(connection, migrate, writes=True)
                except BaseException:
                    engine.dispose()
                    raise
                self._engine, self._process = engine, os.getpid()
            return self._engine


def _in_transaction(connection: Connection, work: Callable[[Connection], T], *, writes: bool) -> T:
    with connection.execution_options(workshop_writes=writes).begin():
        return work(connection)


def _url(where: str | Path) -> URL:
    if isinstance(where, Path) or "://" not in where:
        return URL.create("sqlite", database=str(where))
    url = make_url(where)
    if url.drivername in ("postgresql", "postgres"):
        url = url.set(drivername="postgresql+psycopg")
    return url


def _engine(url: URL, patience: float) -> Engine:
    if url.get_backend_name() != "sqlite":
        return create_engine(
            url,
            pool_pre_ping=True,  # a server that was started again is found before work is lost
            connect_args={"options": f"-c lock_timeout={int(patience * 1000)}"},
        )
    with contextlib.suppress(OSError):  # which SQLite tells better
        os.close(os.open(url.database or "", os.O_CREAT | os.O_WRONLY, 0o600))  # its owner's only
    engine = create_engine(url, connect_args={"timeout": patience})
    event.listen(engine, "connect", _set_up_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _set_up_sqlite(connection: Any, _: Any) -> None:
    connection.isolation_level = None  # transactions begin where we say, not where the driver does
    for pragma in (
        "journal_mode=WAL",  # readers and the one writer leave each other alone
        "synchronous=FULL",  # acknowledged is on the disk, not only with the system
        "foreign_keys=ON",
        "secure_delete=ON",  # what is deleted is written over
    ):
        connection.execute(f"PRAGMA {pragma}")


def _begin_sqlite(connection: Connection) -> None:
    # A writer takes the lock at once: one that reads first may find that it has read too early.
    writes = connection.get_execution_options().get("workshop_writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _rewrite_sqlite(engine: Engine) -> bool:
    connection = engine.raw_connection()
    try:
        cursor = connection.cursor()
        cursor.execute("VACUUM")
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        busy = cursor.fetchone()
    finally:
        connection.close()
    return busy is not None and busy[0] == 0


def _passing(problem: DBAPIError) -> bool:
    """Whether trying again may help: a lock, a deadlock, a lost connection."""
    state = getattr(problem.orig, "sqlstate", None)
    return problem.connection_invalidated or state in ("40001", "40P01", "57P01", "57P02", "57P03")


def _told(problem: DBAPIError) -> Exception:
    # Not its other kinds: those are mistakes of ours.
    if isinstance(problem, OperationalError) or type(problem) is DatabaseError:
        return Unavailable(f"the database of rooms is not to be had: {problem.orig}")
    return problem
