import pytest

from workshop.widgets.parts import Grid

ROWS = [
    {"key": "hours", "label": "Hours", "step": 0.25, "max": 60},
    {"key": "talks", "label": "Conversations", "step": 1, "max": 1000},
]
COLUMNS = [{"key": "face", "label": "Face to face"}, {"key": "social", "label": "Online"}]


@pytest.fixture
def edits():
    return []


@pytest.fixture
def grid(edits, words):
    part = Grid("A week", ROWS, COLUMNS, words=words)
    part.on_edit(lambda *edit: edits.append(edit))
    return part


def test_a_number_typed_is_told_with_its_row_and_column(grid, edits, wire):
    wire(grid).ask({"cell": ["hours", "social"], "value": 1.5})

    assert edits == [("hours", "social", 1.5)]


def test_an_emptied_cell_is_none(grid, edits, wire):
    wire(grid).ask({"cell": ["talks", "face"], "value": None})

    assert edits == [("talks", "face", None)]


def test_a_number_between_two_steps_moves_to_the_nearest(grid, edits):
    grid.edit("hours", "face", 1.6)
    grid.edit("talks", "face", 2.4)

    assert [value for *_, value in edits] == [1.5, 2]


@pytest.mark.parametrize(
    "value", [-1, 61, float("nan"), float("inf"), 10**400, True, "2", [], {}], ids=repr
)
def test_what_does_not_fit_is_refused_and_the_truth_is_shown_again(value, grid, edits, wire):
    page = wire(grid)
    page.ask({"cell": ["hours", "face"], "value": value})

    assert edits == []
    assert grid.problem == "Between 0 and 60"
    assert {"values": {}} in page.states


def test_a_good_number_takes_the_complaint_away(grid, wire):
    page = wire(grid)
    page.ask({"cell": ["hours", "face"], "value": 99})
    page.ask({"cell": ["hours", "face"], "value": 9})

    assert grid.problem == ""


@pytest.mark.parametrize(
    "content",
    [
        {"cell": ["golf", "face"], "value": 1},
        {"cell": ["hours", "golf"], "value": 1},
        {"cell": ["hours"], "value": 1},
        {"cell": "hours", "value": 1},
        {"cell": ["hours", "face"]},
        None,
    ],
    ids=repr,
)
def test_only_its_own_cells_are_cells(content, grid, edits, wire):
    wire(grid).ask(content)

    assert edits == []
