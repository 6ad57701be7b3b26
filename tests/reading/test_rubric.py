"""From weights to ranges, a band and a lean."""

from itertools import pairwise

import pytest

from workshop.reading import CRITERIA, Hit
from workshop.reading.rubric import axes, band, lean, ranges, weighed

NOTHING = dict.fromkeys(CRITERIA, 0)


def _hit(rule, criterion="no_pitch", start=0, end=4, weight=2, **muted):
    side = "pitch" if criterion in ("no_pitch", "not_the_expert") else "conversation"
    return Hit(start, end, rule, criterion, side, weight, "why", "prompt?", **muted)


def test_the_same_rule_counts_once():
    hits = [_hit("a"), _hit("a", start=9, end=12)]

    assert weighed(hits)["no_pitch"] == 2


def test_the_same_words_count_once_by_the_stronger_rule():
    hits = [_hit("a", weight=1), _hit("b", start=2, end=6, weight=3)]

    assert weighed(hits)["no_pitch"] == 3


def test_different_words_add_up():
    hits = [_hit("a"), _hit("b", start=9, end=12)]

    assert weighed(hits)["no_pitch"] == 4


def test_quoted_and_denied_words_weigh_nothing():
    hits = [_hit("a", quoted=True), _hit("b", negated=True)]

    assert weighed(hits) == NOTHING


@pytest.mark.parametrize("weight", [3, 4, 9])
def test_a_strong_pitch_holds_its_criterion_down(weight):
    assert ranges({**NOTHING, "no_pitch": weight})["no_pitch"] == (0, 1)


def test_a_greeting_and_a_name_alone_open_nothing():
    assert axes({**NOTHING, "introduction": 3})[1] == 0


def test_each_further_call_tells_less():
    leans = [lean({**NOTHING, "no_pitch": weight}) for weight in range(8)]
    steps = [a - b for a, b in pairwise(leans)]

    assert leans == sorted(leans, reverse=True)
    assert steps == sorted(steps, reverse=True)


BANDS_BY_WEIGHT = [
    ({}, False, "friendly"),
    ({"no_pitch": 1}, False, "friendly"),
    ({"asks": 3}, False, "conversation"),
    ({"asks": 3, "no_pitch": 1}, False, "conversation"),
    ({"asks": 3, "no_pitch": 2}, False, "offer"),
    ({"asks": 3, "no_pitch": 3}, False, "pitch"),
    ({"asks": 3, "no_pitch": 3}, True, "offer"),
    ({"asks": 5, "them": 5, "listens": 4, "no_pitch": 4}, True, "pitch"),
    ({"not_the_expert": 2}, False, "pitch"),
]


@pytest.mark.parametrize(("weights", "helps", "expected"), BANDS_BY_WEIGHT)
def test_the_band_follows_from_both_axes(weights, helps, expected):
    assert band({**NOTHING, **weights}, helps) == expected


def test_small_signs_order_texts_in_which_nothing_pitches_and_only_those():
    assert lean(NOTHING, 3) < lean(NOTHING)
    assert lean({**NOTHING, "no_pitch": 1}, 3) == lean({**NOTHING, "no_pitch": 1})
    assert lean({**NOTHING, "no_pitch": 1}) < lean(NOTHING, 5)


@pytest.mark.parametrize("name", CRITERIA)
def test_more_evidence_moves_a_rating_step_by_step_and_never_to_one_number(name):
    rising = [ranges({**NOTHING, name: weight})[name] for weight in range(4)]
    steps = list(pairwise(rising[::-1] if name in ("no_pitch", "not_the_expert") else rising))

    assert all(low < high for low, high in rising)
    assert all(before < after for before, after in steps)
    assert all(after[0] <= before[1] <= after[1] <= before[1] + 1 for before, after in steps)
