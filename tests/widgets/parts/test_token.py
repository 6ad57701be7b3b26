import pytest

from workshop.widgets.parts.token import Token

DRAWN = "a" * 32


@pytest.fixture
def heard():
    return []


@pytest.fixture
def token(heard):
    token = Token("KM47XRW")
    token.on_told(lambda: heard.append(token.value))
    return token


def test_a_browser_tells_its_word_and_stays_who_it_is(token, wire, heard):
    page = wire(token)
    page.ask({"token": DRAWN})
    page.ask({"token": "b" * 32})

    assert heard == [DRAWN]
    assert token.value == DRAWN


@pytest.mark.parametrize(
    "content", [None, [], {}, {"token": 7}, {"token": "short"}, {"token": "a b" * 9}]
)
def test_what_is_no_word_is_not_taken(token, wire, heard, content):
    wire(token).ask(content)

    assert heard == []
