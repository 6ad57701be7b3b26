"""Whoever floods, guesses or sends nonsense is refused and counted; all others are unharmed."""

import socket
from urllib.parse import urlsplit

import pytest

from workshop.room.codes import new_token
from workshop.room.desk import Desk

PLACE = "api/room/v1/rooms/{}/{}"
ANSWER = {"step": "week", "round": 1, "sequence": 1, "body": {"answer": {"hours": 3}}}
HUB = "https://hub.example"


@pytest.fixture
def ask(browser, opened):
    Desk(opened.room, opened.key).go_to("week")

    def _ask(method, place, sent=None, token="", **headers):
        return browser().ask(method, PLACE.format(opened.room.code, place), sent, token, **headers)

    return _ask


@pytest.fixture
def take(ask):
    """`take()` is the token of somebody who has a seat and has answered."""

    def _take():
        token = new_token()
        ask("PUT", "seat", {}, token)
        assert ask("PUT", "seat/answers", {"answers": [ANSWER]}, token)[0] == 200
        return token

    return _take


def _reason(told):
    return told[1]["reason"]


def test_ten_thousand_writes_of_one_seat_are_refused_and_the_others_go_on(ask, take, room):
    attacker, neighbour = take(), take()
    many = {"answers": [ANSWER | {"sequence": 2 + number} for number in range(50)]}
    told = [ask("PUT", "seat/answers", many, attacker) for _ in range(200)]
    refused = [one for status, told in told if status == 200 for one in told["outcomes"]]

    assert {status for status, _ in told} == {200, 429}
    assert sum("reason" in one for one in refused) > 100
    assert room.refused["too_fast"] > 100
    later = {"answers": [ANSWER | {"sequence": 2, "body": {"answer": {"hours": 4}}}]}
    assert ask("PUT", "seat/answers", later, neighbour)[1]["outcomes"][0]["kept"]
    assert room.tally("week", 1).answered == 2


@pytest.mark.parametrize(
    "sent",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b'"\xff"',
        b"[" * 20_000,
        b'{"answers": []}',
        b'{"answers": [{"step": "week", "round": true, "sequence": 1, "body": {}}]}',
        b'{"answers": [{"step": "week", "round": 1, "sequence": 1e99, "body": {}}]}',
        b'{"answers": [{"step": "week", "round": 1, "sequence": 0, "body": {}}]}',
        b'{"answers": [{"step": "week", "round": 1, "sequence": 1, "body": {}, "seat": 7}]}',
    ],
)
def test_what_is_no_answer_is_told(ask, take, sent):
    token = take()

    assert _reason(ask("PUT", "seat/answers", sent, token)) == "not_plain"
    assert ask("GET", "seat", None, token)[1]["answers"] == [ANSWER]


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"step": "nowhere"}, "no_such_step"),
        ({"round": 7}, "not_open"),
        ({"body": "x" * 20_000}, "writing"),
        ({"body": ["x" * 40] * 1_000}, "too_large"),
        ({"body": {"a": {"a": {"a": {"a": {"a": {"a": {"a": {"a": {"a": 1}}}}}}}}}}, "too_large"),
        ({"body": 2**60}, "not_plain"),
    ],
)
def test_an_answer_that_cannot_be_is_refused_alone(ask, take, room, changed, reason):
    token = take()
    status, told = ask("PUT", "seat/answers", {"answers": [ANSWER | changed]}, token)

    assert (status, told["outcomes"][0]["reason"]) == (200, reason)
    assert room.refused[reason] == 1
    assert ask("GET", "seat", None, token)[1]["answers"] == [ANSWER]


def test_an_old_round_takes_no_answers(ask, take, opened):
    desk, token = Desk(opened.room, opened.key), take()
    desk.again()
    desk.freeze("week", 1)
    _, told = ask("PUT", "seat/answers", {"answers": [ANSWER | {"sequence": 2}]}, token)

    assert told["outcomes"][0]["reason"] == "old_round"


def test_a_megabyte_is_refused_before_it_is_read(ask, take, browser, opened):
    token = take()
    text = {"step": "week", "round": 1, "text": "x" * 1_000_000}
    where = urlsplit(browser().address)
    path = "/" + PLACE.format(opened.room.code, "seat/texts")
    with socket.create_connection((where.hostname, where.port)) as line:
        line.sendall(
            f"PUT {path} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {token}\r\n"
            f"Content-Length: {len(str(text))}\r\n\r\n".encode()
        )
        told = line.recv(4096).decode()

    assert told.startswith("HTTP/1.1 413")
    assert '"too_large"' in told
    assert ask("GET", "seat", None, token)[0] == 200


