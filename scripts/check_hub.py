"""Runs `deploy/jupyterhub_config.py` and has two people work in it at once, each on their own.

JupyterHub and this checkout are installed in an environment of their own, its proxy by npm.
"""

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from playwright.sync_api import Browser, Page, expect, sync_playwright

ROOT = Path(__file__).resolve().parents[1]
CHROMIUM = ["chromium", "chromium-browser", "google-chrome"]
PIP = ["-m", "pip", "--quiet", "--disable-pip-version-check"]
PASSWORD = "of the day"
PATIENCE = 120_000  # ms


def install(folder: Path) -> dict[str, str]:
    """Install what the configuration says it needs; returns the surroundings to run it in."""
    subprocess.run([sys.executable, "-m", "venv", folder / "env"], check=True)
    wanted = ["install", ROOT, "jupyterhub"]
    subprocess.run([folder / "env/bin/python", *PIP, *wanted], check=True)
    proxy = ["npm", "install", "--silent", "--prefix", folder, "configurable-http-proxy"]
    subprocess.run(proxy, check=True)
    path = f"{folder / 'env/bin'}:{folder / 'node_modules/.bin'}:{os.environ['PATH']}"
    return {**os.environ, "PATH": path, "WORKSHOP_HUB_PASSWORD": PASSWORD}


def _free_ports(count: int) -> list[int]:
    probes = [socket.socket() for _ in range(count)]
    for probe in probes:
        probe.bind(("127.0.0.1", 0))
    ports = [probe.getsockname()[1] for probe in probes]
    for probe in probes:
        probe.close()
    return ports


@contextmanager
def running_hub(folder: Path, surroundings: dict[str, str]) -> Iterator[str]:
    """Run the hub until it answers; end it, its proxy and everybody's server afterwards."""
    port, hub, proxy = _free_ports(3)
    options = [
        f"--JupyterHub.bind_url=http://127.0.0.1:{port}",
        f"--JupyterHub.hub_port={hub}",
        f"--ConfigurableHTTPProxy.api_url=http://127.0.0.1:{proxy}",
    ]
    if os.getuid() == 0:  # which a server refuses, unless told that it is meant
        options.append("--Spawner.args=['--allow-root']")
    command = [folder / "env/bin/jupyterhub", "-f", ROOT / "deploy/jupyterhub_config.py", *options]
    log = folder / "hub.log"
    with (
        log.open("w") as told,
        subprocess.Popen(
            command, cwd=folder, env=surroundings, stdout=told, stderr=subprocess.STDOUT
        ) as running,
    ):
        try:
            _wait_for(f"http://127.0.0.1:{port}/hub/health", log)
            yield f"http://127.0.0.1:{port}"
        finally:
            running.terminate()


def _wait_for(address: str, log: Path) -> None:
    end = time.monotonic() + PATIENCE / 1000
    while time.monotonic() < end:
        try:
            urlopen(address).close()
        except URLError:
            time.sleep(0.2)
        else:
            return
    raise SystemExit(f"nothing answers at {address}\n{log.read_text()}")


def enter(browser: Browser, address: str, name: str) -> Page:
    """Log in as somebody and wait for their session."""
    page = browser.new_context().new_page()
    page.goto(f"{address}/hub/login")
    page.get_by_label("Username").fill(name)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    expect(_writing(page)).to_be_visible(timeout=PATIENCE)
    return page


def _writing(page: Page):  # noqa: ANN202
    return page.get_by_role("slider", name="Writing")


def work(browser: Browser, address: str) -> None:
    """Two people move the same control, and each sees only their own."""
    ana, ben = (enter(browser, address, name) for name in ("ana", "ben"))
    for page, presses in ((ana, 1), (ben, 2)):
        for _ in range(presses):
            _writing(page).press("ArrowRight")
    expect(ana.get_by_role("img", name="Social media 1.25 h")).to_be_visible()
    expect(ben.get_by_role("img", name="Social media 1.5 h")).to_be_visible()
    ana.reload()
    expect(_writing(ana)).to_have_value("0.75", timeout=PATIENCE)
    assert "/user/ana/" in ana.url
    assert "/user/ben/" in ben.url


def main() -> None:
    """Install, run and work; ends with an error if anything is wrong."""
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        folder = Path(name)
        surroundings = install(folder)
        browser = playwright.chromium.launch(
            executable_path=next(filter(None, map(shutil.which, CHROMIUM)), None),
            args=["--no-sandbox", "--disable-background-networking"],
        )
        with running_hub(folder, surroundings) as address:
            work(browser, address)
        browser.close()
    print("Two people worked in the hub, each on a server of their own.")


if __name__ == "__main__":
    main()
