"""What each way brings, worked out by hand."""

import numpy as np
import pytest

from workshop.models.reach_ways import broadcasting, conversing, events, unused_hours

INPUTS = {
    "people": 100.0,
    "event_minutes": 120.0,
    "talking_share": 0.5,
    "conversation_minutes": 6.0,
    "circle": 1.5,
    "event_new_share": 0.5,
    "around_minutes": 120.0,
    "following": 1000.0,
    "seen_share": 0.1,
    "answer_share": 0.01,
    "post_minutes": 24.0,
    "most_posts": 5.0,
    "few_posts": 2.0,
    "reply_minutes": 6.0,
    "reply_share": 0.5,
    "online_new_share": 0.8,
    "goes_on_share": 0.4,
}


def _inputs(**changed):
    return {name: np.array([value]) for name, value in {**INPUTS, **changed}.items()}


def _numbers(people):
    return [float(stage[0]) for stage in people]


def test_events_take_their_travel_and_then_bring_new_people():
    # 4 hours a week for 10 weeks, 4 hours an event: 10 events.
    # Each: 120 * 0.5 = 60 minutes of talk, 10 conversations, 15 people within earshot, half new.
    # Could hear: 100 at the first, 50 new ones at each of the 9 others.
    assert _numbers(events(_inputs(), hours=4, weeks=10)) == [550, 75, 50]


def test_half_an_event_brings_half_of_one():
    # 4 hours in all were one event; 2 hours are half of one.
    assert _numbers(events(_inputs(), hours=2, weeks=1)) == [50, 3.75, 2.5]


@pytest.mark.parametrize(
    ("people", "expected"),
    [
        # Time limits: 10 conversations and 15 within earshot, half of them new, ten times.
        (5000, [27500, 75, 50]),
        (15, [82.5, 75, 50]),
        # The room limits: nobody stands within earshot who is not there.
        (12, [66, 60, 50]),
        (2, [11, 10, 10]),
        (1, [5.5, 5, 5]),
        (0, [0, 0, 0]),
    ],
)
def test_more_people_in_the_room_hardly_mean_more_conversations(people, expected):
    assert _numbers(events(_inputs(people=people), hours=4, weeks=10)) == expected


def test_whoever_is_spoken_with_is_within_earshot_even_in_a_freak_draw():
    assert _numbers(events(_inputs(circle=0.7), hours=4, weeks=10)) == [550, 50, 50]


def test_posts_cost_the_answers_to_their_comments_and_do_not_reach_anew():
    # A post: 24 minutes, and 1000 * 0.1 * 0.01 = 1 comment to answer: 30 minutes in all.
    # 1 hour a week for 2 weeks: 4 posts. Heard: 1 - 0.9^4 = 0.3439. Spoke: 1 - 0.999^4.
    brings = _numbers(broadcasting(_inputs(), hours=1, weeks=2))

    assert brings == pytest.approx([1000, 343.9, 3.994003999])


def test_posts_beyond_what_is_sensible_leave_hours_unused():
    # At most 5 posts of half an hour: of 4 hours, 1.5 stay unused; reach stays that of 5 posts.
    brings = _numbers(broadcasting(_inputs(), hours=4, weeks=1))

    assert brings == pytest.approx([1000, 409.51, 1000 * (1 - 0.999**5)])
    assert unused_hours(_inputs(), hours=4).tolist() == [1.5]
    assert unused_hours(_inputs(), hours=2).tolist() == [0]


def test_part_of_a_post_reaches_at_most_that_part_of_the_following():
    # A quarter of an hour is half a post. Half of 1000 could hear it, even if all see every post.
    brings = _numbers(broadcasting(_inputs(seen_share=1.0, answer_share=0.0), hours=0.2, weeks=1))

    assert brings == pytest.approx([500, 500, 0])


def test_conversing_spends_on_comments_what_two_posts_leave():
    # 2 posts of 30 minutes a week leave 180 of 240 minutes. A comment takes 6 minutes, and 6 more
    # where half reply and 0.4 of these go on: 7.2 minutes, 25 comments a week, 250 in 10 weeks.
    # 200 of them to new people, of whom 100 reply. 20 posts: 1 - 0.9^20 heard, 1 - 0.999^20 spoke.
    brings = _numbers(conversing(_inputs(), hours=4, weeks=10))

    assert brings == pytest.approx(
        [1000 + 200, 1000 * (1 - 0.9**20) + 200, 1000 * (1 - 0.999**20) + 100]
    )


def test_conversing_keeps_half_of_few_hours_for_comments():
    # 1 hour: posts may take 30 minutes, which is one post a week; 30 / 7.2 comments a week.
    new = 10 * 30 / 7.2 * 0.8
    brings = _numbers(conversing(_inputs(), hours=1, weeks=10))

    assert brings == pytest.approx(
        [1000 + new, 1000 * (1 - 0.9**10) + new, 1000 * (1 - 0.999**10) + new / 2]
    )


def test_without_a_following_there_are_still_the_people_one_comments_on():
    # A post takes 24 minutes when nobody answers: 192 / 7.2 comments a week.
    new = 10 * 192 / 7.2 * 0.8
    brings = _numbers(conversing(_inputs(following=0.0), hours=4, weeks=10))

    assert brings == pytest.approx([new, new, new / 2])
    assert _numbers(broadcasting(_inputs(following=0.0), hours=4, weeks=10)) == [0, 0, 0]


@pytest.mark.parametrize("way", [events, broadcasting, conversing])
def test_no_hours_bring_nobody(way):
    assert _numbers(way(_inputs(), hours=0, weeks=10)) == [0, 0, 0]
