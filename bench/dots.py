"""How long from a press on a message to a thousand dots that have settled.

From the keydown on the button, through the kernel and its model, to the dots drawn on their canvas.
A busy machine makes all of it longer, so the three stretches of the way are told apart: in the
kernel (from its first word to its picture), in the browser (from the picture's arrival to the
drawing), and on the wire and in the server (the rest).

    python bench/dots.py [messages]
"""

import statistics
import subprocess
import sys

from playwright.sync_api import sync_playwright

PORT = 8975
TARGET = 33  # milliseconds, p95: two frames of a phone
STRETCHES = ("whole", "kernel", "browser", "wire")

# Frames hold JSON between binary offsets; the date of a message stands in its header.
WATCH = """
(() => {
  const now = { key: 0, drawn: 0 };
  const text = new TextDecoder();
  const dated = (words) => Date.parse(words.match(/"date":\\s*"([^"]+)"/)[1]);
  const micro = (words) => Number(words.match(/"date":\\s*"[^".]+\\.(\\d{6})/)?.[1] ?? 0);
  const at = (words) => Math.floor(dated(words) / 1000) * 1000 + micro(words) / 1000;
  const hear = ({ data }) => {
    const words = text.decode(data);
    if (words.includes('"execution_state": "busy"')) now.busy = at(words);
    if (!words.includes('"dots": "')) return;
    now.sent = at(words);
    now.arrived = performance.now();
  };
  window.WebSocket = class extends WebSocket {
    constructor(...how) {
      super(...how);
      this.addEventListener("message", hear);
    }
  };
  addEventListener("keydown", () => { now.key = performance.now(); now.drawn = 0; }, true);
  addEventListener("settled", () => { now.drawn = performance.now(); }, true);
  window.settled = async () => {
    while (!now.drawn) await new Promise((next) => setTimeout(next, 2));
    await new Promise((next) => setTimeout(next, 100));
    const [whole, kernel] = [now.drawn - now.key, now.sent - now.busy];
    const browser = now.drawn - now.arrived;
    return { whole, kernel, browser, wire: whole - kernel - browser };
  };
})();
"""


def _milliseconds(page, address: str, messages: int) -> list[dict[str, float]]:
    page.add_init_script(WATCH)
    page.goto(address)
    page.wait_for_selector(".wk-dots-picture canvas", timeout=60_000)
    times: list[dict[str, float]] = []
    while len(times) < messages + 3:
        for kind in ("A pitch", "A question", "Something useful", "A thank-you", "A pitch") * 2:
            page.get_by_role("button", name=kind, exact=True).focus()
            page.keyboard.press("Enter")
            times.append(page.evaluate("settled()"))
        page.get_by_role("button", name="Start this exercise again").click()
        page.get_by_text("Message 1 of 10").first.wait_for()
    return times[3:]  # the first few warm everything up


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
    print(f"Press to settled dots (1,000), {len(times)} messages, milliseconds\n")
    print("| stretch | median | p95 | p95 against the target |\n|---|---|---|---|")
    for stretch in STRETCHES:
        found = sorted(time[stretch] for time in times)
        p95 = found[int(0.95 * len(found)) - 1]
        print(f"| {stretch} | {statistics.median(found):.1f} | {p95:.1f} | {p95 / TARGET:.2f} |")


if __name__ == "__main__":
    main()
