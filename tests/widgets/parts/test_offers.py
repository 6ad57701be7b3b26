"""Several things to do, of which one is chosen."""

import pytest

from workshop.widgets.parts.offers import Offers

DRINKS = [
    {"value": "tea", "label": "Tea", "hint": "Green"},
    {"value": "milk", "label": "Milk", "hint": ""},
]


@pytest.fixture
def chosen():
    return []


@pytest.fixture
def offers(chosen):
    offers = Offers()
    offers.show("What would you like?", DRINKS)
    offers.on_chosen(chosen.append)
    return offers


def test_a_press_calls_back_with_the_value(offers, chosen, wire):
    wire(offers).ask({"chosen": "milk"})

    assert chosen == ["milk"]


def test_all_of_it_changes_in_one_message(offers, wire):
    page = wire(offers)
    offers.show("And now?", DRINKS[:1])

    assert page.states == [{"label": "And now?", "offers": DRINKS[:1]}]


@pytest.mark.parametrize("content", [None, "tea", {"chosen": "gin"}, {"chosen": 3}, {}, ["tea"]])
def test_only_what_is_on_offer_can_be_chosen(offers, chosen, wire, content):
    wire(offers).ask(content)

    assert chosen == []


def test_a_page_cannot_offer_anything(offers, wire):
    wire(offers).update(offers=[{"value": "gin", "label": "Gin", "hint": ""}])

    assert offers.offers == DRINKS
