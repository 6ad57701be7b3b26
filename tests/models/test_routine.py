"""A routine fits into its hours, uses the days it was given, and loses no week."""

import itertools
from collections import Counter
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.models.routine import (
    LAST_MINUTE,
    LISTEN,
    Block,
    Kind,
    next_monday,
    overlaps,
    review_day,
    routine,
    series,
    taken,
    weeks_of,
)

KINDS = {"listen": Kind(2, 15), "reply": Kind(3, 15), "write": Kind(2, 30), "meet": Kind(3, 60)}
MONDAY = date(2026, 11, 30)
COUNTS = {"listen": 4, "reply": 3, "write": 2, "meet": 1}

kinds = st.dictionaries(
    st.sampled_from(["listen", "reply", "thank", "write", "meet"]),
    st.builds(Kind, st.integers(1, 5), st.integers(1, 12).map(lambda fives: 5 * fives)),
    min_size=1,
)
days = st.lists(st.integers(0, 6), min_size=1, unique=True)


def test_three_hours_are_divided_by_their_shares():
    blocks = routine(150, KINDS, [0, 2], start=510)

    assert Counter(block.kind for block in blocks) == {
        "listen": 2,
        "reply": 2,
        "write": 1,
        "meet": 1,
    }
    assert taken(blocks) == 150


def test_blocks_of_a_day_follow_each_other_in_the_order_of_the_kinds():
    blocks = routine(60, {"listen": Kind(1, 15), "reply": Kind(1, 15)}, [3], start=510)

    assert [(b.kind, b.day, b.start) for b in blocks] == [
        ("listen", 3, 510),
        ("listen", 3, 525),
        ("reply", 3, 540),
        ("reply", 3, 555),
    ]


def test_where_there_are_many_hours_blocks_grow_instead_of_multiplying():
    blocks = routine(600, KINDS, [0, 1], start=510, most=6)

    assert len(blocks) <= 6
    assert all(block.minutes % KINDS[block.kind].minutes == 0 for block in blocks)


def test_a_week_has_at_most_twelve_blocks_where_nobody_says_how_many():
    reply = {"reply": Kind(1, 15)}

    assert len(routine(180, reply, [0], start=0)) == 12
    assert [block.minutes for block in routine(195, reply, [0], start=0)] == [30] * 6


def test_the_first_block_of_a_day_begins_when_it_should_even_at_midnight():
    assert [block.start for block in routine(30, {"reply": Kind(1, 15)}, [0], start=0)] == [0, 15]


def test_with_no_time_there_is_no_block():
    assert routine(10, KINDS, [0], start=510) == ()


def test_alike_blocks_begin_with_different_actions():
    turns = [block.turn for block in routine(60, {"reply": Kind(1, 15)}, [0, 1], start=0)]

    assert turns == [0, 1, 2, 3]


@pytest.mark.parametrize(("given_kinds", "given_days"), [({}, [0]), (KINDS, []), (KINDS, [7])])
def test_a_week_without_kinds_or_days_is_refused(given_kinds, given_days):
    with pytest.raises(ValueError, match="kinds and days"):
        routine(60, given_kinds, given_days, start=0)


@given(st.integers(0, 1200), kinds, days, st.integers(0, LAST_MINUTE - 1), st.integers(1, 12))
def test_a_routine_never_takes_more_than_it_was_given(minutes, kinds, days, start, most):
    blocks = routine(minutes, kinds, days, start, most)

    assert taken(blocks) <= minutes
    assert len(blocks) <= most
    assert {block.day for block in blocks} <= set(days)
    assert {block.kind for block in blocks} <= set(kinds)


@given(st.integers(0, 1200), kinds, days, st.integers(0, LAST_MINUTE - 1))
def test_nothing_overlaps_or_runs_past_midnight(minutes, kinds, days, start):
    blocks = routine(minutes, kinds, days, start)
    assert overlaps(blocks) == []
    spans = [
        (b.day * LAST_MINUTE + b.start, b.day * LAST_MINUTE + b.start + b.minutes) for b in blocks
    ]

    assert all(end <= begin for (_, end), (begin, _) in itertools.pairwise(spans))
    assert all(block.start + block.minutes <= LAST_MINUTE for block in blocks)


