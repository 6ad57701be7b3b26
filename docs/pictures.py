"""Takes the pictures of the documentation: every exercise, on phone and desktop, light and dark.

    python docs/pictures.py [folder]

The README's picture is `time_budget.png`, the first screen of a desktop.
"""

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from PIL import Image
from playwright.sync_api import Browser, Page, Playwright, expect, sync_playwright
from scenes import answers

from workshop.widgets.exercises.review import Review
from workshop.widgets.session import EXERCISES

HERE = Path(__file__).parent
DEVICES = {
    "desktop": {"viewport": {"width": 1280, "height": 800}},
    "phone": {"viewport": {"width": 390, "height": 844}, "is_mobile": True, "has_touch": True},
}
KEYS = [kind.key for kind in (*EXERCISES, Review)]
KEEP = "([key, answer]) => localStorage.setItem(`right-conversation/1/${key}`, answer)"
# Under load a kernel may take a while from the sentence to the last table.
STILL = """
() => new Promise((resolve) => {
  let timer;
  const wait = () => {
    clearTimeout(timer);
    timer = setTimeout(resolve, 3000, true);
  };
  const any = { subtree: true, childList: true, characterData: true };
  new MutationObserver(wait).observe(document.body, any);
  wait();
})
"""
# What stays in view while one scrolls would stand in the middle of a picture of the whole page.
REST = ".wk-stage-first, .wk-picture-follows, .wk-progress { position: static !important }"
# These keep the colour of the smallest mark, which the defaults give up for more shades of paper.
FEW_COLOURS, ROUNDS = Image.Quantize.MAXCOVERAGE, 3


@contextmanager
def served(port: int = 8979) -> Iterator[str]:
    """Serve all notebooks; yields the address."""
    command = [sys.executable, "-m", "workshop", "serve", str(HERE.parent / "notebooks")]
    server = subprocess.Popen([*command, f"--port={port}"], stdout=subprocess.PIPE, text=True)
    try:
        announced = server.stdout.readline() if server.stdout else ""
        yield re.search(r"http://\S+/", announced)[0]  # type: ignore[index]
    finally:
        server.terminate()
        server.wait()


def launch(playwright: Playwright) -> Browser:
    """Start Chromium."""
    return playwright.chromium.launch(
        executable_path=shutil.which("chromium") or shutil.which("google-chrome"),
        args=["--no-sandbox", "--disable-background-networking"],
    )


def open_exercise(page: Page, address: str, key: str, answer: dict[str, Any] | None) -> None:
    """Open an exercise where somebody answered it, and wait until its pictures are drawn."""
    page.goto(f"{address}voila/render/{key}.ipynb")
    sentence = page.locator(".wk-exercise .wk-sentence").first
    expect(sentence).to_be_visible(timeout=60_000)
    if answer:
        before = sentence.text_content() or ""
        page.evaluate(KEEP, [key, json.dumps(answer)])
        page.reload()
        expect(sentence).not_to_have_text(before, timeout=60_000)
    page.wait_for_load_state("networkidle")
    page.wait_for_function(STILL)
    for picture in page.locator(".wk-chart:visible").all():
        expect(picture.locator("svg")).to_be_visible()


def take(page: Page, file: Path, whole: bool) -> None:
    """Take a picture, of few colours and so of few bytes."""
    page.screenshot(path=file, full_page=whole, style=REST if whole else None)
    with Image.open(file) as picture:
        picture.convert("RGB").quantize(method=FEW_COLOURS, kmeans=ROUNDS).save(file, optimize=True)


def _take_all(browser: Browser, address: str, folder: Path) -> None:
    kept = answers()
    for device, options in DEVICES.items():
        for scheme in ("light", "dark"):
            context = browser.new_context(color_scheme=scheme, reduced_motion="reduce", **options)
            page = context.new_page()
            for key in KEYS:
                open_exercise(page, address, key, kept.get(key))
                take(page, folder / f"{key}-{device}-{scheme}.png", whole=True)
                if (device, scheme, key) == ("desktop", "light", "time_budget"):
                    take(page, folder / f"{key}.png", whole=False)
            context.close()


def main() -> None:
    """Take all pictures."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else HERE / "pictures"
    folder.mkdir(parents=True, exist_ok=True)
    with served() as address, sync_playwright() as playwright:
        browser = launch(playwright)
        _take_all(browser, address, folder)
        browser.close()
    print(f"{len(list(folder.glob('*.png')))} pictures in {folder}")


if __name__ == "__main__":
    main()
