"""What decides how a text reads, and the one thing to change."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.reading import BANDS, load_rules, read

OPENER = "Bakers, what went wrong in your kitchen today?"


def _without(reading):
    text = reading.text
    for start, end in reversed(reading.counterfactual.spans):
        text = text[:start] + text[end:]
    return text


def _named(reading):
    return [reading.text[start:end] for start, end in reading.counterfactual.spans]


def test_it_names_the_words_that_decide_and_the_other_band():
    reading = read(f"Book your call now! {OPENER}")

    assert _named(reading) == ["Book your call"]
    assert reading.counterfactual.band == "conversation"


def test_where_two_stretches_decide_together_both_are_named():
    reading = read(f"Book your call now! {OPENER} The link in bio knows more.")

    assert _named(reading) == ["Book your call", "link in bio"]
    assert reading.counterfactual.band == "conversation"


def test_where_no_three_stretches_decide_there_is_none():
    text = "Book your call now! Link in bio. Only 3 places left. 20% off. Results guaranteed."

    assert read(text).counterfactual is None


def test_in_a_conversation_it_names_what_opens_it():
    reading = read(f"We baked all night and the oven sulked. {OPENER}")

    assert reading.counterfactual.band == "friendly"
    assert _named(reading) == [OPENER]


def test_a_friendly_text_has_nothing_to_take_away():
    assert read("It rained on the market all day and we laughed a lot.").counterfactual is None


def test_it_counts_by_the_same_rules():
    rules = load_rules("en", {"rule": [{"id": "cta.book", "enabled": False}]})
    text = f"The kiln is lit again. Book your seat! {OPENER}"

    assert _named(read(text)) == ["Book your seat"]
    assert _named(read(text, rules=rules)) == [OPENER]


def test_words_that_overlap_are_named_once():
    reading = read("Read more: www.site.example. I read every answer. Hello, I'm Odile and I sew.")

    assert _named(reading) == ["Read more: www.site.example."]


PIECES = st.lists(
    st.sampled_from(
        [
            OPENER,
            "Book your call now!",
            "Link in bio.",
            "Only 3 places left.",
            "20% off today.",
            "It rained on the market all day.",
            "Thank you for the honest answer, Ben.",
            "My gran kept bees, I still miss her.",
            "Who sits next to you?",
        ]
    ),
    min_size=1,
    max_size=6,
)


@given(PIECES)
def test_a_text_without_those_words_reads_as_it_says(pieces):
    reading = read(" ".join(pieces))
    if reading.counterfactual:
        assert read(_without(reading)).band == reading.counterfactual.band
        assert reading.counterfactual.band != reading.band
        assert reading.counterfactual.band in BANDS[:-1]


def test_the_question_goes_to_the_strongest_pitch():
    text = "The lamps are lit. Our services are new. Book your call now!"
    start, end = read(text).question_span

    assert text[start:end] == "Book your call"


@pytest.mark.parametrize(
    ("text", "criterion", "words"),
    [
        ("We walked home. It rained all day on us.", "asks", "It rained all day on us."),
        ("It rained. What did you sing at the fair?", "them", "It rained."),
    ],
)
def test_without_a_pitch_it_goes_to_the_sentence_where_something_is_missing(text, criterion, words):
    reading = read(text)
    start, end = reading.question_span

    assert reading.question == load_rules().questions[criterion]
    assert text[start:end] == words


def test_where_there_are_no_words_it_is_about_none():
    assert read("😀").question_span is None


def test_where_too_much_is_found_the_question_still_goes_to_the_strongest():
    """No three stretches decide such a text, and trying them all would take seconds."""
    crowded = read("Buy now! 20% off today. My price, my offer! Call us today. " * 80)

    assert len(crowded.hits) > 300
    assert crowded.counterfactual is None
    assert crowded.question
