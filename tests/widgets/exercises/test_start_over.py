"""Start over, as a participant makes a plan of it."""

from datetime import date, datetime, timedelta

import icalendar
import pytest
import recurring_ical_events
from traitlets import TraitError

from workshop import StartOver, TimeBudget
from workshop.widgets.parts.blocks import Blocks
from workshop.widgets.parts.draft import Draft
from workshop.widgets.parts.press import Press
from workshop.widgets.parts.range import Range
from workshop.widgets.parts.several import Several
from workshop.widgets.tellings.start_over import week_head

TODAY = date.today()


@pytest.fixture
def plan():
    return StartOver()


@pytest.fixture
def week(plan, find):
    return find(plan, Blocks, "Your week")


@pytest.fixture
def committed(plan, press):
    press(plan, "This is my plan, from next Monday")
    return plan


def test_the_week_is_there_before_anything_is_touched(plan, week):
    assert plan.answer == plan.start()
    assert {block["label"] for block in week.blocks} == {
        "Listen", "Reply", "Thank", "Ask", "Write", "Meet",
    }  # fmt: skip
    assert "8 blocks, 2.9 h a week" in plan._sentence.html


def test_fewer_hours_make_a_smaller_week(plan, find):
    find(plan, Range, "Hours a week").value = 1.0

    assert plan.result["minutes"] <= 60


@pytest.mark.parametrize("hours", [0.5, 1, 2, 3, 5, 7.5, 10])
@pytest.mark.parametrize("media", [["social"], ["face_to_face"], ["social", "face_to_face"]])
def test_there_are_never_more_hours_than_were_chosen(plan, hours, media):
    plan._remake(hours=hours, media=media)

    assert plan.answer["hours"] == hours
    assert plan.result["minutes"] <= hours * 60


def test_only_the_chosen_days_and_places_have_blocks(plan, find, week):
    find(plan, Several, "On which days").value = [1]
    find(plan, Several, "Where").value = ["social"]

    assert {block["day"] for block in week.blocks} == {1}
    assert "Meet" not in {block["label"] for block in week.blocks}


def test_without_a_day_there_is_no_plan_and_the_page_says_so(plan, find):
    find(plan, Several, "On which days").value = []

    assert "There is no room for a block yet" in plan._sentence.html
    assert find(plan, Several, "On which days").help == "Choose at least one day."
    assert find(plan, Press, "This is my plan, from next Monday").disabled


def test_a_block_can_be_moved_to_another_day_and_time(plan, week):
    week.ask(0, "day", 5)
    week.ask(0, "start", 600)

    assert week.blocks[0]["when"] == "Sat 10:00, 15 min"
    assert plan.answer["blocks"][0]["day"] == 5


def test_a_block_cannot_grow_beyond_the_hours_that_were_chosen(plan, week):
    before = plan.answer
    week.ask(0, "minutes", 180)

    assert week.problem.startswith("That would be more than the 3 h you chose.")
    assert plan.answer == before


def test_what_one_block_gives_another_may_take(plan, week):
    week.ask(1, "minutes", 30)
    week.ask(0, "minutes", 45)

    assert week.problem == ""
    assert week.blocks[0]["minutes"] == 45


def test_a_block_cannot_run_past_midnight(plan, week):
    week.ask(1, "start", 1435)

    assert week.problem == "That block would run past midnight."


def test_a_block_can_have_something_else_to_do(week):
    before = week.blocks[0]["text"]
    week.ask(0, "turn", week.blocks[0]["turn"] + 1)

    assert week.blocks[0]["text"] != before


def test_a_block_can_be_left_out_and_taken_back(plan, week):
    minutes = plan.result["minutes"]
    week.ask(1, "out", True)
    without = plan.result["minutes"]
    week.ask(1, "out", False)

    assert without == minutes - 60
    assert plan.result["minutes"] == minutes


def test_changed_blocks_survive_the_way_through_json(plan, week):
    week.ask(0, "day", 5)

    assert StartOver(answer=plan.answer).answer == plan.answer


def test_the_line_needs_both_its_halves(plan, find):
    find(plan, Draft, "When ...").value = "I have had my coffee,"
    alone = plan._line.html
    find(plan, Draft, "... I will").value = "answer two people."

    assert alone == ""
    assert "When I have had my coffee, I will answer two people." in plan._line.html


def test_a_plan_begins_next_monday_and_names_the_day_to_look_back(committed):
    first = date.fromisoformat(committed.answer["first"])

    assert first.weekday() == 0
    assert timedelta(0) < first - TODAY <= timedelta(days=7)
    assert committed.result["review"] == (first + timedelta(weeks=26)).isoformat()
    assert "you look back" in committed._dates.html
    assert committed.done


def test_the_calendar_file_is_that_of_the_week_as_it_was_changed(committed, week, find):
    find(committed, Draft, "When ...").value = "the kettle boils"
    find(committed, Draft, "... I will").value = "listen"
    week.ask(1, "out", True)
    events = icalendar.Calendar.from_ical(committed._calendar_file("Europe/Berlin")).walk("VEVENT")

    assert "Meet" not in {str(event["SUMMARY"]) for event in events}
    assert all(
        "When the kettle boils, I will listen." in event["DESCRIPTION"]
        for event in events
        if "review" not in event["UID"]
    )


