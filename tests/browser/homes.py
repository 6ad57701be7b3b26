"""The homes that a notebook may live in: how each is started, and how the session is opened."""

import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.request import urlopen

import pytest
from playwright.sync_api import Page, expect

from tests.conftest import free_port

ROOT = Path(__file__).parents[2]
PATIENCE = 90  # seconds; a Jupyter server alone needs ten of them on a busy machine
TOKEN = "t"
AS_ANYBODY = [f"--IdentityProvider.token={TOKEN}", "--allow-root", "--no-browser"]


def _stays(_: Page) -> None:
    """Voila runs the cells itself."""


def _runs_all_in_lab(page: Page) -> None:
    _waits_until_idle(page, page.get_by_text("Python 3 (ipykernel) | Idle"))
    page.get_by_role("menuitem", name="Run", exact=True).click()
    page.get_by_text("Run All Cells", exact=True).click()


def _runs_all_in_notebook(page: Page) -> None:
    _waits_until_idle(page, page.locator("[data-status=idle]").first)
    page.get_by_role("menuitem", name="Run", exact=True).click()
    page.get_by_text("Run All Cells", exact=True).click()


def _waits_until_idle(page: Page, sign) -> None:
    expect(sign).to_be_visible(timeout=PATIENCE * 1000)


@dataclass(frozen=True)
class Home:
    """A way of serving a notebook.

    Attributes:
        command: What is run, in the checkout; `--port` is added.
        path: Where the session is, with `?` and more if need be.
        base: Every request of the page must be below this.
        runs: Makes the cells run, where the home does not do it itself.
    """

    command: list[str]
    path: str
    base: str = "/"
    runs: Callable[[Page], None] = _stays


def _tree(kind: str) -> str:
    return f"/{kind}/notebooks/session.ipynb?token={TOKEN}"


HOMES = {
    "the workshop's server": Home(["workshop", "serve"], "/"),
    "plain Voila": Home(["voila", "notebooks/session.ipynb", "--no-browser"], "/"),
    "a base address, as on Binder": Home(
        ["jupyter_server", "--ServerApp.base_url=/user/x/", *AS_ANYBODY],
        f"/user/x{_tree('voila/render')}",
        "/user/x/",
    ),
    "JupyterLab": Home(
        ["jupyterlab", *AS_ANYBODY], _tree("lab/tree") + "&reset", runs=_runs_all_in_lab
    ),
    "Notebook": Home(["notebook", *AS_ANYBODY], _tree("notebooks"), runs=_runs_all_in_notebook),
}


@contextmanager
def served(home: Home) -> Iterator[str]:
    """Run a home until it answers; end it afterwards. Yields the address of its session."""
    port = free_port()
    with subprocess.Popen(
        [sys.executable, "-m", *home.command, f"--port={port}"],
        cwd=ROOT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as server:
        try:
            _wait_for(f"http://localhost:{port}/")
            yield f"http://localhost:{port}{home.path}"
        finally:
            server.terminate()
            server.wait(PATIENCE)


def _wait_for(address: str) -> None:
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