def test_what_is_left_out_takes_no_time():
    assert taken([Block("write", 0, 0, 30, out=True), Block("reply", 0, 30, 15)]) == 15


def test_blocks_that_share_a_minute_overlap_and_those_that_touch_do_not():
    blocks = [
        Block("write", 0, 30, 30),
        Block("reply", 0, 0, 30),
        Block("ask", 0, 59, 15),
        Block("thank", 1, 30, 30),
        Block("meet", 0, 30, 60, out=True),
    ]

    assert overlaps(blocks) == [(0, 2)]


def test_blocks_one_inside_another_overlap_the_earlier_first():
    blocks = [Block("reply", 3, 20, 5), Block("meet", 3, 0, 60), Block("ask", 3, 40, 5)]

    assert overlaps(blocks) == [(1, 0), (1, 2)]


@pytest.mark.parametrize(("months", "weeks"), [(3, 13), (6, 26), (12, 52)])
def test_months_become_whole_weeks(months, weeks):
    assert weeks_of(months) == weeks


@pytest.mark.parametrize(
    ("today", "monday"),
    [(date(2026, 11, 24), MONDAY), (date(2026, 11, 29), MONDAY), (MONDAY, date(2026, 12, 7))],
)
def test_a_plan_begins_on_the_monday_after(today, monday):
    assert next_monday(today) == monday


def test_the_look_back_is_on_the_day_after_the_last_week():
    assert review_day(MONDAY, 26) == date(2027, 5, 31)


def test_the_first_weeks_only_listen():
    found = series([Block("reply", 2, 510, 15)], MONDAY, weeks=6, listening=2, actions=COUNTS)
    by_day = {day: part.kind for part in found for day in part.days}

    assert [by_day[day] for day in sorted(by_day)] == [LISTEN] * 2 + ["reply"] * 4
    assert min(by_day) == MONDAY + timedelta(days=2)


def test_actions_take_turns_from_week_to_week():
    found = series([Block("reply", 0, 510, 15, turn=1)], MONDAY, 5, listening=0, actions=COUNTS)
    by_day = {day: part.action for part in found for day in part.days}

    assert [by_day[day] for day in sorted(by_day)] == [1, 2, 0, 1, 2]


def test_the_first_week_after_listening_does_what_the_block_shows():
    found = series([Block("reply", 0, 510, 15, turn=1)], MONDAY, 6, listening=2, actions=COUNTS)
    by_day = {day: part.action for part in found for day in part.days if part.kind == "reply"}

    assert [by_day[day] for day in sorted(by_day)] == [1, 2, 0, 1]


def test_blocks_that_listen_for_a_while_do_not_all_do_the_same():
    week = [Block("reply", 0, 510, 15, turn=2), Block("write", 1, 510, 15, turn=2)]
    found = series(week, MONDAY, 1, listening=1, actions=COUNTS)

    assert [(part.kind, part.action) for part in found] == [(LISTEN, 0), (LISTEN, 1)]


def test_a_block_that_always_listens_goes_on_with_its_own_turn():
    found = series([Block(LISTEN, 0, 510, 15, turn=3)], MONDAY, 4, listening=2, actions=COUNTS)
    by_day = {day: part.action for part in found for day in part.days}

    assert [by_day[day] for day in sorted(by_day)] == [3, 0, 1, 2]


def test_a_block_that_is_left_out_is_in_no_series():
    assert series([Block("reply", 0, 510, 15, out=True)], MONDAY, 5, 0, COUNTS) == []


@given(
    st.lists(st.sampled_from(sorted(KINDS)), max_size=4),
    st.integers(1, 60),
    st.integers(0, 8),
)
def test_every_week_of_every_block_is_in_exactly_one_series(names, weeks, listening):
    blocks = [Block(name, place, 510, 15, turn=place) for place, name in enumerate(names)]
    found = series(blocks, MONDAY, weeks, listening, COUNTS)
    held = Counter((part.block, day) for part in found for day in part.days)
    wanted = {
        (place, MONDAY + timedelta(weeks=week, days=block.day))
        for place, block in enumerate(blocks)
        for week in range(weeks)
    }

    assert set(held) == wanted
    assert set(held.values()) <= {1}
    assert len({(part.block, part.kind, part.action) for part in found}) == len(found)
