"""Small parts around a session hear the one thing they are there for, and nothing else."""

import pytest

from workshop.widgets.parts.forget import Forget
from workshop.widgets.parts.take_home import TakeHome


def test_a_file_that_was_chosen_is_passed_on_as_text(wire):
    home, found = TakeHome(""), []
    home.on_loaded(found.append)
    wire(home).ask({"load": "{}"})

    assert found == ["{}"]


@pytest.mark.parametrize("sent", [{"load": 3}, {"load": None}, {"open": ""}, "load", None])
def test_what_is_no_file_is_ignored(wire, sent):
    home, found = TakeHome(""), []
    home.on_loaded(found.append)
    wire(home).ask(sent)

    assert found == []


def test_forgetting_is_told(wire):
    forget, found = Forget(), []
    forget.on_forgotten(lambda: found.append("gone"))
    wire(forget).ask({"forgotten": True})

    assert found == ["gone"]


@pytest.mark.parametrize("sent", [{"forgotten": False}, {"forgotten": 1.5}, {}, None])
def test_anything_else_forgets_nothing(wire, sent):
    forget, found = Forget(), []
    forget.on_forgotten(lambda: found.append("gone"))
    wire(forget).ask(sent)

    assert found == []
