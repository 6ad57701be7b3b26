"""Week by week: how many people stand where, by difference equations on numbers or arrays alike.

Every week some fade for want of contact, some turn away because of pitching, and of those who are
left some come one step closer. All shares are of those who were there when the week began, so that
nobody appears from nowhere and nobody stands in two places.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np

from workshop.models.ranges import Array
from workshop.models.relationship_assumptions import LOSSES, STAGES, Assumptions
from workshop.models.relationship_rates import (
    LEAST,
    STEPS,
    Rates,
    new_contacts,
    rates,
    week_of,
)


class Path(NamedTuple):
    """Expected people at the end of some months; arrays of shape (months, media, ...).

    `stages` and `losses` hold every person met in exactly one place. `brought` counts all who ever
    brought an opportunity, wherever they are now.
    """

    met: Array
    stages: Mapping[str, Array]
    losses: Mapping[str, Array]
    brought: Array


class _People(NamedTuple):
    """Everybody at one moment. New contacts wait a week for the second exchange."""

    fresh: Array
    contact: Array
    partner: Array
    """One row for each of the `STEPS`."""
    close: Array
    """Trusted, and trusted who brought an opportunity."""
    faded: Array
    turned_away: Array
    brought: Array


def paths(assumptions: Assumptions, inputs: Mapping[str, Array], months: tuple[int, ...]) -> Path:
    """Return the expected people on both media, found and kept within the same hours.

    Args:
        assumptions: Hours, months, habits.
        inputs: Values by the names of `INPUTS`; arrays of one shape.
        months: Which month ends to report, in order; 0 is the start.
    """
    return walk(new_contacts(assumptions, inputs), rates(assumptions, inputs), months)


def walk(new: Array, rates: Rates, months: tuple[int, ...]) -> Path:
    """Go through all weeks and note where everybody stands at the end of some months.

    Args:
        new: People met in each week, first axis the weeks.
        rates: Chances a week.
        months: Month ends to note, in order; 0 is the start.
    """
    nobody = np.zeros(np.broadcast_shapes(new.shape[1:], rates.step.shape))
    people = _People(
        fresh=nobody,
        contact=nobody,
        partner=_rows(nobody, STEPS),
        close=_rows(nobody, 2),
        faded=nobody,
        turned_away=nobody,
        brought=nobody,
    )
    weeks = [week_of(month) for month in months]
    noted = {0: people}
    for week, arriving in enumerate(new[: max(weeks)], start=1):
        people = _next_week(people, arriving, rates)
        if week in weeks:
            noted[week] = people
    met = np.concatenate(
        [nobody[None], np.cumsum(np.broadcast_to(new, (len(new), *nobody.shape)), axis=0)]
    )
    return _path(met[weeks], [noted[week] for week in weeks])


def _path(met: Array, noted: Sequence[_People]) -> Path:
    """Put what was noted under the names of stages and losses."""
    standing = (
        [people.fresh + people.contact for people in noted],
        [people.partner.sum(axis=0) for people in noted],
        *([people.close[row] for people in noted] for row in (0, 1)),
    )
    gone = [people.faded for people in noted], [people.turned_away for people in noted]
    return Path(
        met=met,
        stages={stage: np.stack(column) for stage, column in zip(STAGES, standing, strict=True)},
        losses={loss: np.stack(column) for loss, column in zip(LOSSES, gone, strict=True)},
        brought=np.stack([people.brought for people in noted]),
    )


def _next_week(people: _People, arriving: Array, rates: Rates) -> _People:
    """Lose some, bring some closer, and meet new ones."""
    known = people.partner.sum(axis=0) + people.close.sum(axis=0)
    care = np.minimum(1, rates.room / np.maximum(known, LEAST))
    alone = 1 - care * rates.held  # ties fade only where a month brings no contact
    contact = _lose(people.contact, rates.weak_faded, rates.weak_turned)
    partner = _lose(people.partner, rates.weak_faded * alone, rates.weak_turned)
    close = _lose(people.close, rates.strong_faded * alone, rates.strong_turned)

    goes_on = people.fresh * rates.goes_on
    lucky = partner.left * rates.weak_opportunity
    steps = (partner.left - lucky) * (care * rates.step)
    won = close.left[0] * rates.opportunity
    brought = lucky.sum(axis=0) + won
    return _People(
        fresh=np.broadcast_to(arriving, people.fresh.shape),
        contact=contact.left + people.fresh - goes_on,
        partner=partner.left - lucky - steps + np.concatenate([goes_on[None], steps[:-1]]),
        close=close.left + np.stack([steps[-1] - won, brought]),
        faded=people.faded + contact.faded + partner.faded.sum(axis=0) + close.faded.sum(axis=0),
        turned_away=people.turned_away
        + contact.turned
        + partner.turned.sum(axis=0)
        + close.turned.sum(axis=0),
        brought=people.brought + brought,
    )


class _Week(NamedTuple):
    """What a week without moves leaves of some people."""

    left: Array
    faded: Array
    turned: Array


def _lose(people: Array, fading: Array, turning: Array) -> _Week:
    faded = people * fading
    turned = (people - faded) * turning
    return _Week(people - faded - turned, faded, turned)


def _rows(people: Array, number: int) -> Array:
    return np.stack([people] * number)
