"""How long from a key on a slider to the settled picture, ours beside `JupyterChart`.

Both pages are served by Voila in the same run, shown in the same browser and measured in the same
way: from the keydown event to the last change in the picture's DOM. The stock page draws the same
chart from the same numbers, with a slider of ipywidgets and Altair's own widget, offline.

    python bench/slider.py [presses]
"""

import statistics
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path
from urllib.request import urlopen

import nbformat
from playwright.sync_api import sync_playwright

ROOT = Path(__file__).parent.parent
QUIET = 250  # milliseconds without a change after which a picture counts as settled

STOCK = """
import altair as alt
from ipywidgets import FloatSlider, VBox
from workshop import load_pack
from workshop.charts.time_budget import bars, week_chart
from workshop.models.time_budget import TimeBudget, weekly

alt.JupyterChart.enable_offline()
pack = load_pack()
words = pack.time_budget
colours = {"face": "#b2472a", "social": "#0f6a70", "muted": "#8a8379"}

def chart(hours):
    week = TimeBudget({**words.starting_hours, "writing": hours}, words.activity_media, 46, 60)
    return week_chart(bars(weekly(week), pack), pack)

slider = FloatSlider(min=0, max=20, step=0.25, value=0.5)
picture = alt.JupyterChart(chart(0.5), embed_options={"renderer": "svg"})
slider.observe(lambda change: setattr(picture, "chart", chart(change.new)), "value")
VBox([slider, picture])
"""

WATCH = """
(picture) => {
  const root = document.querySelector(picture);
  const now = { key: 0, last: 0 };
  addEventListener("keydown", () => { now.key = performance.now(); now.last = 0; }, true);
  new MutationObserver(() => { now.last = performance.now(); })
    .observe(root, { subtree: true, childList: true, attributes: true, characterData: true });
  window.settled = async () => {
    while (!now.last || performance.now() - now.last < QUIET)
      await new Promise((next) => setTimeout(next, 10));
    return now.last - now.key;
  };
}
""".replace("QUIET", str(QUIET))

PAGES = {
    "TimeBudget": {
        "code": "from workshop import TimeBudget\nTimeBudget()",
        "slider": "role=slider[name=/Writing/]",
        "picture": ".wk-chart",
    },
    "ReachComparison": {
        "code": "from workshop import ReachComparison\nReachComparison()",
        "slider": "role=slider[name=/Your following/]",
        "picture": ".wk-chart",
    },
    "JupyterChart": {
        "code": STOCK,
        "slider": ".noUi-handle",
        "picture": ".jp-OutputArea-output:has(.vega-embed), .lm-Widget:has(> .vega-embed)",
    },
}


@contextmanager
def _served(folder: Path, port: int = 8977):
    command = [sys.executable, "-m", "voila", str(folder), "--no-browser", f"--port={port}"]
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    address = f"http://localhost:{port}/"
    try:
        for _ in range(200):
            try:
                urlopen(address, timeout=5).close()
                break
            except OSError:
                time.sleep(0.1)
        yield address
    finally:
        server.terminate()
        server.wait()


def _milliseconds(page, address: str, setup: dict, presses: int) -> list[float]:
    page.goto(address)
    page.wait_for_selector(f"{setup['picture']} svg", timeout=60_000)
    page.evaluate(WATCH, setup["picture"])
    page.locator(setup["slider"]).first.focus()
    times = []
    for press in range(presses + 5):
        page.keyboard.press("ArrowRight" if press % 40 < 20 else "ArrowLeft")
        times.append(page.evaluate("settled()"))
    return sorted(times[5:])  # the first few warm both sides up


def main() -> None:
    """Measure and print a table."""
    presses = int(sys.argv[1]) if len(sys.argv) > 1 else 60
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        for name, setup in PAGES.items():
            cells = [nbformat.v4.new_code_cell(setup["code"])]
            template = {"voila": {"template": "lab" if name == "JupyterChart" else "workshop"}}
            notebook = nbformat.v4.new_notebook(cells=cells, metadata=template)
            nbformat.write(notebook, Path(folder) / f"{name}.ipynb")
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium",
            args=["--no-sandbox", "--disable-background-networking"],
        )
        with _served(Path(folder)) as address:
            results = {
                name: _milliseconds(
                    browser.new_page(), f"{address}voila/render/{name}.ipynb", setup, presses
                )
                for name, setup in PAGES.items()
            }
        browser.close()
    print(f"Key to settled picture, {presses} presses each, milliseconds\n")
    print("| page | median | p95 | p95 against JupyterChart |\n|---|---|---|---|")
    p95 = {name: times[int(0.95 * len(times)) - 1] for name, times in results.items()}
    for name, times in results.items():
        ratio = p95[name] / p95["JupyterChart"]
        print(f"| {name} | {statistics.median(times):.1f} | {p95[name]:.1f} | {ratio:.2f} |")


if __name__ == "__main__":
    main()