def test_a_flow_without_an_end_is_cut_off(take, browser, opened):
    token, where = take(), urlsplit(browser().address)
    path = "/" + PLACE.format(opened.room.code, "seat/texts")
    sent = 0
    with socket.create_connection((where.hostname, where.port)) as line:
        line.sendall(
            f"PUT {path} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {token}\r\n"
            "Transfer-Encoding: chunked\r\n\r\n".encode()
        )
        try:
            for _ in range(1_000):
                line.sendall(b"4000\r\n" + b"x" * 0x4000 + b"\r\n")
                sent += 0x4000
        except OSError:
            pass

    assert sent < 10_000_000


@pytest.mark.parametrize("token", ["", "short", "x" * 65, "a b" * 10, "\u00e4" * 30])
def test_what_is_no_token_opens_nothing(ask, token):
    given = token.encode("utf-8").decode("latin-1")
    told = ask("GET", "seat", None, "", Authorization=f"Bearer {given}")

    assert (told[0], _reason(told)) == (401, "no_token")


def test_a_stolen_name_or_number_opens_no_seat(ask, take, browser, room):
    """What others can see of a seat leads to nothing; neither does a token in the address."""
    token = take()
    name = ask("GET", "seat", None, token)[1]["pseudonym"]

    assert ask("GET", "seat", None, new_token())[0] == 404
    assert ask("GET", f"seat?token={token}&access_token={token}")[0] == 401
    assert ask("GET", "seat", None, "", Cookie=f"workshop_seat={token}")[0] == 401
    assert name not in str(ask("GET", "changes", None, token)[1])


def test_guessed_codes_make_one_guesser_wait_and_nobody_else(browser, take, room):
    guesser, token = browser(), new_token()
    place = PLACE.format("HHHHHHH", "seat")
    told = [guesser.ask("PUT", place, {}, token)[0] for _ in range(22)]

    assert told == [404] * 20 + [429] * 2
    assert int(guesser.headers["Retry-After"]) > 0
    assert take()


def test_guessed_words_are_counted_for_the_room(ask, live, room):
    told = [ask("PUT", "seat", {"word": "HHHHHHH"}, new_token())[0] for _ in range(3)]
    for _ in range(200):
        live.guard.wrong_word(room.id)

    assert told == [404] * 3
    assert ask("PUT", "seat", {"word": "HHHHHHH"}, new_token())[0] == 429
    assert ask("PUT", "seat", {}, new_token())[0] == 200


@pytest.fixture
def narrow_door(monkeypatch):
    monkeypatch.setattr("workshop.serving.room.api.visitors.STRANGERS", (20, 0.01))


def test_a_stranger_who_floods_waits_and_those_inside_do_not(narrow_door, ask, take):
    token = take()
    told = {ask("GET", "seat")[0] for _ in range(30)}

    assert told == {401, 429}
    assert ask("GET", "seat", None, token)[0] == 200


@pytest.mark.parametrize(
    "place", ["", "rooms", "rooms/%2e%2e/seat", "rooms/../../seat", "rooms/x%00/seat", "v2", "%ff"]
)
def test_no_path_leads_anywhere_else(browser, place):
    status, told = browser().ask("GET", f"api/room/v1/{place}", None, new_token())

    assert status in (400, 404)
    assert set(told) == {"reason", "told"}


def test_a_header_cannot_be_smuggled_in(browser, room):
    code = "x%0d%0aSet-Cookie:%20a=b"
    visitor = browser()
    status, _ = visitor.ask("PUT", PLACE.format(code, "seat"), {}, new_token())

    assert status == 404
    assert "Set-Cookie" not in visitor.headers


def test_an_unknown_method_is_told_which_there_are(browser, room):
    visitor = browser()
    status, told = visitor.ask("PATCH", PLACE.format(room.code, "seat"), {}, new_token())

    assert (status, told["reason"]) == (405, "no_such_method")
    assert visitor.headers["Allow"] == "GET, DELETE, PUT, OPTIONS"


def test_other_sites_read_nothing_unless_the_trainer_let_them(start, browser, room):
    from tests.serving.room.browser import Browser

    asked = ("OPTIONS", PLACE.format(room.code, "seat"), None, "")
    closed, let = browser(), Browser(start(HUB))
    told = [one.ask(*asked, Origin=HUB)[0] for one in (closed, let)]
    other = Browser(let.address)
    other.ask(*asked, Origin="https://evil.example")

    assert told == [204, 204]
    assert closed.headers["Access-Control-Allow-Origin"] is None
    assert let.headers["Access-Control-Allow-Origin"] == HUB
    assert let.headers["Access-Control-Allow-Credentials"] is None
    assert other.headers["Access-Control-Allow-Origin"] is None


def test_nothing_of_what_was_sent_comes_back_in_a_problem(ask, take):
    told = ask("PUT", "seat/answers", {"answers": [{"step": "<script>"}]}, take())

    assert "<script>" not in str(told)
