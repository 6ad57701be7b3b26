"""A file is made when the page asks, for the browser's zone, and says of which edition it is."""

import pytest

from workshop.widgets.parts.download import Download


@pytest.fixture
def download():
    return Download("Save", lambda zone: f"in {zone}", name="x.txt")


def test_the_page_gets_the_file_with_its_edition(download, wire):
    browser = wire(download)
    download.renew()
    browser.ask({"make_in": "Europe/Paris"})

    assert browser.sent[-1][0]["content"] == {"made": "in Europe/Paris", "edition": 1}


@pytest.mark.parametrize("sent", [{"make_in": 3}, {"make_in": "x" * 65}, {"make": ""}, None, 3])
def test_what_is_no_question_makes_no_file(download, wire, sent):
    browser = wire(download)
    browser.ask(sent)

    assert browser.sent == []
