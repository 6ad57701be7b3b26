"""Read your post, as a participant works on it."""

import pytest
from traitlets import TraitError

from workshop import PostAssessment
from workshop.widgets.exercises.post_versions import SideBySide
from workshop.widgets.parts import Annotated, Choice, Draft, Fold, Press, Prose

PITCH = "Book your free strategy call now! Only 3 spots left. Link in bio."
OPEN = "Hello, I am Ana and I mend old radios. What are you working on this week?"
KINDER = "cta.book"


@pytest.fixture
def post():
    return PostAssessment()


@pytest.fixture
def opened(post, press):
    post.change(versions=[PITCH], ratings=dict.fromkeys(post.words.criteria, 3))
    press(post, "Show the second opinion")
    return post


@pytest.fixture
def compared(opened, find, press):
    find(opened, Draft, "Your second version").value = OPEN
    press(opened, "Show the versions side by side")
    return opened


def _all(widget, kind):
    found = [widget] if isinstance(widget, kind) else []
    return found + [part for child in getattr(widget, "children", ()) for part in _all(child, kind)]


def _hidden(widget):
    return widget.layout.display == "none"


def _texts(root):
    return [part for part in _all(root, Annotated) if part.text]


def _prose(root):
    return " ".join(part.html for part in _all(root, Prose))


def _say_not_here(post, words=None):
    text = _texts(post)[0]
    note = next(note for note in text.notes if words is None or note["words"] == words)
    text.click(note["name"])
    return next(again for again in text.notes if again["name"] == note["name"])


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
    assert post.result["versions"] == []


def test_every_rating_shows_its_anchors(post, find):
    anchors = find(post, Choice, "Them at the centre").help

    assert anchors.splitlines()[0].startswith("0")
    assert [line[0] for line in anchors.splitlines()] == ["0", "2", "4"]


def test_after_the_own_rating_the_second_opinion_opens(opened):
    assert opened.result["versions"][0]["band"] == "pitch"
    assert "This reads like a pitch." in opened._sentence.html
    assert "you are kinder" in _prose(opened)


def test_the_kind_of_text_decides_how_it_is_read(post, find):
    find(post, Choice, "What is it?").value = "message"
    post.change(
        versions=["Here is what I read: https://example.org/a. Did you see it too?"],
        ratings=dict.fromkeys(post.words.criteria, 2),
        opened=True,
    )
    as_message = post.result["versions"][0]["criteria"]["no_pitch"]
    post.change(kind="blog")

    assert post.result["kind"] == "blog"
    assert post.result["versions"][0]["criteria"]["no_pitch"] > as_message


def test_every_mark_comes_with_its_reason_and_a_sign(opened):
    notes = _texts(opened)[0].notes

    assert len(notes) == len(opened.result["versions"][0]["rules"]) >= 2
    assert all(note["note"] and note["sign"] and note["press"] == "Not here" for note in notes)


def test_what_is_marked_not_here_no_longer_counts_and_can_be_taken_back(opened):
    note = _say_not_here(opened)

    assert note["faint"]
    assert note["press"] == "Count it after all"
    assert opened.result["dismissed"] == {KINDER: 1}
    assert opened.answer["dismissed"] == [[KINDER, "Book your free strategy call"]]

    note = _say_not_here(opened)

    assert not note["faint"]
    assert opened.result["dismissed"] == {}
    assert opened.answer["dismissed"] == []


def test_when_nothing_that_pitches_counts_the_reading_follows(opened):
    for note in list(_texts(opened)[0].notes):
        _texts(opened)[0].click(note["name"])

    assert opened.result["versions"][0]["band"] != "pitch"
    assert "This reads like a pitch." not in opened._sentence.html


def test_not_here_holds_in_the_next_version_too(opened, find, press):
    _say_not_here(opened)
    find(opened, Draft, "Your second version").value = f"Dear Sam. {PITCH}"
    press(opened, "Show the versions side by side")

    faint = [note["words"] for note in _texts(opened)[2].notes if note["faint"]]
    assert "Book your free strategy call" in faint


def test_where_they_differ_a_reason_can_be_given(opened, find):
    folds = [fold for fold in _all(opened, Fold) if not _hidden(fold)]
    folds[0].press.click()
    find(opened, Draft, "Because ...").value = "They asked me for it."

    assert opened.answer["different"] == {"no_pitch": "They asked me for it."}
    assert opened.result["explained"] == ["no_pitch"]
    assert len(folds) == sum(side != "agree" for side in opened.result["differ"].values())


def test_a_reason_never_reaches_the_result(opened):
    opened.change(different={"no_pitch": "They asked me for it."})

    assert "asked" not in str(opened.result)


def test_it_says_which_words_decide(post):
    text = "Book your call now! Bakers, what went wrong in your kitchen today?"
    post.change(versions=[text], ratings=dict.fromkeys(post.words.criteria, 3), opened=True)

    assert "Without <bdi>“Book your call”</bdi> it would say: This opens" in _prose(post)


def test_the_one_thing_to_change_is_a_question_about_some_words(opened):
    reading = opened._readings(opened.Answer.model_validate(opened.answer, context=opened.pack))[0]

    assert reading.question in _prose(opened)
    assert reading.question.endswith("?")
    assert reading.question_span is not None


def test_what_cannot_be_judged_is_compared_with_nothing(post):
    post.change(versions=["Hm"], ratings=dict.fromkeys(post.words.criteria, 2), opened=True)

    assert "not enough here" in post._sentence.html
    assert post.result["differ"] == {}


def test_what_was_judged_makes_room_for_the_second_opinion(opened):
    assert _hidden(opened._steps["write"])
    assert not _hidden(opened._steps["opinion"])


