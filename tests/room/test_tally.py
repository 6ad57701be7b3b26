"""Counting without a database: cells, bars, and when a count may be told."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.room.agenda import Measure
from workshop.room.tally import (
    Bar,
    Move,
    Protection,
    bars,
    cells_of,
    may_publish,
    moved,
    singles_out,
)

HOURS = Measure(path="answer.hours", edges=(1, 3, 5))
MEDIUM = Measure(path="answer.medium", options=("face", "social", "both"))
PROTECTION = Protection()

COUNTS = st.lists(st.integers(0, 9), min_size=2, max_size=9).filter(lambda it: sum(it) >= 5)


def _measure(counts, kind):
    names = [f"o{number}" for number in range(len(counts))]
    if kind == "options":
        return Measure(path="a", options=names)
    return Measure(path="a", edges=range(1, len(counts)))


@pytest.mark.parametrize(
    ("hours", "cell"), [(0, 0), (0.99, 0), (1, 1), (2.9, 1), (3, 2), (5, 3), (1e9, 3), (-4, 0)]
)
def test_a_number_falls_between_two_edges(hours, cell):
    assert cells_of({"answer": {"hours": hours}}, {"h": HOURS}) == {"h": cell}


SILENT = [None, [], {}, {"answer": 3}, *({"answer": {"hours": it}} for it in (None, "3", True))]


@pytest.mark.parametrize("body", SILENT)
def test_an_answer_that_says_nothing_is_in_no_cell(body):
    assert cells_of(body, {"h": HOURS}) == {}


def test_a_choice_has_a_cell_of_its_own_and_an_unknown_one_has_none():
    assert cells_of({"answer": {"medium": "both"}}, {"m": MEDIUM}) == {"m": 2}
    assert cells_of({"answer": {"medium": "pigeon"}}, {"m": MEDIUM}) == {}


def test_yes_and_no_are_choices():
    measure = Measure(path="pitch", options=("true", "false"))

    assert cells_of({"pitch": True}, {"p": measure}) == {"p": 0}
    assert cells_of({"pitch": False}, {"p": measure}) == {"p": 1}


@pytest.mark.parametrize(
    ("counts", "told"),
    [
        ([3, 4, 0, 5], [((0,), 3), ((1,), 4), ((2,), 0), ((3,), 5)]),
        ([1, 4, 0, 5], [((0, 1), 5), ((2,), 0), ((3,), 5)]),
        ([3, 1, 0, 1], [((0, 1, 2, 3), 5)]),
        ([0, 0, 5, 0], [((0, 1), 0), ((2,), 5), ((3,), 0)]),
        ([5, 0, 0, 1], [((0, 1, 2, 3), 6)]),
    ],
)
def test_small_cells_are_told_with_their_neighbours(counts, told):
    assert bars(counts, HOURS, PROTECTION) == tuple(Bar(cells, n) for cells, n in told)


@pytest.mark.parametrize(
    ("counts", "told"),
    [
        ([4, 3, 0], [((0,), 4), ((1,), 3), ((2,), 0)]),
        ([2, 9, 1], [((0, 2), 3), ((1,), 9)]),
        ([9, 4, 1], [((0,), 9), ((1, 2), 5)]),
    ],
)
def test_rare_choices_are_told_together_with_the_smallest_other(counts, told):
    assert bars(counts, MEDIUM, PROTECTION) == tuple(Bar(cells, n) for cells, n in told)


@given(COUNTS, st.sampled_from(["edges", "options"]))
def test_every_bar_holds_nobody_or_a_group_and_nobody_is_left_out(counts, kind):
    told = bars(counts, _measure(counts, kind), PROTECTION)

    assert all(bar.people == 0 or bar.people >= 3 for bar in told)
    assert sum(bar.people for bar in told) == sum(counts)
    assert sorted(cell for bar in told for cell in bar.cells) == list(range(len(counts)))


@given(COUNTS)
def test_bars_of_numbers_are_of_neighbours(counts):
    cells = [bar.cells for bar in bars(counts, _measure(counts, "edges"), PROTECTION)]

    assert [cell for bar in cells for cell in bar] == list(range(len(counts)))


@given(
    st.dictionaries(
        st.integers(0, 30), st.tuples(st.none() | st.integers(0, 3), st.none() | st.integers(0, 3))
    )
)
def test_moving_people_counts_them_anew(people):
    before = [sum(was == cell for was, _ in people.values()) for cell in range(4)]
    after = [sum(now == cell for _, now in people.values()) for cell in range(4)]
    moves = [Move(was, now) for was, now in people.values() if was != now]

    assert moved(before, moves, 4) == after


def test_a_count_is_told_from_five_people_on_and_after_three_changes():
    three = [Move(None, 0)] * 3

    assert may_publish([5, 0], three, PROTECTION)
    assert not may_publish([4, 0], three, PROTECTION)
    assert not may_publish([9, 0], three[:2], PROTECTION)


@pytest.mark.parametrize(
    ("second", "shown"),
    [
        ({1: 0, 2: 0, 3: 1}, False),  # all the same: nothing to see
        ({1: 0, 2: 0}, True),  # one person less
        ({1: 0, 2: 0, 3: 2}, True),  # one person elsewhere
        ({1: 1, 2: 1, 3: 0}, False),  # a group
        ({1: 0, 2: 0, 3: 1, 4: 1, 5: 1}, True),  # two people more
        ({1: 0, 4: 0, 5: 1}, True),  # two who came for two who went
    ],
)
def test_two_publications_differ_by_a_group_or_not_at_all(second, shown):
    assert singles_out(second, {1: 0, 2: 0, 3: 1}, [], PROTECTION) == shown


def test_two_who_change_back_do_not_make_a_group_for_the_one_between_them():
    first, second = {1: 0, 2: 0, 3: 0, 4: 0, 5: 0}, {1: 1, 2: 1, 3: 1, 4: 0, 5: 0}
    third = {1: 0, 2: 0, 3: 1, 4: 0, 5: 0}
    moves = [{1: 0, 2: 0, 3: 0}, dict.fromkeys(first)]

    assert not singles_out(second, first, moves[1:], PROTECTION)
    assert singles_out(third, second, moves, PROTECTION)


@pytest.mark.parametrize("setting", [{"least": 2}, {"group": 2}, {"least": 0, "group": 0}])
def test_no_setting_goes_below_three(setting):
    with pytest.raises(ValueError, match="must be 3 or more"):
        Protection(**setting)
