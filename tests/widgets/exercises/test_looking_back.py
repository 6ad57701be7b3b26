"""Before and after: two ratings, both gains, and whose word they are."""

import pytest
from traitlets import TraitError

from workshop.packs import load_pack
from workshop.widgets.exercises.looking_back import LookingBack
from workshop.widgets.exercises.self_rating import SelfRating

WORDS = load_pack().looking_back


def test_the_start_is_rated_and_averaged():
    rating = SelfRating()
    rating.change(ratings={"hours": 2, "them": 3})

    assert rating.result == {"level": 2.5}


@pytest.mark.parametrize("ratings", [{"hours": 6}, {"hours": 0}, {"else": 2}, {"hours": 2.5}])
def test_what_is_off_the_scale_is_refused(ratings):
    with pytest.raises(TraitError):
        SelfRating().answer = {"ratings": ratings}


def test_both_gains_are_told_and_called_what_they_are():
    before = SelfRating()
    back = LookingBack(before=before)
    before.change(ratings={"hours": 3, "them": 3})
    back.change(now={"hours": 4, "them": 4}, then={"hours": 2, "them": 2})

    assert (back.result["gain"], back.result["gain_back_then"]) == (1.0, 2.0)
    assert WORDS.gains.note in back._gains.html
    assert "+1" in back._gains.html
    assert "+2" in back._gains.html


def test_without_a_start_only_the_look_back_is_compared():
    back = LookingBack()
    back.change(now={"hours": 2}, then={"hours": 4})

    assert (back.result["gain"], back.result["gain_back_then"]) == (None, -2.0)
    assert WORDS.gains.no_start in back._gains.html


def test_the_pulse_is_one_of_those_on_offer():
    back = LookingBack()
    back.change(pulse="some")

    assert back.answer["pulse"] == "some"
    with pytest.raises(TraitError):
        back.answer = {**back.answer, "pulse": "lots"}
