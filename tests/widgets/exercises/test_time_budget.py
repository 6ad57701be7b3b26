"""Your week, as a participant works on it."""

import pytest
from traitlets import TraitError

from workshop import TimeBudget
from workshop.widgets.parts.chart_view import ChartView
from workshop.widgets.parts.range import Range
from workshop.widgets.parts.toggle import Toggle


@pytest.fixture
def budget():
    return TimeBudget()


def _hours(budget, medium):
    return budget.result["media"][medium]["hours_week"]


def _sentence(budget):
    return budget._sentence.html


def test_a_typical_week_starts_with_more_face_to_face(budget):
    assert _hours(budget, "face_to_face") == 4
    assert _hours(budget, "social") == 1
    assert "3 h a week more" in _sentence(budget)


def test_scrolling_is_shown_and_not_counted(budget, find):
    find(budget, Range, "Scrolling").value = 10

    assert _hours(budget, "uncounted") == 10
    assert budget.result["media"]["face_to_face"]["share"] == pytest.approx(0.8)
    assert "share" not in budget.result["media"]["uncounted"]


def test_moving_a_slider_moves_the_picture_without_a_new_spec(budget, find):
    chart = budget._chart
    spec = chart.spec
    find(budget, Range, "Writing").value = 3.5

    assert chart.spec is spec
    assert [row["hours"] for row in chart.rows if row["activity"] == "writing"] == [3.5]


def test_with_the_lock_on_the_total_stays(budget, find):
    find(budget, Toggle, "Keep my total at 7 h").value = True
    find(budget, Range, "Events and meet-ups").value = 4.0

    assert sum(budget.answer["hours"].values()) == 7.0
    assert budget.answer["hours"]["events"] == 4.0


def test_dragging_up_and_back_under_the_lock_restores_the_others(budget, find):
    before = budget.answer["hours"]
    find(budget, Toggle, "Keep my total at 7 h").value = True
    slider = find(budget, Range, "Events and meet-ups")
    for value in (3.0, 7.0, 3.0, before["events"]):
        slider.value = value

    assert budget.answer["hours"] == before


def test_under_the_lock_a_slider_stops_where_nothing_is_left_to_take(budget, find):
    find(budget, Toggle, "Keep my total at 7 h").value = True
    slider = find(budget, Range, "Events and meet-ups")
    slider.value = 12.0

    assert slider.value == 7.0


def test_the_same_hours_are_one_press_that_can_be_undone(budget, press):
    before = budget.answer
    press(budget, "Give social media the same hours")

    assert _hours(budget, "social") == 4
    assert "You give both the same: 4 h a week each" in _sentence(budget)

    press(budget, "Undo")

    assert budget.answer == before


def test_undo_is_offered_only_after_the_press(budget, find, press):
    from workshop.widgets.parts.press import Press

    undo = find(budget, Press, "Undo")

    assert undo.layout.display == "none"

    press(budget, "Give social media the same hours")

    assert undo.layout.display is None

    find(budget, Range, "Writing").value = 0.25

    assert undo.layout.display == "none"


@pytest.mark.parametrize(("label", "hours"), [("2 hours", 2), ("3 hours", 3), ("5 hours", 5)])
def test_a_preset_sets_the_hours_of_meeting_people(budget, press, label, hours):
    press(budget, label)

    assert _hours(budget, "face_to_face") == hours
    assert _hours(budget, "social") == 1


def test_the_year_has_the_weeks_that_one_works(budget):
    budget.change(weeks=40, hourly_value=100)

    assert budget.result["media"]["face_to_face"]["hours_year"] == 160
    assert budget.result["media"]["face_to_face"]["cost_year"] == 16_000


def test_an_empty_week_asks_to_begin(budget):
    budget.change(hours=dict.fromkeys(budget.answer["hours"], 0.0))

    assert "Nothing is set yet" in _sentence(budget)


def test_reset_goes_back_to_the_start(budget, find, press):
    start = budget.answer
    find(budget, Range, "Writing").value = 3
    press(budget, "Start this exercise again")

    assert budget.answer == start


def test_an_answer_can_be_taken_up_again(budget, find):
    find(budget, Range, "Writing").value = 3
    again = TimeBudget(answer=budget.answer)

    assert again.result == budget.result
    assert find(again, Range, "Writing").value == 3


BAD = {
    "another activity": {"hours": {"golf": 1.0}},
    "no quarter": {"writing": 0.1},
    "below zero": {"writing": -0.25},
    "above the most": {"writing": 12.25},
    "no number": {"writing": "much"},
    "not a number": {"writing": float("nan")},
}


@pytest.mark.parametrize("what", BAD)
def test_a_bad_answer_is_refused_and_nothing_is_lost(budget, what):
    before = budget.answer
    hours = BAD[what].get("hours") or {**before["hours"], **BAD[what]}
    with pytest.raises(TraitError, match=r"TimeBudget\.answer: hours"):
        budget.answer = {**before, "hours": hours}

    assert budget.answer == before


def test_the_picture_is_told_in_words(budget, find):
    label = next(part for part in [budget._chart] if isinstance(part, ChartView)).label

    assert label == (
        "Bar chart of hours a week: Face to face 4 h, Social media 1 h, Not counted 2 h."
    )
