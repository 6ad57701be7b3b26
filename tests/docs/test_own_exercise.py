"""The exercise that the documentation shows is one: it fits the house, a session and 60 lines."""

from pathlib import Path
from runpy import run_path

import pytest
from traitlets import TraitError

from workshop.widgets.exercises.time_budget import TimeBudget
from workshop.widgets.session import Session

FILE = Path(__file__).parents[2] / "docs/examples/last_ten.py"


@pytest.fixture(scope="module")
def last_ten():
    return run_path(str(FILE))["LastTen"]


def test_it_has_fewer_than_sixty_lines():
    assert len(FILE.read_text(encoding="utf-8").splitlines()) <= 60


def test_its_sentence_follows_its_controls(last_ten):
    exercise = last_ten()
    exercise._numbers["asked"].value = 4

    assert exercise.answer == {"asked": 4, "sold": 0}
    assert exercise.result == {"more": 4}
    assert "asked more than you sold" in exercise._sentence.html


def test_an_answer_that_nobody_can_have_counted_is_refused(last_ten):
    with pytest.raises(TraitError, match="less than or equal to 10"):
        last_ten().answer = {"asked": 11, "sold": 0}


def test_it_stands_in_a_session_beside_ours(last_ten):
    session = Session(exercises=[TimeBudget, last_ten])

    assert list(session.answers) == ["time_budget", "last_ten"]
