"""What a comparison of reach accepts as assumptions."""

import math
from dataclasses import replace

import pytest

from workshop.models.ranges import Range
from workshop.models.reach_assumptions import INPUTS, Assumptions


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"hours": -0.25}, "hours must lie between 0 and 40, got -0.25"),
        ({"hours": 40.25}, "hours must lie between 0 and 40"),
        ({"hours": math.nan}, "hours must lie between 0 and 40"),
        ({"weeks": 0}, "weeks must be above 0, up to 520, got 0"),
        ({"weeks": 521}, "weeks must be above 0, up to 520"),
        ({"weeks": math.nan}, "weeks must be above 0"),
        ({"reply_share": Range(1, 2, 3)}, "reply_share must be a Range with share=True"),
        ({"people": Range.exactly(1, share=True)}, "people must be a Range with share=False"),
        ({"conversation_minutes": Range.exactly(0)}, "conversation_minutes must be above 0"),
        ({"post_minutes": Range.exactly(0)}, "post_minutes must be above 0"),
        ({"reply_minutes": Range.exactly(0)}, "reply_minutes must be above 0"),
        (
            {"event_minutes": Range.exactly(0), "around_minutes": Range.exactly(0)},
            "event_minutes or around_minutes must be above 0",
        ),
        ({"circle": Range(0.9, 1, 2)}, "circle counts the partner too: 1 or more, got 0.9"),
    ],
)
def test_assumptions_that_cannot_be_say_why(evidence, change, message):
    with pytest.raises(ValueError, match=message):
        replace(evidence, **change)


@pytest.mark.parametrize(
    "change",
    [
        {"hours": 0},
        {"hours": 40},
        {"weeks": 0.5},
        {"weeks": 520},
        {"people": Range.exactly(0)},
        {"following": Range.exactly(0)},
        {"event_minutes": Range.exactly(0)},
        {"around_minutes": Range.exactly(0)},
        {"talking_share": Range.exactly(0, share=True)},
        {"circle": Range(1, 1, 2)},
    ],
)
def test_nothing_and_all_are_fair_assumptions(evidence, change):
    assert isinstance(replace(evidence, **change), Assumptions)


def test_the_inputs_are_all_fields_but_the_hours_and_the_horizon(evidence):
    assert ("hours", "weeks", *INPUTS) == tuple(vars(evidence))


def test_equal_assumptions_can_stand_for_each_other(evidence):
    same = replace(evidence, people=Range.exactly(800.0))

    assert same == evidence
    assert hash(same) == hash(evidence)
