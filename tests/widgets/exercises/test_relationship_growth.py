"""A valuable connection, as a participant works on it."""

import itertools
import json
import re

import pytest
from traitlets import TraitError

from workshop import ReachComparison, RelationshipGrowth, TimeBudget, load_pack
from workshop.widgets.parts.choice import Choice
from workshop.widgets.parts.range import Range
from workshop.widgets.tellings.relationship_growth import sentence

HABIT = "How often does each of them hear from you?"


@pytest.fixture
def growth():
    return RelationshipGrowth()


def _end(growth, stage, medium, rows="growth"):
    of = [row for row in growth.result[rows] if (row["stage"], row["medium"]) == (stage, medium)]
    return of[-1]


def test_the_sentence_states_the_result_and_its_uncertainty(growth):
    assert "After 24 months" in growth._sentence.html
    assert "Too close to call" in growth._sentence.html


def test_it_says_when_a_first_opportunity_becomes_likely(growth):
    assert growth.result["likely"].keys() == {"face_to_face", "social"}
    assert "Face to face: from month 20; Online: from month 19." in growth._also.html


def test_after_a_few_months_no_opportunity_is_likely_and_it_says_so(growth, find):
    find(growth, Range, "Months").value = 6

    assert growth.result["likely"] == {"face_to_face": None, "social": None}
    assert "Face to face: not within 6 months" in growth._also.html


def test_more_hours_bring_the_first_opportunity_sooner(growth, find):
    before = growth.result["likely"]["social"]
    find(growth, Range, "Hours a week, all in").value = 12

    assert growth.result["likely"]["social"] < before


def test_pitching_costs_trust_on_both_sides_and_it_says_that_nobody_measured_it(growth, find):
    before = {side: _end(growth, "trusted", side)["middle"] for side in ("face_to_face", "social")}
    find(growth, Range, "Share of what you say that pitches").value = 100

    for side, middle in before.items():
        assert _end(growth, "trusted", side)["middle"] < middle
    assert "nobody has measured it" in growth._also.html


def test_the_pitched_path_stays_where_it_is_when_the_pitching_changes(growth, find):
    before = growth.result["pitched"]
    find(growth, Range, "Share of what you say that pitches").value = 60

    assert growth.result["pitched"] == before


def test_keeping_costs_new_people(growth, find):
    before = _end(growth, "met", "social")["middle"]
    find(growth, Range, "Share of it for people you already know").value = 60

    assert _end(growth, "met", "social")["middle"] < before


def test_a_habit_of_rare_contact_brings_less_trust(growth, find):
    before = _end(growth, "trusted", "social")["middle"]
    find(growth, Choice, HABIT).value = "half_yearly"

    assert growth.answer["habit"] == "half_yearly"
    assert _end(growth, "trusted", "social")["middle"] < before


def test_all_hours_for_those_known_leave_nobody_to_know(growth, find):
    find(growth, Range, "Share of it for people you already know").value = 100

    assert "nothing grows" in growth._sentence.html
    assert growth._also.html == ""


def test_no_hours_grow_nothing(growth, find):
    find(growth, Range, "Hours a week, all in").value = 0

    assert "With no hours" in growth._sentence.html
    assert _end(growth, "met", "social")["high"] == 0


def test_an_own_number_is_kept_and_can_be_given_back(growth, find, press):
    press(growth, "What we assume about relationships")
    control = find(growth, Range, "Exchanges until somebody trusts you")
    control.set_state({"value": 4.0, "touched": True})

    assert growth.answer["inputs"] == {"touches_to_trust": 4.0}

    control.set_state({"touched": False})

    assert growth.answer["inputs"] == {}
    assert control.value == 7


def test_own_numbers_can_put_either_side_ahead(growth):
    growth.change(inputs={"online_depth_share": 5.0, "message_minutes": 20.0})
    assert "face to face is ahead" in growth._sentence.html

    growth.change(inputs={"online_depth_share": 90.0, "meeting_minutes": 90.0})
    assert "online is ahead" in growth._sentence.html


def test_the_inputs_that_decide_are_named(growth):
    assert "Exchanges until somebody trusts you" in growth._deciders.html


def test_the_picture_is_told_in_words_and_numbers(growth):
    assert "Trust you now: Face to face 1 to 21, Online under 1 to 31" in growth._chart.label
    assert len(growth._chart.rows) == 4 * 2 * 9


def test_what_is_counted_is_explained_on_request(growth, press):
    press(growth, "What is counted")

    assert "Met so far: A first exchange" in growth._counted.body.children[0].html


def test_the_hours_follow_the_week_on_the_same_page(press):
    week = TimeBudget()
    growth = RelationshipGrowth(week=week)
    press(week, "5 hours")

    assert growth.answer["hours"] == 5


def test_hours_set_by_hand_no_longer_follow_until_asked(find, press):
    week = TimeBudget()
    growth = RelationshipGrowth(week=week)
    find(growth, Range, "Hours a week, all in").value = 2.5
    press(week, "5 hours")

    assert growth.answer["hours"] == 2.5

    press(growth, "Use my face-to-face hours (5 h)")

    assert growth.answer["hours"] == 5


def test_how_people_are_found_follows_the_comparison_on_the_same_page():
    reach = ReachComparison()
    growth = RelationshipGrowth(reach=reach)
    before = _end(growth, "met", "social")["middle"]
    reach.change(platform="newsletter", inputs={"reply_share": 80.0})

    assert growth.answer["platform"] == "newsletter"
    assert growth.answer["reach_inputs"] == {"reply_share": 80.0}
    assert _end(growth, "met", "social")["middle"] > before


def test_the_same_answer_gives_the_same_result(growth):
    assert RelationshipGrowth(answer=growth.answer).result == growth.result


def test_the_result_is_plain_json(growth):
    assert json.loads(json.dumps(growth.result, allow_nan=False)) == growth.result


@pytest.mark.parametrize(
    "change",
    [
        {"hours": -1.0},
        {"hours": 41.0},
        {"months": 0},
        {"months": 2.5},
        {"keeping": 101.0},
        {"pitching": -1.0},
        {"habit": "never"},
        {"inputs": {"golf": 1.0}},
        {"inputs": {"touches_to_trust": 0.0}},
        {"platform": "myspace"},
        {"reach_inputs": {"people": 0.0}},
        {"extra": 1},
    ],
)
def test_a_bad_answer_is_refused_and_nothing_is_lost(growth, change):
    before = growth.answer
    with pytest.raises(TraitError, match=r"RelationshipGrowth\.answer"):
        growth.answer = {**before, **change}

    assert growth.answer == before


def test_no_sentence_is_longer_than_people_repeat(growth):
    said = set()
    for hours, months, keeping in itertools.product((0, 4, 40), (3, 24), (0, 30, 100)):
        growth.change(hours=float(hours), months=months, keeping=float(keeping))
        said.add(re.sub("<[^>]+>", "", growth._sentence.html))
    for verdict in ("ahead", "behind", "cannot_tell"):
        result = {**growth.result, "keeping": 30.0, "lead": {"chance": 1.0, "verdict": verdict}}
        for row in result["growth"]:
            row.update(low=1234.0, high=12345.0)
        said.add(sentence(load_pack(), result))

    assert len(said) > 8
    assert all(0 < len(words) <= 160 for words in said), max(said, key=len)
