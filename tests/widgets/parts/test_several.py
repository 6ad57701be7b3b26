"""Any of a few, and nothing that is not on offer."""

import pytest
from traitlets import TraitError

from workshop.widgets.parts.several import Several

DAYS = [{"value": place, "label": name} for place, name in enumerate(["Mon", "Tue", "Wed"])]


@pytest.fixture
def several(words):
    return Several("Days", DAYS, value=[0], words=words)


def test_what_is_ticked_comes_in_the_order_of_the_options(several, wire):
    wire(several).update(value=[2, 0, 2])

    assert several.value == [0, 2]


@pytest.mark.parametrize("sent", [[3], [True], ["0"], "0", None, {"0": 1}, [[0]]])
def test_what_is_not_on_offer_is_refused_and_answered(several, wire, sent):
    browser = wire(several)
    browser.update(value=sent)

    assert several.value == [0]
    assert several.problem == "One of these, please"
    assert browser.states[-1]["value"] == [0]


def test_python_cannot_tick_what_is_not_on_offer(several):
    with pytest.raises(TraitError, match="Days: 9 is not on offer"):
        several.value = [9]
