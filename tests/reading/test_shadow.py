"""The shadow text has a way back to every letter that was typed."""

from hypothesis import given
from hypothesis import strategies as st

from workshop.reading.shadow import shadow


def test_an_invisible_letter_vanishes_and_the_way_back_skips_it():
    found = shadow("fr\u200bee")

    assert found.text == "free"
    assert found.typed(0, 4) == (0, 5)


def test_a_ligature_is_two_letters_with_one_place():
    found = shadow("ﬁne")

    assert found.text == "fine"
    assert found.typed(0, 2) == (0, 1)


def test_an_accent_stays_with_its_letter():
    text = "cafe\u0301 au lait"
    start, end = shadow(text).typed(0, 4)

    assert text[start:end] == "cafe\u0301"


def test_spaced_letters_close_up():
    assert shadow("f r e e now").text == "free now"


def test_words_of_one_letter_stay_apart():
    assert shadow("I saw a b").text == "I saw a b"


@given(st.text(max_size=200))
def test_every_letter_comes_from_somewhere(text):
    found = shadow(text)

    assert len(found.text) == len(found.places) == len(found.ends)
    assert list(found.places) == sorted(found.places)
    assert all(
        0 <= place < end <= len(text) for place, end in zip(found.places, found.ends, strict=True)
    )
