"""A participant's own export in the comparison of reach, on a desktop and on a phone."""

import re

import pytest
import samples
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


@pytest.fixture(params=["desktop", "phone"])
def page(request, serve):
    page = request.getfixturevalue(request.param)
    page.goto(serve("reach_comparison"))
    page.get_by_role("button", name="Use numbers from your own export").click(timeout=60_000)
    return page


def _bring(page, data):
    file = {"name": "export.bin", "mimeType": "application/octet-stream", "buffer": data}
    page.get_by_label("Your export").set_input_files(file)


def test_numbers_from_a_file_are_marked_kept_and_given_back(page):
    _bring(page, samples.linkedin(posts=20, followers=2345))
    following = page.get_by_role("spinbutton", name=re.compile("Your following"))

    expect(page.get_by_role("heading", name="From your LinkedIn file")).to_be_visible()
    expect(following).to_have_value("2345")
    expect(page.get_by_text("from your file", exact=True).first).to_be_visible()
    assert Axe().run(page).violations_count == 0

    page.reload()

    expect(page.get_by_role("heading", name="From your LinkedIn file")).to_be_visible(
        timeout=60_000
    )

    page.get_by_role("button", name="Use the assumptions again").click()

    expect(following).to_have_value("500")
    expect(page.get_by_role("heading", name="From your LinkedIn file")).to_be_hidden()


def test_the_last_posts_are_read_at_once(page):
    _bring(page, samples.x(50))

    expect(page.get_by_text(re.compile("Of your last 50 posts.*25 pitch")).first).to_be_visible()
    expect(page.get_by_role("heading", name="From your X file")).to_be_visible()


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"PK\x03\x04 no archive", "damaged"),
        (samples.zipped({"outbox.json": b"\0" * 60_000_001}), "unpack to more than 60 MB"),
        (b"Name,Value\n1,2\n", "none of the exports"),
    ],
    ids=["no archive", "bomb", "no export"],
)
def test_a_file_that_is_no_export_is_told_what_it_is(data, said, page):
    _bring(page, data)

    expect(page.get_by_text(said).first).to_be_visible()
