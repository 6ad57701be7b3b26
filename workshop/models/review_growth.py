"""Relationships of the months to come, from one's own rate of conversations.

How people are found is counted; how relationships grow from there is still assumed.
"""

from collections.abc import Mapping

import numpy as np

from workshop.models.ranges import Range
from workshop.models.reach_draws import SEED, sample
from workshop.models.relationship_assumptions import INPUTS, MEDIA, Assumptions
from workshop.models.relationship_draws import DRAWS, Draws, outcomes
from workshop.models.relationship_path import walk
from workshop.models.relationship_rates import rates, week_of


def going_on(assumptions: Assumptions, met: Mapping[str, Range]) -> Draws:
    """Return what may come of going on as before.

    Args:
        assumptions: Hours, months and habits. What they say of finding people is not used.
        met: By medium, people met in an hour that goes to finding them, above 0.
    """
    inputs = {name: sample(name, assumptions.range(name), DRAWS, SEED) for name in INPUTS}
    hours = assumptions.reach.hours * (1 - assumptions.keeping)
    weekly = hours * np.stack([sample(f"met {each}", met[each], DRAWS, SEED) for each in MEDIA])
    new = np.repeat(weekly[None], week_of(assumptions.months), axis=0)
    path = walk(new, rates(assumptions, inputs), tuple(range(assumptions.months + 1)))
    return outcomes(path, assumptions.months, draws=DRAWS, seed=SEED, luck=True)
