"""A notebook can be named by its path or, if it came with the workshop, by its stem."""

from pathlib import Path

import pytest

import workshop
from workshop.serving.errors import ServingError
from workshop.serving.notebooks import find_notebook, shipped_notebooks


@pytest.fixture
def installed(tmp_path, monkeypatch):
    """The package as a wheel installs it, with the notebooks inside."""
    package = tmp_path / "site-packages/workshop"
    (package / "notebooks").mkdir(parents=True)
    (package / "notebooks/session.ipynb").touch()
    monkeypatch.setattr(workshop, "__file__", str(package / "__init__.py"))
    return package


def test_a_checkout_has_its_notebooks_beside_the_package():
    assert shipped_notebooks()["session"] == Path(__file__).parents[2] / "notebooks/session.ipynb"


def test_an_installation_has_them_inside(installed):
    assert shipped_notebooks() == {"session": installed / "notebooks/session.ipynb"}


def test_the_session_is_opened_when_nothing_is_asked_for():
    assert find_notebook().stem == "session"


def test_a_path_comes_before_a_stem(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("time_budget").mkdir()

    assert find_notebook("time_budget") == Path("time_budget")


def test_a_stem_that_nothing_has_is_refused():
    with pytest.raises(ServingError, match="there is no notebook 'x'"):
        find_notebook("x")