def test_the_calendar_has_the_weeks_that_the_page_shows(committed, week):
    first = date.fromisoformat(committed.answer["first"])
    listening = committed.result["listening_weeks"]
    calendar = icalendar.Calendar.from_ical(committed._calendar_file("Europe/Berlin"))

    def told(number):
        begins = first + timedelta(weeks=number)
        found = recurring_ical_events.of(calendar).between(begins, begins + timedelta(weeks=1))
        # The questions and the look back are of a whole day.
        timed = [event for event in found if isinstance(event["DTSTART"].dt, datetime)]
        return [
            (str(event["SUMMARY"]), str(event["DESCRIPTION"]), f"{event['DTSTART'].dt:%a %H:%M}")
            for event in sorted(timed, key=lambda event: event["DTSTART"].dt)
        ]

    shown = [(row["label"], row["text"], row["when"].split(",")[0]) for row in week.blocks]
    assert "For the first 2 weeks, every block is for listening." in week_head(committed.pack)
    assert [{label for label, _, _ in told(number)} for number in range(listening)] == [
        {"Listen"},
        {"Listen"},
    ]
    assert [row for row in told(listening) if row[0] != "Listen"] == [
        row for row in shown if row[0] != "Listen"
    ]
    assert [when for _, _, when in told(0)] == [when for _, _, when in shown]


def test_a_change_after_the_commitment_makes_a_later_file_of_the_same_plan(committed, week):
    name, edition = committed.answer["name"], committed.answer["edition"]
    week.ask(0, "day", 5)

    assert committed.answer["name"] == name
    assert committed.answer["edition"] == edition + 1
    assert committed._calendar.wanted


def test_nothing_of_a_calendar_is_imported_before_somebody_has_a_plan():
    import subprocess
    import sys

    code = "import sys, workshop; workshop.StartOver(); print('icalendar' in sys.modules)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)

    assert run.stdout.strip() == "False"


def test_the_hours_follow_the_week_on_the_same_page(press):
    week = TimeBudget()
    plan = StartOver(week=week)
    assert plan.answer == plan.start()
    press(week, "5 hours")

    assert plan.answer["hours"] == 5
    assert 240 < plan.result["minutes"] <= 300
    assert not plan.done


def test_hours_set_by_hand_no_longer_follow_until_asked(find, press):
    week = TimeBudget()
    plan = StartOver(week=week)
    find(plan, Range, "Hours a week").value = 2.0
    press(week, "5 hours")
    assert plan.answer["hours"] == 2

    press(plan, "Use my face-to-face hours (5 h)")

    assert plan.answer["hours"] == 5
    assert plan.result["minutes"] > 240


def test_a_week_without_meetings_leaves_the_least_there_is(press):
    week = TimeBudget()
    plan = StartOver(week=week)
    week.change(hours=dict.fromkeys(week.answer["hours"], 0.0))

    assert plan.answer["hours"] == 0.5


def test_neither_a_plan_nor_a_week_changed_by_hand_follows_another_week(find, press):
    week = TimeBudget()
    plan, changed = StartOver(week=week), StartOver(week=week)
    press(plan, "This is my plan, from next Monday")
    find(changed, Blocks, "Your week").ask(0, "out", True)
    before = plan.answer, changed.answer
    press(week, "5 hours")

    assert (plan.answer, changed.answer) == before


def test_blocks_that_overlap_are_named_and_allowed(plan, week):
    first, second = plan.answer["blocks"][:2]
    week.ask(1, "day", first["day"])
    week.ask(1, "start", first["start"])

    assert plan.answer["blocks"][1]["start"] == first["start"]
    assert second["kind"] in plan.words.kinds
    assert "overlap on Monday" in plan._overlap.html
    week.ask(1, "out", True)
    assert plan._overlap.html == ""


@pytest.mark.parametrize(
    "change",
    [
        {"hours": 11},
        {"linked": 3},
        {"months": 1},
        {"months": 200},
        {"media": ["radio"]},
        {"days": [7]},
        {"days": [True]},
        {"time": "25:00"},
        {"when": "x" * 121},
        {"first": "yesterday"},
        {"name": "../x"},
        {"hours": 0.5},
        {"blocks": [{"kind": "charm", "day": 0, "start": 0, "minutes": 15, "turn": 0}]},
        {"blocks": [{"kind": "reply", "day": 0, "start": 1439, "minutes": 15, "turn": 0}]},
        {"blocks": [{"kind": "reply", "day": 0, "start": 0, "minutes": 5, "turn": 0}] * 10_000},
    ],
)
def test_a_bad_answer_is_refused_and_nothing_is_lost(plan, change):
    before = plan.answer
    with pytest.raises(TraitError, match=r"StartOver\.answer"):
        plan.answer = {**before, **change}

    assert plan.answer == before
