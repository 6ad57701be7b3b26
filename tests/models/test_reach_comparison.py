"""Three ways compared: what the frames say, and the published figures they must meet."""

import math
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.models.ranges import Range
from workshop.models.reach_comparison import (
    INPUTS,
    PAIRS,
    STAGES,
    VERDICTS,
    WAYS,
    Draws,
    break_even,
    deciding_inputs,
    odds,
    simulate,
    stages,
    unused_hours,
)
from workshop.models.reach_draws import TIED, normal_column, sample

ALL_NEW = Range.exactly(1, share=True)
HARDLY_EVER = Range.exactly(0.001, share=True)


def _draws(events, broadcasting, conversing, unused=(0.0,)):
    """Return outcomes with these people spoken with, and the same at every other stage."""
    spoke = dict(zip(WAYS, map(np.array, (events, broadcasting, conversing)), strict=True))
    return Draws(
        people={way: dict.fromkeys(STAGES, people) for way, people in spoke.items()},
        unused_hours=dict.fromkeys(WAYS, np.array(unused)),
    )


def _repeated(value):
    return np.full(10, float(value))


def _spoken(assumptions):
    frame = stages(simulate(assumptions))
    return frame[frame["stage"] == "spoke"].set_index("way")[["low", "middle", "high"]]


def _chance(assumptions, way, other):
    return odds(simulate(assumptions)).set_index(["way", "other"]).loc[(way, other), "chance"]


def test_stages_are_told_in_the_order_of_the_way_people_go(evidence):
    frame = stages(simulate(evidence))

    assert list(frame.columns) == ["stage", "way", "low", "middle", "high"]
    assert list(zip(frame["stage"], frame["way"], strict=True)) == [
        (stage, way) for stage in STAGES for way in WAYS
    ]
    assert (frame["low"] <= frame["middle"]).all()
    assert (frame["middle"] <= frame["high"]).all()


def test_a_band_leaves_a_tenth_on_either_side():
    eleven = np.arange(11.0)[::-1]
    frame = stages(_draws(eleven, eleven * 2, eleven * 3))

    assert frame.loc[0, ["low", "middle", "high"]].tolist() == [1, 5, 9]
    assert frame.loc[1, ["low", "middle", "high"]].tolist() == [2, 10, 18]


def test_a_single_draw_is_its_own_band():
    frame = stages(_draws([4.0], [5.0], [6.0]))

    assert frame.loc[2, ["low", "middle", "high"]].tolist() == [6, 6, 6]


def test_the_chance_counts_the_draws_in_which_a_way_is_above_the_other():
    # Conversing is above events in 2 of 4 draws and level in 1: 2.5 / 4.
    frame = odds(_draws([5, 5, 5, 5], [9, 9, 9, 9], [6, 7, 5, 1]))

    assert list(frame.columns) == ["way", "other", "chance", "verdict"]
    assert list(zip(frame["way"], frame["other"], strict=True)) == list(PAIRS)
    assert list(frame["chance"]) == [0.625, 1, 0]
    assert list(frame["verdict"]) == ["cannot_tell", "ahead", "behind"]


@pytest.mark.parametrize(
    ("above", "verdict"),
    [(0, "behind"), (2, "behind"), (3, "cannot_tell"), (7, "cannot_tell"), (8, "ahead")],
)
def test_a_verdict_needs_four_draws_of_five(above, verdict):
    conversing = np.where(np.arange(10) < above, 2.0, 0.0)
    frame = odds(_draws(_repeated(1), _repeated(1), conversing))

    assert verdict in VERDICTS
    assert frame.loc[0, "verdict"] == verdict


def test_the_worth_weighs_what_is_online_against_events_only():
    # Worth a half, 8 and 6 exchanges online are 4 and 3 against 5 talks face to face.
    draws = _draws([5.0], [6.0], [8.0])

    assert list(odds(draws)["chance"]) == [1, 1, 1]
    assert list(odds(draws, worth=0.5)["chance"]) == [0, 0, 1]
    assert list(odds(draws, worth=0.625)["chance"]) == [0.5, 0, 1]


def test_an_unknown_worth_counts_people_as_they_are(evidence):
    draws = simulate(evidence)

    assert odds(draws).equals(odds(draws, worth=1))


@pytest.mark.parametrize("worth", [-0.1, math.nan, math.inf])
def test_a_worth_that_makes_no_sense_is_refused(worth):
    with pytest.raises(ValueError, match="worth must be 0 or more, or None"):
        odds(_draws([1.0], [1.0], [1.0]), worth=worth)


@given(st.data(), st.floats(0, 10), st.floats(0, 10))
def test_a_higher_worth_never_lowers_the_chance(any_assumptions, data, one, other):
    draws = simulate(data.draw(any_assumptions), draws=50)
    less, more = (odds(draws, worth=worth)["chance"] for worth in sorted([one, other]))

    assert (less <= more).all()
    assert less.between(0, 1).all()


