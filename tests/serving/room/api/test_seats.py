"""A seat from another machine, over HTTP: taken once, answered for, followed, given up."""

import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from workshop.room.codes import new_token
from workshop.room.desk import Desk
from workshop.room.settings import Settings
from workshop.serving.room.api.following import Following

ANSWER = {"step": "week", "round": 1, "sequence": 1, "body": {"answer": {"hours": 3}}}


@pytest.fixture
def desk(opened):
    desk = Desk(opened.room, opened.key)
    desk.go_to("week")
    return desk


@pytest.fixture
def ask(browser, room):
    """`ask("PUT", "seat", {...}, token)` asks about the room."""

    def _ask(method, place, sent=None, token="", **headers):
        return browser().ask(
            method, f"api/room/v1/rooms/{room.code}/{place}", sent, token, **headers
        )

    return _ask


@pytest.fixture
def token(ask, desk):
    """Of somebody who has a seat."""
    token = new_token()
    assert ask("PUT", "seat", {}, token)[0] == 200
    return token


def _answer(**changed):
    return {"answers": [ANSWER | changed]}


def test_taking_a_seat_twice_takes_one(ask, room, desk):
    token = new_token()
    first = ask("PUT", "seat", None, token)
    second = ask("PUT", "seat", {}, token)

    assert first == second
    assert first[0] == 200
    assert len(first[1]["pseudonym"].split()) == 2
    assert first[1]["agenda"]["steps"][0]["title"] == "Arrive"
    assert first[1]["stage"]["step"] == "week"
    assert room.stage().seats == 1


def test_an_answer_is_acknowledged_and_sent_again_changes_nothing(ask, room, token):
    first = ask("PUT", "seat/answers", _answer(), token)
    again = ask("PUT", "seat/answers", _answer(), token)

    assert first == again
    assert first[1] == {"outcomes": [{"step": "week", "round": 1, "sequence": 1, "kept": True}]}
    assert room.tally("week", 1).answered == 1
    assert ask("GET", "seat", None, token)[1]["answers"] == [ANSWER]


def test_answers_that_come_in_the_wrong_order_leave_the_later_one(ask, token):
    later = {"answer": {"hours": 5}}
    ask("PUT", "seat/answers", _answer(sequence=2, body=later), token)
    _, told = ask("PUT", "seat/answers", _answer(), token)

    assert told["outcomes"][0] == {"step": "week", "round": 1, "sequence": 2, "kept": False}
    assert ask("GET", "seat", None, token)[1]["answers"][0]["body"] == later


def test_an_answer_that_is_refused_does_the_others_no_harm(ask, token):
    sent = {"answers": [ANSWER | {"step": "nowhere"}, ANSWER, ANSWER | {"body": "I met Ana."}]}
    status, told = ask("PUT", "seat/answers", sent, token)

    assert status == 200
    assert [one.get("reason", "kept") for one in told["outcomes"]] == [
        "no_such_step",
        "kept",
        "writing",
    ]


def test_a_second_device_goes_on_with_the_word(ask, room, token):
    word = ask("GET", "seat", None, token)[1]["word"]
    ask("PUT", "seat/answers", _answer(), token)
    status, told = ask("PUT", "seat", {"word": word.lower()}, new_token())

    assert (status, told["answers"]) == (200, [ANSWER])
    assert room.stage().seats == 1


def test_whoever_leaves_takes_everything_along(ask, room, token):
    ask("PUT", "seat/answers", _answer(), token)
    status, _ = ask("DELETE", "seat", None, token)

    assert status == 204
    assert ask("GET", "seat", None, token)[0] == 404
    assert ask("PUT", "seat/answers", _answer(), token)[0] == 404
    assert (room.stage().seats, room.tally("week", 1).answered) == (0, 0)


def test_a_text_is_shared_by_its_own_request_only(ask, desk, token):
    status, _ = ask("PUT", "seat/texts", {"step": "week", "round": 1, "text": "Hello"}, token)

    assert status == 204
    assert [text.body for text in desk.changes().texts] == ["Hello"]


def test_a_question_waits_until_there_is_something_new(ask, desk, token):
    known = ask("GET", "changes", None, token)[1]["stage"]["revision"]
    with ThreadPoolExecutor() as pool:
        waiting = pool.submit(ask, "GET", f"changes?since={known}&wait=20", None, token)
        desk.go_to("reach")
        status, told = waiting.result()

    assert (status, told["stage"]["step"]) == (200, "reach")


