"""What a live room counts is what the exercises tell: names and places of both fit together."""

import pytest

from workshop.packs import load_pack
from workshop.packs.agendas import measures
from workshop.reading import BANDS
from workshop.room.agenda import Measure
from workshop.room.delivery import without_writing
from workshop.room.tally import cells_of
from workshop.widgets.exercises.looking_back import LookingBack
from workshop.widgets.exercises.self_rating import SelfRating
from workshop.widgets.live.steps import ALL

PITCH = "Book your free strategy call now! Only 3 spots left. Link in bio."
OPEN = "Hello, I am Ana and I mend old radios. What are you working on this week?"

RATED = {"hours": 2, "them": 3}
FURTHEST = {
    "self_rating": {"ratings": RATED},
    "looking_back": {"now": RATED, "then": RATED, "pulse": "some"},
    "thousand_people": {"first": PITCH, "mirrored": True, "second": OPEN, "compared": True},
    "silent_audience": {"messages": ["pitch"] * 10, "turned": True},
    "post_assessment": {"versions": [PITCH, OPEN], "opened": True, "compared": True},
}
"""What takes an exercise as far as it goes, where its start does not tell everything yet."""


def _rated():
    before = SelfRating()
    before.change(ratings=RATED)
    return before


@pytest.fixture(params=ALL, ids=lambda kind: kind.key)
def finished(request):
    exercise = LookingBack(before=_rated()) if request.param is LookingBack else request.param()
    changes = dict(FURTHEST.get(exercise.key, {}))
    if exercise.key == "post_assessment":
        changes["ratings"] = dict.fromkeys(exercise.words.criteria, 3)
    exercise.change(**changes)
    return exercise


def test_everything_that_is_counted_is_in_a_finished_answer(finished):
    counted = {
        name: Measure.model_validate(table) for name, table in measures()[finished.key].items()
    }
    body = without_writing({"answer": finished.answer, "result": finished.result})

    assert counted
    assert set(cells_of(body, counted)) == set(counted)


def test_every_exercise_is_counted():
    assert set(measures()) == {kind.key for kind in ALL}


def test_a_band_is_counted_unless_there_was_too_little_to_judge():
    bands = [
        table["options"]
        for named in measures().values()
        for table in named.values()
        if table["path"].endswith(".band")
    ]

    assert bands
    assert all(options == list(BANDS[:-1]) for options in bands)


def test_every_habit_is_counted():
    labels = load_pack().relationship_growth.habits.labels

    assert measures()["relationship_growth"]["habit"]["options"] == list(labels)
