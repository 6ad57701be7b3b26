"""Months on both media: the same people as in the reach comparison, bands, odds, what decides."""

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workshop.models import reach_comparison
from workshop.models.ranges import Range
from workshop.models.relationship_rates import new_contacts, rates
from workshop.models.relationships import (
    DRAWS,
    INPUTS,
    LOSSES,
    MEDIA,
    OWN_INPUTS,
    SHOWN,
    Draws,
    deciding_inputs,
    growth,
    held,
    lead,
    likely_months,
    mean_path,
    pitched,
    silent_losses,
    simulate,
)


def _typical(ties):
    return {name: np.asarray(float(ties.range(name).typical)) for name in INPUTS}


def _certain(ties):
    reach = {
        name: Range.exactly(getattr(ties.reach, name).typical, getattr(ties.reach, name).share)
        for name in reach_comparison.INPUTS
    }
    own = {
        name: Range.exactly(getattr(ties, name).typical, getattr(ties, name).share)
        for name in OWN_INPUTS
    }
    return replace(ties, reach=replace(ties.reach, **reach), **own)


def _end(frame, stage, medium):
    of = frame[(frame["stage"] == stage) & (frame["medium"] == medium)]
    return of.loc[of["month"].idxmax()]


# ---- Finding people -------------------------------------------------------------------------


def test_the_people_met_are_those_of_the_reach_comparison(ties):
    ties = replace(ties, months=3, keeping=0.0, pitching=0.0)
    reach = reach_comparison.simulate(ties.reach, draws=500)
    draws = simulate(ties, draws=500)

    for medium, way in (("face_to_face", "events"), ("social", "conversing")):
        met = draws.people["met"][-1, MEDIA.index(medium)]
        assert met == pytest.approx(reach.people[way]["spoke"])


def test_hours_for_keeping_are_not_hours_for_finding(ties):
    half = new_contacts(replace(ties, keeping=0.5), _typical(ties))
    same = new_contacts(
        replace(ties, keeping=0.0, reach=replace(ties.reach, hours=2.0)), _typical(ties)
    )

    assert half == pytest.approx(same)
    assert half.shape == (104, 2)


def test_pitching_costs_both_sides_the_same_share_of_new_people(ties):
    asked = new_contacts(replace(ties, pitching=0.0), _typical(ties))
    sold = new_contacts(replace(ties, pitching=0.5), _typical(ties))

    assert sold == pytest.approx(asked * (1 - 0.5 * 0.3))


# ---- Chances a week -------------------------------------------------------------------------


def test_a_years_silence_leaves_what_its_months_leave(ties):
    weekly = rates(ties, _typical(ties))

    assert (1 - weekly.weak_faded) ** 52 == pytest.approx((1 - 0.06) ** 12)
    assert (1 - weekly.strong_faded) ** 52 == pytest.approx((1 - 0.013) ** 12)
    assert (1 - weekly.opportunity) ** 52 == pytest.approx(1 - 0.08)
    assert (1 - weekly.weak_opportunity) ** 52 == pytest.approx(1 - 0.01)


def test_pitching_makes_as_many_more_leave_as_it_says(ties):
    weekly = rates(replace(ties, pitching=1.0), _typical(ties))

    # Twice as many leave: those who fade as ever, and as many again of the rest.
    both = (1 - weekly.weak_faded) * (1 - weekly.weak_turned)
    assert both == pytest.approx((1 - weekly.weak_faded) ** 2)
    assert weekly.strong_turned == pytest.approx(weekly.strong_faded)
    assert rates(replace(ties, pitching=0.0), _typical(ties)).weak_turned == 0


def test_an_exchange_online_counts_as_much_as_its_depth(ties):
    face_to_face, social = rates(replace(ties, pitching=0.0), _typical(ties)).step

    assert face_to_face == pytest.approx(-np.expm1(-12 / 52 * 3 / 7))
    assert social == pytest.approx(-np.expm1(-0.4 * 12 / 52 * 3 / 7))


def test_the_habit_holds_those_who_hear_from_you_within_the_month(ties):
    assert rates(ties, _typical(ties)).held == pytest.approx(1 - np.exp(-1))
    assert rates(replace(ties, touches=0), _typical(ties)).held == 0


