import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from traitlets import TraitError

from workshop.widgets.parts import Range

NOT_NUMBERS = [
    math.nan,
    math.inf,
    -math.inf,
    "3",
    "3" * 1_000_000,
    "\0",
    "\ud800",
    True,
    False,
    None,
    [3],
    {"a": 3},
    10**400,
    -(10**400),
    1e308,
    -1,
    20.0001,
]


def _hours(**traits):
    return Range("Events", 2, 0, 20, step=0.25, unit="h", **traits)


@pytest.mark.parametrize("sent", NOT_NUMBERS, ids=lambda sent: repr(sent)[:20])
def test_what_is_no_number_on_the_scale_is_answered_with_the_truth(sent, words, wire):
    hours = _hours(words=words)
    page = wire(hours)

    page.update(value=sent)

    assert hours.value == 2
    assert hours.problem == "Between 0 and 20"
    assert {"value": 2} in page.states


def test_a_good_number_takes_the_problem_away(words, wire):
    hours = _hours(words=words)
    page = wire(hours)
    page.update(value="x")

    page.update(value=3)

    assert (hours.value, hours.problem) == (3, "")


def test_moving_it_in_the_browser_touches_it(wire):
    hours = _hours()

    wire(hours).update(value=4.25, touched=True)

    assert (hours.value, hours.touched) == (4.25, True)


def test_only_yes_or_no_can_touch_it(wire):
    hours = _hours()

    wire(hours).update(touched="yes")

    assert hours.touched is False


def test_the_way_back_tells_its_owner(wire):
    hours = _hours(touched=True)
    hours.observe(lambda change: setattr(hours, "value", 2), "touched")
    page = wire(hours)
    page.update(value=9)

    page.update(touched=False)

    assert hours.value == 2
    assert {"value": 2} in page.states


def test_a_number_between_two_steps_is_snapped_and_sent_back(wire):
    hours = _hours()
    page = wire(hours)

    page.update(value=3.3)

    assert hours.value == 3.25
    assert page.states[-1] == {"value": 3.25}


def test_a_number_the_page_sent_is_not_sent_back(wire):
    hours = _hours()
    page = wire(hours)

    page.update(value=3.25)

    assert page.states == []


def test_an_owner_who_corrects_the_value_is_heard_by_the_page(wire):
    hours = _hours()
    hours.observe(lambda change: setattr(hours, "value", min(change.new, 8)), "value")
    page = wire(hours)

    page.update(value=12)

    assert hours.value == 8
    assert {"value": 8} in page.states


@pytest.mark.parametrize(
    ("set_to", "becomes"), [(2.1, 2.0), (2.13, 2.25), (-5, 0), (99, 20), (0.125, 0), (19.9, 20)]
)
def test_python_may_set_any_number_and_gets_the_nearest(set_to, becomes):
    hours = _hours()
    hours.value = set_to

    assert hours.value == becomes


def test_tenths_stay_tenths():
    share = Range("Share", 0, 0, 1, step=0.1)
    for tenths in range(11):
        share.value = tenths * 0.1
        assert str(share.value) == f"{tenths / 10}"


def test_the_highest_value_is_one_that_a_step_reaches():
    assert Range("Odd", 10, 0, 10, step=3).value == 9


@pytest.mark.parametrize(("step", "kept"), [(1, 1234), (0.25, 1234.25), (0.01, 1234.26)])
def test_a_log_scale_keeps_a_typed_figure_to_its_step(wire, step, kept):
    people = Range("People", 800, 10, 5000, step=step, scale="log")
    page = wire(people)

    page.update(value=1234.26)

    assert people.value == kept
    assert people.fit(people.value) == kept


def test_a_log_scale_has_no_step_that_would_pass_over_its_lowest_numbers():
    with pytest.raises(TraitError, match="step must not exceed its min"):
        Range("Share", 0.1, 0.01, 1, scale="log")


def test_a_log_scale_cannot_start_at_zero():
    with pytest.raises(TraitError, match="log scale starts above 0"):
        Range("People", 10, 0, 100, scale="log")


@pytest.mark.parametrize(
    "traits", [{"min": 5, "max": 1}, {"min": math.nan, "max": 1}, {"min": 0, "max": math.inf}]
)
def test_a_scale_has_two_ends_in_order(traits):
    with pytest.raises(TraitError, match="Hours"):
        Range("Hours", 1, **traits)


@pytest.mark.parametrize("step", [0, -1, math.nan, math.inf])
def test_a_step_leads_somewhere(step):
    with pytest.raises(TraitError, match="step must be above 0"):
        Range("Hours", 1, 0, 2, step=step)


def test_python_cannot_set_what_is_no_number():
    with pytest.raises(TraitError, match="finite"):
        _hours().value = math.nan


def test_a_narrower_scale_takes_the_value_along():
    hours = _hours()
    hours.value = 15
    hours.max = 10

    assert hours.value == 10


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
)


@given(sent=JSON)
def test_whatever_is_sent_the_value_stays_on_the_scale(sent):
    hours = _hours()

    hours.set_state({"value": sent, "touched": sent, "min": sent})

    assert 0 <= hours.value <= 20
    assert hours.value * 4 == int(hours.value * 4)
    assert isinstance(hours.touched, bool)


@given(
    value=st.floats(-1e9, 1e9),
    low=st.floats(-1e6, 1e6),
    width=st.floats(0, 1e6),
    step=st.floats(1e-3, 1e6),
)
def test_fitting_twice_changes_nothing(value, low, width, step):
    scale = Range("Any", low, low, low + width, step=step)
    once = scale.fit(value)

    assert scale.fit(once) == once
    assert low <= once or math.isclose(low, once, rel_tol=1e-9)
    assert once <= low + width or math.isclose(once, low + width, rel_tol=1e-9)
