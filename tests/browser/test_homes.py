"""The same notebooks in other homes: Binder's way of serving, plain Voila, and JupyterLab."""

import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import urlopen

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

ROOT = Path(__file__).parents[2]
PATIENCE = 60  # seconds


@pytest.fixture
def free_port():
    with socket.socket() as probe:
        probe.bind(("localhost", 0))
        return probe.getsockname()[1]


@contextmanager
def _running(port, *command):
    """Run a Jupyter server in the checkout until it answers; end it afterwards."""
    with subprocess.Popen(
        [sys.executable, "-m", *command, "--no-browser", f"--port={port}"],
        cwd=ROOT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as server:
        try:
            _wait_for(f"http://localhost:{port}/")
            yield f"http://localhost:{port}"
        finally:
            server.terminate()
            server.wait(PATIENCE)


def _wait_for(address):
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            urlopen(address, timeout=PATIENCE).close()
        except HTTPError:
            return  # it answers, if only that there is nothing at its root
        except URLError:
            time.sleep(0.1)
        else:
            return
    pytest.fail(f"nothing answers at {address}")


def _draws_and_follows(page):
    picture = page.get_by_role("img", name="Bar chart of hours")
    expect(picture).to_be_visible(timeout=90_000)
    slider = page.get_by_role("slider", name="Writing")
    slider.focus()
    slider.press("ArrowRight")
    expect(page.get_by_role("img", name="Social media 1.25 h")).to_be_visible()


def test_binder_serves_it_under_a_base_url_with_a_token(browser, free_port):
    asked = []
    command = [
        "jupyter_server",
        "--ServerApp.base_url=/user/x/",
        "--IdentityProvider.token=t",
        "--allow-root",
    ]
    with _running(free_port, *command) as address:
        page = browser.new_page()
        page.on("request", lambda request: asked.append(urlsplit(request.url)))
        page.goto(f"{address}/user/x/voila/render/notebooks/session.ipynb?token=t")
        _draws_and_follows(page)
        page.close()

    web = [url for url in asked if url.scheme.startswith("http")]
    assert {url.hostname for url in web} == {"localhost"}
    assert all(url.path.startswith("/user/x/") for url in web)


def test_plain_voila_serves_it_with_our_template(browser, free_port):
    asked = []
    with _running(free_port, "voila", "notebooks/time_budget.ipynb") as address:
        page = browser.new_page()
        page.on("request", lambda request: asked.append(urlsplit(request.url)))
        page.goto(address)
        _draws_and_follows(page)
        expect(page.locator("main#content")).to_be_visible()
        page.close()

    assert {url.hostname for url in asked if url.scheme.startswith("http")} == {"localhost"}


def test_jupyterlab_runs_it_unchanged(browser, free_port):
    command = ["jupyterlab", "--IdentityProvider.token=t", "--allow-root"]
    with _running(free_port, *command) as address:
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        page.goto(f"{address}/lab/tree/notebooks/time_budget.ipynb?token=t&reset")
        expect(page.get_by_text("Python 3 (ipykernel) | Idle")).to_be_visible(timeout=90_000)
        page.get_by_role("menuitem", name="Run", exact=True).click()
        page.get_by_text("Run All Cells", exact=True).click()
        _draws_and_follows(page)
        page.close()
