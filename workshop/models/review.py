"""Months of one's own counts: what they say against what was assumed, and what each medium cost.

Knows arithmetic only: a journal comes in as a frame, and frames go out. It declines to judge less
than three months, because relationships take longer than that (evidence, section E).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from workshop.models.frames import to_frame
from workshop.models.ranges import Array, Range
from workshop.models.reach_assumptions import MOST_HOURS, Assumptions
from workshop.models.reach_comparison import verdict
from workshop.models.reach_draws import simulate
from workshop.models.updating import Rate, Share, chance_above, product, scatter

if TYPE_CHECKING:
    import pandas as pd

MEDIA = ("face_to_face", "social")
OUTCOMES = ("reached", "conversations", "relationships", "opportunities")
"""What hours bring, each later than the one before."""
AMOUNTS = ("hours", *OUTCOMES, "revenue")
"""The columns of a journal beside week and medium."""
COSTED = ("conversations", "opportunities")
"""Outcomes whose cost is told."""
VERDICTS = ("face_to_face", "social", "cannot_tell", "too_few")

LEAST_WEEKS = 13
"""Three months: with fewer, nothing is judged."""

_WAYS = {"face_to_face": "events", "social": "conversing"}
_STAGES = {"reached": "heard", "conversations": "spoke"}
_CHEAPER = {"ahead": "social", "behind": "face_to_face", "cannot_tell": "cannot_tell"}
_WEEKS_A_YEAR = 52


@dataclass(frozen=True)
class Priors:
    """What is believed before anything is counted.

    Attributes:
        rates: By medium and outcome of `OUTCOMES`, how many an hour.
        relationship_share: Share of conversations that become relationships.
    """

    rates: Mapping[str, Mapping[str, Range]]
    relationship_share: Range


def totals(journal: pd.DataFrame) -> pd.DataFrame:
    """Return what was counted: medium and the sum of each of `AMOUNTS`, in order of `MEDIA`."""
    sums = journal.groupby("medium")[list(AMOUNTS)].sum().reindex(list(MEDIA), fill_value=0)
    return sums.reset_index()


def weeks_counted(journal: pd.DataFrame) -> int:
    """Return how many weeks the journal holds."""
    return int(journal["week"].nunique())


def believed(
    assumptions: Assumptions, journal: pd.DataFrame, share: Range, yearly: Range
) -> Priors:
    """Return the priors: what the comparison of reach says of the hours that were really spent.

    Args:
        assumptions: Those of the comparison; its hours and weeks are replaced by the journal's.
        journal: week, medium and `AMOUNTS`.
        share: Share of conversations that become relationships.
        yearly: Opportunities that a relationship brings in a year, as a share.
    """
    weeks = weeks_counted(journal)
    hours = totals(journal).set_index("medium")["hours"] / weeks
    # On average, a relationship of these weeks is half of them old.
    brought = product(yearly, Range.exactly(weeks / 2 / _WEEKS_A_YEAR))
    return Priors(
        rates={
            medium: _assumed(assumptions, medium, hours[medium], share, brought) for medium in MEDIA
        },
        relationship_share=share,
    )


def rates(journal: pd.DataFrame, priors: Priors) -> pd.DataFrame:
    """Return each rate as assumed and as one's own counts make it.

    Returns:
        A row for each medium that got hours and each outcome: medium, outcome, prior_low,
        prior_typical, prior_high, low, typical, high (an hour, 80 % intervals), counted, and worth:
        how many weeks of one's own the prior weighs.
    """
    rows = []
    for medium in MEDIA:
        lines = journal[journal["medium"] == medium]
        for outcome in OUTCOMES if lines["hours"].sum() > 0 else ():
            prior, posterior = _updated(lines, priors, medium, outcome)
            weekly = lines["hours"].sum() / weeks_counted(journal)
            rows.append(
                {
                    "medium": medium,
                    "outcome": outcome,
                    **_ends(prior, "prior_"),
                    **_ends(posterior),
                    "counted": float(lines[outcome].sum()),
                    "worth": prior.hours / weekly,
                }
            )
    return to_frame(rows)


def relationship_shares(journal: pd.DataFrame, priors: Priors) -> pd.DataFrame:
    """Return the share of conversations that became relationships, as assumed and as counted.

    Returns:
        A row for each medium: medium, prior_low, prior_typical, prior_high, low, typical, high, and
        worth: how many conversations the prior weighs.
    """
    prior = Share.fitted(priors.relationship_share)
    rows = []
    for line in totals(journal).to_dict("records"):
        # A relationship may go back to a conversation of earlier months.
        became = min(line["relationships"], line["conversations"])
        posterior = prior.seeing(became, line["conversations"] - became)
        ends = _ends(prior, "prior_") | _ends(posterior)
        rows.append({"medium": line["medium"], **ends, "worth": prior.cases})
    return to_frame(rows)


def costs(journal: pd.DataFrame, priors: Priors, hour_value: float) -> pd.DataFrame:
    """Return what a conversation and an opportunity cost on each medium, in money.

    Args:
        journal: week, medium and `AMOUNTS`.
        priors: What is believed before.
        hour_value: What an hour is worth, 0 or more.

    Returns:
        A row for each of `COSTED` and each medium that got hours: outcome, medium, low, typical,
        high: 80 % intervals.
    """
    import pandas as pd

    found = rates(journal, priors)
    found = found[found["outcome"].isin(COSTED)].copy()
    # Few an hour is dear, so that the ends change places.
    ends = {"low": "high", "typical": "typical", "high": "low"}
    prices = to_frame({end: hour_value / found[of] for end, of in ends.items()})
    order = pd.Categorical(found["outcome"], COSTED, ordered=True)
    table = pd.concat([found[["outcome", "medium"]], prices], axis=1)
    return table.iloc[order.argsort(kind="stable")].reset_index(drop=True)


def verdicts(journal: pd.DataFrame, priors: Priors) -> pd.DataFrame:
    """Return which medium brings each of `COSTED` for less, if that can be told.

    Returns:
        A row for each of `COSTED`: outcome, chance (that social media is cheaper) and verdict, one
        of `VERDICTS`. It is too_few as long as an assumption weighs more than one's own counts on
        either medium: then the answer would be ours and not theirs.
    """
    rows = []
    for outcome in COSTED:
        pairs = {
            medium: _updated(journal[journal["medium"] == medium], priors, medium, outcome)
            for medium in MEDIA
        }
        chance = chance_above(pairs["social"][1], pairs["face_to_face"][1])
        own = all(after.hours >= 2 * before.hours for before, after in pairs.values())
        told = _CHEAPER[verdict(chance)] if own else "too_few"
        rows.append({"outcome": outcome, "chance": chance, "verdict": told})
    return to_frame(rows)


def _assumed(
    assumptions: Assumptions, medium: str, hours: float, share: Range, brought: Range
) -> dict[str, Range]:
    weekly = min(max(float(hours), 0.25), MOST_HOURS)
    spent = Assumptions(
        **{name: getattr(assumptions, name) for name in assumptions.__dataclass_fields__}
        | {"hours": weekly, "weeks": LEAST_WEEKS}
    )
    people = simulate(spent, luck=False).people[_WAYS[medium]]
    known = {
        outcome: _range(people[stage] / (weekly * LEAST_WEEKS))
        for outcome, stage in _STAGES.items()
    }
    relationships = product(known["conversations"], share)
    return known | {
        "relationships": relationships,
        "opportunities": product(relationships, brought),
    }


def _range(draws: Array) -> Range:
    low, typical, high = np.quantile(draws, (0.1, 0.5, 0.9))
    return Range(float(low), float(typical), float(high))


def _updated(lines: pd.DataFrame, priors: Priors, medium: str, outcome: str) -> tuple[Rate, Rate]:
    """Return a rate before and after one's own counts."""
    prior = Rate.fitted(priors.rates[medium][outcome])
    counts, hours = lines[outcome].tolist(), lines["hours"].tolist()
    wide = scatter(counts, hours)
    return prior, prior.seeing(sum(counts) / wide, sum(hours) / wide)


def _ends(of: Rate | Share, prefix: str = "") -> dict[str, float]:
    return {f"{prefix}{end}": value for end, value in of.interval._asdict().items()}
