"""One week after the other: hand-computed, conserved, and the same as a walk person by person."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.models.relationship_assumptions import LOSSES, STAGES
from workshop.models.relationship_path import walk
from workshop.models.relationship_rates import STEPS, Rates, week_of

SHARES = st.floats(0, 1)


def _rates(**known):
    """Rates at which nothing happens, save what is given."""
    still = dict.fromkeys(Rates._fields, 0.0)
    return Rates(**{name: np.asarray(value) for name, value in (still | known).items()})


def _pulse(people, weeks=13):
    new = np.zeros((weeks, 1))
    new[0] = people
    return new


def _everybody(path):
    return sum(path.stages.values()) + sum(path.losses.values())


def test_month_ends_fall_on_these_weeks():
    assert [week_of(month) for month in (0, 1, 2, 3, 6, 12, 24)] == [0, 4, 9, 13, 26, 52, 104]


def test_nobody_is_met_before_the_first_week():
    path = walk(_pulse(80), _rates(), (0, 1))

    assert path.met.tolist() == [[0], [80]]
    assert _everybody(path).tolist() == [[0], [80]]


def test_a_second_exchange_makes_a_partner_a_week_later():
    path = walk(_pulse(80), _rates(goes_on=0.25), (1,))

    assert path.stages["contact"].tolist() == [[60]]
    assert path.stages["partner"].tolist() == [[20]]


def test_trust_takes_three_steps():
    # Met in week 1, partner in week 2, and a half of each step in weeks 3 and 4: at the end of
    # week 4 none of the 80 can have made three steps.
    path = walk(_pulse(80), _rates(goes_on=1, step=0.5, room=1e9), (1, 2))

    assert STEPS == 3
    assert path.stages["trusted"][0] == 0
    # Seven chances until week 9: three or more of them taken, 1 - (1 + 7 + 21) / 128.
    assert path.stages["trusted"][1] == pytest.approx(80 * (1 - 29 / 128))


def test_contacts_fade_and_turn_away_one_after_the_other():
    # A week later of 80 not gone on, in each of three weeks 10 % fade, and half of the rest turn.
    path = walk(_pulse(80), _rates(weak_faded=0.1, weak_turned=0.5), (1,))

    assert path.stages["contact"] == pytest.approx(80 * 0.45**2)
    assert path.losses["faded"] == pytest.approx(8 + 80 * 0.45 * 0.1)
    assert path.losses["turned_away"] == pytest.approx(36 + 36 * 0.45)


def test_partners_who_are_held_do_not_fade():
    partners = {"goes_on": 1, "weak_faded": 0.1, "room": 1e9}
    alone = walk(_pulse(80), _rates(**partners), (1,))
    held = walk(_pulse(80), _rates(**partners, held=1), (1,))

    assert alone.stages["partner"] == pytest.approx(80 * 0.9**2)
    assert held.stages["partner"] == pytest.approx(80)


def test_half_the_room_holds_half_of_them():
    path = walk(_pulse(80), _rates(goes_on=1, weak_faded=0.1, held=1, room=40), (1,))

    # In week 3 half of 80 are alone: 4 fade. In week 4 those are 36 of 76: 3.6 fade.
    assert path.losses["faded"] == pytest.approx(4 + 3.6)


def test_half_the_room_brings_half_of_them_a_step_closer():
    wide = walk(_pulse(80), _rates(goes_on=1, step=0.5, room=80), (2,))
    # Seven chances of a quarter each: 1 - (0.75^7 + 7 * 0.25 * 0.75^6 + 21 * 0.25^2 * 0.75^5).
    narrow = walk(_pulse(80), _rates(goes_on=1, step=0.5, room=40), (2,))

    assert wide.stages["trusted"] == pytest.approx(80 * (1 - 29 / 128))
    assert narrow.stages["trusted"] == pytest.approx(80 * 0.24359, rel=1e-3)


def test_partners_and_trusted_people_bring_opportunities():
    weak = walk(_pulse(80), _rates(goes_on=1, weak_opportunity=0.1), (1,))
    strong = walk(_pulse(80), _rates(goes_on=1, step=1, room=1e9, opportunity=0.5), (2,))

    assert weak.stages["opportunity"] == pytest.approx(80 * (0.1 + 0.09))
    assert weak.brought == pytest.approx(80 * (0.1 + 0.09))
    # Trusted at the end of week 5; half of the rest in each of weeks 6 to 9.
    assert strong.brought == pytest.approx(80 * (1 - 0.5**4))
    assert strong.stages["trusted"] == pytest.approx(80 * 0.5**4)


def test_whoever_brought_an_opportunity_may_fade_and_still_has_brought_it():
    quick = {"goes_on": 1, "weak_opportunity": 1, "strong_faded": 0.5}
    path = walk(_pulse(80), _rates(**quick), (1,))

    assert path.stages["opportunity"] == 40
    assert path.losses["faded"] == 40
    assert path.brought == 80


def test_close_ties_turn_away_at_a_rate_of_their_own():
    quick = {"goes_on": 1, "weak_opportunity": 1, "strong_turned": 0.25}
    path = walk(_pulse(80), _rates(**quick), (1,))

    assert path.losses["turned_away"] == 20


@given(
    new=st.lists(st.floats(0, 1e4), min_size=13, max_size=13),
    shares=st.fixed_dictionaries(dict.fromkeys(set(Rates._fields) - {"room"}, SHARES)),
    room=st.floats(0, 1e6),
)
def test_nobody_appears_from_nowhere_or_stands_in_two_places(new, shares, room):
    path = walk(np.array(new)[:, None], _rates(**shares, room=room), (0, 1, 2, 3))
    places = [*path.stages.values(), *path.losses.values()]

    assert set(path.stages) == set(STAGES)
    assert set(path.losses) == set(LOSSES)
    assert min(place.min() for place in places) >= -1e-6
    np.testing.assert_allclose(_everybody(path), path.met, rtol=1e-9, atol=1e-6)
    assert (np.diff(path.brought, axis=0) >= 0).all()


LIVELY = {
    "goes_on": 0.4,
    "step": 0.15,
    "weak_faded": 0.02,
    "strong_faded": 0.005,
    "weak_turned": 0.01,
    "strong_turned": 0.003,
    "weak_opportunity": 0.004,
    "opportunity": 0.02,
    "held": 0.6,
}


def _walk_person_by_person(generator, new, rates, weeks):
    """Count where people are who each throw dice of their own; the room is felt by all of them."""
    stage = np.empty(0, dtype=int)  # 0 fresh, 1 contact, 2 to 4 partner, 5 trusted, 6 brought
    faded = turned = brought = 0
    for week in range(weeks):
        known = np.count_nonzero(stage >= 2)
        care = min(1.0, float(rates.room) / max(known, 1e-12))
        weak, strong = (stage >= 1) & (stage <= 4), stage >= 5
        alone = np.where(stage >= 2, 1 - care * rates.held, 1.0)
        fade = alone * np.where(strong, rates.strong_faded, np.where(weak, rates.weak_faded, 0))
        turn = np.where(strong, rates.strong_turned, np.where(weak, rates.weak_turned, 0))
        fades, turns, lucks, steps = generator.random((4, stage.size))
        gone = fades < fade
        away = ~gone & (turns < turn)
        partner = (stage >= 2) & (stage <= 4)
        luck = (partner & (lucks < rates.weak_opportunity)) | (
            (stage == 5) & (lucks < rates.opportunity)
        )
        step = partner & ~luck & (steps < care * rates.step)
        moved = np.where(luck, 6, np.where(step, stage + 1, stage))
        moved = np.where(stage == 0, np.where(steps < rates.goes_on, 2, 1), moved)
        left = ~gone & ~away
        faded += np.count_nonzero(gone)
        turned += np.count_nonzero(away)
        brought += np.count_nonzero(luck & left)
        arriving = generator.poisson(new[week, 0])
        stage = np.concatenate([moved[left], np.zeros(arriving, dtype=int)])
    counts = np.bincount(stage, minlength=7)
    return [counts[0] + counts[1], counts[2:5].sum(), counts[5], counts[6], faded, turned, brought]


@pytest.mark.parametrize(("room", "near"), [(1e9, 0.0), (30.0, 0.25)], ids=["ample", "tight"])
def test_people_who_throw_their_own_dice_end_where_the_path_says(room, near):
    runs, months = 300, 6
    weeks = week_of(months)
    new, rates = np.full((weeks, 1), 6.0), _rates(**LIVELY, room=room)
    generator = np.random.default_rng(7)
    counts = np.array([_walk_person_by_person(generator, new, rates, weeks) for _ in range(runs)])
    path = walk(new, rates, (months,))
    expected = np.concatenate(
        [
            *[path.stages[s][0] for s in STAGES],
            *[path.losses[s][0] for s in LOSSES],
            path.brought[0],
        ]
    )

    # Four standard errors of the mean; where the room binds, a little more.
    error = 4 * counts.std(axis=0) / runs**0.5 + near
    assert (np.abs(counts.mean(axis=0) - expected) <= error).all(), (counts.mean(axis=0), expected)


def test_their_counts_scatter_as_poisson_counts_do():
    runs, weeks = 600, 26
    new, rates = np.full((weeks, 1), 6.0), _rates(**LIVELY, room=1e9)
    generator = np.random.default_rng(11)
    counts = np.array([_walk_person_by_person(generator, new, rates, weeks) for _ in range(runs)])

    # Variance over mean is 1; its standard error over 600 runs is sqrt(2 / 600) = 0.06.
    assert counts.var(axis=0) / counts.mean(axis=0) == pytest.approx(np.ones(7), abs=0.25)
