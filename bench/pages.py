"""Pages in Chromium: opened and moved as a person would, timed inside the page.

Every app is watched in the same way: its picture is what Vega calls `marks`, an SVG or a canvas,
wherever it stands in the page. A change of it is seen when the DOM changes or the canvas is drawn
on; a picture is settled when nothing of it has changed for a while.
"""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright
from servers import PATIENCE

QUIET = 250  # milliseconds without a change after which a picture counts as settled
AGAIN = 1000  # milliseconds after which a key is pressed again: it came too early
LINKS = {
    "loopback": None,
    "10 Mbit/s, 60 ms": {
        "offline": False,
        "latency": 60,
        "downloadThroughput": 10e6 / 8,
        "uploadThroughput": 10e6 / 8,
    },
}

WATCH = """
(() => {
  const now = (window.bench = { key: 0, first: 0, last: 0 });
  const note = () => { now.last = performance.now(); now.first ||= now.last; };
  // Where a page of ours has several exercises, the first one is watched, whose slider is moved.
  const elsewhere = (element) => {
    const exercise = element.closest(".wk-exercise");
    return exercise && exercise !== document.querySelector(".wk-exercise");
  };
  const marks = (node, inside) => {
    const element = node.nodeType === 1 ? node : node.parentElement;
    if (!element || elsewhere(element)) return false;
    return element.closest(".marks") || (inside && element.querySelector(".marks"));
  };
  const observer = new MutationObserver((records) => {
    const seen = ({ target, addedNodes }) =>
      marks(target) || [...addedNodes].some((node) => marks(node, true));
    if (records.some(seen)) note();
  });
  const watch = (root) => observer.observe(root,
    { subtree: true, childList: true, attributes: true, characterData: true });
  watch(document);
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (options) {
    const root = attach.call(this, options);
    watch(root);
    return root;
  };
  const canvas = CanvasRenderingContext2D.prototype;
  for (const name of ["fill", "stroke", "fillRect", "fillText"]) {
    const draw = canvas[name];
    canvas[name] = function (...all) {
      if (marks(this.canvas)) note();
      return draw.apply(this, all);
    };
  }
  addEventListener("keydown", () => { now.key ||= performance.now(); now.last = 0; }, true);
  window.settled = async (patience) => {
    const from = performance.now();
    while (!now.last || performance.now() - now.last < QUIET) {
      if (!now.last && performance.now() - from > patience) return null;
      await new Promise((next) => setTimeout(next, 5));
    }
    return now;
  };
})()
""".replace("QUIET", str(QUIET))


@dataclass
class Visit:
    """One page that was opened; seconds since the navigation began."""

    drawn: float = 0.0
    usable: float = 0.0
    requests: int = 0
    bytes: int = 0
    socket_bytes: int = 0
    cached: set[str] = field(default_factory=set)


@contextmanager
def chromium() -> Iterator[Browser]:
    names = ["chromium", "chromium-browser", "google-chrome"]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=next(filter(None, map(shutil.which, names)), None),
            args=["--no-sandbox", "--disable-background-networking"],
        )
        yield browser
        browser.close()


def visitor(browser: Browser) -> BrowserContext:
    """Somebody who has never been here."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    context.add_init_script(WATCH)
    return context


def slider_of(page: Page, name: str | None = None):
    return page.get_by_role("slider", **({"name": name} if name else {})).first


def show(page: Page, address: str) -> None:
    """Open a page and wait for its picture and its slider."""
    page.goto(address, wait_until="commit", timeout=PATIENCE * 1000)
    page.wait_for_function("bench.first > 0", timeout=PATIENCE * 1000)
    slider_of(page).wait_for(timeout=PATIENCE * 1000)


def press(page: Page, key: str = "ArrowRight") -> dict[str, float]:
    """Press a key until the picture follows, which is at the first press once a page is usable."""
    page.evaluate("bench.key = 0")
    for _ in range(PATIENCE):
        slider_of(page).focus()
        page.keyboard.press(key)
        now = page.evaluate(f"settled({AGAIN})")
        if now:
            return now
    raise SystemExit(f"the picture of {page.url} does not follow its slider")


def open_page(context: BrowserContext, address: str, link: str) -> Visit:
    """Open a page, move its slider, and count what travelled."""
    page, visit = context.new_page(), Visit()
    session = context.new_cdp_session(page)
    _count(session, visit)
    if LINKS[link]:
        session.send("Network.emulateNetworkConditions", LINKS[link])
    show(page, address)
    visit.drawn = page.evaluate("bench.first") / 1000
    visit.usable = press(page)["last"] / 1000
    page.close()
    return visit


def _count(session, visit: Visit) -> None:
    def finished(event):
        if event["requestId"] in visit.cached or event["encodedDataLength"] <= 0:
            return
        visit.requests += 1
        visit.bytes += int(event["encodedDataLength"])

    def frame(event):
        visit.socket_bytes += len(event["response"]["payloadData"])

    session.send("Network.enable")
    session.on("Network.requestServedFromCache", lambda event: visit.cached.add(event["requestId"]))
    session.on("Network.loadingFinished", finished)
    session.on("Network.webSocketFrameReceived", frame)
    session.on("Network.webSocketFrameSent", frame)
