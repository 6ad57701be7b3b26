"""The silent audience, as a participant works on it."""

import itertools
import json
import re

import pytest
from traitlets import TraitError

from workshop import SilentAudience, load_pack
from workshop.models.audience import KINDS, MOST_MESSAGES, PEOPLE
from workshop.widgets.parts.choice import Choice
from workshop.widgets.parts.range import Range
from workshop.widgets.tellings.silent_audience import sentence

WORDS = load_pack().silent_audience


@pytest.fixture
def crowd():
    return SilentAudience()


def _send(crowd, *kinds):
    for kind in kinds:
        crowd._offers.choose(kind)


def _hints(crowd):
    return {offer["value"]: offer["hint"] for offer in crowd._offers.offers}


@pytest.fixture
def turned(crowd, press):
    _send(crowd, *["pitch"] * MOST_MESSAGES)
    press(crowd, "Turn the mirror around")
    return crowd


def _shown(part):
    return part.layout.display != "none"


def test_at_first_a_thousand_people_listen(crowd):
    assert crowd._dots.dots == "0" * PEOPLE
    assert "Silent: 1,000" in crowd._dots.label
    assert "Nobody has said anything yet" in crowd._sentence.html


def test_each_kind_of_message_is_offered_with_its_words(crowd):
    assert _hints(crowd) == {kind: WORDS.messages[kind][0] for kind in KINDS}
    assert [offer["label"] for offer in crowd._offers.offers] == [WORDS.kinds[k] for k in KINDS]


def test_a_message_reaches_the_page_picture_first_and_each_part_once(crowd, monkeypatch):
    sent = []
    for part in (crowd._dots, crowd._sentence, crowd._offers, crowd._table, crowd._memory):
        monkeypatch.setattr(part.comm, "send", lambda *_, part=part, **__: sent.append(part))
    _send(crowd, "question")

    assert sent == [crowd._dots, crowd._sentence, crowd._offers, crowd._table, crowd._memory]


def test_a_message_shows_what_a_sender_sees_and_no_more(crowd):
    _send(crowd, "question")

    assert crowd.answer["messages"] == ["question"]
    assert "Your question: likes" in crowd._sentence.html
    assert "That is all" not in crowd._also.html
    assert set(crowd._dots.dots) <= set("0123")
    assert "Muted" not in crowd._dots.label + crowd._table.html
    assert _hints(crowd)["question"] == WORDS.messages["question"][1]
    assert not _shown(crowd._room)


def test_the_mirror_turns_after_ten_and_not_before(crowd):
    for sent in range(MOST_MESSAGES):
        assert not _shown(crowd._turn), sent
        _send(crowd, "pitch")

    assert _shown(crowd._turn)
    assert crowd._offers.offers == []
    assert "cannot be taken back" in crowd._offers.label
    with pytest.raises(TraitError, match="turns after 10"):
        crowd.answer = {**crowd.answer, "messages": ["pitch"], "turned": True}


def test_an_eleventh_message_is_not_sent(turned):
    _send(turned, "pitch")

    assert len(turned.answer["messages"]) == MOST_MESSAGES


def test_the_turned_mirror_shows_who_left_in_silence(turned):
    totals = turned.result["totals"]

    assert turned.done
    assert f"Muted: {totals['muted']}" in turned._dots.label
    assert f"{totals['silent']} more went without a word" in turned._sentence.html
    assert turned._dots.dots.count("2") == totals["muted"]
    assert "nobody has tested what pitching does" in turned._also.html
    assert not _shown(turned._sender)


def test_ten_pitches_lose_few_in_the_typical_audience_and_anything_in_others(turned):
    totals = turned.result["totals"]
    silent = next(row for row in turned.result["ranges"] if row["outcome"] == "silent")

    assert (totals["unfollowed"], totals["silent"]) == (7, 6)
    assert silent["low"] == pytest.approx(2, abs=1)
    assert silent["high"] == pytest.approx(250, rel=0.1)


def test_the_dots_go_back_message_by_message(turned, find):
    find(turned, Range, "After message").value = 1

    left = sum(turned.result["messages"][0][way] for way in ("unfollowed", "muted", "deleted"))
    assert turned._dots.dots.count("0") == PEOPLE - left
    assert "after 1 message" in turned._dots.label


def test_beside_the_mirror_a_room_shows_faces_and_hides_people_too(turned, find):
    totals = turned.result["totals"]

    assert (turned._dots.title, turned._room.title) == ("What happened", "In a room")
    assert f"You would have seen it in their face: {totals['face']}" in turned._room.label
    assert f"Slipped away, even here: {totals['slipped']}" in turned._room.label
    assert "Silence exists offline too" in turned._also.html

    find(turned, Choice, "What to look at").value = "seen"
    find(turned, Range, "After message").value = 1

    assert turned._dots.title == "What you see"
    assert "after 1 message" in turned._room.label


def test_the_same_people_hear_ten_others_and_both_are_compared(turned, press):
    before = turned.result["totals"]
    press(turned, "Ten more to the same people, from the start")

    assert turned.answer["messages"] == []
    assert turned.answer["before"] == ["pitch"] * MOST_MESSAGES
    assert not turned.answer["turned"]

    assert not _shown(turned._room)

    _send(turned, *["question"] * MOST_MESSAGES)
    press(turned, "Turn the mirror around")

    assert turned.result["before"] == {k: before[k] for k in ("silent", "answered")}
    assert f"{before['silent']} went in silence" in turned._also.html


def test_other_people_are_another_audience(turned, press):
    press(turned, "Ten messages to other people")

    assert turned.answer["seed"] > 0
    assert turned.answer["before"] == []


def test_an_own_number_moves_the_audience(turned, find, press):
    press(turned, "What we assume about these people")
    before = turned.result["totals"]["silent"]
    find(turned, Range, "Share who leave over one message").set_state(
        {"value": 2.0, "touched": True}
    )

    assert turned.answer["inputs"] == {"leaving_share": 2.0}
    assert turned.result["totals"]["silent"] > before


def test_the_same_answer_shows_the_same_dots(turned):
    again = SilentAudience(answer=json.loads(json.dumps(turned.answer)))

    assert again.result == turned.result
    assert again._dots.dots == turned._dots.dots


@pytest.mark.parametrize(
    "change",
    [
        {"messages": ["advert"]},
        {"messages": ["pitch"] * 11},
        {"seed": -1},
        {"seed": 10**6},
        {"view": "happened"},
        {"view": "room"},
        {"until": 0},
        {"until": 11},
        {"inputs": {"golf": 1.0}},
        {"inputs": {"leaving_share": 100.0}},
        {"extra": 1},
    ],
)
def test_a_bad_answer_is_refused_and_nothing_is_lost(crowd, change):
    before = crowd.answer
    with pytest.raises(TraitError, match=r"SilentAudience\.answer"):
        crowd.answer = {**before, **change}

    assert crowd.answer == before


def test_no_sentence_is_longer_than_people_repeat(crowd):
    pack, said = load_pack(), {re.sub("<[^>]+>", "", crowd._sentence.html)}
    most = {"liked": 1000, "answered": 1000, "unfollowed": 1000, "silent": 1000}
    wide = [{"outcome": "silent", "low": 1000.0, "high": 1000.0}]
    for kind, silent, turned in itertools.product(KINDS, (0, 1000), (False, True)):
        result = {
            "messages": [{**most, "kind": kind}],
            "totals": {**most, "silent": silent},
            "ranges": wide,
        }
        said.add(sentence(pack, result, turned))

    assert len(said) == 7
    assert all(0 < len(words) <= 160 for words in said), max(said, key=len)
