"""The months to come, from one's own rate of conversations."""

from dataclasses import replace

import pytest

from workshop.models.ranges import Range
from workshop.models.relationships import growth
from workshop.models.review_growth import going_on


def _met(draws, medium):
    frame = growth(draws)
    return frame[(frame["stage"] == "met") & (frame["medium"] == medium)].set_index("month")


@pytest.fixture(name="year")
def _year(ties):
    return replace(ties, months=12, keeping=0.25, pitching=0)


def test_a_known_rate_meets_that_many_in_the_hours_for_finding(year):
    # Three of four hours find two an hour: six a week, 312 in 52 weeks, of which luck makes a band.
    found = _met(
        going_on(year, dict.fromkeys(("face_to_face", "social"), Range.exactly(2))), "social"
    )

    assert found.loc[12, "middle"] == pytest.approx(312, rel=0.02)
    assert found.loc[12, "low"] == pytest.approx(312 - 1.28 * 312**0.5, rel=0.02)


def test_who_meets_more_an_hour_meets_more(year):
    met = {"face_to_face": Range(1, 2, 3), "social": Range(2, 4, 6)}
    draws = going_on(year, met)

    assert _met(draws, "social").loc[12, "middle"] == pytest.approx(
        2 * _met(draws, "face_to_face").loc[12, "middle"], rel=0.1
    )


def test_a_rate_that_is_less_known_gives_a_wider_band(year):
    narrow, wide = (
        _met(going_on(year, {"face_to_face": values, "social": values}), "social").loc[12]
        for values in (Range(1.9, 2, 2.1), Range(1, 2, 4))
    )

    assert wide["high"] - wide["low"] > 3 * (narrow["high"] - narrow["low"])
