"""How long from a press on a message to a thousand dots that have settled.

From the keydown on the button, through the kernel and its model, to the dots drawn on their canvas.

    python bench/dots.py [messages]
"""

import statistics
import subprocess
import sys

from playwright.sync_api import sync_playwright

PORT = 8975
TARGET = 33  # milliseconds, p95: two frames of a phone

WATCH = """
() => {
  const now = { key: 0, drawn: 0 };
  addEventListener("keydown", () => { now.key = performance.now(); now.drawn = 0; }, true);
  addEventListener("settled", () => { now.drawn = performance.now(); }, true);
  window.settled = async () => {
    while (!now.drawn) await new Promise((next) => setTimeout(next, 2));
    await new Promise((next) => setTimeout(next, 100));
    return now.drawn - now.key;
  };
}
"""


def _milliseconds(page, address: str, messages: int) -> list[float]:
    page.goto(address)
    page.wait_for_selector(".wk-dots-picture canvas", timeout=60_000)
    page.evaluate(WATCH)
    times: list[float] = []
    while len(times) < messages + 3:
        for kind in ("A pitch", "A question", "Something useful", "A thank-you", "A pitch") * 2:
            page.get_by_role("button", name=kind, exact=True).focus()
            page.keyboard.press("Enter")
            times.append(page.evaluate("settled()"))
        page.get_by_role("button", name="Start this exercise again").click()
        page.get_by_text("Message 1 of 10").first.wait_for()
    return sorted(times[3:])  # the first few warm everything up


def main() -> None:
    """Measure and print a table."""
    messages = int(sys.argv[1]) if len(sys.argv) > 1 else 60
    command = [sys.executable, "-m", "workshop", "serve", "silent_audience", f"--port={PORT}"]
    server = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    try:
        announced = server.stdout.readline() if server.stdout else ""
        assert "http" in announced, announced
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(
                executable_path="/usr/bin/chromium",
                args=["--no-sandbox", "--disable-background-networking"],
            )
            page = browser.new_page(viewport={"width": 390, "height": 844})
            times = _milliseconds(page, f"http://localhost:{PORT}/", messages)
            browser.close()
    finally:
        server.terminate()
        server.wait()
    p95 = times[int(0.95 * len(times)) - 1]
    print(f"Press to settled dots, {len(times)} messages, milliseconds\n")
    print("| dots | median | p95 | p95 against the target |\n|---|---|---|---|")
    print(f"| 1,000 | {statistics.median(times):.1f} | {p95:.1f} | {p95 / TARGET:.2f} |")


if __name__ == "__main__":
    main()
