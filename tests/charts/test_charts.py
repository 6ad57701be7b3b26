"""Frames in, charts out: what a picture draws from its rows."""

import pandas as pd
import pytest

from workshop.charts.reach_comparison import LEAST, MOST, stage_chart, stage_rows
from workshop.charts.theme import colour
from workshop.charts.time_budget import bars, week_chart
from workshop.models.reach_comparison import STAGES, WAYS, simulate, stages
from workshop.models.time_budget import TimeBudget, weekly
from workshop.packs import load_pack

PACK = load_pack()


@pytest.fixture
def week():
    words = PACK.time_budget
    return weekly(TimeBudget(words.starting_hours, words.activity_media, 46, 60))


@pytest.fixture
def people():
    words = PACK.reach_comparison
    return stages(simulate(words.assumptions(4, 13, words.platform, {})))


def _layers(chart):
    return chart.to_dict()["layer"]


def test_the_first_row_of_each_medium_carries_its_total_in_words(week):
    rows = bars(week, PACK)

    assert list(rows.loc[rows["first"], "total_name"]) == [
        "Face to face  4 h",
        "Social media  1 h",
        "Not counted  2 h",
    ]


def test_every_bar_keeps_the_order_of_the_activities(week):
    assert list(bars(week, PACK)["order"]) == list(range(len(week)))


def test_the_week_starts_at_zero_hours(week):
    bar = _layers(week_chart(bars(week, PACK), PACK))[0]

    assert bar["encoding"]["x"]["scale"] == {"domainMin": 0, "nice": False}
    assert bar["encoding"]["x"]["stack"] == "zero"


@pytest.mark.parametrize(("hours", "axis"), [(1.5, 10), (9.25, 10), (10, 20), (40, 80)])
def test_the_axis_of_a_week_rests_until_a_bar_no_longer_fits(hours, axis):
    media = PACK.time_budget.activity_media
    spent = {**dict.fromkeys(media, 0.0), "events": float(hours), "meetings": 0.75}
    rows = bars(weekly(TimeBudget(spent, media, 46, 60)), PACK)

    assert set(rows["span"]) == {axis}
    assert _layers(week_chart(rows, PACK))[2]["encoding"]["x"]["field"] == "span"


def test_each_medium_has_the_colour_of_its_tint(week):
    scale = _layers(week_chart(bars(week, PACK), PACK))[0]["encoding"]["color"]["scale"]

    assert scale["range"] == ["var(--wk-face)", "var(--wk-social)", "var(--wk-muted)"]


def test_every_stage_has_a_headline_and_its_three_ways(people):
    rows = stage_rows(people, PACK)

    assert list(rows["kind"]) == ["stage", "way", "way", "way"] * len(STAGES)
    assert set(rows["way"]) == {"", *WAYS}


def test_a_way_says_its_range_in_words(people):
    rows = stage_rows(people, PACK).set_index("row")

    assert rows.loc["spoke/events", "label"].startswith("Events: ")
    assert " to " in rows.loc["spoke/events", "label"]


def test_nobody_and_everybody_stay_within_the_axis():
    some = {"stage": "spoke", "way": "events", "low": 0.0, "middle": 3.0, "high": 9e9}
    rows = stage_rows(pd.DataFrame([some]), PACK).set_index("row")

    assert rows.loc["spoke/events", "low"] == LEAST
    assert rows.loc["spoke/events", "high"] == MOST


def test_both_bands_stand_on_one_logarithmic_scale(people):
    band, middle, *_ = _layers(stage_chart(stage_rows(people, PACK), PACK))

    assert band["encoding"]["x"]["scale"] == middle["encoding"]["x"]["scale"]
    assert band["encoding"]["x"]["scale"]["type"] == "log"


def test_ways_differ_in_shape_as_well_as_in_colour(people):
    encoding = _layers(stage_chart(stage_rows(people, PACK), PACK))[1]["encoding"]

    assert len(set(encoding["shape"]["scale"]["range"])) == len(WAYS)
    assert len(set(encoding["color"]["scale"]["range"])) == len(WAYS)


def test_a_colour_is_the_pages_own():
    assert colour("face") == "var(--wk-face)"
    assert colour("") == "var(--wk-accent)"
