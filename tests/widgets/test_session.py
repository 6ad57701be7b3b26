"""All exercises on one page."""

import json

import pytest

from workshop import Session, load_pack
from workshop.takehome.answers import envelope
from workshop.widgets.parts.press import Press
from workshop.widgets.session import EXERCISES

PLACES = range(len(EXERCISES))


@pytest.fixture
def session():
    return Session()


def _exercise(session, key):
    return next(exercise for exercise in session.exercises if exercise.key == key)


def test_the_exercises_come_in_the_order_of_the_teaching(session):
    taught = [
        "time_budget",
        "reach_comparison",
        "relationship_growth",
        "silent_audience",
        "thousand_people",
        "post_assessment",
        "start_over",
    ]
    keys = [exercise.key for exercise in session.exercises]

    assert keys == [key for key in taught if key in keys]


def test_each_exercise_says_its_place_among_them(session):
    eyebrows = [exercise.children[0].html for exercise in session.exercises]

    for place, eyebrow in enumerate(eyebrows, start=1):
        assert f"{place} of {len(EXERCISES)}" in eyebrow


def test_the_hours_of_the_week_go_on_into_the_comparison(session):
    week, reach = (_exercise(session, key) for key in ("time_budget", "reach_comparison"))
    week.change(hours={**week.answer["hours"], "events": 3.5})

    assert reach.answer["hours"] == 6.0


def test_below_each_exercise_stands_what_it_takes_to_be_done_with_it(session):
    told = [finish.html for finish in session._finishes]
    week = _exercise(session, "time_budget")
    week.change(hours={**week.answer["hours"], "events": 3.5})

    assert len(set(told)) >= len(EXERCISES) - 1
    assert "once you have turned the mirror around" in "".join(told)
    assert "Done" in session._finishes[0].html
    assert [finish.html for finish in session._finishes[3:]] == told[3:]


@pytest.mark.parametrize("place", PLACES)
def test_answers_and_results_are_plain_json(session, place):
    exercise = session.exercises[place]

    assert json.loads(json.dumps(exercise.answer)) == exercise.answer
    assert json.loads(json.dumps(exercise.result)) == exercise.result


@pytest.mark.parametrize("place", PLACES)
def test_an_answer_made_into_json_and_back_gives_the_same_result(session, place):
    exercise = session.exercises[place]
    again = type(exercise)(answer=json.loads(json.dumps(exercise.answer)))

    assert again.result == exercise.result


def test_a_pack_of_ones_own_changes_the_page(tmp_path):
    file = tmp_path / "mine.toml"
    file.write_text('[session]\nlead = "Good morning."\n', encoding="utf-8")
    session = Session(load_pack(overlay=file))

    assert "Good morning." in session.children[0].html


def test_nothing_prints_the_tree_below_it(session):
    assert repr(session) == "Session()"
    assert repr(session.exercises[0]) == "TimeBudget()"


def test_a_mistake_of_ours_is_told_and_the_page_lives_on(session, caplog, monkeypatch):
    week = session.exercises[0]
    monkeypatch.setattr(week, "solve", lambda answer: 1 / 0)
    week.change(weeks=40)

    assert "Something went wrong here" in week._problem.html
    assert "ZeroDivisionError" in caplog.text
    assert week.answer["weeks"] == 40


def test_a_refused_change_leaves_answer_and_controls_as_they_were(session, caplog):
    week = session.exercises[0]
    before = week.answer
    week.change(weeks=1000)

    assert week.answer == before
    assert week._weeks.value == before["weeks"]
    assert "TimeBudget.answer: weeks" in caplog.text


def test_the_ending_waits_behind_a_button(session, press, find):
    with pytest.raises(AssertionError, match="is there 0 times"):
        find(session, Press, "Week before")

    press(session, "After three months: look back")

    assert find(session, Press, "Week before")


def test_the_line_counts_what_is_done(session):
    week = _exercise(session, "time_budget")
    week.change(weeks=40)

    assert [step["done"] for step in session._progress.steps] == [
        exercise is week for exercise in session.exercises
    ]


def test_answers_of_one_session_go_on_in_another(session):
    _exercise(session, "time_budget").change(weeks=40)
    again = Session()

    assert again.take_up(json.loads(json.dumps(session.answers))) == []
    assert again.answers == session.answers


def test_answers_that_do_not_fit_are_named_and_change_nothing(session):
    before = session.answers
    unfit = session.take_up({"time_budget": {"weeks": "many"}, "none_of_ours": {}})

    assert unfit == ["time_budget", "none_of_ours"]
    assert session.answers == before


def test_a_loaded_file_says_what_became_of_it(session):
    saved = {**envelope(), "answers": {"time_budget": session.answers["time_budget"], "<b>": {}}}
    session._on_loaded(json.dumps(saved))

    assert "Loaded: Your week." in session._loaded.html
    assert "left as it is here: &lt;b&gt;." in session._loaded.html


def test_a_file_of_something_else_says_so(session):
    session._on_loaded("[]")

    assert "something else than saved answers" in session._loaded.html


def test_forgetting_brings_everything_back_to_its_start(session):
    _exercise(session, "time_budget").change(weeks=40)
    session.reset()

    assert all(exercise.answer == exercise.start() for exercise in session.exercises)
    assert not any(step["done"] for step in session._progress.steps)
