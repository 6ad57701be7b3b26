"""What a browser keeps is brought back once, and only if it is shaped like something kept."""

import pytest

from workshop import PostAssessment, TimeBudget
from workshop.widgets.parts.memory import Memory


@pytest.fixture
def recalled():
    memory, found = Memory("x"), []
    memory.on_recalled(found.append)
    return memory, found


def test_what_was_kept_comes_back(recalled):
    memory, found = recalled
    memory._handle_custom_msg({"recalled": {"a": 1}}, [])

    assert found == [{"a": 1}]


def test_a_second_view_of_the_same_page_changes_nothing(recalled):
    memory, found = recalled
    memory._handle_custom_msg({"recalled": {"a": 1}}, [])
    memory._handle_custom_msg({"recalled": {"a": 2}}, [])

    assert found == [{"a": 1}]


@pytest.mark.parametrize(
    "sent", [{"recalled": [1]}, {"recalled": "x"}, {"recalled": None}, 3, None]
)
def test_what_is_no_table_is_ignored(recalled, sent):
    memory, found = recalled
    memory._handle_custom_msg(sent, [])

    assert found == []


def test_another_page_of_the_same_browser_may_keep_something_else_again_and_again(recalled):
    memory, found = recalled
    for kept in ({"a": 1}, {"a": 2}, {}):
        memory._handle_custom_msg({"elsewhere": kept}, [])

    assert found == [{"a": 1}, {"a": 2}, {}]


@pytest.mark.parametrize("sent", [{"elsewhere": [1]}, {"elsewhere": None}, {"elsewhere": "x"}])
def test_what_another_page_kept_must_be_a_table_too(recalled, sent):
    memory, found = recalled
    memory._handle_custom_msg(sent, [])

    assert found == []


def test_when_another_page_forgets_the_exercise_starts_again():
    week = TimeBudget()
    week.change(weeks=40)
    week._memory._handle_custom_msg({"elsewhere": {}}, [])

    assert week.answer == week.start()


def test_an_exercise_keeps_what_was_answered_and_forgets_at_a_new_start():
    week = TimeBudget()

    assert week._memory.kept == {}

    week.change(weeks=40)

    assert week._memory.kept == week.answer

    week.reset()

    assert week._memory.kept == {}


def test_an_exercise_goes_on_from_what_was_kept():
    before, after = TimeBudget(), TimeBudget()
    before.change(weeks=40, lock=True)
    after._memory._handle_custom_msg({"recalled": before._memory.kept}, [])

    assert after.answer == before.answer
    assert after.result == before.result


def test_a_kept_answer_that_no_longer_fits_is_let_go(caplog):
    post = PostAssessment()
    post._memory._handle_custom_msg({"recalled": {"first": "x" * 9999, "opened": True}}, [])

    assert post.answer == post.start()
    assert "Not taken up again" in caplog.text
    assert "no longer fits it" in post._problem.html


def test_an_answer_given_in_the_notebook_wins_over_the_browser():
    week = TimeBudget(answer={**TimeBudget().answer, "weeks": 30})

    assert week._memory not in week.children
