"""Many or few, as a participant works on it."""

import json

import pytest
from traitlets import TraitError

from workshop import ReachComparison, TimeBudget
from workshop.widgets.parts.choice import Choice
from workshop.widgets.parts.press import Press
from workshop.widgets.parts.range import Range


@pytest.fixture
def reach():
    return ReachComparison()


def _row(reach, stage, way):
    rows = reach.result["stages"]
    return next(row for row in rows if (row["stage"], row["way"]) == (stage, way))


def _odds(reach, way, other):
    rows = reach.result["odds"]
    return next(row for row in rows if (row["way"], row["other"]) == (way, other))


def test_the_story_begins_with_eight_hundred_people_in_a_room(reach, find):
    assert find(reach, Range, "People in the room").value == 800


def test_the_sentence_states_the_result_and_its_uncertainty(reach):
    assert "In 13 weeks answering others starts" in reach._sentence.html
    assert "times in 100" in reach._sentence.html


def test_posting_only_rarely_beats_events(reach):
    assert _odds(reach, "broadcasting", "events")["verdict"] == "behind"


def test_more_people_in_the_room_mean_more_who_could_hear_and_no_more_talks(reach, find):
    before = _row(reach, "spoke", "events")
    heard = _row(reach, "could_hear", "events")
    find(reach, Range, "People in the room").touched = True
    find(reach, Range, "People in the room").value = 5000

    assert _row(reach, "spoke", "events") == before
    assert _row(reach, "could_hear", "events")["middle"] > 5 * heard["middle"]


def test_an_own_number_is_kept_and_can_be_given_back(reach, find, press):
    press(reach, "What we assume about social media")
    control = find(reach, Range, "Share who answer your comment")
    control.set_state({"value": 60.0, "touched": True})

    assert reach.answer["inputs"] == {"reply_share": 60.0}

    control.set_state({"touched": False})

    assert reach.answer["inputs"] == {}
    assert control.value == 30


def test_numbers_of_ones_own_can_refute_the_teaching(reach):
    reach.change(inputs={"reply_share": 2.0, "reply_minutes": 20.0, "conversation_minutes": 3.0})

    assert _odds(reach, "conversing", "events")["verdict"] == "behind"
    assert "events are ahead" in reach._sentence.html


def test_numbers_of_ones_own_can_confirm_the_teaching(reach):
    reach.change(inputs={"reply_share": 70.0, "reply_minutes": 3.0})

    assert _odds(reach, "conversing", "events")["verdict"] == "ahead"
    assert "answering is ahead" in reach._sentence.html


def test_a_known_low_worth_of_online_exchanges_turns_the_odds(reach, find):
    before = _odds(reach, "conversing", "events")["chance"]
    find(reach, Choice, "What is an exchange online worth, against one face to face?").value = 0.1

    assert reach.answer["worth"] == 0.1
    assert _odds(reach, "conversing", "events")["chance"] < before


def test_the_worth_is_unknown_until_somebody_sets_it(reach):
    assert reach.answer["worth"] is None
    assert "come out level" in reach._also.html


def test_another_platform_brings_its_own_evidence(reach, find, press):
    press(reach, "What we assume about social media")
    before = _row(reach, "heard", "broadcasting")["middle"]
    find(reach, Choice, "Where you post").value = "newsletter"
    seen = find(reach, Range, "Share who see one post")

    assert seen.value == 22
    assert "Mailchimp" in seen.about["sources"][0]["name"]
    assert _row(reach, "heard", "broadcasting")["middle"] >= before


def test_starting_with_no_following_leaves_posting_with_nobody(reach, press):
    press(reach, "Start with no following")

    assert _row(reach, "spoke", "broadcasting")["middle"] < 1


def test_no_hours_reach_nobody(reach, find):
    find(reach, Range, "Hours a week, all in").value = 0

    assert _row(reach, "spoke", "conversing")["high"] == 0
    assert "nobody hears you" in reach._sentence.html


def test_the_inputs_that_decide_are_named(reach):
    assert "Share who answer your comment" in reach._deciders.html


def test_the_hours_follow_the_week_on_the_same_page(press):
    week = TimeBudget()
    reach = ReachComparison(week=week)
    press(week, "5 hours")

    assert reach.answer["hours"] == 5


def test_hours_set_by_hand_no_longer_follow_until_asked(find, press):
    week = TimeBudget()
    reach = ReachComparison(week=week)
    find(reach, Range, "Hours a week, all in").value = 2.5
    press(week, "5 hours")

    assert reach.answer["hours"] == 2.5

    press(reach, "Use my face-to-face hours (5 h)")

    assert reach.answer["hours"] == 5


def test_alone_on_a_page_nothing_is_linked(reach, find):
    with pytest.raises(AssertionError, match="is there 0 times"):
        find(reach, Press, reach._hours.link.label)


def test_the_same_answer_gives_the_same_result(reach):
    assert ReachComparison(answer=reach.answer).result == reach.result


@pytest.mark.parametrize(
    "change",
    [
        {"hours": -1.0},
        {"hours": float("inf")},
        {"weeks": 0},
        {"platform": "myspace"},
        {"inputs": {"golf": 1.0}},
        {"inputs": {"people": 0.0}},
        {"inputs": {"people": float("nan")}},
        {"worth": 0.0},
        {"extra": 1},
    ],
)
def test_a_bad_answer_is_refused_and_nothing_is_lost(reach, change):
    before = reach.answer
    with pytest.raises(TraitError, match=r"ReachComparison\.answer"):
        reach.answer = {**before, **change}

    assert reach.answer == before


def test_with_nobody_to_answer_there_is_nothing_to_weigh(reach):
    reach.change(inputs={"following": 1.0, "reply_share": 1.0, "reply_minutes": 60.0}, hours=0.25)

    assert "nothing to weigh" in reach._also.html


def test_a_result_without_finite_numbers_is_still_plain_json(reach):
    reach.change(hours=0.0)

    assert json.loads(json.dumps(reach.result, allow_nan=False)) == reach.result
