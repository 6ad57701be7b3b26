"""What can be read, and what is usual there."""

import pytest

from workshop.reading import KINDS, LENGTHS, read
from workshop.reading.kinds import kind_of

LINKED = "The river taught me this, in short: https://notes.example/river"


@pytest.mark.parametrize("name", KINDS)
def test_every_kind_has_its_usual_length(name):
    kind = kind_of(name)
    shortest, longest = kind.fits

    assert 0 < shortest < longest
    assert [kind.length(words) for words in (0, shortest, longest, longest + 1)] == [
        "short",
        "fits",
        "fits",
        "long",
    ]
    assert read("Hello, I mend shoes.", kind=name).kind == name


def test_a_reading_tells_how_long_a_text_is_for_its_kind():
    story = "We sat by the kiln and talked about our fathers until it was cold. " * 8

    assert read(story, kind="event").length == "long"
    assert read(story, kind="blog").length == "fits"
    assert read(story).length in LENGTHS


def test_what_is_usual_in_a_blog_is_bold_in_a_message():
    weights = {
        kind: next(row.added for row in read(LINKED, kind=kind).contributions) for kind in KINDS
    }

    assert weights == {"post": 1, "message": 2, "blog": 0, "event": 2}


def test_a_pitch_is_one_whatever_it_is_said_in():
    text = "Book your free call now! Only 3 places left in May."

    assert {read(text, kind=kind).band for kind in KINDS} == {"pitch"}


def test_what_is_too_long_for_its_kind_introduces_nobody_briefly():
    text = "Hello, I'm Odile. I sew, mostly at night. " + "It rained on the roof all day. " * 20

    assert read(text, kind="blog").criteria["introduction"] == (3, 4)
    assert read(text, kind="event").criteria["introduction"] == (2, 2)