def test_a_question_to_which_nothing_is_new_is_answered_with_nothing(ask, desk, token):
    known = ask("GET", "changes", None, token)[1]["stage"]["revision"]

    assert ask("GET", f"changes?since={known}&wait=1", None, token) == (204, None)
    assert ask("GET", f"changes?since={known}", None, token) == (204, None)


def test_a_room_that_is_wiped_is_told_to_those_who_wait(ask, desk, token):
    known = ask("GET", "changes", None, token)[1]["stage"]["revision"]
    with ThreadPoolExecutor() as pool:
        waiting = pool.submit(ask, "GET", f"changes?since={known}&wait=20", None, token)
        desk.wipe()

    assert waiting.result()[0] == 410


def test_nothing_that_the_room_holds_back_leaves_it_here(ask, desk, room):
    """Tallies that are not revealed and texts that are not shown are for the desk only."""
    tokens = [new_token() for _ in range(5)]
    for token in tokens:
        ask("PUT", "seat", {}, token)
        body = {"result": {"media": {"face_to_face": {"hours_week": 3}}}}
        ask("PUT", "seat/answers", _answer(body=body), token)
    ask("PUT", "seat/texts", {"step": "week", "round": 1, "text": "Hidden"}, tokens[0])
    _, before = ask("GET", "changes", None, tokens[1])
    desk.reveal("week")
    _, after = ask("GET", "changes", None, tokens[1])

    assert [one["bars"] for one in before["tallies"]] == [{}, {}]
    assert before["texts"] in ([], None)
    assert any(one["bars"] for one in after["tallies"])


def test_all_who_wait_cost_one_look(live, room, desk):
    """A hundred questions, one reading of the room for all of them."""
    import asyncio

    asked = []

    async def ask(work, *values):
        asked.append(getattr(work, "__name__", work))
        return work(*values)

    async def wait():
        following = Following(room, ask, every=0.01)
        known = room.stage().revision
        waiting = [asyncio.create_task(following.changes(seat, known, 20)) for seat in range(100)]
        await asyncio.sleep(0)
        desk.next()
        return await asyncio.gather(*waiting)

    told = asyncio.run(wait())

    assert len(set(told)) == 1
    assert asked.count("changes") == 1


def test_six_hundred_answers_at_once_are_a_few_commits(live, agenda):
    import asyncio

    from workshop.room.delivery import Delivery
    from workshop.serving.room.api.gathering import Gathering

    opened = live.rooms.open(agenda, Settings(seats=700))
    Desk(opened.room, opened.key).go_to("week")
    names = ([f"a{number}" for number in range(40)], [f"b{number}" for number in range(40)])
    from workshop.room.seat import Seat

    people = [Seat.join(opened.room, new_token(), names).id for _ in range(60)]
    commits = []

    def deliver_all(sent):
        commits.append(len(sent))
        return opened.room.deliver_all(sent)

    async def all_at_once():
        gathering = Gathering(deliver_all, live.ask)
        return await asyncio.gather(
            *(
                gathering.deliver(seat, [Delivery("week", 1, number, {"answer": number})])
                for number in range(1, 11)
                for seat in people
            )
        )

    outcomes = asyncio.run(all_at_once())

    assert len(outcomes) == sum(commits) == 600
    assert len(commits) <= 4
    assert {one.sequence for (one,) in outcomes} == {10} or len(commits) > 1
    assert opened.room.tally("week", 1).answered == 60


def test_time_is_kept_by_a_clock_that_nobody_sets(token, ask, live):
    """A server whose clock jumps goes on: nobody is locked out, and no answer is late."""
    live.rooms.store._clock = lambda: time.time() - 40 * 24 * 3600
    back = ask("PUT", "seat/answers", _answer(sequence=1), token)
    live.rooms.store._clock = lambda: time.time() + 2 * 24 * 3600
    ahead = ask("PUT", "seat/answers", _answer(sequence=2, body={"answer": {}}), token)

    assert [told["outcomes"][0]["kept"] for _, told in (back, ahead)] == [True, True]
    assert [status for status, _ in (back, ahead)] == [200, 200]
