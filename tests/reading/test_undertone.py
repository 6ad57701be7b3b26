"""Small signs, none of which is a fault."""

import pytest

from workshop.reading import load_rules, read
from workshop.reading.parts import take_apart
from workshop.reading.undertone import undertone

SIGNS = {
    "I saw a heron on the roof.": 0,
    "@ana I saw a heron on the roof.": -1,
    "A heron sat on the roof.": 1,
    "I saw your heron on the roof.": 1,
    "I saw 12 herons on the roof.": 1,
    "I saw the heron of @ana on the roof.": 0,
    "I saw a #heron on the roof.": 1,
    "I saw a heron. Bring bread for it.": 1,
    "Bring your 12 loaves to #heron.": 5,
    "😀 12": 0,
}


@pytest.mark.parametrize("text", SIGNS)
def test_the_signs_of_a_text_are_counted(text):
    assert undertone(take_apart(text), load_rules()) == SIGNS[text]


def test_they_change_no_band_and_no_criterion():
    plain, signed = read("I saw a heron on the roof."), read("Bring 12 loaves for your heron.")

    assert (plain.band, plain.criteria) == (signed.band, signed.criteria)
    assert plain.lean > signed.lean
