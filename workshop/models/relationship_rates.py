"""From beliefs in months, years and touches to chances in one week, and the people met in each."""

from collections.abc import Mapping
from typing import NamedTuple

import numpy as np

from workshop.models.ranges import Array
from workshop.models.reach_ways import SPENDING
from workshop.models.relationship_assumptions import MEDIA, WAYS, Assumptions

WEEKS = 52 / 12
"""Weeks in a month."""

STEPS = 3
"""Steps from partner to trust: nobody is trusted before the third exchange. Several steps also keep
the time it takes near its average, where a single one would win half of all over long before."""

LEAST = 1e-12
"""Keeps an empty room, or a habit of never, from dividing by zero."""

_MINUTES = 60  # in an hour


class Rates(NamedTuple):
    """Chances a week, and how many people find room; arrays that broadcast against each other."""

    goes_on: Array
    step: Array
    weak_faded: Array
    strong_faded: Array
    weak_turned: Array
    strong_turned: Array
    weak_opportunity: Array
    opportunity: Array
    held: Array
    room: Array


def week_of(month: int) -> int:
    """Return the number of the last week of a month; month 3 ends with week 13."""
    return round(month * WEEKS)


def new_contacts(assumptions: Assumptions, inputs: Mapping[str, Array]) -> Array:
    """Return the people met in every week: the reach comparison's, less what pitching costs.

    Returns:
        Array of shape (weeks, media, ...).
    """
    reach, months = assumptions.reach, assumptions.months
    hours = reach.hours * (1 - assumptions.keeping)
    ends = np.array([float(week_of(month)) for month in range(months + 1)])
    shape = (-1, *[1] * np.ndim(inputs["pitch_loss_share"]))
    spoke = [SPENDING[WAYS[medium]](inputs, hours, ends.reshape(shape)).spoke for medium in MEDIA]
    monthly = np.diff(np.stack(np.broadcast_arrays(*spoke), axis=1), axis=0)
    weeks = np.diff(ends).astype(int)
    weekly = monthly / weeks.reshape(-1, *[1] * (monthly.ndim - 1))
    return np.asarray(np.repeat(weekly, weeks, axis=0) * _works(assumptions, inputs))


def rates(assumptions: Assumptions, inputs: Mapping[str, Array]) -> Rates:
    """Turn what is believed about months, years and touches into chances a week."""
    works = _works(assumptions, inputs)
    weak, strong = (_weekly(inputs[f"{tie}_fade_share"], WEEKS) for tie in ("weak", "strong"))
    # Leaving grows with the share that pitches, from as usual to `pitch_leaving` times as often.
    leaving = assumptions.pitching * np.maximum(inputs["pitch_leaving"] - 1, 0)
    touches = _by_medium(1.0, inputs["online_depth_share"]) * assumptions.touches / WEEKS
    return Rates(
        goes_on=inputs["goes_on_share"] * works,
        step=-np.expm1(-touches * works * STEPS / np.maximum(inputs["touches_to_trust"], 1)),
        weak_faded=weak,
        strong_faded=strong,
        weak_turned=1 - (1 - weak) ** leaving,
        strong_turned=1 - (1 - strong) ** leaving,
        weak_opportunity=_weekly(inputs["weak_opportunity_share"], 12 * WEEKS),
        opportunity=_weekly(inputs["opportunity_share"], 12 * WEEKS),
        held=np.asarray(-np.expm1(-assumptions.touches)),
        room=room(assumptions, inputs),
    )


def room(assumptions: Assumptions, inputs: Mapping[str, Array]) -> Array:
    """Return how many people the hours for keeping can hold at this habit, on each medium.

    More may be there; then each hears from you less often. It is a soft limit. Beyond
    `most_people` nobody keeps up, whatever the hours.
    """
    minutes = assumptions.reach.hours * assumptions.keeping * _MINUTES * WEEKS
    wanted = max(assumptions.touches, LEAST)
    each = _by_medium(inputs["meeting_minutes"], inputs["message_minutes"]) * wanted
    return np.asarray(np.minimum(minutes / each, inputs["most_people"]))


def _works(assumptions: Assumptions, inputs: Mapping[str, Array]) -> Array:
    """Return what is left of the effect of what is said when some of it pitches."""
    return np.asarray(1 - assumptions.pitching * inputs["pitch_loss_share"])


def _weekly(share: Array, weeks: float) -> Array:
    """Return the share in one week that makes this share in so many."""
    return np.asarray(1 - (1 - share) ** (1 / weeks))


def _by_medium(face_to_face: Array | float, social: Array | float) -> Array:
    return np.stack(np.broadcast_arrays(face_to_face, social))