def test_breaking_even_takes_the_worth_that_makes_both_equal():
    # 12 talks at events for 24 and for 6 exchanges online.
    frame = break_even(_draws([12.0], [6.0], [24.0]))

    assert list(frame.columns) == ["way", "low", "middle", "high"]
    assert list(frame["way"]) == ["conversing", "broadcasting"]
    assert list(frame["middle"]) == [0.5, 2]


def test_at_the_break_even_nobody_can_tell(evidence):
    draws = simulate(evidence)
    worth = break_even(draws).loc[0, "middle"]

    assert odds(draws, worth=worth).loc[0, "chance"] == pytest.approx(0.5, abs=0.001)


@pytest.mark.parametrize("events", [0.0, 3.0])
def test_no_worth_makes_a_way_even_that_brings_nobody(events):
    frame = break_even(_draws(_repeated(events), _repeated(0), _repeated(1)))

    assert list(frame.loc[1, ["low", "middle", "high"]]) == [math.inf] * 3
    assert frame.loc[0, "middle"] == events


def test_a_way_that_sometimes_brings_nobody_has_an_endless_end():
    conversing = np.where(np.arange(10) < 8, 2.0, 0.0)
    frame = break_even(_draws(_repeated(1), _repeated(1), conversing))

    assert list(frame.loc[0, ["low", "middle", "high"]]) == [0.5, 0.5, math.inf]


def test_unused_hours_are_told_for_every_way(evidence):
    frame = unused_hours(simulate(evidence))

    assert list(frame.columns) == ["way", "low", "middle", "high"]
    assert list(frame["way"]) == list(WAYS)
    assert list(frame.loc[0, ["low", "high"]]) == list(frame.loc[2, ["low", "high"]]) == [0, 0]
    # Five posts of 25 minutes and some answers take a little over two hours of four.
    assert 1.4 < frame.loc[1, "middle"] < 1.9


def test_the_deciding_input_is_the_one_that_moves_the_comparison_most(evidence):
    frame = deciding_inputs(evidence)

    assert list(frame.columns) == ["input", "low", "high", "at_low", "at_high", "swing"]
    # Section G: the win of conversing rests on the reply share and the minutes a reply takes.
    assert frame.loc[0, "input"] == "reply_share"
    assert "reply_minutes" in list(frame["input"][:3])
    assert frame["swing"].is_monotonic_decreasing


def test_what_is_known_decides_nothing(evidence):
    uncertain = [name for name in INPUTS if not getattr(evidence, name).is_exact]

    assert sorted(deciding_inputs(evidence)["input"]) == sorted(uncertain)
    assert {"people", "most_posts", "few_posts"}.isdisjoint(uncertain)


def test_a_swing_counts_doublings(evidence):
    # Only the length of a conversation is uncertain; 3 to 12 minutes are two doublings.
    frame = deciding_inputs(evidence).set_index("input")
    row = frame.loc["conversation_minutes"]

    assert (row["low"], row["high"]) == (3, 12)
    assert row["swing"] == pytest.approx(2)
    assert row["at_high"] == pytest.approx(row["at_low"] * 4)
    assert frame.loc["circle", "swing"] == 0


def test_whole_numbers_lose_no_part_of_their_range(evidence):
    # From 2 to 2.5 minutes a conversation.
    frame = deciding_inputs(replace(evidence, conversation_minutes=Range(2, 2, 2.5)))
    swing = frame.set_index("input").loc["conversation_minutes", "swing"]

    assert swing == pytest.approx(math.log2(2.5 / 2))


def test_where_everything_is_known_nothing_decides(evidence):
    values = {name: getattr(evidence, name) for name in INPUTS}
    known = {name: Range.exactly(value.typical, value.share) for name, value in values.items()}
    frame = deciding_inputs(replace(evidence, **known))

    assert frame.empty
    assert list(frame.columns) == ["input", "low", "high", "at_low", "at_high", "swing"]


def test_where_events_bring_nobody_the_comparison_is_endless_and_nothing_moves_it(evidence):
    frame = deciding_inputs(replace(evidence, people=Range.exactly(0)))

    assert np.isinf(frame[["at_low", "at_high"]]).all(axis=None)
    assert (frame["swing"] == 0).all()


def test_where_conversing_brings_nobody_nothing_moves_the_comparison(evidence):
    silent = replace(
        evidence,
        following=Range.exactly(0),
        reply_share=Range.exactly(0, share=True),
    )
    frame = deciding_inputs(silent)

    assert (frame[["at_low", "at_high"]] == 0).all(axis=None)
    assert (frame["swing"] == 0).all()


