"""One week and two weeks: words that go with a number, by the rules of each language."""

from copy import deepcopy

import pytest
from babel.core import Locale

from workshop.packs import load_pack
from workshop.packs.base import fills
from workshop.packs.counting import Number

SAY = load_pack().say
ARABIC = "{days:zero|one|two|few|many|other}"


def _said(sentence, value, locale="en_GB"):
    return sentence.format(days=Number(str(value), value, Locale.parse(locale)))


@pytest.mark.parametrize(
    ("locale", "sentence", "said"),
    [
        ("en_GB", "{days:# day|# days}", {0: "0 days", 1: "1 day", 1.5: "1.5 days", 2: "2 days"}),
        ("es_ES", "{days:# día|# días}", {0: "0 días", 1: "1 día", 1_000_000: "1000000 días"}),
        ("de_DE", "vor {days:einem Tag|# Tagen}", {1: "vor einem Tag", 2: "vor 2 Tagen"}),
        ("pl_PL", "{days:# dzień|# dni|# dni|# dnia}", {1: "1 dzień", 3: "3 dni", 0.5: "0.5 dnia"}),
        ("ar", ARABIC, {0: "zero", 1: "one", 2: "two", 5: "few", 11: "many", 100: "other"}),
        ("ja_JP", "{days:#日|#日}", {1: "1日", 7: "7日"}),
    ],
)
def test_a_sentence_takes_the_form_that_goes_with_the_number(locale, sentence, said):
    assert {value: _said(sentence, value, locale) for value in said} == said


def test_a_whole_number_is_one_however_it_is_stored():
    assert _said("{days:one|other}", 1.0) == "one"


def test_without_forms_it_is_the_number():
    assert _said("{days}, {days:>3}", 4) == "4,   4"


def test_numbers_are_written_as_the_language_does_and_counted_all_the_same():
    assert f"{SAY.number(1234):# week|# weeks}" == "1,234 weeks"
    assert (SAY.amount(1, "weeks"), SAY.amount(2, "months")) == ("1 week", "2 months")


@pytest.mark.parametrize("sentence", ["{day:# day|# days}", "{weeks:03d}", "{months}"])
def test_a_sentence_that_cannot_be_filled_is_refused(sentence):
    check = fills("day", counted=("weeks",)).func

    with pytest.raises(ValueError, match=r"chooses no words|not known here"):
        check(sentence)


def test_a_copy_is_plain_text():
    copied = deepcopy(SAY.number(3))

    assert (type(copied), copied) == (str, "3")


def test_a_sentence_may_count_and_name():
    sentence = "{weeks:a week|# weeks} until {day}"

    assert fills("day", counted=("weeks",)).func(sentence) == sentence
