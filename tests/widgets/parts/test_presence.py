import pytest

from workshop.widgets.parts.presence import Presence


@pytest.fixture
def heard():
    return []


@pytest.fixture
def presence(heard):
    presence = Presence()
    presence.on_here(lambda: heard.append("here"))
    presence.on_away(lambda: heard.append("away"))
    return presence


def test_a_page_that_comes_into_view_and_is_put_away_says_so(presence, wire, heard):
    page = wire(presence)
    page.ask({"here": True})
    page.ask({"here": False})

    assert heard == ["here", "away"]


@pytest.mark.parametrize("content", [None, "here", {"here": 1.5}, {"here": "yes"}, {}, [True]])
def test_only_a_page_that_is_here_is_here(presence, wire, heard, content):
    wire(presence).ask(content)

    assert heard == []
