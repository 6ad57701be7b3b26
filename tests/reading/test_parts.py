"""Sentences, questions, quotations and addresses."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.reading import parts_of
from workshop.reading.parts import take_apart
from workshop.reading.tokens import ADDRESS, TAG


def _sentences(text):
    parts = take_apart(text)
    return [parts.shadow.text[span.start : span.end].strip() for span in parts.sentences]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One. Two! Three?", ["One.", "Two!", "Three?"]),
        ("One\nTwo", ["One", "Two"]),
        ("It costs 3.50 today", ["It costs 3.50 today"]),
        ('She said "go." Then left', ['She said "go."', "Then left"]),
        ("Wait... what?!", ["Wait...", "what?!"]),
        ("See a.example now", ["See a.example now"]),
    ],
)
def test_a_text_falls_into_sentences(text, expected):
    assert _sentences(text) == expected


@given(st.text(max_size=200))
def test_sentences_follow_each_other_and_lose_nothing(text):
    parts = take_apart(text)
    held = "".join(parts.shadow.text[span.start : span.end] for span in parts.sentences)

    assert held.split() == parts.shadow.text.split()


@pytest.mark.parametrize("text", ["Who?", "Who?!", 'She asked "who?"', "من؟", "誰？", "Who? "])
def test_a_question_ends_like_one_in_any_script(text):
    assert take_apart(text).asks(0)


@pytest.mark.parametrize("text", ["Who.", "?!.", ""])
def test_a_statement_does_not(text):
    assert not take_apart(text).asks(0)


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("go to https://a.example/b?c=1 now", "https://a.example/b?c=1"),
        ("www.bread.example", "www.bread.example"),
        ("at bread.co.uk/shop today", "bread.co.uk/shop"),
        ("write to ana@bread.example", "ana@bread.example"),
    ],
)
def test_an_address_is_one_token(text, address):
    assert [token.text for token in take_apart(text).tokens if token.kind == ADDRESS] == [address]


@pytest.mark.parametrize("text", ["We had tea.Then we left.", "e.g. this", "3.14 is pi"])
def test_a_full_stop_makes_no_address(text):
    assert not [token for token in take_apart(text).tokens if token.kind == ADDRESS]


def test_tags_and_mentions_are_no_words():
    parts = take_apart("@ana met #bread and left")

    assert [token.text for token in parts.tokens if token.kind == TAG] == ["@ana", "#bread"]
    assert parts.words == ["met", "and", "left"]


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ('He wrote "buy my bread now" and left', ['"buy my bread now"']),
        ("He wrote “buy my bread now” and left", ['"buy my bread now"']),
        ("> buy my bread now\nWho says so?", ["> buy my bread now"]),
        ('a 5" pipe, and bread, and a 6" pipe', []),
        ('text "SOAP" to us', []),
    ],
)
def test_what_is_quoted_is_known(text, quoted):
    parts = take_apart(text)

    assert [parts.shadow.text[span.start : span.end] for span in parts.borrowed] == quoted


ODD = st.lists(
    st.sampled_from(["é", "e\u0301", "אב", "\u200b", "ﬁ", "\u2066", "İ", "𝗕"]), max_size=3
)
PARTS = {
    "quotations": '"the oven sulked all night"',
    "links": "https://bread.example/rye",
    "tags": "#rye",
    "mentions": "@ana",
    "emoji": "👩‍👩‍👧😀",
}


@pytest.mark.parametrize("name", PARTS)
@given(before=ODD.map("".join), after=ODD.map("".join))
def test_a_part_is_found_as_typed_whatever_stands_around_it(name, before, after):
    text = f"{before} we baked {PARTS[name]} today. {after}"

    assert [text[start:end] for start, end in parts_of(text)[name]] == [PARTS[name]]


@given(st.text(max_size=200))
def test_every_part_lies_in_the_text(text):
    for spans in parts_of(text).values():
        assert all(0 <= start < end <= len(text) for start, end in spans)
        assert list(spans) == sorted(spans)


def test_a_money_tag_and_an_address_by_mail_are_parts_too():
    text = "$RYE is told of by ana@bread.example"
    parts = parts_of(text)

    assert [text[start:end] for start, end in parts["tags"]] == ["$RYE"]
    assert [text[start:end] for start, end in parts["links"]] == ["ana@bread.example"]
    assert parts["mentions"] == ()
