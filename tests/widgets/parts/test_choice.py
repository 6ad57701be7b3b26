import pytest
from traitlets import TraitError

from workshop.widgets.parts import Choice

OPTIONS = [
    {"value": 0, "label": "None"},
    {"value": 1, "label": "A little", "hint": "A name."},
    {"value": "many", "label": "Many"},
]


def test_nothing_need_be_chosen():
    assert Choice("How?", OPTIONS).value is None


@pytest.mark.parametrize("value", [0, 1, "many"])
def test_what_is_on_offer_can_be_chosen(value, wire):
    how = Choice("How?", OPTIONS)

    wire(how).update(value=value)

    assert how.value == value


@pytest.mark.parametrize(
    "sent",
    [True, False, 1.0, "1", 2, None, "", "MANY", "x" * 1_000_000, [1], {"value": 1}, 10**400],
    ids=lambda sent: repr(sent)[:20],
)
def test_anything_else_is_answered_with_the_truth(sent, words, wire):
    how = Choice("How?", OPTIONS, value=1, words=words)
    page = wire(how)

    page.update(value=sent)

    assert how.value == 1
    assert how.problem == "One of these, please"
    assert {"value": 1} in page.states


def test_python_cannot_choose_what_is_not_on_offer():
    with pytest.raises(TraitError, match="'few' is not on offer"):
        Choice("How?", OPTIONS, value="few")


def test_python_can_take_the_choice_back():
    how = Choice("How?", OPTIONS, value=1)
    how.value = None

    assert how.value is None


def test_a_choice_goes_with_its_option():
    how = Choice("How?", OPTIONS, value=1)
    how.options = OPTIONS[:1]

    assert how.value is None