@given(st.data())
def test_every_frame_is_whole_for_every_valid_assumption(any_assumptions, data):
    some = data.draw(any_assumptions)
    draws = simulate(some, draws=50)
    frames = [stages(draws), odds(draws), break_even(draws), unused_hours(draws)]

    assert not any(frame.isna().any(axis=None) for frame in [*frames, deciding_inputs(some)])


def _as_section_g_read_them(low, mode, high, share=False):
    """Return the range of a PERT distribution between the extremes low and high.

    The first arithmetic of section G took the ends as extremes, not as P10 and P90 (its events,
    39 / 66 / 112, come out to the digit).
    """
    alpha, beta = 1 + 4 * (mode - low) / (high - low), 1 + 4 * (high - mode) / (high - low)
    draws = low + (high - low) * np.random.default_rng(1).beta(alpha, beta, 100_000)
    return Range(*np.quantile(draws, [0.1, 0.5, 0.9]), share=share)


@pytest.fixture(name="section_g", scope="module")
def _section_g(evidence):
    values = {name: getattr(evidence, name) for name in INPUTS}
    narrow = {
        name: _as_section_g_read_them(value.low, value.typical, value.high, value.share)
        for name, value in values.items()
        if not value.is_exact
    }
    narrow |= {"online_new_share": ALL_NEW, "goes_on_share": HARDLY_EVER}
    return replace(evidence, **narrow)


def test_a_mixer_brings_as_many_encounters_as_name_tags_counted(evidence):
    # Ingram and Morris 2007: 14 encounters on average, 8 to 20 in the evidence. One event, where
    # everybody is new.
    one = replace(evidence, hours=3.5, weeks=1, event_new_share=ALL_NEW)
    timing = ("event_minutes", "around_minutes", "conversation_minutes", "circle")
    typical = {name: Range.exactly(getattr(one, name).typical) for name in timing}
    heard = stages(simulate(replace(one, **typical))).set_index(["stage", "way"])

    assert 8 < heard.loc[("heard", "events"), "middle"] < 20
    assert heard.loc[("heard", "events"), "middle"] == pytest.approx(14, rel=0.1)


def test_a_free_floor_makes_talks_longer_rather_than_more(evidence):
    # Drawn apart, the same ranges would give a mixer of 5 to 39 encounters.
    one = replace(evidence, hours=3.5, weeks=1, event_new_share=ALL_NEW)
    timing = {name: Range.exactly(105) for name in ("event_minutes", "around_minutes")}
    heard = stages(simulate(replace(one, **timing))).set_index(["stage", "way"])

    assert heard.loc[("heard", "events"), "low"] == pytest.approx(8, rel=0.2)
    assert heard.loc[("heard", "events"), "high"] < 28


def test_the_first_arithmetic_of_the_evidence_comes_out_again(section_g, monkeypatch):
    # It drew the minutes of a conversation apart from the share of time in conversation.
    monkeypatch.setitem(TIED, "conversation_minutes", ("talking_share", 0.0))
    normal_column.cache_clear()
    sample.cache_clear()
    spoken = _spoken(section_g)
    normal_column.cache_clear()
    sample.cache_clear()

    assert list(spoken.loc["events"]) == pytest.approx([39, 66, 112], rel=0.12)
    assert list(spoken.loc["conversing"]) == pytest.approx([75, 126, 206], rel=0.12)
    # Of the same order only: the evidence does not say how it drew the following (100 to 3,000).
    assert list(spoken.loc["broadcasting"]) == pytest.approx([5, 21, 79], rel=0.5)


def test_the_first_odds_of_the_evidence_come_out_again(section_g):
    assert _chance(section_g, "conversing", "events") == pytest.approx(0.87, abs=0.05)
    assert odds(simulate(section_g)).loc[1, "verdict"] == "behind"


def test_the_first_break_even_of_the_evidence_comes_out_again(section_g):
    worth = break_even(simulate(section_g)).loc[0, ["low", "middle", "high"]]

    assert list(worth) == pytest.approx([0.26, 0.53, 1.1], rel=0.12)


def test_wider_ranges_keep_the_middle_and_widen_the_doubt(evidence):
    # The same figures with the ends read as P10 and P90: the evidence's own definition.
    spoken = _spoken(replace(evidence, online_new_share=ALL_NEW, goes_on_share=HARDLY_EVER))

    assert spoken.loc["events", "middle"] == pytest.approx(66, rel=0.05)
    assert spoken.loc["conversing", "middle"] == pytest.approx(126, rel=0.1)
    assert (spoken["low"] < [39, 5, 75]).all()
    assert (spoken["high"] > [112, 79, 206]).all()


def test_broadcasting_does_not_beat_events_and_conversing_cannot_be_told(evidence):
    frame = odds(simulate(evidence))

    assert frame.loc[1, "chance"] == pytest.approx(0.15, abs=0.03)
    assert list(frame["verdict"]) == ["cannot_tell", "behind", "ahead"]
