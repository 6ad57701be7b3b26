import pytest

from workshop.widgets.parts import Draft, Mark


def _typed(page, text, revision=0):
    page.ask({"typed": text, "revision": revision})


def test_what_is_typed_arrives_and_is_not_sent_back(wire):
    draft = Draft("Say it")
    page = wire(draft)

    _typed(page, "Hello")

    assert draft.value == "Hello"
    assert page.sent == []


def test_a_plain_update_is_the_page_typing(wire):
    draft = Draft("Say it")
    page = wire(draft)

    page.update(value="Hello")

    assert (draft.value, draft._revision, page.states) == ("Hello", 0, [])


def test_python_changes_the_text_by_a_new_revision(wire):
    draft = Draft("Say it", "first")
    page = wire(draft)

    draft.value = "second"

    assert page.states == [{"value": "second"}, {"_revision": 1}]


def test_letters_typed_before_the_page_saw_a_reset_are_dropped(wire):
    draft = Draft("Say it", "first")
    page = wire(draft)
    draft.value = ""

    _typed(page, "first and more", revision=0)
    assert draft.value == ""

    _typed(page, "anew", revision=1)
    assert draft.value == "anew"


@pytest.mark.parametrize("revision", [None, "0", -1, 5, [], {}])
def test_only_the_revision_in_force_is_heard(revision, wire):
    draft = Draft("Say it", "first")

    _typed(wire(draft), "second", revision)

    assert draft.value == "first"


@pytest.mark.parametrize("sent", [None, 3, True, ["a"], {"a": 1}, float("nan")], ids=repr)
def test_what_is_no_text_is_answered_with_the_truth(sent, words, wire):
    draft = Draft("Say it", "first", words=words)
    page = wire(draft)

    page.update(value=sent)

    assert draft.value == "first"
    assert draft.problem
    assert {"value": "first"} in page.states


def test_a_megabyte_is_cut_and_said(words, wire):
    draft = Draft("Say it", limit=5000, words=words)
    page = wire(draft)

    _typed(page, "é" * 1_000_000)

    assert draft.value == "é" * 5000
    assert draft.problem == "Cut at 5000"
    assert {"value": "é" * 5000} in page.states
    assert {"_revision": 1} in page.states


def test_nul_and_halves_of_surrogate_pairs_are_no_text(wire):
    draft = Draft("Say it")

    _typed(wire(draft), "a\0b\ud83dc\udc00d")

    assert draft.value == "abcd"


@pytest.mark.parametrize(
    "text", ["שלום, מה שלומך?", "👩‍👩‍👧 👍🏽", "<img onerror=alert(1)>", "a\r\nb\tc"]
)
def test_any_other_text_is_kept_as_it_is(text, wire):
    draft = Draft("Say it")

    _typed(wire(draft), text)

    assert draft.value == text


def test_python_cannot_exceed_the_limit_either():
    assert Draft("Say it", "x" * 20, limit=10).value == "x" * 10


def _marking(words=("you",)):
    draft = Draft("Say it", limit=100)
    draft.mark(
        lambda text: [Mark(text.index(w), text.index(w) + len(w)) for w in words if w in text]
    )
    return draft


def test_a_page_that_asks_is_told_the_marks_of_the_text_it_shows(wire):
    page = wire(_marking())

    page.ask({"look": 7, "text": "😀 and you"})

    (answer, _) = page.sent[0]
    assert answer["content"]["seen"] == 7
    assert [(g["start"], g["end"]) for g in answer["content"]["groups"]] == [(7, 10)]


def test_a_question_changes_nothing(wire):
    draft = _marking()

    wire(draft).ask({"look": 1, "text": "you"})

    assert (draft.value, draft._revision) == ("", 0)


def test_a_text_that_is_too_long_is_not_read(wire):
    page = wire(_marking())

    page.ask({"look": 1, "text": "you" * 1_000_000})

    assert page.sent[0][0]["content"] == {"seen": 1, "groups": []}


@pytest.mark.parametrize(
    "question",
    [
        {"look": None, "text": "you"},
        {"look": True, "text": "you"},
        {"look": 1},
        {"look": 1, "text": 3},
    ],
    ids=repr,
)
def test_what_is_no_question_is_not_answered(question, wire):
    page = wire(_marking())

    page.ask(question)

    assert page.sent == []


def test_a_draft_that_marks_nothing_answers_no_question(wire):
    page = wire(Draft("Say it"))

    page.ask({"look": 1, "text": "you"})

    assert page.sent == []


def test_a_page_is_asked_to_look_again(wire):
    draft = _marking()
    page = wire(draft)

    draft.mark(lambda text: [])

    assert page.states == [{"_looks": 2}]
