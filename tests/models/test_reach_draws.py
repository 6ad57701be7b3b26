"""Thousands of possible outcomes: what holds in every one of them."""

import math
import subprocess
import sys
from dataclasses import fields, replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workshop.models.ranges import LARGEST, SMALLEST, Range
from workshop.models.reach_assumptions import INPUTS, STAGES, WAYS
from workshop.models.reach_draws import TIED, lucky, normal_column, simulate

FEW = 60


def _arrays(draws):
    return [draws.people[way][stage] for way in WAYS for stage in STAGES]


def _every(draws):
    return np.stack(_arrays(draws))


def _known(assumptions):
    inputs = {name: getattr(assumptions, name) for name in INPUTS}
    return replace(
        assumptions,
        **{name: Range.exactly(value.typical, value.share) for name, value in inputs.items()},
    )


def _poisson_quantile(mean, part):
    count, chance = 0, math.exp(-mean)
    below = chance
    while below < part:
        count += 1
        chance *= mean / count
        below += chance
    return count


def test_every_way_has_every_stage_in_order(evidence):
    draws = simulate(evidence, draws=FEW)

    assert tuple(draws.people) == tuple(draws.unused_hours) == WAYS
    assert all(tuple(draws.people[way]) == STAGES for way in WAYS)
    assert all(array.shape == (FEW,) for array in _arrays(draws))


def test_equal_inputs_give_equal_results(evidence):
    same = replace(evidence, people=Range.exactly(800.0))

    assert (_every(simulate(evidence)) == _every(simulate(same))).all()


def test_another_seed_gives_other_draws_of_the_same_distribution(evidence):
    one = np.median(_every(simulate(evidence, seed=1)), axis=1)
    other = np.median(_every(simulate(evidence, seed=2)), axis=1)

    assert (one != other).any()
    assert one == pytest.approx(other, rel=0.1)


@pytest.mark.parametrize("draws", [0, -1])
def test_there_is_at_least_one_draw(evidence, draws):
    with pytest.raises(ValueError, match="draws must be 1 or more"):
        simulate(evidence, draws=draws)


def test_one_draw_is_enough_to_ask_for(evidence):
    assert np.isfinite(_every(simulate(evidence, draws=1))).all()


@given(st.data(), st.booleans())
def test_stages_are_finite_and_never_grow_along_the_way(any_assumptions, data, luck):
    draws = simulate(data.draw(any_assumptions), draws=FEW, luck=luck)

    for way in WAYS:
        stages = np.stack([draws.people[way][stage] for stage in STAGES])

        assert np.isfinite(stages).all()
        assert (stages >= 0).all()
        assert (np.diff(stages, axis=0) <= 0).all()


@given(st.data(), st.booleans(), st.floats(0, 40))
def test_more_hours_never_mean_fewer_people(any_assumptions, data, luck, more):
    some = data.draw(any_assumptions)
    fewer, hours = sorted([some.hours, more])
    before = _every(simulate(replace(some, hours=fewer), draws=FEW, luck=luck))
    after = _every(simulate(replace(some, hours=hours), draws=FEW, luck=luck))

    assert (after >= before * (1 - 1e-9) - 1e-6).all()


@given(st.data(), st.booleans())
def test_posts_never_reach_more_people_than_the_following(any_assumptions, data, luck):
    some = data.draw(any_assumptions)
    followed = replace(some, following=Range.exactly(some.following.typical))
    broadcasting = simulate(followed, draws=FEW, luck=luck).people["broadcasting"]

    assert all((broadcasting[stage] <= followed.following.typical).all() for stage in STAGES)


@given(st.data(), st.booleans())
def test_no_hours_bring_nobody(any_assumptions, data, luck):
    idle = replace(data.draw(any_assumptions), hours=0)

    assert not _every(simulate(idle, draws=FEW, luck=luck)).any()


