"""A room's answers as one picture: bars over the cells they were published for."""

import pytest

from workshop.charts.tally import Series, tally_chart, tally_rows
from workshop.packs import load_pack
from workshop.packs.tally import MeasureWords
from workshop.room.agenda import Measure
from workshop.room.tally import Bar, Protection, bars

PACK = load_pack()
HOURS = Measure(path="a", edges=(1, 2, 3))
BANDS = Measure(path="a", options=("pitch", "offer", "friendly"), ordered=True)
WORDS = MeasureWords(title="Hours", options={"pitch": "A pitch", "friendly": "Friendly"})


def _series(title, *found, tint="face"):
    return Series(title, tint, found, WORDS)


def test_a_bar_stands_over_its_cells_and_its_area_is_its_people():
    rows = tally_rows([_series("Face", Bar((0,), 4), Bar((1, 2, 3), 6))], HOURS, PACK)

    assert list(rows["height"]) == [4, 2]
    assert list(rows["middle"]) == [0.5, 2.5]
    assert list(rows["name"]) == ["under 1", "1 and more"]


def test_the_second_series_stands_below_the_first():
    series = [_series("Face", Bar((0, 1, 2, 3), 8)), _series("Social", Bar((0, 1), 4))]
    rows = tally_rows(series, HOURS, PACK)

    assert list(rows["below"]) == [0, 1]
    assert list(rows["height"]) == [2, -2]


def test_choices_in_an_order_are_told_with_their_neighbours():
    found = bars([4, 1, 4], BANDS, Protection())
    rows = tally_rows([_series("First", *found)], BANDS, PACK)

    assert [bar.cells for bar in found] == [(0,), (1, 2)]
    assert list(rows["name"]) == ["A pitch", "offer to Friendly"]


@pytest.mark.parametrize("measure", [HOURS, BANDS, Measure(path="a", options=("x", "y", "z"))])
@pytest.mark.parametrize("large", [False, True])
def test_every_kind_of_measure_is_drawn(measure, large):
    series = [_series("Face", Bar((0,), 5), Bar((1, 2), 5))]
    rows = tally_rows(series, measure, PACK)
    spec = tally_chart(rows, series, measure, PACK, large=large).to_dict()

    assert (spec["autosize"]["type"] == "fit") == large
    assert spec["layer"]


def test_two_measures_of_one_picture_are_cut_alike():
    from workshop.packs.agendas import measures

    known = measures()
    for exercise, groups in PACK.tally.pictures.items():
        for group in groups:
            cuts = [
                {k: v for k, v in known[exercise][name].items() if k != "path"} for name in group
            ]
            assert all(cut == cuts[0] for cut in cuts)
