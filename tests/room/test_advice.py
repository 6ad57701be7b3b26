"""Suggestions have a reason, take their minutes from somewhere, and are only suggestions."""

import pytest

from workshop.room.advice import Advice, advise, minutes_late, wide
from workshop.room.agenda import Agenda
from workshop.room.tally import Bar


def _step(key, minutes, shortest, exercise=""):
    return {"key": key, "title": key, "minutes": minutes, "shortest": shortest, "purpose": "p",
            "exercise": exercise}  # fmt: skip


AGENDA = Agenda.model_validate(
    {
        "title": "T",
        "minutes": 60,
        "steps": [
            _step("welcome", 5, 5),
            _step("week", 15, 10, "time_budget"),
            _step("reach", 15, 12, "reach_comparison"),
            _step("thousand", 20, 11, "thousand_people"),
            _step("close", 5, 4),
        ],
    }
)
WIDE = [Bar((0,), 4), Bar((1,), 4), Bar((2,), 4), Bar((3,), 4)]
NARROW = [Bar((0,), 0), Bar((1,), 9), Bar((2,), 4), Bar((3,), 3)]


def test_in_time_and_of_one_mind_there_is_nothing_to_suggest():
    assert advise(AGENDA, 1, 0, 12, 12, NARROW) == []


def test_a_wide_spread_suggests_pairs_paid_by_the_first_block_that_can():
    assert advise(AGENDA, 1, 0, 16, 16, WIDE) == [Advice("pairs", "wide", 6, "thousand")]


def test_behind_the_clock_suggests_which_block_to_shorten():
    assert advise(AGENDA, 1, 3, 12, 12, NARROW) == [Advice("shorten", "behind", 3, "reach")]


def test_more_than_any_block_can_give_takes_from_the_one_with_most():
    assert advise(AGENDA, 1, 30, 12, 12) == [Advice("shorten", "behind", 9, "thousand")]


def test_at_the_end_nobody_pays():
    assert advise(AGENDA, 4, 30, 12, 12) == []


def test_ahead_of_the_clock_there_is_time_for_more():
    assert advise(AGENDA, 1, -4, 12, 12) == [Advice("lengthen", "ahead", 4, "week")]


def test_while_most_still_think_it_suggests_to_wait():
    assert advise(AGENDA, 1, 0, 5, 12) == [Advice("wait", "few")]


@pytest.mark.parametrize(
    ("bars", "told"), [(WIDE, True), (NARROW, False), ([], False), ([Bar((0, 1), 5)], False)]
)
def test_a_spread_is_wide_where_no_two_neighbours_hold_most(bars, told):
    assert wide(bars) == told


@pytest.mark.parametrize(
    ("place", "used", "late"),
    [(0, 3, 0), (0, 7, 2), (1, 5, 0), (1, 20, 0), (1, 23, 3), (2, 16, -4), (4, 61, 1)],
)
def test_late_is_what_goes_beyond_the_step_that_is_up(place, used, late):
    assert minutes_late(AGENDA, place, used) == late
