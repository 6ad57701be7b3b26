"""The contract of a seat, kept by a seat in a room of another server, over HTTP."""

import pytest

from tests.room.seat_contract import *  # noqa: F403
from workshop.room.codes import new_token
from workshop.room.desk import Desk
from workshop.serving.room.remote.seat import RemoteSeat


@pytest.fixture
def week(opened):
    Desk(opened.room, opened.key).go_to("week")
    return opened.room


@pytest.fixture
def take_seat(start):
    address = start()

    def _take_seat(room, token=None, **options):
        options = {"later": lambda *_: False} | options
        return RemoteSeat.join(f"{address}join/{room.code}", token or new_token(), **options)

    return _take_seat
