"""A week's hours by activity and medium, and moving them about without losing a quarter of an hour.

It knows no names of activities: those, their media and their typical hours come from outside.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workshop.models.frames import to_frame
from workshop.models.quarters import STEP, in_quarters, share_out

if TYPE_CHECKING:
    import pandas as pd

MEDIA = ("face_to_face", "social", "uncounted")
"""Where an hour is spent; uncounted hours are shown, but are not business development."""

_MONTHS = 12


@dataclass(frozen=True)
class TimeBudget:
    """How somebody spends a working week on making and keeping contacts.

    Attributes:
        hours: Hours a week by activity, in quarters; the order is the order of every result.
        media: The medium of each of these activities, one of `MEDIA`.
        weeks: Working weeks a year, 1 to 52.
        hourly_value: What an hour is worth, in any currency, 0 or more.

    Raises:
        ValueError: If one of these does not hold.
    """

    hours: Mapping[str, float]
    media: Mapping[str, str]
    weeks: float
    hourly_value: float

    def __post_init__(self) -> None:
        for activity, hours in self.hours.items():
            in_quarters(activity, hours)
        if self.media.keys() != self.hours.keys():
            odd = sorted(self.media.keys() ^ self.hours.keys())
            raise ValueError(f"hours and media must name the same activities; only one has {odd}.")
        unknown = set(self.media.values()) - set(MEDIA)
        if unknown:
            raise ValueError(f"Unknown media {sorted(unknown)}. Use one of {MEDIA}.")
        if not 1 <= self.weeks <= 52:
            raise ValueError(f"weeks must lie between 1 and 52, got {self.weeks}.")
        if not (math.isfinite(self.hourly_value) and self.hourly_value >= 0):
            raise ValueError(f"hourly_value must be 0 or more, got {self.hourly_value}.")


def rebalance(hours: Mapping[str, float], moved: str, to: float, most: float) -> dict[str, float]:
    """Move one activity and let the others make up for it, so that the total stays.

    The others share what is left in proportion to what they had. An activity at zero therefore
    stays there; only if all others are at zero do they share equally.

    Args:
        hours: Hours a week by activity, in quarters.
        moved: The activity that is moved.
        to: Its new hours; rounded to a quarter, and limited to what the others can give or take up.
        most: The most hours that one activity can have.

    Returns:
        New hours in the same order, with exactly the same sum.

    Raises:
        ValueError: If `moved` is unknown, `to` is not a number, or hours are not in quarters or
            above `most`.
    """
    if moved not in hours:
        raise ValueError(f"Unknown activity {moved!r}. Use one of {list(hours)}.")
    if not math.isfinite(to):
        raise ValueError(f"to must be a number of hours, got {to}.")
    for activity, value in hours.items():
        if in_quarters(activity, value) > in_quarters("most", most):
            raise ValueError(f"{activity} has {value} hours; most allows {most}. Raise most.")
    others = {activity: value for activity, value in hours.items() if activity != moved}
    total = sum(hours.values())
    least = max(0.0, total - most * len(others))
    new = round(min(max(to, least), most, total) / STEP) * STEP
    shared = {moved: new, **share_out(total - new, others, most)}
    return {activity: shared[activity] for activity in hours}


def same_hours(
    hours: Mapping[str, float],
    media: Mapping[str, str],
    most: float,
    pattern: Mapping[str, float],
) -> dict[str, float]:
    """Give social media the hours that face to face has.

    Args:
        hours: Hours a week by activity, in quarters.
        media: The medium of each activity.
        most: The most hours that one activity can have.
        pattern: Typical hours by activity, to be followed where social media has none yet.

    Returns:
        New hours in the same order. Social activities keep their proportions; the others stay.
    """
    present = _of_medium("social", hours, media)
    weights = present if any(present.values()) else pattern
    total = sum(_of_medium("face_to_face", hours, media).values())
    return _with_medium("social", hours, media, total, most, weights)


def face_to_face_preset(
    hours: Mapping[str, float],
    media: Mapping[str, str],
    total: float,
    most: float,
    pattern: Mapping[str, float],
) -> dict[str, float]:
    """Give face to face a number of hours, divided as people typically do.

    Args:
        hours: Hours a week by activity, in quarters.
        media: The medium of each activity.
        total: Hours that face to face shall have, in quarters.
        most: The most hours that one activity can have.
        pattern: Typical hours by activity; an activity it does not name gets none.

    Returns:
        New hours in the same order; activities of other media stay.
    """
    return _with_medium("face_to_face", hours, media, total, most, pattern)


def weekly(budget: TimeBudget) -> pd.DataFrame:
    """Return one row per activity, in the given order: activity, medium, hours (a week)."""
    return to_frame(
        [(activity, budget.media[activity], hours) for activity, hours in budget.hours.items()],
        columns=["activity", "medium", "hours"],
    )


def totals(budget: TimeBudget) -> pd.DataFrame:
    """Return what each medium takes, one row per medium in the order of `MEDIA`.

    Returns:
        Columns medium, hours_week, hours_month (a twelfth of the year), hours_year, cost_year (in
        the currency of the hourly value) and share (of the counted hours, in [0, 1]; 0 where there
        are none, NaN for the uncounted).
    """
    week = [sum(_of_medium(medium, budget.hours, budget.media).values()) for medium in MEDIA]
    frame = to_frame({"medium": MEDIA, "hours_week": [float(hours) for hours in week]})
    frame["hours_year"] = frame["hours_week"] * budget.weeks
    frame.insert(2, "hours_month", frame["hours_year"] / _MONTHS)
    frame["cost_year"] = frame["hours_year"] * budget.hourly_value
    counted = week[0] + week[1]
    shares = [hours / counted if counted else 0.0 for hours in week[:2]]
    frame["share"] = [*shares, math.nan]
    return frame


def gap(budget: TimeBudget) -> dict[str, float]:
    """Return by how much face to face exceeds social (negative: falls short).

    Returns:
        hours_week, hours_month, hours_year and cost_year, as in `totals`.
    """
    face, social = (
        sum(_of_medium(medium, budget.hours, budget.media).values())
        for medium in ("face_to_face", "social")
    )
    week = float(face - social)
    year = week * budget.weeks
    return {
        "hours_week": week,
        "hours_month": year / _MONTHS,
        "hours_year": year,
        "cost_year": year * budget.hourly_value,
    }


def _of_medium(
    medium: str, hours: Mapping[str, float], media: Mapping[str, str]
) -> dict[str, float]:
    return {activity: value for activity, value in hours.items() if media[activity] == medium}


def _with_medium(
    medium: str,
    hours: Mapping[str, float],
    media: Mapping[str, str],
    total: float,
    most: float,
    weights: Mapping[str, float],
) -> dict[str, float]:
    wanted = {name: weights.get(name, 0.0) for name in _of_medium(medium, hours, media)}
    return {**hours, **share_out(total, wanted, most)}
