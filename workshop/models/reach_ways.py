"""What each way brings for given inputs: arithmetic on numbers or arrays alike, without chance.

Every function takes the inputs by name (arrays that broadcast against each other) and returns the
expected number of people at each stage over the whole horizon. No input makes it divide by zero,
more hours never bring fewer people, and no stage is larger than the one before it.
"""

from collections.abc import Callable, Mapping
from typing import NamedTuple

import numpy as np

from workshop.models.ranges import Array

_MINUTES = 60  # in an hour
_SHARE_FOR_POSTS = 0.5  # of the hours, so that few hours are not all eaten by posts


Weeks = float | Array
"""One horizon, or several that broadcast against the inputs."""


class People(NamedTuple):
    """Expected people over the horizon, by how far it went."""

    could_hear: Array
    heard: Array
    spoke: Array


class Posting(NamedTuple):
    """Minutes a week that posting takes, answers included, and whom it reaches."""

    minutes: Array
    could_hear: Array
    heard: Array
    spoke: Array


def events(inputs: Mapping[str, Array], hours: float, weeks: Weeks) -> People:
    """Return whom going to events brings.

    Mostly the same people come again, so each further event adds only its new share to those who
    could hear. Talk is limited by time and not by the size of the room, unless that is tiny. A
    part of an event stands for its expectation, such as one event every second week.

    Args:
        inputs: Values by the names of `Assumptions`.
        hours: All-in hours a week.
        weeks: Length of the horizon.
    """
    people, new = inputs["people"], inputs["event_new_share"]
    minutes = inputs["event_minutes"] + inputs["around_minutes"]
    number = hours * weeks * _MINUTES / minutes
    talking = inputs["event_minutes"] * inputs["talking_share"]
    talks = np.minimum(people, talking / inputs["conversation_minutes"])
    # Draws in the tail may fall below 1, but whoever is spoken with does hear you.
    earshot = np.minimum(people, talks * np.maximum(inputs["circle"], 1))
    rooms = np.minimum(number, 1) + np.maximum(number - 1, 0) * new
    return People(people * rooms, earshot * new * number, talks * new * number)


def broadcasting(inputs: Mapping[str, Array], hours: float, weeks: Weeks) -> People:
    """Return whom posting alone brings: as many posts as the hours allow, up to `most_posts`.

    Args:
        inputs: Values by the names of `Assumptions`.
        hours: All-in hours a week; what posting cannot use stays unused.
        weeks: Length of the horizon.
    """
    posting = _posting(inputs, hours * _MINUTES, weeks, inputs["most_posts"])
    return People(posting.could_hear, posting.heard, posting.spoke)


def conversing(inputs: Mapping[str, Array], hours: float, weeks: Weeks) -> People:
    """Return whom a few posts bring, with all other time spent commenting on what others say.

    Of those commented on, only the author counts as having heard, though others read along.
    Where an exchange goes on, it costs another reply.

    Args:
        inputs: Values by the names of `Assumptions`.
        hours: All-in hours a week, at most half of them for posts.
        weeks: Length of the horizon.
    """
    minutes = hours * _MINUTES
    posting = _posting(inputs, minutes * _SHARE_FOR_POSTS, weeks, inputs["few_posts"])
    reply_share = inputs["reply_share"]
    replies = 1 + reply_share * inputs["goes_on_share"]
    comments = (minutes - posting.minutes) * weeks / (inputs["reply_minutes"] * replies)
    reached = comments * inputs["online_new_share"]
    return People(
        posting.could_hear + reached,
        posting.heard + reached,
        posting.spoke + reached * reply_share,
    )


def unused_hours(inputs: Mapping[str, Array], hours: float) -> Array:
    """Return the hours a week that broadcasting cannot use, since `most_posts` limits it."""
    minutes = hours * _MINUTES
    unused = (minutes - _posting(inputs, minutes, 0, inputs["most_posts"]).minutes) / _MINUTES
    return np.minimum(unused, hours)  # which sixty times over and divided may be a hair more


SPENDING: Mapping[str, Callable[[Mapping[str, Array], float, Weeks], People]] = {
    "events": events,
    "broadcasting": broadcasting,
    "conversing": conversing,
}
"""What each way brings, by the names of `WAYS`."""


def _posting(inputs: Mapping[str, Array], minutes: float, weeks: Weeks, most: Array) -> Posting:
    """Return what posting brings within so many minutes a week, at most so many posts a week."""
    following, seen = inputs["following"], inputs["seen_share"]
    answered = seen * inputs["answer_share"]
    post_minutes = inputs["post_minutes"] + following * answered * inputs["reply_minutes"]
    a_week = np.minimum(most, minutes / post_minutes)
    posts = a_week * weeks
    return Posting(
        minutes=np.minimum(minutes, a_week * post_minutes),
        could_hear=following * np.minimum(posts, 1),
        heard=following * _reached(seen, posts),
        spoke=following * _reached(answered, posts),
    )


def _reached(share: Array, posts: Array) -> Array:
    """Return the share reached at least once, if each post reaches people independently.

    Reach over posts does not add up, since the same people see several of them. Feeds show more to
    those who react, so that even this is the most it can be (pitfall 2 of the evidence).
    """
    # Of less than one post, people are reached at most in that proportion.
    return np.minimum(posts, 1 - (1 - share) ** posts)
