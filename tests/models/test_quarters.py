"""Hours in whole quarters, divided without losing one."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.models.quarters import in_quarters, share_out

quarters = st.integers(0, 160).map(lambda count: count / 4)
weights = st.dictionaries(st.text(max_size=3), st.floats(0, 1e6), max_size=8)


@pytest.mark.parametrize(
    ("total", "shares", "most", "expected"),
    [
        # 4 hours as 1 : 1 : 2.
        (4, {"a": 1, "b": 1, "c": 2}, 40, {"a": 1, "b": 1, "c": 2}),
        # 1 hour in three: 4 quarters are 1 1/3 each; the first of equals gets the one left over.
        (1, {"a": 1, "b": 1, "c": 1}, 40, {"a": 0.5, "b": 0.25, "c": 0.25}),
        # 5 quarters as 1 : 3 are 1.25 and 3.75: the larger remainder gets the one left over.
        (1.25, {"a": 1, "b": 3}, 40, {"a": 0.25, "b": 1}),
        # Nobody has a claim: equal shares.
        (3, {"a": 0, "b": 0}, 40, {"a": 1.5, "b": 1.5}),
        # 10 hours as 8 : 1 : 1 would give the first 8; it takes 4, and the others 3 each.
        (10, {"a": 8, "b": 1, "c": 1}, 4, {"a": 4, "b": 3, "c": 3}),
        # The first is full, and of the others nobody has a claim.
        (10, {"a": 1, "b": 0, "c": 0}, 4, {"a": 4, "b": 3, "c": 3}),
        # Filling one fills the next: 11 hours as 6 : 4 : 1 are 6, 4, 1; then 5.6, 1.4; then 3.
        (11, {"a": 6, "b": 4, "c": 1}, 4, {"a": 4, "b": 4, "c": 3}),
        # More than all can take is left out.
        (10, {"a": 1, "b": 2}, 4, {"a": 4, "b": 4}),
        (10, {"a": 1}, 0, {"a": 0}),
        (0, {"a": 1, "b": 2}, 4, {"a": 0, "b": 0}),
        (3, {}, 4, {}),
    ],
)
def test_hours_are_shared_out_in_proportion(total, shares, most, expected):
    assert share_out(total, shares, most) == expected


@given(quarters, weights, quarters)
def test_nothing_is_lost_but_what_fits_nowhere(total, shares, most):
    shared = share_out(total, shares, most)

    assert list(shared) == list(shares)
    assert sum(shared.values()) == min(total, most * len(shares))
    assert all(0 <= hours <= most and (hours * 4).is_integer() for hours in shared.values())


@given(quarters, weights)
def test_everybody_gets_their_share_to_the_quarter(total, shares):
    whole = sum(shares.values())
    shared = share_out(total, shares, 40)

    for name, weight in shares.items():
        ideal = total * (weight / whole) if whole else total / len(shares)

        assert shared[name] == pytest.approx(ideal, abs=0.25 + 1e-9)


@pytest.mark.parametrize("amount", [0.1, -0.25, math.nan, math.inf])
def test_hours_that_are_not_quarters_are_refused_by_name(amount):
    with pytest.raises(ValueError, match="writing must be 0 or more hours in steps"):
        in_quarters("writing", amount)


def test_hours_are_counted_in_quarters():
    assert in_quarters("writing", 2.75) == 11


@pytest.mark.parametrize("weight", [-1, math.nan, math.inf])
def test_a_weight_below_nothing_or_without_end_is_refused(weight):
    with pytest.raises(ValueError, match="weights must be 0 or more"):
        share_out(1, {"a": weight}, 4)


@pytest.mark.parametrize(("total", "most", "name"), [(0.1, 1, "total"), (1, 0.1, "most")])
def test_amounts_to_share_out_are_quarters(total, most, name):
    with pytest.raises(ValueError, match=f"^{name} must"):
        share_out(total, {"a": 1}, most)