@given(st.data())
def test_unused_hours_are_part_of_the_hours_and_only_broadcasting_has_them(any_assumptions, data):
    some = data.draw(any_assumptions)
    unused = simulate(some, draws=FEW).unused_hours

    assert ((unused["broadcasting"] >= 0) & (unused["broadcasting"] <= some.hours)).all()
    assert not unused["events"].any()
    assert not unused["conversing"].any()


@settings(max_examples=30)
@given(st.data())
def test_even_the_widest_ranges_stay_finite(evidence, data):
    ends = st.sampled_from([SMALLEST, 1.0, LARGEST])
    part = st.sampled_from([SMALLEST, 0.5, 1 - SMALLEST])
    wide = {
        name: Range(*sorted(data.draw(st.tuples(*[values] * 3))), share=values is part)
        for name in INPUTS
        for values in [part if name.endswith("_share") else ends]
    }
    wide["circle"] = Range(1, 1, LARGEST)
    people = _every(simulate(replace(evidence, **wide), draws=FEW))

    assert np.isfinite(people).all()


@pytest.mark.parametrize("name", ["reply_minutes", "reply_share", "few_posts", "online_new_share"])
def test_an_input_changes_only_what_it_has_to_do_with(evidence, name):
    value = getattr(evidence, name)
    changed = replace(evidence, **{name: value.around(value.typical / 2)})
    before, after = simulate(evidence, draws=FEW).people, simulate(changed, draws=FEW).people

    for stage in STAGES:
        assert (before["events"][stage] == after["events"][stage]).all()
    assert (before["conversing"]["spoke"] != after["conversing"]["spoke"]).any()


def test_whether_it_goes_on_does_not_change_who_was_spoken_with(evidence):
    changed = replace(evidence, goes_on_share=Range.exactly(0.9, share=True))
    before, after = simulate(evidence).people, simulate(changed).people

    for way in ("events", "broadcasting"):
        assert (before[way]["spoke"] == after[way]["spoke"]).all()
        assert (before[way]["goes_on"] != after[way]["goes_on"]).any()


def test_ways_share_the_chance_that_it_goes_on(evidence):
    people = simulate(evidence, draws=FEW, luck=False).people
    shares = [people[way]["goes_on"] / people[way]["spoke"] for way in WAYS]

    assert shares[0] == pytest.approx(shares[1])
    assert shares[0] == pytest.approx(shares[2])


def test_luck_is_not_shared(evidence):
    ratio = {
        way: simulate(evidence).people[way]["spoke"]
        / simulate(evidence, luck=False).people[way]["spoke"]
        for way in WAYS
    }

    assert abs(np.corrcoef([ratio[way] for way in WAYS])[np.triu_indices(3, 1)]).max() < 0.05


def test_with_everything_known_and_no_luck_there_is_one_outcome(evidence):
    people = simulate(_known(evidence), draws=FEW, luck=False).people

    # 52 hours of 3.5 an event, 105 * 0.6 / 7 = 9 conversations, half of them new.
    assert people["events"]["spoke"] == pytest.approx(np.full(FEW, 52 / 3.5 * 9 * 0.5))
    assert people["events"]["goes_on"] == pytest.approx(np.full(FEW, 52 / 3.5 * 9 * 0.5 * 0.25))


def test_luck_varies_around_what_is_expected(evidence):
    spoke = simulate(_known(evidence)).people["events"]["spoke"]

    # A count of 66.9 on average varies by its root, 8.2.
    assert spoke.mean() == pytest.approx(52 / 3.5 * 4.5, rel=0.01)
    assert spoke.std() == pytest.approx(math.sqrt(52 / 3.5 * 4.5), rel=0.02)


def test_with_luck_whoever_was_spoken_with_has_heard(evidence):
    alone = replace(evidence, circle=Range.exactly(1))
    people = simulate(alone).people["events"]

    assert (people["heard"] >= people["spoke"]).all()
    assert people["spoke"].mean() == pytest.approx(
        simulate(alone, luck=False).people["events"]["spoke"].mean(), rel=0.01
    )