def test_the_second_version_starts_from_the_first(opened, find):
    assert find(opened, Draft, "Your second version").value == PITCH
    assert find(opened, Press, "Show the versions side by side").disabled


def test_two_versions_stand_side_by_side(compared):
    assert [version["band"] for version in compared.result["versions"]] == ["pitch", "conversation"]
    told = _prose(compared._side_by_side)
    assert "First version" in told
    assert "further along" in told


def test_a_third_version_starts_from_the_second(compared, find, press):
    press(compared, "Write a third version")

    assert find(compared, Draft, "Your third version").value == OPEN
    assert _hidden(find(compared, Draft, "Your second version"))
    assert _hidden(find(compared, Press, "Write a third version"))


def test_three_versions_stand_side_by_side_and_the_last_is_followed(compared, find, press):
    press(compared, "Write a third version")
    find(compared, Draft, "Your third version").value = PITCH + " Act today!"
    (beside,) = _all(compared, SideBySide)

    assert [part.text for part in _texts(beside)] == [PITCH, OPEN, PITCH + " Act today!"]
    assert compared.result["versions"][2]["band"] == "pitch"
    assert "Both read the same way" in compared._sentence.html


def test_marks_follow_a_revision_as_it_will_be_read(opened, find):
    draft = find(opened, Draft, "Your second version")
    before = draft._looks

    marked = draft._look(PITCH)
    assert [mark.label for mark in marked] == [note["label"] for note in _texts(opened)[0].notes]

    _say_not_here(opened)
    assert draft._looks > before
    assert any(mark.faint for mark in draft._look(PITCH))


def test_starting_again_clears_the_page(compared, find, press):
    press(compared, "Start this exercise again")

    assert compared.answer == compared.start()
    assert find(compared, Draft, "Your post").value == ""
    assert not _hidden(compared._steps["write"])


def test_the_result_holds_no_word_of_the_text(compared):
    _say_not_here(compared)

    assert "strategy" not in str(compared.result)
    assert "radios" not in str(compared.result)


@pytest.mark.parametrize(
    ("kept", "versions"),
    [
        (
            {"first": PITCH, "ratings": {}, "opened": False, "second": "", "compared": False},
            [PITCH],
        ),
        ({"first": PITCH, "opened": True, "second": OPEN, "compared": True}, [PITCH, OPEN]),
        ({"first": PITCH, "opened": True, "second": ""}, [PITCH, ""]),
        ({"first": "", "second": OPEN}, ["", OPEN]),
        ({"first": PITCH}, [PITCH]),
        ({"versions": [PITCH]}, [PITCH]),
        ({}, [""]),
    ],
)
def test_what_an_older_page_kept_comes_back_whole(post, kept, versions):
    rated = dict.fromkeys(post.words.criteria, 3) if kept.get("opened") else {}
    post._on_recalled({**kept, "ratings": rated})

    assert post.answer["versions"] == versions
    assert post.answer["compared"] == kept.get("compared", False)
    assert post.answer["kind"] == "post"


HOSTILE = [
    "<script>alert(1)</script> Book your free call now",
    "<img src=x onerror=alert(1)> What are you working on?",
    "</blockquote><iframe src='javascript:alert(1)'>",
    "مرحبا، ماذا تعمل هذا الأسبوع؟ Book your free call now",
    "👩‍👩‍👧‍👦 " * 200,
    "Book your free call now\x00 and \u202e then",
    "{words} {band} {0} %s book your call now",
    "a" * 5000,
]


@pytest.mark.parametrize("text", HOSTILE)
def test_typed_text_is_shown_as_text(post, text):
    ratings = dict.fromkeys(post.words.criteria, 2)
    again = text + "!"[: 5000 - len(text)]
    post.change(
        versions=[text, again, again], ratings=ratings, opened=True, compared=True, different={}
    )
    post.change(different=dict.fromkeys(ratings, text[:1000]))

    assert post.result["step"] == "compared"
    assert post._problem.html == ""
    assert not any(tag in _prose(post) for tag in ("<script", "<img", "<iframe"))


@pytest.mark.parametrize(
    "change",
    [
        {"versions": ["x" * 5001]},
        {"versions": [3]},
        {"versions": []},
        {"versions": ["a", "b", "c", "d"]},
        {"versions": "abc"},
        {"first": "abc"},
        {"kind": "tweet"},
        {"kind": None},
        {"ratings": {"no_pitch": 5}},
        {"ratings": {"no_pitch": True}},
        {"ratings": {"charm": 2}},
        {"different": {"charm": "x"}},
        {"different": {"no_pitch": "x" * 1001}},
        {"different": {"no_pitch": 3}},
        {"dismissed": [["cta.book"]]},
        {"dismissed": [["cta.book", ""]]},
        {"dismissed": [["r" * 101, "words"]]},
        {"dismissed": [["cta.book", "x" * 10_001]]},
        {"dismissed": [["cta.book", "words"]] * 201},
        {"dismissed": {"cta.book": "words"}},
        {"opened": True},
        {"compared": True},
    ],
    ids=lambda change: str(change)[:40],
)
def test_a_bad_answer_is_refused_and_nothing_is_lost(post, change):
    before = post.answer
    with pytest.raises(TraitError, match=r"PostAssessment\.answer"):
        post.answer = {**before, **change}

    assert post.answer == before


def test_a_press_that_names_no_finding_changes_nothing(opened):
    before = opened.answer
    for name in ("", "0 4 cta.book", "no such", "0 28 cta.book "):
        _texts(opened)[0].click(name)

    assert opened.answer == before
