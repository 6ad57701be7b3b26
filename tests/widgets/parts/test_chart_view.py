import json

import altair as alt
import numpy as np
import pandas as pd
import pytest

from workshop.widgets.parts import ChartView
from workshop.widgets.parts.chart_view import records

FRAME = pd.DataFrame({"name": ["Face to face", "Social"], "hours": [2.5, 1.0]})


def _bars(data=FRAME):
    return alt.Chart(data).mark_bar().encode(x="hours:Q", y="name:N")


def _names_of_data(spec):
    if isinstance(spec, dict):
        own = [spec["data"]] if "data" in spec else []
        return own + [name for value in spec.values() for name in _names_of_data(value)]
    if isinstance(spec, list):
        return [name for value in spec for name in _names_of_data(value)]
    return []


def test_the_chart_is_sent_without_its_data():
    view = ChartView(_bars())

    assert "datasets" not in view.spec
    assert "Social" not in json.dumps(view.spec)
    assert view.spec["data"] == {"name": "rows"}
    assert view.rows == FRAME.to_dict("records")


def test_a_chart_of_named_data_starts_without_rows():
    view = ChartView(_bars(alt.NamedData("anything")))

    assert view.spec["data"] == {"name": "rows"}
    assert view.rows == []


@pytest.mark.parametrize("join", [alt.layer, alt.hconcat, alt.vconcat])
def test_joined_charts_share_the_rows(join):
    text = alt.Chart(FRAME).mark_text().encode(x="hours:Q", text="name:N")
    view = ChartView(join(_bars(), text))

    assert set(map(str, _names_of_data(view.spec))) == {"{'name': 'rows'}"}
    assert len(view.rows) == 2


def test_a_facet_draws_from_the_rows_too():
    view = ChartView(_bars().facet("name:N"))

    assert _names_of_data(view.spec) == [{"name": "rows"}]


def test_two_frames_are_refused():
    other = alt.Chart(FRAME.assign(hours=0)).mark_bar().encode(x="hours:Q")

    with pytest.raises(ValueError, match="one frame"):
        ChartView(alt.layer(_bars(), other))


def test_a_chart_that_asks_another_machine_is_refused():
    with pytest.raises(ValueError, match="brings its rows itself"):
        ChartView(_bars("https://example.org/data.json"))


def test_new_rows_travel_alone_and_in_one_message(wire):
    view = ChartView(_bars(), "Before")
    page = wire(view)

    view.show(FRAME.assign(hours=[3, 4]), "After")

    rows = [{"name": "Face to face", "hours": 3}, {"name": "Social", "hours": 4}]
    assert [set(state) for state in page.states] == [{"rows", "label"}]
    assert page.states == [{"rows": rows, "label": "After"}]


def test_rows_that_did_not_change_are_not_sent(wire):
    view = ChartView(_bars(), "Same")
    page = wire(view)

    view.show(FRAME, "Same")

    assert [state for state in page.states if state] == []


def test_rows_hold_only_what_json_can_hold():
    frame = pd.DataFrame(
        {
            "number": [1.5, np.nan, np.inf, -np.inf],
            "whole": pd.array([1, None, 3, 4], dtype="Int64"),
            "yes": [True, False, True, np.bool_(False)],
            "when": pd.to_datetime(["2025-01-02", None, "2025-01-04", "2025-01-05"]),
            "kind": pd.Categorical(["a", None, "b", "a"]),
            "odd": [np.float32(0.5), None, complex(1, 2), "text"],
        }
    )

    rows = records(frame)

    json.dumps(rows, allow_nan=False)
    assert rows[0] == {
        "number": 1.5,
        "whole": 1,
        "yes": True,
        "when": "2025-01-02T00:00:00",
        "kind": "a",
        "odd": 0.5,
    }
    assert rows[1] == {
        "number": None,
        "whole": None,
        "yes": False,
        "when": None,
        "kind": None,
        "odd": None,
    }
    assert [row["number"] for row in rows[2:]] == [None, None]
    assert rows[2]["odd"] == "(1+2j)"
    assert {type(row["yes"]) for row in rows} == {bool}


def test_a_page_cannot_change_the_picture(wire):
    view = ChartView(_bars(), "Mine")
    before = view.get_state()

    wire(view).update(rows=[{"hours": 10**9}], spec={}, label="Yours", columns=[])

    assert view.get_state() == before


def test_a_frame_without_rows_empties_the_picture():
    view = ChartView(_bars())
    view.show(FRAME.iloc[:0])

    assert view.rows == []
