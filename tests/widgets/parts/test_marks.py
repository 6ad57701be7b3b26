"""Marks reach the browser where they belong, and none is lost."""

from hypothesis import given
from hypothesis import strategies as st

from workshop.widgets.parts.marks import Mark, groups

TEXTS = st.text(st.sampled_from("ab 😀é👩🏽\u202eש\n"), max_size=30)
PLACES = st.integers(0, 40)
MARKS = st.lists(st.builds(Mark, PLACES, PLACES, name=st.text("xyz", max_size=3)), max_size=6)


def _units(text):
    return len(text.encode("utf-16-le")) // 2


def _as_the_browser_cuts(text, group):
    return text.encode("utf-16-le")[2 * group["start"] : 2 * group["end"]].decode("utf-16-le")


def test_an_emoji_takes_two_places_in_the_browser():
    (group,) = groups("😀 buy now", [Mark(2, 9)])

    assert (group["start"], group["end"]) == (3, 10)


def test_marks_that_overlap_share_a_stretch_and_both_are_told():
    marks = [Mark(4, 9, note="inner"), Mark(0, 6, note="outer"), Mark(9, 11, note="beside")]

    found = groups("abcdefghijkl", marks)

    assert [(group["start"], group["end"]) for group in found] == [(0, 9), (9, 11)]
    assert [note["note"] for note in found[0]["notes"]] == ["outer", "inner"]


def test_a_stretch_is_drawn_as_what_counts_in_it():
    marks = [Mark(0, 6, tint="face", faint=True), Mark(2, 4, tint="social", chosen=True)]

    (group,) = groups("abcdefgh", marks)

    assert (group["tint"], group["faint"], group["chosen"]) == ("social", False, True)


def test_what_lies_outside_the_text_is_not_drawn():
    assert groups("abc", [Mark(3, 9), Mark(2, 2), Mark(2, 1)]) == []
    assert groups("abc", [Mark(1, 9)])[0]["end"] == 3


@given(TEXTS, MARKS)
def test_no_two_stretches_share_a_letter(text, marks):
    found = groups(text, marks)
    edges = [place for group in found for place in (group["start"], group["end"])]

    assert edges == sorted(edges)
    assert all(group["start"] < group["end"] <= _units(text) for group in found)


@given(TEXTS, MARKS)
def test_the_browser_cuts_out_the_letters_that_python_meant(text, marks):
    inside = {place for mark in marks for place in range(mark.start, min(mark.end, len(text)))}

    shown = "".join(_as_the_browser_cuts(text, group) for group in groups(text, marks))

    assert shown == "".join(text[place] for place in sorted(inside))


@given(TEXTS, MARKS)
def test_every_mark_within_the_text_is_told_once(text, marks):
    told = [note["name"] for group in groups(text, marks) for note in group["notes"]]
    within = [mark.name for mark in marks if mark.start < min(mark.end, len(text))]

    assert sorted(told) == sorted(within)
