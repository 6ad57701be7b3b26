"""What people may write as a phrase, and what it finds."""

import pytest

from workshop.reading.parts import take_apart
from workshop.reading.phrases import phrases
from workshop.reading.searching import Found, Index

LISTS = {"mine": ["my", "our"], "gift": ["gift cards?", "hamper"]}


def _found(phrase, text):
    query = phrases([phrase], LISTS)
    parts = take_apart(text)
    found = Found(parts, Index([query]).search(parts.tokens))
    return [text[span.start : span.end] for span in found.of(query)]


FINDS = [
    ("plain words", "fresh bread", "Fresh  bread, daily", "Fresh  bread"),
    ("capitals", "Fresh Bread", "FRESH BREAD", "FRESH BREAD"),
    ("a hyphen for a space", "hand made", "a hand-made cup", "hand-made"),
    ("a left out apostrophe", "don't wait", "dont wait", "dont wait"),
    ("either of two", "(warm|very cold) bread", "very cold bread", "very cold bread"),
    ("a word that may be missing", "my (own)? bread", "my bread", "my bread"),
    ("a letter that may be missing", "loafs? here", "loaf here", "loaf here"),
    ("one of some letters", "organi[sz]e it", "organize it", "organize it"),
    ("an ending", "cit(y|ies) walk", "cities walk", "cities walk"),
    ("up to three words more", "bake * bread", "bake us a warm bread", "bake us a warm bread"),
    ("any one word", "my _ loaf", "my first loaf", "my first loaf"),
    ("a number", "only # left", "only 3 left", "only 3 left"),
    ("money", "just #", "just £3.50 today", "just £3.50"),
    ("a list", "<mine> loaf", "our loaf", "our loaf"),
    ("a list of more words", "a <gift>", "a gift card", "a gift card"),
    ("an address", "see <link>", "see www.bread.example now", "see www.bread.example"),
    ("a pattern", "/br[eo]{1,2}ad/", "the broad road", "broad"),
]


@pytest.mark.parametrize(
    ("phrase", "text", "expected"), [case[1:] for case in FINDS], ids=[case[0] for case in FINDS]
)
def test_a_phrase_finds(phrase, text, expected):
    assert _found(phrase, text) == [expected]


LEAVES = [
    ("part of a word", "bread", "breadth"),
    ("words with a sentence end between them", "fresh bread", "It is fresh. Bread is late."),
    ("more than three words between", "bake * bread", "bake one two three four bread"),
    ("a gap over a sentence end", "bake * bread", "bake it. Some bread"),
]


@pytest.mark.parametrize(
    ("phrase", "text"), [case[1:] for case in LEAVES], ids=[case[0] for case in LEAVES]
)
def test_a_phrase_leaves(phrase, text):
    assert _found(phrase, text) == []


def test_the_longest_way_to_say_it_is_shown():
    assert _found("(book|book your) (now|your table now)", "book your table now") == [
        "book your table now"
    ]


REFUSED = {
    "* bread": "begins or ends",
    "bread *": "begins or ends",
    "_ bread": "begins or ends",
    "(some)?": "begins or ends",
    "(bread": "bracket",
    "<mien> bread": "<mien> is no list in words. There is: mine, gift",
    "/[A-Z]{3}/": "set case = true",
    "/(a+)+b/": "repeats a repetition",
    "/((a|b)*c){2,}/": "repeats a repetition",
    "/a.*b/": "Bound it",
    "/[^x]+y/": "Bound it",
    "/(a/": "no regular expression",
}


@pytest.mark.parametrize("phrase", REFUSED)
def test_a_phrase_that_cannot_work_is_refused_with_a_remedy(phrase):
    with pytest.raises(ValueError) as caught:
        phrases([phrase], LISTS)

    assert REFUSED[phrase] in str(caught.value)


def test_a_phrase_with_too_many_ways_is_refused():
    many = " ".join(["(a b|c d)"] * 9)
    with pytest.raises(ValueError, match="too many things at once"):
        phrases([many], LISTS)
