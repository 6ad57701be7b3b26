"""A mirror counts whom a text speaks of and what it asks, and weighs nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.reading.mirror import hold_up

OWN = {"i", "im", "my", "we", "our"}
THEIRS = {"you", "your", "they"}


def _mirror(text):
    return hold_up(text, OWN, THEIRS)


@pytest.mark.parametrize(
    ("text", "own", "theirs"),
    [
        ("I bake. We sell our bread.", 3, 0),
        ("What do you bake? Tell me of your oven.", 0, 2),
        ("I'm here, we've time, you're tired.", 2, 1),
        ("im new", 1, 0),
        ("Young youth yodel.", 0, 0),
        ("", 0, 0),
    ],
)
def test_words_are_counted_by_whom_they_speak_of(text, own, theirs):
    mirror = _mirror(text)

    assert (mirror.own, mirror.theirs) == (own, theirs)


def test_every_question_is_shown_as_typed():
    mirror = _mirror("Hello!  Who is there?\nIt rains. And now?")

    assert mirror.questions == ("Who is there?", "And now?")


def test_only_what_asks_about_the_readers_is_about_them():
    mirror = _mirror("Is it raining? What are you working on this week?")

    assert mirror.about_them == ("What are you working on this week?",)


@pytest.mark.parametrize(
    ("asked", "about_them"),
    [
        ("Tell me about it.", True),  # an invitation needs no you
        ("Are you open on Mondays?", True),  # a closed question that names them
        ("Is it too late?", False),  # one that does not
    ],
)
def test_a_closed_question_is_about_them_only_if_it_names_them(asked, about_them):
    mirror = _mirror(f"I bake bread in a small town near the river. {asked}")

    assert (mirror.about_them == (asked,)) is about_them


def test_a_hook_asks_nothing_about_the_readers():
    assert _mirror("Want to double your sales?").about_them == ()


def test_text_that_was_folded_is_shown_as_typed():
    mirror = _mirror("Ｈi. What are yоu working on, dear friend?")  # full width and Cyrillic

    assert mirror.theirs == 1
    assert mirror.about_them == ("What are yоu working on, dear friend?",)


@given(st.text(max_size=300))
def test_words_lie_in_the_text_in_order(text):
    mirror = _mirror(text)
    places = [place for word in mirror.words for place in (word.start, word.end)]

    assert places == sorted(places)
    assert all(question in mirror.reading.text for question in mirror.questions)
    assert all(asked in mirror.reading.text for asked in mirror.about_them)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Buy now! Book your free call today, only 20% off.", "pitch"),
        ("What are you working on this week, dear friend?", "question"),
        ("Three things to check before anybody builds a website. Here is the list.", "useful"),
        ("Hi.", None),
    ],
)
def test_a_text_is_of_the_kind_that_it_is_to_those_who_hear_it(text, kind):
    assert _mirror(text).kind == kind
