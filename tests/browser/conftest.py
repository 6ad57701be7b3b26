"""A real Chromium, and pages that fail a test on anything a participant's browser would trip on."""

import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, Playwright, expect, sync_playwright

HERE = {"localhost", "127.0.0.1", "::1", None}  # None: data: and blob: addresses
PHONE = {
    "viewport": {"width": 390, "height": 844},
    "device_scale_factor": 2,
    "is_mobile": True,
    "has_touch": True,
}
DESKTOP = {"viewport": {"width": 1280, "height": 800}}
CHROMIUM = ["chromium", "chromium-browser", "google-chrome"]

expect.set_options(timeout=30_000)


class Problems(list[str]):
    """What went wrong in a page without being seen: it fails the test unless it was allowed."""

    def __init__(self) -> None:
        self._allowed: list[str] = []

    def allow(self, pattern: str) -> None:
        """Let messages that match pass, such as those of a server that the test itself stops."""
        self._allowed.append(pattern)

    def left(self) -> list[str]:
        """Those that nobody allowed."""
        return [told for told in self if not any(re.search(a, told) for a in self._allowed)]


@pytest.fixture
def problems() -> Iterator[Problems]:
    """The problems of this test's pages."""
    found = Problems()
    yield found
    assert not found.left()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One Chromium a file: while Playwright runs, nothing else in this thread may run asyncio."""
    path = next(filter(None, map(shutil.which, CHROMIUM)), None)
    with sync_playwright() as playwright, _launch(playwright, path) as chromium:
        yield chromium


def _launch(playwright: Playwright, path: str | None) -> Browser:
    return playwright.chromium.launch(
        executable_path=path,
        args=[
            "--no-sandbox",
            "--disable-background-networking",
            "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1",
        ],
    )


@contextmanager
def watched_page(browser: Browser, problems: Problems, **options: object) -> Iterator[Page]:
    """A page whose outside requests, script errors and console errors become problems."""
    with browser.new_context(**options) as context:
        context.on("request", lambda request: _note_address(request.url, problems))
        context.on("weberror", lambda error: problems.append(f"script: {error.error}"))
        context.on("console", lambda message: _note_message(message, problems))
        page = context.new_page()
        page.on("websocket", lambda socket: _note_address(socket.url, problems))
        yield page


def _note_address(url: str, problems: Problems) -> None:
    if urlsplit(url).hostname not in HERE:
        problems.append(f"outside: {url}")


def _note_message(message: object, problems: Problems) -> None:
    if message.type == "error":
        problems.append(f"console: {message.text} {message.location}")


@pytest.fixture
def phone(browser: Browser, problems: Problems) -> Iterator[Page]:
    """A page as a participant's phone shows it."""
    with watched_page(browser, problems, **PHONE) as page:
        yield page


@pytest.fixture
def desktop(browser: Browser, problems: Problems) -> Iterator[Page]:
    """A page as a laptop shows it."""
    with watched_page(browser, problems, **DESKTOP) as page:
        yield page
