import pytest

from workshop.widgets.parts import Press


@pytest.fixture
def pressed():
    return []


def test_a_press_calls_back_with_the_button(pressed, wire):
    go = Press("Go")
    go.on_press(pressed.append)

    wire(go).ask({"press": True})

    assert pressed == [go]


def test_a_callback_can_be_taken_away(pressed):
    go = Press("Go")
    go.on_press(pressed.append)
    go.on_press(pressed.append, remove=True)
    go.click()

    assert pressed == []


def test_a_disabled_button_does_nothing_even_if_the_page_says_so(pressed, wire):
    go = Press("Go", disabled=True, hint="Rate first.")
    go.on_press(pressed.append)

    wire(go).ask({"press": True})

    assert pressed == []


@pytest.mark.parametrize("content", [None, "press", {"press": False}, {"press": "x"}, {}, [True]])
def test_only_a_press_is_a_press(content, pressed, wire):
    go = Press("Go")
    go.on_press(pressed.append)

    wire(go).ask(content)

    assert pressed == []


def test_a_page_cannot_enable_a_button(wire):
    go = Press("Go", disabled=True)

    wire(go).update(disabled=False)

    assert go.disabled
