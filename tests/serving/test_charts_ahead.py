"""Charts are compiled before anybody comes, and drawn as Vega-Lite would have drawn them."""

import altair as alt
import pandas as pd
import pytest
from ipywidgets import Widget

from workshop.serving.pages import charts
from workshop.widgets.parts import ChartView

FRAME = pd.DataFrame({"name": ["one", "two"], "hours": [2.5, 1.0], "low": [2, 0.5]})
BASE = alt.Chart(FRAME)

KINDS = {
    "bars": BASE.mark_bar().encode(x="hours:Q", y="name:N"),
    "lines with bands": alt.layer(
        BASE.mark_area().encode(x="name:O", y="low:Q", y2="hours:Q"),
        BASE.mark_line().encode(x="name:O", y="hours:Q"),
    ),
    "dots": BASE.mark_circle().encode(x="hours:Q", y="low:Q", size="hours:Q"),
    "a smooth line": BASE.mark_line()
    .encode(x="hours:Q", y="low:Q")
    .transform_loess("hours", "low"),
    "density": BASE.transform_density("hours").mark_area().encode(x="value:Q", y="density:Q"),
    "chosen by hand": BASE.mark_point()
    .encode(x="hours:Q", y="low:Q")
    .add_params(alt.selection_point(nearest=True)),
}

# Transforms of Vega that `frontend/source/vega.js` leaves out.
LEFT_OUT = {"force", "label", "wordcloud", "crossfilter", "resolvefilter"} | {
    *("nest", "pack", "partition", "stratify", "tree", "treelinks", "treemap")
}


def _state(*views):
    return {"state": {view.model_id: {"state": dict(view.get_state())} for view in views}}


def _types(spec):
    if isinstance(spec, dict):
        own = {each["type"] for each in spec.get("transform", []) if isinstance(each, dict)}
        return own.union(*(_types(value) for value in spec.values()))
    return set().union(*(_types(value) for value in spec)) if isinstance(spec, list) else set()


@pytest.fixture(scope="module")
def compiled():
    views = {kind: ChartView(chart) for kind, chart in KINDS.items()}
    widgets = _state(*views.values())
    assert charts.compile_ahead(widgets)
    yield {kind: widgets["state"][v.model_id]["state"]["compiled"] for kind, v in views.items()}
    Widget.close_all()


@pytest.mark.parametrize("kind", KINDS)
def test_a_chart_becomes_vega_that_waits_for_rows(compiled, kind):
    vega = compiled[kind]

    assert "vega.github.io/schema/vega/" in vega["$schema"]
    assert [data for data in vega["data"] if data["name"] == "rows" and "values" not in data]
    assert "2.5" not in str(vega["data"])


@pytest.mark.parametrize("kind", KINDS)
def test_what_draws_has_all_that_it_needs(compiled, kind):
    assert not _types(compiled[kind]) & LEFT_OUT


def test_no_chart_needs_no_compiler():
    assert charts.compile_ahead({"state": {}})


def test_without_the_compiler_browsers_compile(monkeypatch):
    widgets = _state(ChartView(KINDS["bars"]))
    monkeypatch.setattr(charts.sys, "executable", "/nowhere/python")

    assert not charts.compile_ahead(widgets)
    assert not any("compiled" in model["state"] for model in widgets["state"].values())


def test_a_chart_that_cannot_be_compiled_is_left_to_the_browser():
    assert charts._compiled({"mark": "no such mark"}) is None
