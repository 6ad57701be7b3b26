"""Ratings, averaged and set against each other."""

from workshop.models.ratings import average, gain, middle


def test_no_scores_have_no_average():
    assert average([]) is None


def test_an_average_is_told_to_a_tenth():
    assert average([1, 2, 2]) == 1.7


def test_a_range_counts_by_its_middle():
    assert middle([(0, 2), (2, 4)]) == 2.0


def test_a_gain_compares_only_what_was_rated_twice():
    assert gain({"hours": 2, "them": 3}, {"hours": 4, "months": 5}) == 2.0
    assert gain({}, {"hours": 4}) is None
