"""What the growth of relationships may assume, and what it refuses."""

from dataclasses import replace

import pytest

from workshop.models.ranges import Range
from workshop.models.relationship_assumptions import INPUTS, OWN_INPUTS


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("months", 0),
        ("months", 61),
        ("keeping", -0.01),
        ("keeping", 1.01),
        ("pitching", -0.01),
        ("pitching", 1.01),
        ("touches", -0.1),
        ("touches", 30.1),
        ("touches", float("nan")),
    ],
)
def test_numbers_outside_their_limits_are_refused(ties, field, value):
    with pytest.raises(ValueError, match=field):
        replace(ties, **{field: value})


@pytest.mark.parametrize(
    ("field", "value"),
    [("months", 1), ("months", 60), ("keeping", 0), ("keeping", 1), ("touches", 30)],
)
def test_the_limits_themselves_are_allowed(ties, field, value):
    assert getattr(replace(ties, **{field: value}), field) == value


@pytest.mark.parametrize("name", OWN_INPUTS)
def test_a_share_is_a_share_and_nothing_else_is(ties, name):
    wrong = Range(1, 1.5, 2) if name.endswith("_share") else Range(0.1, 0.2, 0.3, share=True)
    with pytest.raises(ValueError, match=f"{name} must be a Range"):
        replace(ties, **{name: wrong})


@pytest.mark.parametrize("name", ["meeting_minutes", "message_minutes", "most_people"])
def test_no_time_and_no_people_are_refused(ties, name):
    with pytest.raises(ValueError, match=f"{name} must be above 0"):
        replace(ties, **{name: Range.exactly(0)})


@pytest.mark.parametrize("name", ["touches_to_trust", "pitch_leaving"])
def test_less_than_one_is_refused_where_one_is_least(ties, name):
    with pytest.raises(ValueError, match=f"{name} must be 1 or more"):
        replace(ties, **{name: Range(0.9, 2, 3)})

    assert replace(ties, **{name: Range.exactly(1)})


def test_inputs_are_found_on_both_floors(ties):
    assert ties.range("reply_share") == ties.reach.reply_share
    assert ties.range("pitch_leaving") == ties.pitch_leaving


def test_posts_of_posting_only_play_no_part():
    assert "most_posts" not in INPUTS
    assert {"few_posts", "goes_on_share", "touches_to_trust"} <= set(INPUTS)
