"""Builds the wheel and opens the session from it, as somebody has it who never saw this checkout.

The wheel is installed in an environment of its own and served from an empty folder; Chromium has to
draw every picture, and no request may fail or leave this machine.
"""

import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

ROOT = Path(__file__).resolve().parents[1]
CHROMIUM = ["chromium", "chromium-browser", "google-chrome"]
PATIENCE = 60_000  # ms
ALL_DRAWN = """() => {
  const pictures = [...document.querySelectorAll(".wk-chart")].filter((each) => each.clientWidth);
  return pictures.length && pictures.every((each) => each.querySelector("svg"));
}"""


def install(folder: Path) -> Path:
    """Build the wheel and install it; returns the environment's programs."""
    pip = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check"]
    subprocess.run([*pip, "wheel", ROOT, "--no-deps", "-w", folder], check=True)
    subprocess.run([sys.executable, "-m", "venv", folder / "env"], check=True)
    wheel = next(folder.glob("*.whl"))
    subprocess.run([*pip, "--python", folder / "env", "install", wheel], check=True)
    return folder / "env/bin"


def serve(programs: Path, folder: Path) -> tuple[subprocess.Popen[str], str]:
    """Serve the session from an empty folder; returns the server and its address."""
    folder.mkdir()
    with socket.socket() as probe:
        probe.bind(("localhost", 0))
        port = probe.getsockname()[1]
    server = subprocess.Popen(
        [programs / "workshop", "serve", f"--port={port}"],
        cwd=folder,
        env={name: value for name, value in os.environ.items() if name != "PYTHONPATH"},
        stderr=subprocess.STDOUT,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert server.stdout
    said = ""
    for line in server.stdout:
        said += line
        if address := re.search(r"http://(?:localhost|127\.0\.0\.1):\d+\S*", line):
            return server, address[0]
    raise SystemExit(f"The server does not start:\n{said}")


def look(page: Page, address: str) -> list[str]:
    """Open the session and wait for its pictures; returns what went wrong meanwhile."""
    wrong: list[str] = []
    page.on("requestfailed", lambda request: wrong.append(f"{request.url}: {request.failure}"))
    page.on("response", lambda got: got.ok or wrong.append(f"{got.url}: {got.status}"))
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.goto(address)
    page.get_by_role("slider").first.wait_for(timeout=PATIENCE)
    page.wait_for_function(ALL_DRAWN, timeout=PATIENCE)
    page.mouse.wheel(0, 100_000)  # those further down too
    page.wait_for_function(ALL_DRAWN, timeout=PATIENCE)
    return wrong


def main() -> None:
    """Build, install, serve and look; ends with 1 and the reasons if anything is wrong."""
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        folder = Path(name)
        server, address = serve(install(folder), folder / "empty")
        try:
            browser = playwright.chromium.launch(
                executable_path=next(filter(None, map(shutil.which, CHROMIUM)), None),
                args=["--no-sandbox", "--disable-background-networking"],
            )
            wrong = look(browser.new_page(), address)
            browser.close()
        finally:
            server.terminate()
            server.wait()
    if wrong:
        raise SystemExit("\n".join(wrong))
    print("The wheel serves its session, every picture is drawn, and no request fails.")


if __name__ == "__main__":
    main()
