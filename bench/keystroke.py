"""How long from a key in a revision to the highlight it causes, and whether a letter was lost.

A served `PostAssessment` with its second opinion open, in a real browser. Each key types the mark
that makes a question of a text's last sentence; the time runs from the keydown event until the
question is marked, which needs the kernel's answer; no text comes twice.

    python bench/keystroke.py [keys]
"""

import re
import statistics
import subprocess
import sys
import tempfile
from contextlib import contextmanager

from playwright.sync_api import sync_playwright

PACE = 120  # milliseconds before each key: a fast writer
SENTENCE = "The bread was warm and the room was full of people that nobody had met. "
QUESTION = "What do you bake?"
LENGTHS = {"a post of 280": 280, "a blog of 2,000": 2_000, "the longest, 5,000": 4_990}

WATCH = """
() => {
  const area = [...document.querySelectorAll('.wk-rewriting .wk-text')].find((a) => a.offsetParent);
  const mirror = area.previousElementSibling;
  let [pressed, seen] = [0, 0];
  const marked = () => [...mirror.querySelectorAll('mark')].some((m) => m.textContent === QUESTION);
  area.addEventListener('keydown', () => { [pressed, seen] = [performance.now(), 0]; }, true);
  new MutationObserver(() => { if (!seen && marked()) seen = performance.now(); })
    .observe(mirror, { subtree: true, childList: true, characterData: true });
  const until = async (reached) => {
    while (!reached()) await new Promise((next) => setTimeout(next, 2));
  };
  window.come = () => until(() => seen).then(() => seen - pressed);
  window.gone = () => until(() => !marked());
  window.sound = (text) => area.value === text && area.selectionStart === text.length
    && mirror.textContent === text + '\\n';
}
""".replace("QUESTION", repr(QUESTION))


@contextmanager
def _served():
    command = [sys.executable, "-m", "workshop", "serve", "post_assessment", "--port", "8978"]
    with (
        tempfile.TemporaryDirectory() as folder,
        subprocess.Popen(
            command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
        ) as server,
    ):
        try:
            yield re.search(r"http://\S+/", server.stdout.readline())[0]
        finally:
            server.terminate()


def _open(page, address: str):
    """Open the second opinion, which is when highlights begin to follow."""
    page.goto(address)
    page.get_by_role("textbox", name="Your post").fill(f"Book your call now! {QUESTION}")
    five = page.get_by_role("radio", name="4", exact=True)
    for group in page.get_by_role("group").filter(has=five).all():
        group.get_by_role("radio", name="2", exact=True).check(force=True)
    page.get_by_role("button", name="Show the second opinion", disabled=False).click()
    page.get_by_role("heading", name="A second opinion").wait_for()
    return page.get_by_role("textbox", name="Your second version")


def _milliseconds(page, area, length: int, keys: int) -> tuple[list[float], bool]:
    """Make a question of the last sentence of texts of some length, no two of them the same."""
    page.evaluate(WATCH)
    filler = SENTENCE * ((length - len(QUESTION) - len("Day 100. ")) // len(SENTENCE))
    times = []
    for key in range(keys + 3):
        text = f"{filler}Day {key}. {QUESTION}"
        area.fill(text[:-1])
        page.evaluate("gone()")
        page.wait_for_timeout(PACE)
        page.keyboard.press("?")
        times.append(page.evaluate("come()"))
    return sorted(times[3:]), page.evaluate("text => sound(text)", text)


def _p95(times: list[float]) -> float:
    return times[int(0.95 * len(times)) - 1]


def main() -> None:
    """Measure and print a table."""
    keys = int(sys.argv[1]) if len(sys.argv) > 1 else 100
    print(f"Key to new highlights, {keys} keys each, milliseconds\n")
    print("| text | median | p95 | letters and caret in place |\n|---|---|---|---|")
    with sync_playwright() as playwright, _served() as address:
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium",
            args=["--no-sandbox", "--disable-background-networking"],
        )
        page = browser.new_page()
        area = _open(page, address)
        for name, length in LENGTHS.items():
            times, sound = _milliseconds(page, area, length, keys)
            told = "yes" if sound else "NO"
            print(f"| {name} | {statistics.median(times):.1f} | {_p95(times):.1f} | {told} |")
        browser.close()


if __name__ == "__main__":
    main()
