import pytest

from workshop.widgets.parts import Annotated, Mark

TEXT = "Buy now! Or tell me about you."
MARKS = [
    Mark(0, 7, sign="P", label="pitch", note="Asks to act.", press="Not here", name="buy"),
    Mark(12, 19, sign="A", label="asks", note="Asks you.", name="ask"),
]


@pytest.fixture
def shown():
    return Annotated(TEXT, MARKS)


@pytest.fixture
def pressed(shown):
    names = []
    shown.on_press(names.append)
    return names


def test_a_press_on_a_note_arrives_with_its_name(shown, pressed, wire):
    wire(shown).ask({"press": "buy"})

    assert pressed == ["buy"]


@pytest.mark.parametrize("sent", ["ask", "no such", "", None, 3, ["buy"], {"press": "buy"}])
def test_a_press_where_there_is_no_button_is_not_heard(sent, shown, pressed, wire):
    wire(shown).ask({"press": sent})

    assert pressed == []


def test_a_text_and_its_marks_arrive_together(shown, wire):
    page = wire(shown)

    shown.show("Hello", [Mark(0, 5)])

    (state,) = page.states
    assert state["_shown"]["text"] == "Hello"
    assert len(state["_shown"]["groups"]) == 1


def test_the_same_text_with_the_same_marks_is_not_sent_again(shown, wire):
    page = wire(shown)

    shown.show(TEXT, MARKS)

    assert page.sent == []


def test_a_page_cannot_put_words_into_the_text(shown, wire):
    wire(shown).update(_shown={"text": "mine", "groups": []})

    assert shown.text == TEXT
