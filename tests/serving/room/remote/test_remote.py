"""Seats from afar: lines that are cut and healed, servers that are others, and what a page sees."""

import asyncio
import time

import pytest

from tests.conftest import free_port
from tests.serving.room.conftest import listening
from workshop.room.codes import new_token
from workshop.room.desk import Desk
from workshop.room.errors import Refused, Unavailable
from workshop.serving.room.api.handlers import api_handlers
from workshop.serving.room.participant import asked_for
from workshop.serving.room.remote.line import place_of
from workshop.serving.room.remote.seat import RemoteSeat

PATIENCE = 20  # seconds


@pytest.fixture
def desk(opened):
    desk = Desk(opened.room, opened.key)
    desk.go_to("week")
    return desk


@pytest.fixture
def port():
    return free_port()


@pytest.fixture
def serving(live, port):
    """`with serving():` there is a server at the same address each time."""
    return lambda: listening(api_handlers("/", live), port)


@pytest.fixture
def join(port, desk):
    def _join(token=None, **options):
        room = f"http://127.0.0.1:{port}/join/{desk.room.code}"
        return RemoteSeat.join(room, token or new_token(), **options)

    return _join


async def _until(true):
    ends = time.monotonic() + PATIENCE
    while not true():
        assert time.monotonic() < ends
        await asyncio.sleep(0.02)


def _changed(seat, since):
    try:
        return seat.room.changes(since)
    except Unavailable:
        return None


def test_answers_given_while_the_line_is_down_arrive_once(serving, join, desk, monkeypatch):
    """On an event loop, as in a kernel: what is saved never waits for the line."""
    stored = []
    deliver_all = desk.room.deliver_all
    monkeypatch.setattr(
        desk.room, "deliver_all", lambda sent: stored.extend(sent) or deliver_all(sent)
    )
    told = []

    async def _session():
        with serving():
            seat = await asyncio.to_thread(join, on_status=told.append)
            seat.save("week", {"hours": 0})
            await _until(lambda: seat.status == "saved")
        for hours in range(1, 6):
            seat.save("week", {"hours": hours})
            await _until(lambda: seat.status == "kept")
        with serving():
            await _until(lambda: seat.status == "saved")

    asyncio.run(_session())

    assert told == ["saving", "saved", "saving", "kept", "saved"]
    assert [one.body for _, one in stored] == [{"hours": 0}, {"hours": 5}]
    assert desk.room.tally("week", 1).answered == 1


def test_a_room_is_followed_through_an_outage(serving, join, desk):
    async def _session():
        with serving():
            seat = await asyncio.to_thread(join)
            known = seat.room.changes().stage.revision
            desk.next()
            await _until(lambda: _changed(seat, known))
            assert seat.room.changes(known).stage.step == "reach"
            assert seat.room.changes(seat.stage().revision) is None
        await _until(lambda: _is_away(seat))
        desk.next()
        with serving():
            await _until(lambda: not _is_away(seat) and seat.stage().step != "reach")

    asyncio.run(_session())


def _is_away(seat):
    try:
        seat.room.changes()
    except Unavailable:
        return True
    return False


def test_a_room_that_was_deleted_says_so(serving, join, desk):
    with serving():
        seat = join()
        seat.room.changes()
        desk.wipe()
        with pytest.raises(Refused, match="deleted"):
            asyncio.run(_until(lambda: seat.room.changes(10**9)))


def test_six_seats_of_which_two_lose_their_line_lose_nothing(serving, join, desk):
    with serving():
        seats = [join(later=lambda *_: False) for _ in range(6)]
        for number, seat in enumerate(seats):
            seat.save("week", {"hours": number})
    for seat in seats[:2]:
        seat.save("week", {"hours": 9})
    kept = [seat.status for seat in seats]
    with serving():
        flushed = [seat.flush() for seat in seats]
        again = [join(seat._line._token).answer("week") for seat in seats]

    assert kept == ["kept", "kept", *["saved"] * 4]
    assert all(flushed)
    assert again == [{"hours": hours} for hours in (9, 9, 2, 3, 4, 5)]
    assert (desk.room.stage().seats, desk.room.tally("week", 1).answered) == (6, 6)


def test_a_page_of_a_hotel_is_no_room(join, desk):
    """A captive portal answers everything, with a page of its own."""
    from tornado.web import RequestHandler

    class Portal(RequestHandler):
        def put(self):
            self.write("<h1>Welcome to our Wi-Fi</h1>")

    with listening([(".*", Portal)]) as address, pytest.raises(Unavailable, match="something else"):
        RemoteSeat.join(f"{address}join/{desk.room.code}", new_token())


def test_a_token_is_not_carried_on_to_where_a_server_points(join, desk):
    from tornado.web import RequestHandler

    seen = []

    class Pointing(RequestHandler):
        def put(self):
            seen.append(self.request.path)
            self.redirect("/elsewhere", status=307)

    with listening([(".*", Pointing)]) as address, pytest.raises(Unavailable):
        RemoteSeat.join(f"{address}join/{desk.room.code}", new_token())

    assert len(seen) == 1


@pytest.mark.parametrize(
    ("room", "place"),
    [
        ("https://a.example/join/KM47XRW", ("https://a.example", "KM47XRW")),
        (" https://a.example/u/x/join/km47xrw/ ", ("https://a.example/u/x", "KM47XRW")),
        ("http://10.0.0.7:8866/seat/KM47XRW", ("http://10.0.0.7:8866", "KM47XRW")),
    ],
)  # fmt: skip
def test_a_room_is_where_its_address_says(room, place):
    assert place_of(room) == place


@pytest.mark.parametrize(
    "room",
    [
        "",
        "KM47XRW",
        "ftp://a.example/join/KM47XRW",
        "https://a.example/join/",
        "https://a.example/join/HELLO",
        "https://me:secret@a.example/join/KM47XRW",
        "https://a.example/?to=/join/KM47XRW",
        "javascript:alert(1)//join/KM47XRW",
    ],
)
def test_what_is_no_rooms_address_is_told(room):
    with pytest.raises(ValueError, match="the one that the screen shows"):
        place_of(room)


def test_a_link_names_public_servers_only():
    named = "room=https%3A%2F%2Fa.example%2Fjoin%2FKM47XRW&lang=en"

    assert asked_for(named) == "https://a.example/join/KM47XRW"
    assert asked_for("room=http%3A%2F%2F169.254.169.254%2Fjoin%2FKM47XRW") == ""
    assert asked_for("room=nonsense") == asked_for("") == ""
