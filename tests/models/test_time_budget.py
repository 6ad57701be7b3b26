"""A week's hours: what they add up to, and moving them about."""

import math
from dataclasses import FrozenInstanceError

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.models.time_budget import (
    MEDIA,
    TimeBudget,
    face_to_face_preset,
    gap,
    rebalance,
    same_hours,
    totals,
    weekly,
)

HOURS = {"events": 3.0, "travel": 1.5, "writing": 1.0, "replying": 0.5, "scrolling": 2.0}
MEDIUM_OF = {
    "events": "face_to_face",
    "travel": "face_to_face",
    "writing": "social",
    "replying": "social",
    "scrolling": "uncounted",
}
MOST = 20.0

quarters = st.integers(0, 80).map(lambda count: count / 4)
weeks_hours = st.dictionaries(st.text(max_size=3), quarters, min_size=1, max_size=8)


def _budget(hours=HOURS, media=MEDIUM_OF, weeks=46, hourly_value=80):
    return TimeBudget(hours=hours, media=media, weeks=weeks, hourly_value=hourly_value)


def _hours(**changed):
    return {**HOURS, **changed}


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"hours": _hours(events=0.3)}, "events must be 0 or more hours in steps of 0.25"),
        ({"hours": _hours(events=-1.0)}, "events must be 0 or more"),
        ({"hours": _hours(events=math.nan)}, "events must be 0 or more"),
        ({"hours": {"events": 1.0}}, "only one has .*'replying'"),
        ({"media": {**MEDIUM_OF, "events": "radio"}}, r"Unknown media \['radio'\]"),
        ({"weeks": 0.5}, "weeks must lie between 1 and 52, got 0.5"),
        ({"weeks": 53}, "weeks must lie"),
        ({"weeks": math.nan}, "weeks must lie"),
        ({"hourly_value": -1}, "hourly_value must be 0 or more, got -1"),
        ({"hourly_value": math.inf}, "hourly_value must be 0 or more"),
    ],
)
def test_a_budget_that_cannot_be_says_why(change, message):
    with pytest.raises(ValueError, match=message):
        _budget(**change)


@pytest.mark.parametrize("weeks", [1, 52])
def test_a_year_has_from_1_to_52_working_weeks(weeks):
    assert _budget(weeks=weeks).weeks == weeks


def test_an_hour_may_be_worth_nothing():
    assert totals(_budget(hourly_value=0))["cost_year"].tolist() == [0, 0, 0]


def test_a_budget_is_replaced_and_never_changed():
    with pytest.raises(FrozenInstanceError):
        _budget().weeks = 40


def test_the_week_lists_activities_in_the_given_order():
    frame = weekly(_budget())

    assert list(frame.columns) == ["activity", "medium", "hours"]
    assert list(frame["activity"]) == list(HOURS)
    assert list(frame["medium"]) == list(MEDIUM_OF.values())
    assert list(frame["hours"]) == list(HOURS.values())


def test_totals_of_each_medium():
    frame = totals(_budget()).set_index("medium")

    assert tuple(frame.index) == MEDIA
    assert list(frame.columns) == [
        "hours_week",
        "hours_month",
        "hours_year",
        "cost_year",
        "share",
    ]
    # 4.5 * 46 = 207 hours a year, 17.25 a month, 16,560 at 80 an hour; 4.5 of 6 counted hours.
    assert list(frame.loc["face_to_face"]) == [4.5, 17.25, 207, 16560, 0.75]
    # 1.5 * 46 = 69 hours a year, 5.75 a month, 5,520 at 80 an hour.
    assert list(frame.loc["social"]) == [1.5, 5.75, 69, 5520, 0.25]
    assert list(frame.loc["uncounted"])[:4] == [2, 92 / 12, 92, 7360]
    assert math.isnan(frame.loc["uncounted", "share"])


def test_a_week_without_counted_hours_has_shares_of_nothing():
    nothing = dict.fromkeys(HOURS, 0.0)
    frame = totals(_budget(hours={**nothing, "scrolling": 5.0}))

    assert list(frame["share"])[:2] == [0, 0]


def test_a_medium_without_activities_has_no_hours():
    frame = totals(_budget(hours={"events": 2.0}, media={"events": "face_to_face"}))

    assert list(frame["hours_week"]) == [2, 0, 0]


@given(weeks_hours, st.randoms())
def test_shares_lie_between_none_and_all(hours, random):
    media = {activity: random.choice(MEDIA) for activity in hours}
    face, social = totals(_budget(hours=hours, media=media))["share"][:2]

    assert 0 <= face <= 1
    assert 0 <= social <= 1
    assert face + social in (0, pytest.approx(1))


def test_the_gap_is_what_face_to_face_has_more():
    assert gap(_budget())["hours_week"] == 3.0
    assert gap(_budget(hours=_hours(writing=6.0)))["hours_week"] == -2.0


