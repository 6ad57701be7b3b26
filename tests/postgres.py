"""A PostgreSQL server for tests and measurements, which never outlives them."""

import os
import shutil
import subprocess
from itertools import count
from pathlib import Path
from tempfile import mkdtemp

import pytest
from sqlalchemy import create_engine


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
        self._guard = self._guarded()
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
        self._guard.stdin.close()
        self._guard.wait()

    def _guarded(self):
        """End the server and remove its folder when this process lets go, however it ends.

        A test run that is killed cleans nothing up; its end of the line is closed all the same.
        """
        script = (
            'cat >/dev/null; "$0" -D "$1/data" -m immediate -w stop >/dev/null 2>&1; rm -rf "$1"'
        )
        words = ["sh", "-c", script, _postgres_command("pg_ctl"), str(self.folder)]
        return subprocess.Popen(
            words, stdin=subprocess.PIPE, cwd="/", start_new_session=True, **self._user
        )

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
