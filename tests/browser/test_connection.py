"""What a participant is told when the kernel or the server goes away, and who cleans up."""

import os
import select
import signal
import time

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

SHOW_PROCESS = """
import os
from ipywidgets import Button, HTML, VBox
end = Button(description="End the kernel")
end.on_click(lambda _: os._exit(1))
VBox([end, HTML(f"kernel {os.getpid()}")])
"""


@pytest.fixture(scope="module")
def notebook(write_notebook, code):
    return write_notebook("# A fragile notebook", code(SHOW_PROCESS), workshop={"run_ahead": False})


def _open(page, address):
    page.goto(address)
    shown = page.get_by_text("kernel ", exact=False).filter(has_text="kernel ").last
    expect(page.get_by_role("main")).not_to_have_attribute("aria-busy", "true")
    return int(shown.text_content().split()[-1])


def test_a_kernel_that_dies_is_told_and_the_content_stays(serve, notebook, phone):
    _open(phone, serve(notebook))
    phone.get_by_role("button", name="End the kernel").click()

    expect(phone.get_by_role("alert")).to_contain_text("The connection was lost")
    expect(phone.get_by_role("heading", name="A fragile notebook")).to_be_visible()


def test_a_kernel_that_is_killed_is_told_within_moments(own_server, notebook, phone):
    address, _ = own_server(notebook, "--most", "1")
    process = _open(phone, address)
    os.kill(process, signal.SIGKILL)
    killed = time.monotonic()
    banner = phone.get_by_role("alert")

    expect(banner).to_contain_text("The connection was lost", timeout=5_000)
    print(f"told after {time.monotonic() - killed:.1f} s")
    banner.get_by_role("button").click()
    expect(phone.get_by_role("button", name="End the kernel")).to_be_visible()


def test_a_new_copy_comes_with_one_press(serve, notebook, phone):
    _open(phone, serve(notebook))
    phone.get_by_role("button", name="End the kernel").click()
    phone.get_by_role("button", name="Reload and go on").click()

    expect(phone.get_by_role("alert")).to_have_count(0)
    expect(phone.get_by_role("button", name="End the kernel")).to_be_visible()


def test_a_server_that_is_gone_does_not_take_the_page_along(
    own_server, notebook, desktop, problems
):
    problems.allow("ERR_CONNECTION|WebSocket connection")
    address, server = own_server(notebook)
    _open(desktop, address)
    server.kill()

    banner = desktop.get_by_role("alert")
    expect(banner).to_contain_text("Trying to reconnect")
    expect(banner).to_contain_text("The connection was lost", timeout=60_000)
    banner.get_by_role("button").click()
    expect(banner).to_contain_text("There is no answer yet")
    expect(desktop.get_by_role("heading", name="A fragile notebook")).to_be_visible()


def test_leaving_the_page_ends_its_kernel(serve, notebook, desktop):
    kernel = os.pidfd_open(_open(desktop, serve(notebook)))
    desktop.goto("about:blank")

    ended, _, _ = select.select([kernel], [], [], 30)
    os.close(kernel)
    assert ended
