"""Rooms to test with, on SQLite and on a PostgreSQL that is really started."""

import os
import shutil
import subprocess
from contextlib import ExitStack
from itertools import count
from pathlib import Path
from tempfile import mkdtemp

import pytest
from sqlalchemy import create_engine

from workshop.room.agenda import Agenda
from workshop.room.codes import new_token
from workshop.room.desk import Desk
from workshop.room.rooms import Rooms
from workshop.room.seat import Seat
from workshop.room.settings import Settings
from workshop.room.store import Store

WORDS = (["quiet", "bright", "early", "steady"], ["otter", "maple", "harbour", "lantern"])
START = 1_800_000_000

AGENDA = {
    "title": "A morning",
    "minutes": 45,
    "steps": [
        {"key": "welcome", "title": "Welcome", "minutes": 5, "purpose": "Arrive."},
        {
            "key": "week",
            "exercise": "time_budget",
            "title": "Your week",
            "minutes": 15,
            "shortest": 10,
            "purpose": "See your own hours.",
        },
        {
            "key": "week",
            "round": 2,
            "exercise": "time_budget",
            "title": "Your week again",
            "minutes": 10,
            "purpose": "Change it.",
        },
    ],
    "measures": {
        "time_budget": {
            "social": {"path": "answer.social", "edges": [1, 2, 3]},
            "medium": {"path": "answer.medium", "options": ["face", "social"]},
        }
    },
}


class Clock:
    """A clock that stands still until a test moves it."""

    def __init__(self):
        self.time = START

    def __call__(self):
        return self.time


def _postgres_command(name: str) -> str:
    found = shutil.which(name) or next(
        (str(path) for path in sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"))), None
    )
    if found is None:
        # Not a skip: where these tests run, scripts/install-postgresql has run before.
        pytest.fail(f"{name} is missing; run: sh scripts/install-postgresql")
    return found


class Cluster:
    """A PostgreSQL server in a temporary folder, on a Unix socket, which a test may restart."""

    def __init__(self):
        # Below /tmp and short: the name of a socket has at most 107 characters.
        self.folder = Path(mkdtemp(prefix="pg", dir="/tmp"))
        self._numbers = count(1)
        # PostgreSQL refuses to run as root; Debian's package brings a user for it.
        self._user = {"user": "postgres"} if os.getuid() == 0 else {}
        if self._user:
            shutil.chown(self.folder, "postgres")
        data = str(self.folder / "data")
        self._run("initdb", "-D", data, "-A", "trust", "-U", "tester", "--no-sync", "-E", "UTF8")
        self.start()

    def start(self):
        options = f"-c listen_addresses= -c unix_socket_directories={self.folder} -c fsync=off"
        log = str(self.folder / "log")
        self._control("-l", log, "-o", options, "-w", "start")

    def stop(self, mode="fast"):
        self._control("-m", mode, "-w", "stop")

    def new_database(self) -> str:
        name = f"rooms{next(self._numbers)}"
        engine = create_engine(self._url("postgres"), isolation_level="AUTOCOMMIT")
        with engine.connect() as connection:
            connection.exec_driver_sql(f"CREATE DATABASE {name}")
        engine.dispose()
        return self._url(name)

    def remove(self):
        self.stop("immediate")
        shutil.rmtree(self.folder)

    def _url(self, database):
        return f"postgresql+psycopg://tester@/{database}?host={self.folder}"

    def _control(self, *words):
        self._run("pg_ctl", "-D", str(self.folder / "data"), *words)

    def _run(self, name, *words):
        # To a file, for the server that pg_ctl starts keeps what it is given open.
        log = self.folder / "commands"
        with log.open("ab") as out:
            run = subprocess.run(
                [_postgres_command(name), *words],
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=out,
                cwd=self.folder,
                **self._user,
            )
        assert run.returncode == 0, log.read_text()


@pytest.fixture(scope="session")
def postgres():
    cluster = Cluster()
    yield cluster
    cluster.remove()


@pytest.fixture(params=["sqlite", "postgres"])
def where(request, tmp_path):
    """Where a new, empty database of each kind is."""
    if request.param == "postgres":
        return request.getfixturevalue("postgres").new_database()
    return str(tmp_path / "rooms.db")


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def open_store(clock):
    """`open_store(where)` is one more server's store, closed after the test."""
    with ExitStack() as stores:

        def _open(where, **options):
            store = Store(where, clock=options.pop("clock", clock), **options)
            stores.callback(store.close)
            return store

        yield _open


@pytest.fixture
def store(where, open_store):
    return open_store(where)


@pytest.fixture
def rooms(store):
    return Rooms(store)


@pytest.fixture
def agenda():
    return Agenda.model_validate(AGENDA)


@pytest.fixture
def opened(rooms, agenda):
    return rooms.open(agenda, Settings(seats=60))


@pytest.fixture
def room(opened):
    return opened.room


@pytest.fixture
def desk(opened):
    return Desk(opened.room, opened.key)


@pytest.fixture
def week(desk):
    """The room with its first exercise up."""
    desk.go_to("week")
    return desk.room


@pytest.fixture
def take_seat():
    """`take_seat(room)` is a new person's seat that delivers at once."""
    return lambda room, token=None, **options: Seat.join(
        room, token or new_token(), WORDS, **({"later": lambda *_: False} | options)
    )


@pytest.fixture
def words():
    return WORDS


@pytest.fixture
def sqlite_store(tmp_path, open_store):
    return open_store(tmp_path / "own.db")
