"""A thousand people, as a participant speaks to them twice."""

import pytest
from traitlets import TraitError

from workshop import ThousandPeople
from workshop.widgets.parts.draft import Draft
from workshop.widgets.parts.press import Press

PITCH = "We are the best bakery in town. Order your bread now, link in bio!"
OPEN = "Hello, I am Ana and I bake. What are you busy with this week?"


@pytest.fixture
def people():
    return ThousandPeople()


@pytest.fixture
def mirrored(people, find, press):
    find(people, Draft, "Your message to the thousand").value = PITCH
    press(people, "Hold up the mirror")
    return people


def test_the_mirror_waits_for_a_message_and_says_so(people, find):
    button = find(people, Press, "Hold up the mirror")

    assert button.disabled
    assert button.hint == "Write your message first."


def test_the_mirror_shows_the_selling_and_what_was_not_asked(mirrored):
    html = mirrored._mirror_text.html

    assert "A stranger may hear selling here" in html
    assert "You asked them nothing yet." in html
    assert mirrored.result["first"]["about_them"] == 0


def test_the_mirror_marks_whom_each_word_speaks_of(mirrored):
    html = mirrored._mirror_text.html

    assert '<mark class="wk-of wk-of-own">We</mark>' in html
    assert '<mark class="wk-of wk-of-theirs">your</mark>' in html


def test_what_was_mirrored_stays_and_the_second_try_starts_from_it(mirrored, find):
    assert find(mirrored, Draft, "Your message to the thousand").disabled
    assert find(mirrored, Draft, "Your second message").value == PITCH
    assert find(mirrored, Press, "Show both side by side").disabled


def test_both_tries_stand_side_by_side_with_what_is_new(mirrored, find, press):
    find(mirrored, Draft, "Your second message").value = OPEN
    press(mirrored, "Show both side by side")
    html = mirrored._compared_text.html

    assert "<li>What are you busy with this week?</li>" in html
    assert "0 in the first try, 1 in the second" in mirrored._sentence.html
    assert mirrored.result["second"]["about_them"] == 1


def test_the_fate_of_both_is_told_as_ranges_with_how_weak_they_are(mirrored, find, press):
    find(mirrored, Draft, "Your second message").value = OPEN
    press(mirrored, "Show both side by side")
    fates, html = mirrored.result["fate"], mirrored._compared_text.html

    assert fates["first"]["silent"]["high"] > fates["second"]["silent"]["high"]
    assert fates["second"]["answered"]["high"] > fates["first"]["answered"]["high"]
    assert all(
        0 <= row["low"] <= row["high"] <= 1000 for fate in fates.values() for row in fate.values()
    )
    assert "The evidence is weak." in html


def test_two_tries_of_one_kind_have_one_fate_and_the_page_says_so(mirrored, press):
    mirrored.change(second=PITCH + " Act today!", compared=True)

    assert mirrored.result["fate"]["first"] == mirrored.result["fate"]["second"]
    assert "nothing here tells them apart" in mirrored._compared_text.html


def test_what_cannot_be_judged_has_no_fate(mirrored):
    mirrored.change(second="ok", compared=True)

    assert mirrored.result["fate"]["second"] is None
    assert "cannot tell" in mirrored._compared_text.html


def test_a_message_that_speaks_of_nobody_is_no_fault(people):
    people.change(first="It rains in Leeds today.")
    people.change(mirrored=True)

    assert "It speaks of nobody" in people._mirror_text.html
    assert "neither sells nor says who you are" in people._mirror_text.html


def test_the_result_holds_no_word_of_the_text(mirrored):
    assert "bakery" not in str(mirrored.result)


def test_starting_again_clears_the_page(mirrored, press):
    press(mirrored, "Start this exercise again")

    assert mirrored.answer == mirrored.start()


@pytest.mark.parametrize(
    "text", ["<script>alert(1)</script> you?", "<img src=x onerror=a> I", "ﬁ\x00"]
)
def test_typed_text_is_shown_as_text(people, text):
    people.change(first=text)
    people.change(mirrored=True, second=text)
    people.change(second=text + "!", compared=True)
    html = people._mirror_text.html + people._compared_text.html

    assert people.result["step"] == "compared"
    assert not any(tag in html for tag in ("<script", "<img"))


@pytest.mark.parametrize(
    "change",
    [
        {"first": "x" * 2001},
        {"matters": 3},
        {"mirrored": True},
        {"compared": True},
        {"charm": 1},
    ],
)
def test_a_bad_answer_is_refused_and_nothing_is_lost(people, change):
    before = people.answer
    with pytest.raises(TraitError, match=r"ThousandPeople\.answer"):
        people.answer = {**before, **change}

    assert people.answer == before
