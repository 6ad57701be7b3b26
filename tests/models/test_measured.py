"""Shares counted at one's own posts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.models.measured import measure, share
from workshop.models.updating import Share


def test_even_posts_are_one_large_count():
    # Five posts of 10 in 100 each: 50 yes and 450 no, and half a case on each side.
    found = share([10] * 5, [100] * 5)

    assert (found.low, found.typical, found.high) == pytest.approx(Share(50.5, 450.5).interval)


def test_posts_that_differ_widen_the_share_by_their_scatter():
    # Means are 10: ten times (20 - 10)^2 / 10 or (0 - 10)^2 / 10 is 100, over nine degrees.
    found = share([20, 0] * 5, [100] * 10)
    wide = 100 / 9

    assert (found.low, found.high) == pytest.approx(
        Share(0.5 + 100 / wide, 0.5 + 900 / wide).interval[::2]
    )


def test_no_answer_at_all_is_few_and_not_none():
    found = share([0] * 50, [400] * 50)

    assert 0 < found.low < found.high < 0.001


def test_fewer_than_five_posts_measure_nothing():
    assert share([10] * 4, [100] * 4) is None
    assert share([10] * 5, [100] * 4 + [0]) is None


def test_a_post_shown_more_often_than_there_are_followers_is_seen_by_all():
    assert share([500] * 5, [100] * 5).typical == pytest.approx(1, abs=0.01)


def test_a_billion_who_all_answer_are_still_a_range():
    found = share([10**9] * 5, [10**9] * 5)

    assert 1 - 1e-8 < found.low <= found.high < 1


def test_a_billion_followers_and_no_answer_are_still_a_range():
    found = share([0] * 5, [10**9] * 5)

    assert 0 < found.low <= found.high < 1e-8


@given(st.lists(st.tuples(st.integers(0, 5000), st.integers(1, 5000)), min_size=5, max_size=60))
def test_a_share_is_always_a_share_in_order(posts):
    found = share([part for part, _ in posts], [whole for _, whole in posts])

    assert 0 < found.low <= found.typical <= found.high < 1


def test_posts_measure_who_sees_and_who_answers():
    found = measure(100, [(10, 1)] * 8)

    assert found == {
        "seen_share": share([10] * 8, [100] * 8),
        "answer_share": share([1] * 8, [10] * 8),
    }


def test_without_followers_nobody_knows_the_share_who_see_a_post():
    assert set(measure(None, [(10, 1)] * 8)) == {"answer_share"}


def test_posts_that_do_not_tell_are_left_out():
    posts = [(10, None)] * 8 + [(None, 3)] * 8 + [(10, 2)] * 4

    assert measure(100, posts) == {"seen_share": share([10] * 12, [100] * 12)}
