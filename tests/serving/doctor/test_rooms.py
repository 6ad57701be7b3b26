"""What the doctor says about the database of rooms."""

import os
import sqlite3
from contextlib import closing

import pytest

from workshop.room.migrations import CURRENT
from workshop.room.store import Store
from workshop.serving.doctor.rooms import check_rooms


@pytest.fixture
def file(tmp_path):
    """A database of rooms as a server leaves it."""
    path = tmp_path / "rooms.db"
    store = Store(path)
    store.write(lambda connection: None)
    store.close()
    return path


def test_a_database_in_use_is_named_with_its_schema(file):
    found = check_rooms(str(file))

    assert found.fine
    assert found.what == f"Rooms are kept in {file}, schema {CURRENT}."


def test_a_database_that_is_not_there_yet_is_not_made(tmp_path):
    file = tmp_path / "rooms.db"
    found = check_rooms(str(file))

    assert found.fine
    assert "made when the first one is opened" in found.what
    assert not file.exists()


def test_the_one_in_the_environment_is_looked_at(file, monkeypatch):
    monkeypatch.setenv("WORKSHOP_ROOMS", str(file))

    assert str(file) in check_rooms().what


def test_a_folder_that_is_not_there_is_not_fine(tmp_path):
    found = check_rooms(str(tmp_path / "none" / "rooms.db"))

    assert not found.fine
    assert "WORKSHOP_ROOMS=" in found.advice


def test_a_database_of_a_later_version_is_not_fine(file):
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute(f"update {_table(connection)} set number = {CURRENT + 1}")
    found = check_rooms(str(file))

    assert not found.fine
    assert f"schema {CURRENT + 1}" in found.what


def test_a_file_that_is_no_database_is_not_fine(tmp_path):
    file = tmp_path / "rooms.db"
    file.write_text("Dear diary, " * 1000)

    assert not check_rooms(str(file)).fine


@pytest.mark.skipif(not os.getuid(), reason="the administrator may write what is read-only")
def test_a_database_that_cannot_be_written_is_not_fine(file):
    file.chmod(0o400)

    assert not check_rooms(str(file)).fine


def test_a_server_that_does_not_answer_is_not_fine_and_its_password_not_told():
    found = check_rooms("postgresql+psycopg://me:secret@localhost:1/rooms")

    assert not found.fine
    assert "secret" not in str(found)


@pytest.mark.parametrize("odd", ["carrier-pigeon://coop/rooms", "pigeon://coop/rooms", "://"])
def test_an_address_of_no_known_kind_is_not_fine(odd):
    assert not check_rooms(odd).fine


def _table(connection):
    tables = connection.execute("select name from sqlite_master where type = 'table'").fetchall()
    return next(name for (name,) in tables if "version" in name)
