"""An uncertain number: what it accepts, and where its draws fall."""

import math
from dataclasses import FrozenInstanceError

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from workshop.models.ranges import LARGEST, SMALLEST, Range

TENTHS = np.array([-1.2815515655446004, 0.0, 1.2815515655446004])

positive = st.floats(SMALLEST, LARGEST)
inside = st.floats(SMALLEST, 1 - SMALLEST)


def _sorted_range(three, share):
    return Range(*sorted(three), share=share)


ranges = st.one_of(
    st.tuples(positive, positive, positive).map(lambda three: _sorted_range(three, False)),
    st.tuples(inside, inside, inside).map(lambda three: _sorted_range(three, True)),
)


@pytest.mark.parametrize(
    ("low", "typical", "high", "share", "message"),
    [
        (math.nan, 1, 2, False, "must be numbers"),
        (1, 2, math.inf, False, "must be numbers"),
        (2, 1, 3, False, "Sort the three"),
        (1, 3, 2, False, "Sort the three"),
        (0, 1, 2, False, "Only Range.exactly may be 0"),
        (-1, -1, -1, False, "must lie between"),
        (1, 2, 2e12, False, "must lie between 1e-09 and 1e"),
        (2e12, 2e12, 2e12, False, "must lie between"),
        (1e-10, 1e-10, 1e-10, False, "must lie between"),
        (0, 0.5, 0.6, True, "Only Range.exactly may be 0 or 1"),
        (0.5, 0.6, 1, True, "0.999999999"),
        (1.5, 1.5, 1.5, True, "must lie between"),
        (1 - 1e-12, 1 - 1e-12, 1 - 1e-12, True, "must lie between"),
    ],
)
def test_a_range_that_makes_no_sense_says_why(low, typical, high, share, message):
    with pytest.raises(ValueError, match=message):
        Range(low, typical, high, share)


@pytest.mark.parametrize(
    ("value", "share"), [(0, False), (7, False), (1, False), (0, True), (1, True)]
)
def test_a_number_that_is_known_may_be_nothing_or_all(value, share):
    known = Range.exactly(value, share)

    assert known == Range(value, value, value, share)
    assert known.is_exact
    assert known.draws(TENTHS).tolist() == [value, value, value]


def test_the_limits_themselves_are_accepted():
    assert not Range(SMALLEST, 1, LARGEST).is_exact
    assert not Range(SMALLEST, 0.5, 1 - SMALLEST, share=True).is_exact


def test_a_range_is_replaced_and_never_changed():
    with pytest.raises(FrozenInstanceError):
        Range(1, 2, 3).low = 0.5


def test_draws_are_skewed_as_their_range_is():
    # Two standard deviations up from the median doubles the step of 8 / 4 twice over: 4 * 2 * 2.
    # Two down halves the step of 3 / 4 twice over: 4 * 3/4 * 3/4.
    values = Range(3, 4, 8).draws(2 * TENTHS)

    assert values == pytest.approx([2.25, 4, 16])


def test_draws_of_a_share_take_equal_steps_in_odds():
    # Odds of 1/4, 1 and 4: the next steps are 1/16 and 16, which are shares of 1/17 and 16/17.
    values = Range(0.2, 0.5, 0.8, share=True).draws(2 * TENTHS)

    assert values == pytest.approx([1 / 17, 0.5, 16 / 17])


@given(ranges)
@example(Range(SMALLEST, SMALLEST, LARGEST))
@example(Range(SMALLEST, LARGEST, LARGEST))
def test_a_tenth_lies_below_low_half_below_typical_a_tenth_above_high(values):
    assert values.draws(TENTHS) == pytest.approx([values.low, values.typical, values.high])


@given(ranges, st.lists(st.floats(-40, 40), min_size=1))
def test_draws_are_finite_never_negative_and_rise_with_z(values, z):
    drawn = values.draws(np.sort(np.array(z)))

    assert np.isfinite(drawn).all()
    assert (drawn >= 0).all()
    assert (np.diff(drawn) >= -1e-12 * drawn[:-1]).all()


@given(ranges.filter(lambda values: values.share), st.floats(-40, 40))
def test_a_share_stays_a_share_however_unlikely_the_draw(values, z):
    assert 0 <= values.draws(np.array([z]))[0] <= 1


def test_draws_keep_their_shape():
    assert Range(1, 2, 3).draws(np.zeros((2, 3))).shape == (2, 3)
    assert Range.exactly(2).draws(np.zeros((2, 3))).shape == (2, 3)


def test_a_range_moved_keeps_its_ratios():
    moved = Range(50, 100, 400).around(10)

    assert (moved.low, moved.typical, moved.high) == pytest.approx((5, 10, 40))
    assert not moved.share


def test_a_share_moved_keeps_the_ratios_of_its_odds():
    # Odds of 1/4, 1 and 4, moved to a median of 1 in 5 (odds of 1/4): 1/16, 1/4 and 1.
    moved = Range(0.2, 0.5, 0.8, share=True).around(0.2)

    assert (moved.low, moved.typical, moved.high) == pytest.approx((1 / 17, 0.2, 0.5))
    assert moved.share


@pytest.mark.parametrize(
    ("values", "value"),
    [
        (Range(1, 2, 3), 0),
        (Range.exactly(4), 5),
        (Range(0.1, 0.2, 0.3, share=True), 0),
        (Range(0.1, 0.2, 0.3, share=True), 1),
        (Range.exactly(0.5, share=True), 0.2),
    ],
)
def test_what_is_certain_gets_no_spread(values, value):
    assert values.around(value) == Range.exactly(value, values.share)


def test_a_positive_number_moved_to_one_keeps_its_spread():
    assert Range(1, 2, 4).around(1) == Range(0.5, 1, 2)


@pytest.mark.parametrize("value", [-1, math.nan, math.inf, 2e12])
def test_a_range_cannot_be_moved_where_no_range_can_be(value):
    with pytest.raises(ValueError):
        Range(1, 2, 3).around(value)


@given(ranges, st.data())
def test_a_range_can_be_moved_anywhere_it_could_have_been(values, data):
    value = data.draw(inside if values.share else positive)
    moved = values.around(value)

    assert moved.typical == value
    assert moved.share == values.share


@given(ranges)
def test_a_range_moved_to_its_own_median_stays_as_it_is(values):
    moved = values.around(values.typical)

    assert (moved.low, moved.high) == pytest.approx((values.low, values.high), rel=1e-6)
