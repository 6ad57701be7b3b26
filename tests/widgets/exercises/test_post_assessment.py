"""Read your post, as a participant works on it."""

import pytest
from traitlets import TraitError

from workshop import PostAssessment
from workshop.widgets.parts.choice import Choice
from workshop.widgets.parts.draft import Draft
from workshop.widgets.parts.press import Press

PITCH = "Book your free strategy call now! Only 3 spots left. Link in bio."
OPEN = "Hello, I am Ana and I mend old radios. What are you working on this week?"


@pytest.fixture
def post():
    return PostAssessment()


@pytest.fixture
def opened(post, press):
    post.change(first=PITCH, ratings=dict.fromkeys(post.words.criteria, 3))
    press(post, "Show the second opinion")
    return post


def test_the_second_opinion_waits_for_the_text_and_says_so(post, find):
    button = find(post, Press, "Show the second opinion")

    assert button.disabled
    assert button.hint == "Write or paste a post first."


def test_the_second_opinion_waits_for_all_six_ratings(post, find):
    find(post, Draft, "Your post").value = PITCH
    find(post, Choice, "No pitch").value = 3
    button = find(post, Press, "Show the second opinion")

    assert button.disabled
    assert button.hint == "Rate all six first. Still open: 5."
    assert "first" not in post.result


def test_after_the_own_rating_the_second_opinion_opens(opened):
    assert opened.result["first"]["band"] == "pitch"
    assert "This reads like a pitch." in opened._sentence.html
    assert "you are kinder" in opened._opinion_text.html


def test_every_highlight_comes_with_its_reason(opened):
    html = opened._opinion_text.html

    assert html.count("<mark") >= 2
    assert html.count("<li>") == len(opened.result["first"]["rules"])


def test_what_was_judged_stays_as_it_was_judged(opened, find):
    assert find(opened, Draft, "Your post").disabled
    assert find(opened, Choice, "No pitch").disabled


def test_the_second_version_starts_from_the_first(opened, find):
    assert find(opened, Draft, "Your second version").value == PITCH
    assert find(opened, Press, "Show both side by side").disabled


def test_both_versions_stand_side_by_side(opened, find, press):
    find(opened, Draft, "Your second version").value = OPEN
    press(opened, "Show both side by side")

    assert opened.result["second"]["band"] == "conversation"
    assert "First version" in opened._compared_text.html
    assert "Second version" in opened._compared_text.html


def test_the_comparison_follows_further_changes(opened, find, press):
    find(opened, Draft, "Your second version").value = OPEN
    press(opened, "Show both side by side")
    find(opened, Draft, "Your second version").value = PITCH + " Act today!"

    assert opened.result["second"]["band"] == "pitch"


def test_starting_again_clears_the_page(opened, find, press):
    press(opened, "Start this exercise again")

    assert opened.answer == opened.start()
    assert find(opened, Draft, "Your post").value == ""


def test_the_result_holds_no_word_of_the_text(opened):
    assert "strategy" not in str(opened.result)


HOSTILE = [
    "<script>alert(1)</script> Book your free call now",
    "<img src=x onerror=alert(1)> What are you working on?",
    "</blockquote><iframe src='javascript:alert(1)'>",
    "مرحبا، ماذا تعمل هذا الأسبوع؟ Book your free call now",
    "👩‍👩‍👧‍👦 " * 200,
    "Book your free call now\x00 and \u202e then",
    "a" * 5000,
]


@pytest.mark.parametrize("text", HOSTILE)
def test_typed_text_is_shown_as_text(post, text):
    post.change(first=text, ratings=dict.fromkeys(post.words.criteria, 2))
    post.change(opened=True)
    post.change(second=text + "!"[: 5000 - len(text)], compared=True)
    html = post._opinion_text.html + post._compared_text.html

    assert post.result["step"] == "compared"
    assert not any(tag in html for tag in ("<script", "<img", "<iframe"))


@pytest.mark.parametrize(
    "change",
    [
        {"first": "x" * 5001},
        {"first": 3},
        {"ratings": {"no_pitch": 5}},
        {"ratings": {"no_pitch": True}},
        {"ratings": {"charm": 2}},
        {"opened": True},
        {"compared": True},
    ],
)
def test_a_bad_answer_is_refused_and_nothing_is_lost(post, change):
    before = post.answer
    with pytest.raises(TraitError, match=r"PostAssessment\.answer"):
        post.answer = {**before, **change}

    assert post.answer == before
