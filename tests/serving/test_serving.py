"""What the server answers, read without a browser."""

import gzip
import os
import re
from urllib.error import HTTPError
from urllib.parse import urljoin
from urllib.request import Request, urlopen

import pytest

FOREVER = "max-age=31536000, immutable"
OUTSIDE = re.compile(r"https?://(?!localhost|127\.0\.0\.1|www\.w3\.org)[\w.-]+")


def _get(url, **headers):
    """Status, headers and text of an answer; one that refuses is an answer too."""
    try:
        with urlopen(Request(url, headers=headers)) as answer:
            return answer.status, answer.headers, answer.read().decode()
    except HTTPError as refusal:
        with refusal:
            return refusal.code, refusal.headers, refusal.read().decode()


def _compressed(url):
    with urlopen(Request(url, headers={"Accept-Encoding": "gzip"})) as answer:
        return answer.headers["Content-Encoding"], answer.read()


@pytest.fixture(scope="module")
def tiny(serve, write_notebook, code):
    return serve(write_notebook("# A tiny notebook", code("1 + 1")))


@pytest.fixture(scope="module")
def page(tiny):
    return _get(tiny)[2]


def test_the_first_heading_is_the_title(page):
    assert "<title>A tiny notebook</title>" in page


def test_a_title_in_the_metadata_comes_before_it(serve, write_notebook):
    page = _get(serve(write_notebook("# Heading", title="Trees & <stones>", lang="de")))[2]

    assert "<title>Trees &amp; &lt;stones&gt;</title>" in page
    assert '<html lang="de"' in page


def test_the_icon_is_our_own(tiny, page):
    icon = re.search(r'rel="icon" type="image/svg\+xml" href="([^"]+)"', page)[1]

    assert "<svg" in _get(urljoin(tiny, icon))[2]


def test_a_page_names_no_other_machine(page):
    assert OUTSIDE.findall(page) == []


def test_a_page_is_small(page):
    assert len(page) < 10_000


def test_sources_stay_on_the_server(page):
    assert "1 + 1" not in page


def test_pages_and_scripts_travel_compressed(tiny, page):
    encoding, body = _compressed(tiny)
    assert (encoding, b"A tiny notebook" in gzip.decompress(body)) == ("gzip", True)

    encoding, body = _compressed(f"{tiny}voila/static/voila.js")
    assert (encoding, b"webpack" in gzip.decompress(body)) == ("gzip", True)


def test_what_the_page_links_is_kept_by_browsers(tiny, page):
    links = re.findall(r'(?:href|src)="([^"]+\?v=[^"]+)"', page)

    assert {FOREVER} == {_get(urljoin(tiny, link))[1]["Cache-Control"] for link in links}


@pytest.mark.parametrize("name", ["shim.js", "vega.js", "all.js", "all.css"])
def test_the_scripts_of_widgets_are_kept_by_browsers(tiny, name):
    status, headers, _ = _get(f"{tiny}voila/templates/workshop/static/parts/{name}?v=1")

    assert (status, headers["Cache-Control"]) == (200, FOREVER)


def test_no_path_leads_out_of_the_folder_of_scripts(tiny):
    for path in ["../../../packs/pack.py", "%2e%2e/about.js/../../part.py", "/etc/passwd"]:
        assert _get(f"{tiny}voila/templates/workshop/static/parts/{path}?v=1")[0] in {403, 404}


@pytest.mark.parametrize("path", ["nothing", "nothing/here", "tiny.ipynb"])
def test_an_address_below_the_page_has_an_error_page_for_people(tiny, path):
    status, _, page = _get(tiny + path)

    assert status == 404
    assert "There is no such page here" in page
    assert OUTSIDE.findall(page) == []


def test_a_notebook_that_cannot_be_read_has_one_too(serve, tmp_path_factory):
    broken = tmp_path_factory.mktemp("broken") / "broken.ipynb"
    broken.write_text("no JSON")
    status, _, page = _get(serve(broken))

    assert status >= 400
    assert "This page could not be opened" in page
    assert "Traceback" not in page


def test_a_folder_is_a_list_to_choose_from(serve, write_notebook):
    notebook = write_notebook("# One of several")
    address = serve(notebook.parent)
    page = _get(address)[2]

    assert "Choose a notebook" in page
    assert OUTSIDE.findall(page) == []
    assert "One of several" in _get(urljoin(address, "voila/render/tiny.ipynb"))[2]


def test_voilas_own_options_still_work(serve, write_notebook, code):
    options = ["--theme=dark", "--Voila.base_url=/room/", "--strip_sources=False"]
    address = serve(write_notebook("# Optional", code("6 * 7")), *options)
    page = _get(address)[2]

    assert address.endswith("/room/")
    assert 'data-theme="dark"' in page
    assert "6 * 7" in page
    assert _get(f"{address}voila/templates/workshop/static/parts/shim.js")[0] == 200


def test_only_the_extensions_that_widgets_need_are_loaded(page):
    loaded = set(re.findall(r'"name": "([^"]+)"', page))

    assert loaded == {
        "@jupyter-widgets/jupyterlab-manager",
        "@voila-dashboards/widgets-manager8",
        "anywidget",
    }


def test_kernels_are_told_where_the_pack_is(serve, write_notebook, code, tmp_path_factory):
    pack = tmp_path_factory.mktemp("pack") / "mine.toml"
    pack.touch()
    notebook = write_notebook("# Packed", code("import os; print(os.environ['WORKSHOP_PACK'])"))

    assert str(pack) in _get(serve(notebook, "--pack", os.path.relpath(pack, notebook.parent)))[2]


def test_a_cell_that_fails_shows_neither_code_nor_cause(serve, write_notebook, code):
    page = _get(serve(write_notebook("# Broken", code("1 / 0"), "Never shown")))[2]

    assert "Something went wrong here" in page
    assert "ZeroDivisionError" not in page
    assert "Never shown" not in page


def test_an_author_can_see_the_cause(serve, write_notebook, code):
    page = _get(serve(write_notebook("# Broken", code("1 / 0")), "--show_tracebacks=True"))[2]

    assert "ZeroDivisionError" in page


def test_what_a_notebook_prints_is_text(serve, write_notebook, code):
    page = _get(serve(write_notebook("# Loud", code("print('<script>alert(1)</script>')"))))[2]

    assert "<script>alert" not in page
    assert "&lt;script&gt;alert" in page
