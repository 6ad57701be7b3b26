import pytest

from workshop.widgets.parts import Draft


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
