"""What a page brings along is said once, and nothing of it is lost."""

import copy

import pytest

from workshop.serving.pages.slim import LONG, REPEATED, SAME, slim

SCRIPT = "a script " * LONG


def _model(name="AnyModel", **state):
    return {"model_name": name, "state": state}


def _put_back(widgets):
    """What the browser makes of it; see `restore` in the front end's `manager.js`."""
    for model in widgets["state"].values():
        for name, place in model.pop(SAME, {}).items():
            model["state"][name] = widgets[REPEATED][place]
    return widgets["state"]


@pytest.fixture
def widgets():
    return {
        "state": {
            "one": _model(_esm=SCRIPT, label="One", rows=[1], value=None),
            "two": _model(_esm=SCRIPT, label="Two", rows=[1], value=0),
            "three": _model(_esm="another " + SCRIPT, label="One", help="once " * LONG),
        }
    }


def test_what_is_taken_out_can_be_put_back(widgets):
    before = copy.deepcopy(widgets["state"])
    slim(widgets)

    assert _put_back(widgets) == before


def test_a_text_of_many_models_is_said_once(widgets):
    slim(widgets)

    assert widgets[REPEATED] == [SCRIPT]
    assert str(widgets).count(SCRIPT) == 2  # here, and within the other script


def test_of_a_layout_only_what_is_set_is_said():
    layout = {"_model_name": "LayoutModel", "display": "none", "width": None}
    widgets = {"state": {"it": _model("LayoutModel", **layout)}}
    slim(widgets)

    assert widgets["state"]["it"]["state"] == {"_model_name": "LayoutModel", "display": "none"}