def test_pitching_also_stops_conversations_from_going_on(ties):
    weekly = rates(replace(ties, pitching=0.5), _typical(ties))

    assert weekly.goes_on == pytest.approx(0.25 * 0.85)
    assert weekly.step[0] == pytest.approx(-np.expm1(-0.85 * 12 / 52 * 3 / 7))


def test_the_hours_for_keeping_hold_this_many(ties):
    # 1.2 of 4 hours, 52 weeks in 12 months: 312 minutes a month.
    assert held(ties) == pytest.approx({"face_to_face": 312 / 40, "social": 312 / 10})
    assert held(replace(ties, touches=2.0))["social"] == pytest.approx(312 / 20)


def test_no_hours_and_no_habit_hold_whom_they_can(ties):
    assert held(replace(ties, keeping=0.0)) == {"face_to_face": 0, "social": 0}
    assert held(replace(ties, touches=0.0)) == {"face_to_face": 150, "social": 150}


# ---- What was published ---------------------------------------------------------------------


def _alone(ties, **changes):
    """One kind of tie and nothing else: no end to the hours, no fading, no opportunities."""
    nothing = Range.exactly(0, share=True)
    return replace(
        _certain(ties),
        keeping=0.5,
        pitching=0.0,
        weak_fade_share=nothing,
        strong_fade_share=nothing,
        opportunity_share=nothing,
        weak_opportunity_share=nothing,
        most_people=Range.exactly(1e9),
        meeting_minutes=Range.exactly(1e-6),
        **changes,
    )


def _trusted_after(ties, month):
    """Share of a first week's partners who trust face to face at the end of a month."""
    from workshop.models.relationship_path import walk

    new = np.zeros((60 * 5, 2))
    new[0] = 1 / 0.25
    path = walk(new, rates(ties, _typical(ties)), (month,))
    return float(path.stages["trusted"][0, 0])


def test_half_of_all_acquaintances_become_friends_within_forty_to_sixty_hours(ties):
    # Hall 2018: about 50 hours with each other. An hour a week makes 9 months 39 hours.
    hall = _alone(ties, touches=52 / 12, touches_to_trust=Range.exactly(50))

    assert _trusted_after(hall, 9) < 0.5 < _trusted_after(hall, 14)


def test_trust_in_business_takes_six_to_twelve_months_of_monthly_contact(ties):
    # BNI's members say so of referrals; seven touches are the middle of what trainers claim.
    monthly = _alone(ties, touches=1.0)

    assert _trusted_after(monthly, 3) < 0.2
    assert _trusted_after(monthly, 6) < 0.5 < _trusted_after(monthly, 12)


def test_nine_in_ten_bridges_are_gone_after_a_year_of_silence(ties):
    # Burt 2002, the evidence's highest rate: 17 % a month.
    burt = replace(ties, weak_fade_share=Range.exactly(0.17, share=True))
    weekly = rates(burt, _typical(burt))

    assert 0.85 < 1 - (1 - weekly.weak_faded) ** 52 < 0.95


def test_close_ties_lose_about_fifteen_in_a_hundred_in_a_year_of_silence(ties):
    # Roberts and Dunbar 2015.
    assert 0.1 < 1 - (1 - rates(ties, _typical(ties)).strong_faded) ** 52 < 0.2


def test_nobody_keeps_more_people_than_anybody_does(ties):
    # Dunbar 2020: 78 to 250. Forty hours a week, all but a few of them for keeping.
    much = replace(ties, keeping=0.9, reach=replace(ties.reach, hours=40.0), touches=0.17)

    assert all(78 <= people <= 250 for people in held(much).values())


@pytest.mark.parametrize(("hours", "largest"), [(5, 15), (10, 50), (40, 150)])
def test_trust_stays_within_the_layers_of_personal_networks(ties, hours, largest):
    # About 5, 15, 50 and 150 people; a typical newcomer's two years end inside a layer.
    path = mean_path(replace(ties, reach=replace(ties.reach, hours=float(hours))))
    trusted = path.stages["trusted"][-1] + path.stages["opportunity"][-1]

    assert (trusted <= largest).all()


