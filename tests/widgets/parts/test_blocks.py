"""A browser asks for a change of a block; what is shaped otherwise is ignored."""

import pytest

from workshop.widgets.parts.blocks import Blocks

BLOCK = {"day": 0, "start": 510, "minutes": 15, "turn": 0, "out": False}


@pytest.fixture
def asked():
    blocks, found = Blocks(blocks=[BLOCK, BLOCK]), []
    blocks.on_asked(lambda *change: found.append(change))
    return blocks, found


@pytest.mark.parametrize(
    ("field", "value"), [("day", 3), ("start", 0), ("minutes", 30), ("turn", 1), ("out", True)]
)
def test_a_change_is_passed_on(asked, wire, field, value):
    blocks, found = asked
    wire(blocks).ask({"block": 1, "field": field, "value": value})

    assert found == [(1, field, value)]


@pytest.mark.parametrize(
    "sent",
    [
        {"block": 2, "field": "day", "value": 1},
        {"block": -1, "field": "day", "value": 1},
        {"block": True, "field": "day", "value": 1},
        {"block": 0, "field": "day", "value": True},
        {"block": 0, "field": "day", "value": "1"},
        {"block": 0, "field": "day", "value": -1},
        {"block": 0, "field": "minutes", "value": 10**30},
        {"block": 0, "field": "label", "value": 1},
        {"block": 0, "field": ["day"], "value": 1},
        {"block": 0, "field": "out", "value": 1},
        {"block": 0},
        "block",
        None,
    ],
)
def test_anything_else_is_ignored(asked, wire, sent):
    blocks, found = asked
    wire(blocks).ask(sent)

    assert found == []
