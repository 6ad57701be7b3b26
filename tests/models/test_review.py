"""Three months of counts, judged by hand."""

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workshop.models.ranges import Range
from workshop.models.reach_comparison import simulate
from workshop.models.review import (
    AMOUNTS,
    COSTED,
    MEDIA,
    OUTCOMES,
    Priors,
    believed,
    costs,
    rates,
    relationship_shares,
    totals,
    verdicts,
    weeks_counted,
)
from workshop.models.updating import Rate, Share

SHARE = Range(*Share(1, 9).interval, share=True)
EVEN = Rate(2, 2)
NOTHING = dict.fromkeys(AMOUNTS, 0)


def _range(rate):
    return Range(*rate.interval)


def _priors(face=EVEN, social=EVEN):
    return Priors(
        rates={
            "face_to_face": dict.fromkeys(OUTCOMES, _range(face)),
            "social": dict.fromkeys(OUTCOMES, _range(social)),
        },
        relationship_share=SHARE,
    )


def _journal(weeks=13, face=(), social=()):
    rows = []
    for week in range(weeks):
        for medium, amounts in (("face_to_face", face), ("social", social)):
            rows.append({"week": f"w{week:02}", "medium": medium, **NOTHING, **dict(amounts)})
    return pd.DataFrame(rows)


FACE = {"hours": 2, "reached": 20, "conversations": 2, "relationships": 1, "revenue": 50}
SOCIAL = {"hours": 4, "reached": 400, "conversations": 8, "relationships": 1, "opportunities": 1}


def test_what_was_counted_is_added_up_by_medium():
    found = totals(_journal(3, FACE, SOCIAL)).set_index("medium")

    assert found.loc["face_to_face", "hours"] == 6
    assert found.loc["face_to_face", "revenue"] == 150
    assert found.loc["social", "conversations"] == 24


def test_a_medium_that_is_not_in_the_journal_has_nothing():
    found = totals(_journal(2, FACE).query("medium == 'face_to_face'")).set_index("medium")

    assert list(found.index) == list(MEDIA)
    assert found.loc["social"].sum() == 0


def test_weeks_are_counted_once():
    assert weeks_counted(_journal(13)) == 13


def test_a_rate_adds_the_counts_to_what_the_prior_has_seen():
    # 13 weeks of 2 hours with 2 conversations each, and a prior of 2 in 2 hours: 28 in 28 hours.
    found = rates(_journal(13, FACE, SOCIAL), _priors()).set_index(["medium", "outcome"])
    row = found.loc[("face_to_face", "conversations")]

    assert row[["low", "typical", "high"]].tolist() == pytest.approx(Rate(28, 28).interval)
    assert row[["prior_low", "prior_typical", "prior_high"]].tolist() == pytest.approx(
        Rate(2, 2).interval
    )
    assert row["counted"] == 26


def test_what_the_prior_is_worth_is_told_in_weeks_of_ones_own():
    found = rates(_journal(13, FACE, SOCIAL), _priors(Rate(2, 16), Rate(2, 16)))
    worth = found.groupby("medium")["worth"].first()

    assert worth["face_to_face"] == pytest.approx(8)
    assert worth["social"] == pytest.approx(4)


def test_a_medium_without_hours_has_no_rates():
    assert set(rates(_journal(13, FACE), _priors())["medium"]) == {"face_to_face"}


def test_counts_that_come_in_lumps_count_for_less():
    even = _journal(14, FACE, {"hours": 1, "conversations": 5})
    lumpy = even.copy()
    lumpy.loc[lumpy["medium"] == "social", "conversations"] = [10, 0] * 7
    found = [rates(journal, _priors()).query("medium == 'social'") for journal in (even, lumpy)]
    even_row, lumpy_row = (frame.query("outcome == 'conversations'").iloc[0] for frame in found)

    assert lumpy_row["high"] - lumpy_row["low"] > 1.4 * (even_row["high"] - even_row["low"])


def test_a_share_adds_the_conversations_that_became_relationships():
    # Beta(1, 9) and 13 of 26: Beta(14, 22).
    found = relationship_shares(_journal(13, FACE, SOCIAL), _priors()).set_index("medium")
    row = found.loc["face_to_face"]

    assert row[["low", "typical", "high"]].tolist() == pytest.approx(
        Share(14, 22).interval, rel=1e-4
    )
    assert row["worth"] == pytest.approx(10, rel=1e-3)


def test_more_relationships_than_conversations_are_all_of_them():
    journal = _journal(13, {"hours": 1, "conversations": 1, "relationships": 3})
    found = relationship_shares(journal, _priors()).set_index("medium").loc["face_to_face"]

    assert found["typical"] == pytest.approx(Share(14, 9).interval.typical, rel=1e-4)


def test_a_cost_is_the_worth_of_an_hour_over_the_rate():
    found = costs(_journal(13, FACE, SOCIAL), _priors(), 60)
    row = found.set_index(["outcome", "medium"]).loc[("conversations", "face_to_face")]
    rate = Rate(28, 28).interval

    assert row.tolist() == pytest.approx([60 / rate.high, 60 / rate.typical, 60 / rate.low])


def test_costs_are_told_outcome_by_outcome():
    found = costs(_journal(13, FACE, SOCIAL), _priors(), 60)

    assert list(found["outcome"]) == ["conversations"] * 2 + ["opportunities"] * 2
    assert list(found["medium"]) == [*MEDIA, *MEDIA]


