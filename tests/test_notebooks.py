"""A notebook is a title, one import and one call, and carries nothing else."""

from pathlib import Path

import nbformat
import pytest

import workshop
from workshop.widgets.session import EXERCISES

NOTEBOOKS = sorted((Path(__file__).parent.parent / "notebooks").glob("*.ipynb"))


def _cells(path):
    return nbformat.read(path, as_version=4).cells


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_is_a_title_an_import_and_a_call(path):
    title, imported, called = _cells(path)
    name = imported.source.removeprefix("from workshop import ")

    assert title.source.startswith("# ")
    assert name in workshop.__all__
    assert called.source == f"{name}()"


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_holds_no_output(path):
    code = [cell for cell in _cells(path) if cell.cell_type == "code"]

    assert [(cell.outputs, cell.execution_count) for cell in code] == [([], None)] * len(code)


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_plain_voila_finds_our_template_through_the_notebook(path):
    assert nbformat.read(path, as_version=4).metadata["voila"] == {"template": "workshop"}


def test_every_exercise_has_a_notebook():
    exercises = {kind.key for kind in EXERCISES}

    assert {path.stem for path in NOTEBOOKS} == {
        "session",
        "review",
        "desk",
        "screen",
        "seat",
        "pack_studio",
        *exercises,
    }
