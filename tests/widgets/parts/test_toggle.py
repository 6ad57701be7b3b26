import pytest

from workshop.widgets.parts import Toggle


def test_it_can_be_switched(wire):
    lock = Toggle("Lock")

    wire(lock).update(value=True)

    assert lock.value is True


@pytest.mark.parametrize("sent", [1, 0, "true", None, [], {}, float("nan")], ids=repr)
def test_only_yes_or_no_switches_it(sent, wire):
    lock = Toggle("Lock", value=True)
    page = wire(lock)

    page.update(value=sent)

    assert lock.value is True
    assert {"value": True} in page.states
