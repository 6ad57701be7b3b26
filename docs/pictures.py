"""Takes the pictures of the documentation: every exercise, on phone and desktop, light and dark.

    python docs/pictures.py [folder]

The README's picture is `time_budget.png`, the first screen of a desktop.
"""

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Page, expect, sync_playwright

from workshop.widgets.session import EXERCISES

FOLDER = Path(__file__).parent / "pictures"
DEVICES = {
    "desktop": {"viewport": {"width": 1280, "height": 800}},
    "phone": {"viewport": {"width": 390, "height": 844}, "is_mobile": True, "has_touch": True},
}
NOTEBOOKS = [kind.key for kind in EXERCISES]
PITCH = (
    "Tired of slow mornings? Our award-winning coffee subscription is here! Thank you all for the "
    "support. Only 20 places left, order now, link in bio. What do you drink?"
)


@contextmanager
def _served() -> Iterator[str]:
    command = [sys.executable, "-m", "workshop", "serve", "session", "--port=8979"]
    server = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    try:
        announced = server.stdout.readline() if server.stdout else ""
        yield re.search(r"http://\S+/", announced)[0]  # type: ignore[index]
    finally:
        server.terminate()
        server.wait()


def _assess(page: Page) -> None:
    """Bring the post to the moment where the second opinion is open."""
    page.get_by_role("textbox", name=re.compile("Your post")).fill(PITCH)
    for group in page.get_by_role("group").filter(has=page.get_by_role("radio", name="4")).all():
        group.get_by_role("radio", name="3").check(force=True)
    page.get_by_role("button", name="Show the second opinion").click()
    expect(page.locator("mark").first).to_be_visible()


def main() -> None:
    """Take all pictures."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    with _served() as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium") or shutil.which("google-chrome"),
            args=["--no-sandbox", "--disable-background-networking"],
        )
        for device, options in DEVICES.items():
            for scheme in ("light", "dark"):
                page = browser.new_page(color_scheme=scheme, reduced_motion="reduce", **options)
                page.goto(address)
                expect(page.locator(".wk-chart svg").nth(2)).to_be_visible(timeout=60_000)
                _assess(page)
                for place, name in enumerate(NOTEBOOKS):
                    exercise = page.locator(".wk-exercise").nth(place)
                    exercise.screenshot(path=folder / f"{name}-{device}-{scheme}.png")
                if (device, scheme) == ("desktop", "light"):
                    page.evaluate("scrollTo(0, 0)")
                    page.screenshot(path=folder / "time_budget.png")
                page.close()
        browser.close()
    print(f"{len(list(folder.glob('*.png')))} pictures in {folder}")


if __name__ == "__main__":
    main()