def test_three_to_twenty_five_in_a_hundred_conversations_become_relationships(ties):
    # The evidence's own judgement (D), which the model is not told.
    path = mean_path(ties)
    partners = path.met[-1] * 0.25 * (1 - 0.2 * 0.3)
    trusted = path.stages["trusted"][-1] + path.stages["opportunity"][-1]

    assert (trusted / partners > 0.03).all()
    assert (trusted / partners < 0.25).all()


def test_about_a_third_have_something_to_show_after_a_year(ties):
    # Social Media Examiner 2015: 35 % see more sales in the first year, 72 % after three (2011).
    chances = simulate(ties).chances

    assert ((chances[12] > 0.2) & (chances[12] < 0.5)).all()
    assert ((chances[24] > 0.5) & (chances[24] < 0.8)).all()


# ---- Drawing --------------------------------------------------------------------------------


def test_the_mean_of_lucky_draws_is_the_path(ties):
    certain = _certain(ties)
    path, draws = mean_path(certain), simulate(certain)
    means = {
        "met": path.met,
        "partner": path.stages["partner"],
        "trusted": path.stages["trusted"] + path.stages["opportunity"],
        "brought": path.brought,
        **path.losses,
    }

    for name, mean in means.items():
        expected = mean[list(draws.months)]
        error = 4 * np.sqrt(expected / DRAWS) + 0.02
        assert (np.abs(draws.people[name].mean(axis=-1) - expected) <= error).all(), name


def test_without_luck_certain_inputs_leave_no_spread(ties):
    draws = simulate(_certain(ties), draws=3, luck=False)

    assert np.ptp(draws.people["trusted"], axis=-1) == pytest.approx(0)


def test_equal_seeds_give_equal_draws_and_others_do_not(ties):
    one, same, other = (simulate(ties, draws=50, seed=seed) for seed in (3, 3, 4))

    assert (one.people["trusted"] == same.people["trusted"]).all()
    assert (one.people["trusted"] != other.people["trusted"]).any()


def test_there_is_at_least_one_draw(ties):
    with pytest.raises(ValueError, match="draws must be 1 or more"):
        simulate(ties, draws=0)

    assert simulate(ties, draws=1).people["met"].shape == (9, 2, 1)


def test_a_picture_has_the_start_the_end_and_a_few_months_between(ties):
    assert simulate(ties, draws=1).months == (0, 3, 6, 9, 12, 15, 18, 21, 24)
    assert simulate(replace(ties, months=3), draws=1).months == (0, 1, 2, 3)


def test_the_chance_of_a_first_opportunity_is_that_a_poisson_count_is_not_zero(ties):
    certain = _certain(ties)
    brought = mean_path(certain).brought

    assert simulate(certain, draws=2).chances == pytest.approx(1 - np.exp(-brought))


@settings(max_examples=25)
@given(
    hours=st.floats(0, 40),
    keeping=st.floats(0, 1),
    touches=st.floats(0, 30),
    pitching=st.floats(0, 1),
    months=st.integers(1, 12),
)
def test_any_habit_gives_finite_people_who_only_come_in(
    ties, hours, keeping, touches, pitching, months
):
    draws = simulate(
        replace(
            ties,
            reach=replace(ties.reach, hours=hours),
            keeping=keeping,
            touches=touches,
            pitching=pitching,
            months=months,
        ),
        draws=20,
    )

    assert set(draws.people) == {*SHOWN, *LOSSES}
    assert all(
        np.isfinite(people).all() and (people >= 0).all() for people in draws.people.values()
    )
    assert (np.diff(draws.people["met"], axis=0) >= 0).all()
    assert (np.diff(draws.chances, axis=0) >= 0).all()


@settings(max_examples=25)
@given(less=st.floats(0, 1), more=st.floats(0, 1))
def test_more_pitching_never_brings_more_trust(ties, less, more):
    less, more = sorted([less, more])
    gentle, eager = (mean_path(replace(ties, pitching=share)) for share in (less, more))

    assert (eager.met <= gentle.met + 1e-9).all()
    assert (eager.brought <= gentle.brought + 1e-9).all()


