"""What is told of a reading carries every finding, whatever was typed."""

from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from workshop.packs import load_pack
from workshop.reading import read
from workshop.widgets.parts.marks import groups
from workshop.widgets.tellings.post_assessment import change, decides, marks, verdict
from workshop.widgets.tellings.post_scales import beside, differ, versions

PACK = load_pack()
PIECES = st.sampled_from(
    [
        "Book your free call now! ",
        "What are you up to? ",
        "<b>",
        "&amp;",
        "😀",
        "\n",
        "{band}",
        "Our award-winning app. ",
    ]
)
TEXTS = st.lists(PIECES, max_size=12).map("".join)
PITCH = "Book your free call now! Bakers, what went wrong in your kitchen today?"


@given(TEXTS)
def test_every_finding_is_marked_once(text):
    reading = read(text)
    told = [note for group in groups(text, marks(PACK, reading)) for note in group["notes"]]

    assert len(told) == len(reading.hits)
    assert all(note["words"] in text for note in told)


@given(TEXTS)
def test_no_tag_that_was_typed_becomes_one(text):
    reading = read(text)
    shown = decides(PACK, reading) + change(PACK, reading)

    assert "<b>" not in shown
    assert isinstance(shown, Markup)


def test_what_is_quoted_offers_no_button_and_says_why():
    reading = read('They all write "Book your free call now!" and I wonder. What do you write?')
    quoted = [mark for mark in marks(PACK, reading) if mark.faint]

    assert quoted
    assert {mark.press for mark in quoted} == {""}
    assert {mark.ask for mark in quoted} == {PACK.post_assessment.finding.quoted}


def test_the_words_of_the_question_stand_out():
    reading = read(PITCH)
    (chosen,) = {(mark.start, mark.end) for mark in marks(PACK, reading) if mark.chosen}

    assert chosen == reading.question_span


def test_an_endless_word_is_quoted_short():
    reading = read("Book your call now at " + "x" * 3000)

    assert len(change(PACK, reading)) < 600


def test_a_long_text_is_called_long_for_its_kind():
    assert "long" in verdict(PACK, "friendly", None, "long")
    assert verdict(PACK, "friendly") == PACK.post_assessment.bands["friendly"]


def test_a_rating_within_the_range_agrees():
    reading = read(PITCH)
    low, high = reading.criteria["no_pitch"]

    assert differ({**dict.fromkeys(reading.criteria, low)}, reading)["no_pitch"] == "agree"
    assert "you agree" in beside(PACK, "no_pitch", high, (low, high))
    assert "you are kinder" in beside(PACK, "no_pitch", high + 1, (low, high))
    assert "you are stricter" in beside(PACK, "no_pitch", 0, (1, 2))


def test_a_range_moves_by_its_middle():
    readings = [read(PITCH), read("Bakers, what went wrong in your kitchen today?")]
    told = versions(PACK, readings)

    assert told.count("wk-way-further") >= 1
    assert "wk-way-back" in versions(PACK, readings[::-1])
    assert versions(PACK, readings[:1] * 2).count("as before") == 6
