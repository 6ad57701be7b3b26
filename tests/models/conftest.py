"""What several tests of the comparison start from: the evidence's ranges, and any valid ones."""

import pytest
from hypothesis import settings
from hypothesis import strategies as st

from workshop.models.ranges import Range
from workshop.models.reach_assumptions import INPUTS, Assumptions
from workshop.models.relationship_assumptions import Assumptions as Ties

settings.register_profile("models", deadline=None)
settings.load_profile("models")

ABOVE_ZERO = {"conversation_minutes", "post_minutes", "reply_minutes", "around_minutes"}


@pytest.fixture(name="evidence", scope="session")
def _evidence():
    """Four hours a week for a quarter, with the ranges of evidence B1 and B2."""
    return Assumptions(
        hours=4,
        weeks=13,
        people=Range.exactly(800),
        event_minutes=Range(60, 105, 180),
        talking_share=Range(0.25, 0.6, 0.9, share=True),
        conversation_minutes=Range(3, 7, 12),
        circle=Range(1.1, 1.5, 2),
        event_new_share=Range(0.3, 0.5, 0.8, share=True),
        around_minutes=Range(45, 105, 180),
        following=Range(100, 500, 3000),
        seen_share=Range(0.04, 0.065, 0.1, share=True),
        answer_share=Range(0.0005, 0.004, 0.02, share=True),
        post_minutes=Range(10, 25, 60),
        most_posts=Range.exactly(5),
        few_posts=Range.exactly(2),
        reply_minutes=Range(3, 6, 12),
        reply_share=Range(0.1, 0.3, 0.6, share=True),
        online_new_share=Range(0.5, 0.75, 0.95, share=True),
        goes_on_share=Range(0.05, 0.25, 0.6, share=True),
    )


def _ranges_of(name):
    """Return a strategy for any range that the input may have, the impossible ends included."""
    share = name.endswith("_share")
    least = 1.0 if name == "circle" else 0.001
    most = 0.999 if share else 100_000.0
    three = st.lists(st.floats(least, most), min_size=3, max_size=3)
    uncertain = three.map(lambda values: Range(*sorted(values), share=share))
    certain = [1.0] if share or name == "circle" else [1.0, 2.0]
    certain += [] if name in ABOVE_ZERO | {"circle"} else [0.0]
    return uncertain | st.sampled_from(certain).map(lambda value: Range.exactly(value, share))


@pytest.fixture(name="any_assumptions", scope="session")
def _any_assumptions():
    """Return a strategy for all assumptions, from plausible to absurd."""
    return st.builds(
        Assumptions,
        hours=st.just(0.0) | st.floats(0, 40),
        weeks=st.floats(0.01, 520),
        **{name: _ranges_of(name) for name in INPUTS},
    )


@pytest.fixture(name="ties", scope="session")
def _ties(evidence):
    """Two years at the hours above, with the ranges of evidence D."""
    return Ties(
        reach=evidence,
        months=24,
        keeping=0.3,
        touches=1.0,
        pitching=0.2,
        meeting_minutes=Range(15, 40, 90),
        message_minutes=Range(5, 10, 20),
        online_depth_share=Range(0.1, 0.4, 0.8, share=True),
        touches_to_trust=Range(3, 7, 13),
        most_people=Range(100, 150, 250),
        weak_fade_share=Range(0.02, 0.06, 0.17, share=True),
        strong_fade_share=Range(0.005, 0.013, 0.03, share=True),
        opportunity_share=Range(0.02, 0.08, 0.2, share=True),
        weak_opportunity_share=Range(0.003, 0.01, 0.05, share=True),
        pitch_loss_share=Range(0.01, 0.3, 0.75, share=True),
        pitch_leaving=Range(1, 2, 5),
    )