def test_pitching_loses_people_on_both_sides(ties):
    gentle, eager = (mean_path(replace(ties, pitching=share)) for share in (0.0, 1.0))

    assert (gentle.losses["turned_away"][-1] == 0).all()
    assert (eager.losses["turned_away"][-1] > 5).all()


# ---- Telling --------------------------------------------------------------------------------


def _draws(face_to_face, social, chances=((0.0, 0.0),)):
    ends = np.array([[face_to_face, social]], dtype=float)
    people = dict.fromkeys((*SHOWN, *LOSSES), ends)
    return Draws((0,), people, np.array(chances))


def test_a_band_reaches_from_the_tenth_to_the_ninetieth_in_a_hundred():
    frame = growth(_draws(range(11), [5] * 11))

    assert list(frame.columns) == ["stage", "medium", "month", "low", "middle", "high"]
    assert len(frame) == 8
    assert _end(frame, "met", "face_to_face")[["low", "middle", "high"]].tolist() == [1, 5, 9]
    assert _end(frame, "brought", "social")[["low", "middle", "high"]].tolist() == [5, 5, 5]


def test_rows_go_through_stages_then_media_then_months(ties):
    draws = simulate(replace(ties, months=2), draws=40)
    frame = growth(draws)

    assert frame["stage"].drop_duplicates().tolist() == list(SHOWN)
    assert frame["month"].tolist() == [0, 1, 2] * 8
    row = frame[(frame.stage == "trusted") & (frame.medium == "social") & (frame.month == 2)]
    assert row["middle"].item() == pytest.approx(np.median(draws.people["trusted"][2, 1]))


def test_those_lost_faded_or_turned_away():
    lost = silent_losses(_draws(range(11), [5] * 11))

    assert lost == {
        "face_to_face": {"low": pytest.approx(2), "high": pytest.approx(18)},
        "social": {"low": 10, "high": 10},
    }


def test_the_pitched_path_is_the_middle_without_luck(ties):
    certain = _certain(ties)
    frame = pitched(certain)
    path = mean_path(replace(certain, pitching=1.0))

    assert list(frame.columns) == ["stage", "medium", "month", "middle"]
    pd.testing.assert_frame_equal(
        frame[["stage", "medium", "month"]], growth(simulate(ties))[["stage", "medium", "month"]]
    )
    assert _end(frame, "partner", "social")["middle"] == pytest.approx(
        path.stages["partner"][-1, 1]
    )
    assert _end(frame, "met", "face_to_face")["middle"] == pytest.approx(path.met[-1, 0])


def test_an_opportunity_is_likely_from_one_half_on():
    chances = [[0.0, 0.0], [0.4, 0.1], [0.5, 0.2], [0.7, 0.49]]

    assert likely_months(_draws([1], [1], chances)) == {"face_to_face": 2, "social": None}


@pytest.mark.parametrize(
    ("social", "verdict"), [(8, "ahead"), (7, "cannot_tell"), (3, "cannot_tell"), (2, "behind")]
)
def test_a_side_is_ahead_in_four_of_five_worlds(social, verdict):
    above = np.where(np.arange(10) < social, 2, 0)

    assert lead(_draws([1] * 10, above)) == (pytest.approx(social / 10), verdict)


def test_what_decides_moves_the_trusted_of_both_sides(ties):
    frame = deciding_inputs(ties)
    first = frame.iloc[0]
    low, high = (
        mean_path(replace(ties, touches_to_trust=Range.exactly(touches))) for touches in (3, 13)
    )

    assert first["input"] == "touches_to_trust"
    assert first[["low", "high"]].tolist() == [3, 13]
    for end, path in (("at_low", low), ("at_high", high)):
        trusted = path.stages["trusted"][-1] + path.stages["opportunity"][-1]
        assert first[end] == pytest.approx(trusted.sum())
    assert frame["swing"].is_monotonic_decreasing
    assert first["swing"] == pytest.approx(first["at_low"] - first["at_high"])


def test_what_is_certain_decides_nothing(ties):
    assert "people" not in set(deciding_inputs(ties)["input"])
    assert deciding_inputs(_certain(ties)).empty