def test_luck_finds_nobody_who_could_not_hear(evidence):
    pair = replace(evidence, people=Range.exactly(1), event_new_share=Range.exactly(1, share=True))
    people = simulate(pair).people["events"]

    assert (people["spoke"] <= simulate(pair, luck=False).people["events"]["could_hear"]).all()


@pytest.mark.parametrize("mean", [1, 2, 5, 20, 100])
def test_lucky_counts_have_mean_variance_and_quantiles_of_poisson_counts(mean):
    z = normal_column("any", 10_000, 1)
    counts = lucky(np.full(10_000, float(mean)), z)
    tenths = np.quantile(counts, [0.1, 0.5, 0.9])

    assert counts.mean() == pytest.approx(mean, rel=0.04)
    assert counts.var() == pytest.approx(mean, rel=0.02, abs=0.2)
    assert tenths == pytest.approx(
        [_poisson_quantile(mean, part) for part in (0.1, 0.5, 0.9)], abs=0.75
    )


@pytest.mark.parametrize(("tries", "chance"), [(100, 0.25), (40, 0.5), (100, 0.9)])
def test_lucky_counts_of_tries_vary_as_binomial_counts(tries, chance):
    mean = np.full(10_000, tries * chance)
    counts = lucky(mean, normal_column("any", 10_000, 1), 1 - chance)

    assert counts.mean() == pytest.approx(tries * chance, rel=0.01)
    assert counts.var() == pytest.approx(tries * chance * (1 - chance), rel=0.05)


@given(
    st.lists(st.floats(0, 1e6), min_size=2, max_size=20),
    st.floats(-8, 8),
    st.floats(0, 1),
)
def test_with_the_same_luck_more_expected_never_means_fewer(means, z, spread):
    means = np.sort(np.array(means))
    counts = lucky(means, np.full(means.shape, z), spread)

    assert (counts >= 0).all()
    assert (np.diff(counts) >= -1e-9 * counts[1:] - 1e-12).all()


@given(st.floats(-8, 8), st.floats(0, 1))
def test_luck_brings_nobody_where_nobody_is_expected(z, spread):
    assert lucky(np.zeros(1), np.array([z]), spread) == 0


@given(st.floats(0, 1e6), st.floats(-8, 8))
def test_without_spread_there_is_no_luck(mean, z):
    assert lucky(np.array([mean]), np.array([z]), 0.0) == pytest.approx(mean, abs=1e-6)


def test_columns_of_chance_are_normal_and_their_own():
    one, other = normal_column("people", 1000, 1), normal_column("following", 1000, 1)

    assert one.mean() == pytest.approx(0, abs=1e-9)
    assert one.std() == pytest.approx(1, abs=0.01)
    assert (np.sort(one) == np.sort(other)).all()
    assert abs(np.corrcoef(one, other)[0, 1]) < 0.1


def test_columns_of_chance_are_the_same_in_every_process():
    code = "from workshop.models.reach_draws import normal_column as n; print(n('people', 9, 1)[0])"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert float(run.stdout) == normal_column("people", 9, 1)[0]


def test_columns_of_chance_cannot_be_spoiled():
    with pytest.raises(ValueError, match="read-only"):
        normal_column("people", 1000, 1)[0] = 0


def test_inputs_are_uncorrelated_unless_they_are_tied(evidence):
    free = [name for name in INPUTS if name not in TIED]
    columns = np.stack([normal_column(name, 10_000, 1) for name in free])
    correlations = np.corrcoef(columns) - np.eye(len(free))

    assert abs(correlations).max() < 0.05
    assert len(fields(evidence)) == len(INPUTS) + 2


@pytest.mark.parametrize("name", TIED)
def test_a_tied_input_follows_its_other_and_stays_standard_normal(name):
    other, closeness = TIED[name]
    column = normal_column(name, 10_000, 1)
    correlation = np.corrcoef(column, normal_column(other, 10_000, 1))[0, 1]

    assert correlation == pytest.approx(closeness, abs=0.02)
    assert np.quantile(column, [0.1, 0.5, 0.9]) == pytest.approx([-1.28, 0, 1.28], abs=0.03)
