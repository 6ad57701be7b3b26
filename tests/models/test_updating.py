"""Own counts and assumed ranges, by hand and by law."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.models.ranges import Range
from workshop.models.updating import Rate, Share, chance_above, product, scatter

POSITIVE = st.floats(0.05, 500)


@st.composite
def _ranges(draw):
    typical = draw(st.floats(0.01, 100))
    below, above = draw(st.floats(1.1, 20)), draw(st.floats(1.1, 20))
    return Range(typical / below, typical, typical * above)


@st.composite
def _shares(draw):
    odds = draw(st.floats(0.05, 20))
    below, above = draw(st.floats(1.2, 8)), draw(st.floats(1.2, 8))
    ends = [odds / below, odds, odds * above]
    return Range(*(end / (1 + end) for end in ends), share=True)


def test_one_event_seen_in_one_hour_is_an_exponential():
    # Quantiles of an exponential are -ln(1 - p).
    low, typical, high = Rate(1, 1).interval

    assert low == pytest.approx(-math.log(0.9))
    assert typical == pytest.approx(math.log(2))
    assert high == pytest.approx(-math.log(0.1))


def test_twice_the_hours_halve_the_rate():
    assert Rate(1, 2).interval.typical == pytest.approx(math.log(2) / 2)


def test_counts_and_hours_are_added():
    assert Rate(3, 10).seeing(4, 12.5) == Rate(7, 22.5)


def test_cases_are_added():
    assert Share(1, 9).seeing(2, 8) == Share(3, 17)
    assert Share(3, 17).cases == 20


def test_one_case_each_leaves_every_share_as_likely():
    assert Share(1, 1).interval == pytest.approx((0.1, 0.5, 0.9))


def test_two_cases_of_yes_are_a_square():
    # The distribution of Beta(2, 1) is p squared.
    assert Share(2, 1).interval == pytest.approx([math.sqrt(p) for p in (0.1, 0.5, 0.9)])


def test_a_fit_of_an_exponential_finds_it_again():
    low, typical, high = Rate(1, 4).interval
    found = Rate.fitted(Range(low, typical, high))

    assert (found.count, found.hours) == pytest.approx((1, 4))


def test_a_fit_of_a_beta_finds_it_again():
    low, typical, high = Share(3, 17).interval
    found = Share.fitted(Range(low, typical, high, share=True))

    assert (found.yes, found.no) == pytest.approx((3, 17), rel=1e-4)


@given(_ranges())
def test_a_fitted_rate_keeps_the_median_and_the_width(values):
    low, typical, high = Rate.fitted(values).interval

    assert typical == pytest.approx(values.typical, rel=1e-6)
    assert high / low == pytest.approx(values.high / values.low, rel=1e-4)


@given(_shares())
def test_a_fitted_share_keeps_the_median_and_the_width_in_odds(values):
    low, typical, high = Share.fitted(values).interval
    width = (high / (1 - high)) / (low / (1 - low))
    meant = (values.high / (1 - values.high)) / (values.low / (1 - values.low))

    assert typical == pytest.approx(values.typical, rel=1e-4)
    assert width == pytest.approx(meant, rel=1e-3)


def test_an_exact_range_cannot_be_updated():
    with pytest.raises(ValueError, match="exact range"):
        Rate.fitted(Range.exactly(2))
    with pytest.raises(ValueError, match="exact range"):
        Share.fitted(Range.exactly(0.2, share=True))


@given(count=POSITIVE, hours=POSITIVE, more=st.floats(1, 500))
def test_more_counted_at_the_same_rate_never_widens_the_interval(count, hours, more):
    before, after = Rate(count, hours), Rate(count * (1 + more), hours * (1 + more))

    assert _width(after.interval) < _width(before.interval)


def _width(interval):
    return math.log(interval.high / max(interval.low, 1e-300))


@given(prior=_ranges(), count=st.integers(0, 500), hours=st.floats(1, 500))
def test_what_is_believed_lies_between_the_assumption_and_the_count(prior, count, hours):
    before = Rate.fitted(prior)
    after = before.seeing(count, hours)
    means = sorted((before.count / before.hours, count / hours))

    assert means[0] * (1 - 1e-9) <= after.count / after.hours <= means[1] * (1 + 1e-9)


def test_two_equal_rates_are_even():
    assert chance_above(Rate(3, 7), Rate(3, 7)) == pytest.approx(0.5)


def test_the_chance_between_two_exponentials_is_that_of_a_race():
    # Of two exponentials with rates 1 and 3, the slower one is larger in 3 of 4 cases.
    assert chance_above(Rate(1, 1), Rate(1, 3)) == pytest.approx(0.75)


@given(POSITIVE, POSITIVE, POSITIVE, POSITIVE)
def test_one_of_two_rates_is_above_the_other(count, hours, other_count, other_hours):
    one, other = Rate(count, hours), Rate(other_count, other_hours)

    assert chance_above(one, other) + chance_above(other, one) == pytest.approx(1)


def test_even_weeks_do_not_scatter():
    assert scatter([2, 2, 2], [1, 1, 1]) == 1


def test_scatter_is_pearsons():
    # The mean is 5 an hour: (10 - 5)^2 / 5 + (0 - 5)^2 / 5 = 10 over one degree of freedom.
    assert scatter([10, 0], [1, 1]) == 10
    # Hours 1 and 3 at a mean of 3: (6 - 3)^2 / 3 + (6 - 9)^2 / 9 = 4.
    assert scatter([6, 6], [1, 3]) == 4


def test_weeks_without_hours_say_nothing_about_scatter():
    assert scatter([10, 0, 99], [1, 1, 0]) == 10


@pytest.mark.parametrize("counts", [[], [5], [0, 0, 0]])
def test_too_little_to_scatter_is_no_scatter(counts):
    assert scatter(counts, [1] * len(counts)) == 1


def test_a_product_multiplies_medians_and_adds_spreads_in_quadrature():
    found = product(Range(1, 2, 6), Range(10, 20, 80))

    assert found.typical == 40
    assert found.low == pytest.approx(40 * math.exp(-math.sqrt(2) * math.log(2)))
    assert found.high == pytest.approx(40 * math.exp(math.hypot(math.log(3), math.log(4))))


@given(_ranges(), st.floats(0.1, 10))
def test_an_exact_factor_only_scales(values, factor):
    found = product(values, Range.exactly(factor))

    assert (found.low, found.typical, found.high) == pytest.approx(
        (values.low * factor, values.typical * factor, values.high * factor)
    )
