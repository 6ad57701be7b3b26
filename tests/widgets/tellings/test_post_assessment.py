"""Highlights carry every finding, whatever was typed."""

import re

from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from workshop.packs import load_pack
from workshop.reading import read
from workshop.widgets.tellings.post_assessment import highlighted, noticed

PACK = load_pack()
PIECES = st.sampled_from(
    [
        "Book your free call now! ",
        "What are you up to? ",
        "<b>",
        "&amp;",
        "😀",
        "\n",
        "Our award-winning app. ",
    ]
)


def _numbers(html):
    return [int(n) for sup in re.findall(r"<sup>([\d ]+)</sup>", html) for n in sup.split()]


@given(st.lists(PIECES, max_size=12).map("".join))
def test_every_finding_is_marked_once_and_listed_once(text):
    reading = read(text)

    assert sorted(_numbers(highlighted(reading))) == list(range(1, len(reading.hits) + 1))
    assert noticed(PACK, reading).count("<li>") == len(reading.hits)


@given(st.lists(PIECES, max_size=12).map("".join))
def test_the_marked_text_is_the_text_that_was_typed(text):
    shown = re.sub(r"<sup>[\d ]+</sup>", "", highlighted(read(text))).replace("<br>", "\n")

    assert Markup(re.sub(r"<(?:/?mark|/?blockquote)[^>]*>", "", shown)).unescape() == text


def test_a_span_within_another_shares_its_mark():
    reading = read("Our award-winning coffee subscription is here for you and your team.")
    html = highlighted(reading)

    assert html.count("<mark") < len(reading.hits)