@pytest.mark.parametrize(
    ("moved", "to", "expected"),
    [
        # 4 hours left for travel 2 and writing 2.
        ("events", 4, {"events": 4, "travel": 2, "writing": 2}),
        # 8 - 5 = 3 hours left as 4 : 2.
        ("writing", 5, {"events": 2, "travel": 1, "writing": 5}),
        ("travel", 2, {"events": 4, "travel": 2, "writing": 2}),
        # Nobody can give more than there is.
        ("events", 99, {"events": 8, "travel": 0, "writing": 0}),
        ("events", 1e308, {"events": 8, "travel": 0, "writing": 0}),
        ("events", -3, {"events": 0, "travel": 4, "writing": 4}),
        # To the nearest quarter: 3.75, leaving 4.25 hours: 9 quarters and 8.
        ("events", 3.8, {"events": 3.75, "travel": 2.25, "writing": 2}),
    ],
)
def test_moving_one_activity_moves_the_others_in_proportion(moved, to, expected):
    before = {"events": 4.0, "travel": 2.0, "writing": 2.0}

    assert rebalance(before, moved, to, MOST) == expected


def test_others_without_hours_share_equally_what_is_given_up():
    before = {"events": 4.0, "travel": 0.0, "writing": 0.0}

    assert rebalance(before, "events", 1, MOST) == {"events": 1, "travel": 1.5, "writing": 1.5}


def test_an_activity_cannot_give_up_what_the_others_cannot_take():
    # Of 10 hours, the other one takes at most 6.
    assert rebalance({"a": 5.0, "b": 5.0}, "a", 1, most=6) == {"a": 4, "b": 6}


def test_an_activity_never_gets_more_than_the_most():
    assert rebalance({"a": 5.0, "b": 5.0}, "a", 9, most=6) == {"a": 6, "b": 4}


def test_a_single_activity_has_nobody_to_trade_with():
    assert rebalance({"a": 3.0}, "a", 5, MOST) == {"a": 3}


@given(weeks_hours, st.data(), st.floats(-100, 100))
def test_a_locked_total_stays_exactly_as_it_was(hours, data, to):
    moved = data.draw(st.sampled_from(list(hours)))
    after = rebalance(hours, moved, to, MOST)

    assert list(after) == list(hours)
    assert sum(after.values()) == sum(hours.values())
    assert all(0 <= value <= MOST and (value * 4).is_integer() for value in after.values())


@given(weeks_hours, st.data())
def test_moving_an_activity_to_where_it_is_moves_nothing(hours, data):
    moved = data.draw(st.sampled_from(list(hours)))

    assert rebalance(hours, moved, hours[moved], MOST) == hours


@given(weeks_hours, st.data(), quarters)
def test_the_moved_activity_gets_what_was_asked_where_the_others_allow_it(hours, data, to):
    moved = data.draw(st.sampled_from(list(hours)))
    total = sum(hours.values())
    others = len(hours) - 1
    after = rebalance(hours, moved, to, MOST)

    assert after[moved] == to or not (total - MOST * others <= to <= min(total, MOST))


@pytest.mark.parametrize(
    ("hours", "moved", "to", "message"),
    [
        ({"a": 1.0}, "b", 1, "Unknown activity 'b'"),
        ({"a": 1.0}, "a", math.nan, "to must be a number of hours, got nan"),
        ({"a": 1.1, "b": 1.0}, "a", 1, "a must be 0 or more hours"),
        ({"a": 1.0, "b": 30.0}, "a", 1, "b has 30.0 hours; most allows 20.0"),
    ],
)
def test_a_move_that_cannot_be_says_why(hours, moved, to, message):
    with pytest.raises(ValueError, match=message):
        rebalance(hours, moved, to, MOST)


def test_social_media_gets_the_hours_of_face_to_face_as_it_divides_them_now():
    # 4.5 hours as 1 : 0.5.
    assert same_hours(HOURS, MEDIUM_OF, MOST, {}) == _hours(writing=3.0, replying=1.5)


def test_a_social_activity_without_hours_gets_none_while_another_has_some():
    hours = _hours(writing=0.0)

    assert same_hours(hours, MEDIUM_OF, MOST, {"writing": 9.0}) == _hours(writing=0.0, replying=4.5)


def test_social_media_without_hours_follows_the_pattern():
    hours = _hours(writing=0.0, replying=0.0)
    # 4.5 hours as 1 : 2; what the pattern says of other media does not matter.
    pattern = {"writing": 1.0, "replying": 2.0, "events": 9.0}

    assert same_hours(hours, MEDIUM_OF, MOST, pattern) == _hours(writing=1.5, replying=3.0)


def test_social_media_takes_no_more_than_its_activities_can():
    assert same_hours(HOURS, MEDIUM_OF, 2, {}) == _hours(writing=2.0, replying=2.0)


def test_face_to_face_gets_its_hours_as_people_typically_divide_them():
    pattern = {"events": 2.0, "travel": 2.0}

    assert face_to_face_preset(HOURS, MEDIUM_OF, 5, MOST, pattern) == _hours(events=2.5, travel=2.5)


def test_an_activity_missing_from_the_pattern_gets_no_hours():
    preset = face_to_face_preset(HOURS, MEDIUM_OF, 3, MOST, {"travel": 1.0})

    assert preset == _hours(events=0.0, travel=3.0)


@given(st.lists(quarters, min_size=5, max_size=5))
def test_the_same_hours_close_the_gap(values):
    hours = dict(zip(HOURS, values, strict=True))
    pattern = {"writing": 1.0, "replying": 1.0}
    after = same_hours(hours, MEDIUM_OF, MOST * 2, pattern)

    assert list(after) == list(hours)
    assert set(gap(_budget(hours=after)).values()) == {0}
    assert {name: after[name] for name in ("events", "travel", "scrolling")} == {
        name: hours[name] for name in ("events", "travel", "scrolling")
    }
