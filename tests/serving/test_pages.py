"""A page is made once and is everybody's, but for the kernel it speaks with."""

import gzip
import json
import re
from urllib.request import Request, urlopen

import pytest

from tests.serving.processes import descendants, end_at_once
from workshop.serving.pages.page import Page
from workshop.serving.pages.renderer import KERNEL

WIDGET = "import os\nfrom ipywidgets import IntSlider\nprint(os.getpid())\nIntSlider(7)"
CONFIG = re.compile(r'<script id="jupyter-config-data" type="application/json">(.*?)</script>')
WIDGETS = re.compile(r'<script id="wk-widgets" type="application/json">(.*?)</script>', re.DOTALL)


def _page(address, **headers):
    with urlopen(Request(address, headers=headers)) as answer:
        body = answer.read()
        return gzip.decompress(body) if answer.headers["Content-Encoding"] == "gzip" else body


def _kernel(page):
    return json.loads(CONFIG.search(page.decode())[1])["kernelId"]


@pytest.fixture(scope="module")
def address(serve, write_notebook, code):
    return serve(write_notebook("# A page", code(WIDGET)))


def test_two_visitors_see_the_same_page_and_have_kernels_of_their_own(address):
    first, second = _page(address), _page(address)

    assert _kernel(first) != _kernel(second)
    assert first.replace(_kernel(first).encode(), _kernel(second).encode()) == second


def test_the_page_brings_the_state_of_its_widgets(address):
    state = json.loads(WIDGETS.search(_page(address).decode())[1])["state"]

    assert 7 in [model["state"].get("value") for model in state.values()]


def test_a_compressed_page_is_the_same_page(address):
    plain, squeezed = _page(address), _page(address, **{"Accept-Encoding": "gzip"})

    assert squeezed.replace(_kernel(squeezed).encode(), _kernel(plain).encode()) == plain


def test_a_notebook_may_ask_to_be_run_for_each_visitor(serve, write_notebook, code):
    own = serve(write_notebook("# Own", code(WIDGET), workshop={"run_ahead": False}))
    said = [re.search(rb'wk-stream">(\d+)', _page(own))[1] for _ in range(2)]

    assert said[0] != said[1]
    assert not WIDGETS.search(_page(own).decode())


def test_a_notebook_that_fails_is_run_for_each_visitor_and_shows_where(serve, write_notebook, code):
    page = _page(serve(write_notebook("# Fails", code("print('so far')\n1 / 0")))).decode()

    assert "so far" in page
    assert "Something went wrong here" in page


def test_a_changed_notebook_is_run_anew(serve, write_notebook, code):
    path = write_notebook("# Before")
    address = serve(path)
    assert b"<h1>Before" in _page(address) or b"Before" in _page(address)

    path.write_text(path.read_text().replace("Before", "After"))

    assert b"After" in _page(address)


@pytest.mark.parametrize("which", [slice(1, None), slice(None)], ids=["its own", "all of them"])
def test_where_the_parent_of_a_page_has_died_the_page_is_made_anew(
    own_server, write_notebook, code, which
):
    """The machine may have run out of memory; the next visitor must not pay for it."""
    address, server = own_server(write_notebook("# A page", code(WIDGET)))
    before = _page(address)
    for process in descendants(server.pid)[which]:
        end_at_once(process)
    after = _page(address)

    assert _kernel(after) != _kernel(before)
    assert WIDGETS.search(after.decode())


def test_without_forks_kernels_are_started(serve, write_notebook, code):
    started = serve(write_notebook("# Started", code(WIDGET)), "--WorkshopApp.fork=False")

    assert not WIDGETS.search(_page(started).decode())


def test_a_page_compresses_only_what_differs():
    html = "<p>" + "the same for everybody " * 1000 + f"</p><b>{KERNEL}</b>"
    page = Page.of(html, ahead=None, kernel_name="python3")

    for kernel in ("one", "another"):
        assert gzip.decompress(page.gzipped(kernel)) == page.plain(kernel)
    assert page.plain("one").endswith(b"<b>one</b>")
