"""Amounts as people read them."""

import pytest

from workshop.packs import load_pack

SAY = load_pack().say


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (0, "0 h"),
        (2.25, "2.25 h"),
        (4.0, "4 h"),
        (9.75, "9.75 h"),
        (184.0, "184 h"),
        (15.33, "15 h"),
    ],
)
def test_hours_are_exact_while_small_and_whole_when_large(value, said):
    assert SAY.hours(value) == said


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (0.2, "under 1"),
        (1.2, "1"),
        (66.4, "66"),
        (126.7, "130"),
        (1234, "1,200"),
        (98_765, "99,000"),
    ],
)
def test_people_are_never_more_exact_than_the_evidence(value, said):
    assert SAY.people(value) == said


def test_a_band_of_one_number_is_that_number():
    assert SAY.band(4.1, 4.4) == "4"


def test_a_band_names_both_ends():
    assert SAY.band(39, 112) == "39 to 110"


def test_money_has_no_cents():
    assert SAY.money(11_040) == "€11,040"


def test_a_share_is_whole_per_cent():
    assert SAY.share(0.254) == "25 %"