def test_clearly_more_conversations_an_hour_are_cheaper():
    journal = _journal(13, {"hours": 2, "conversations": 1}, {"hours": 2, "conversations": 6})
    found = verdicts(journal, _priors()).set_index("outcome").loc["conversations"]

    assert found["verdict"] == "social"
    assert found["chance"] > 0.99


def test_clearly_fewer_are_dearer():
    journal = _journal(13, {"hours": 2, "conversations": 6}, {"hours": 2, "conversations": 1})

    assert (
        verdicts(journal, _priors()).set_index("outcome").verdict["conversations"] == "face_to_face"
    )


def test_nearly_equal_counts_cannot_tell():
    journal = _journal(13, {"hours": 2, "conversations": 2}, {"hours": 2, "conversations": 2})
    found = verdicts(journal, _priors()).set_index("outcome").loc["conversations"]

    assert (found["verdict"], found["chance"]) == ("cannot_tell", pytest.approx(0.5))


@pytest.mark.parametrize(("hours", "verdict"), [(26.0, "social"), (26.1, "too_few")])
def test_as_long_as_an_assumption_weighs_more_than_the_counts_it_is_too_few(hours, verdict):
    journal = _journal(13, {"hours": 2, "conversations": 1}, {"hours": 2, "conversations": 9})
    priors = _priors(Rate(hours, hours), Rate(2, 2))

    assert verdicts(journal, priors).set_index("outcome").verdict["conversations"] == verdict


def test_a_medium_without_hours_is_too_few():
    assert set(verdicts(_journal(13, FACE), _priors()).verdict) == {"too_few"}


def test_the_assumptions_come_from_the_comparison_of_reach(evidence):
    priors = believed(evidence, _journal(13, FACE, SOCIAL), SHARE, Range(0.02, 0.08, 0.2))
    talks = priors.rates["face_to_face"]["conversations"]

    # Section B1 of the evidence derives 0.8 / 1.3 / 2.2 new conversations an hour, all in.
    assert talks.typical == pytest.approx(1.3, rel=0.3)
    assert talks.low < 0.9 < 1.7 < talks.high


def test_an_assumption_spans_eight_in_ten_of_what_may_be(evidence):
    talks = believed(evidence, _journal(13, FACE), SHARE, Range(0.02, 0.08, 0.2)).rates
    spent = replace(evidence, hours=2.0, weeks=13)
    an_hour = simulate(spent, luck=False).people["events"]["spoke"] / 26

    assert talks["face_to_face"]["conversations"] == Range(*np.quantile(an_hour, (0.1, 0.5, 0.9)))


def test_each_assumption_follows_from_the_one_before(evidence):
    yearly = Range(0.02, 0.08, 0.2)
    rates_ = believed(evidence, _journal(26, FACE, SOCIAL), SHARE, yearly).rates["social"]

    assert rates_["relationships"].typical == pytest.approx(
        rates_["conversations"].typical * SHARE.typical
    )
    # Relationships of half a year are a quarter old on average.
    assert rates_["opportunities"].typical == pytest.approx(
        rates_["relationships"].typical * 0.08 / 4
    )


@pytest.mark.parametrize("hours", [0, 60])
def test_assumptions_exist_for_no_hours_and_for_far_too_many(evidence, hours):
    priors = believed(evidence, _journal(13, {"hours": hours}), SHARE, Range(0.02, 0.08, 0.2))

    assert priors.rates["face_to_face"]["conversations"].low > 0


def test_assumptions_are_those_of_the_hours_a_week_that_were_spent(evidence):
    yearly = Range(0.02, 0.08, 0.2)

    def talks(weeks, hours):
        journal = _journal(weeks, {"hours": hours}, {"hours": hours})
        return believed(evidence, journal, SHARE, yearly).rates["social"]["reached"]

    assert talks(26, 4) == talks(13, 4)
    assert talks(13, 1) != talks(13, 2) != talks(13, 20)


def test_half_an_hour_is_enough_to_have_rates():
    journal = _journal(2, {"hours": 0.25})

    assert set(rates(journal, _priors())["medium"]) == {"face_to_face"}


@pytest.mark.parametrize(
    ("chance", "verdict"),
    [(0.8, "social"), (0.79, "cannot_tell"), (0.21, "cannot_tell"), (0.2, "face_to_face")],
)
def test_eight_in_ten_are_needed_to_call_one_cheaper(chance, verdict, monkeypatch):
    monkeypatch.setattr("workshop.models.review.chance_above", lambda *_: chance)

    assert set(verdicts(_journal(13, FACE, SOCIAL), _priors()).verdict) == {verdict}


AMOUNT = st.integers(0, 50)


@settings(max_examples=50)
@given(
    st.lists(
        st.tuples(st.integers(1, 40), AMOUNT, AMOUNT, AMOUNT, AMOUNT, AMOUNT),
        min_size=13,
        max_size=20,
    )
)
def test_any_journal_gives_ordered_intervals_and_a_verdict(weeks):
    rows = [
        {"week": f"w{at}", "medium": medium, **dict(zip(AMOUNTS, amounts, strict=True))}
        for at, amounts in enumerate(weeks)
        for medium in MEDIA
    ]
    journal = pd.DataFrame(rows)
    found = rates(journal, _priors())
    prices = costs(journal, _priors(), 60)
    chances = verdicts(journal, _priors()).set_index("outcome").chance

    assert (found["low"] <= found["typical"]).all()
    assert (found["typical"] <= found["high"]).all()
    assert (prices["low"] <= prices["high"]).all()
    assert [chances[outcome] for outcome in COSTED] == pytest.approx([0.5, 0.5])
