"""How long from a key on a slider to the settled picture.

Every app is open in a page of the same browser, and takes its turn of a few presses, round after
round, so that whatever else the machine does meets all of them alike. The time is from the keydown
event to the last change of the picture, read inside the page. On the whole session's page the
slider is the first one, whose move changes two exercises; the picture is that of its own.

    python bench/slider.py [rounds]
"""

import sys

from machine import median, p95, table
from pages import chromium, press, show, visitor
from results import keep
from servers import ALL, STOCK, all_running, version_of

ROUNDS = 4
TURN, WARM_UP = 18, 3
Times = dict[str, list[float]]


def measure(rounds: int) -> Times:
    times: Times = {name: [] for name in ALL}
    with all_running(ALL) as servers, chromium() as browser:
        pages = {server.name: visitor(browser).new_page() for server in servers}
        for server in servers:
            show(pages[server.name], server.address)
        for number in range(rounds):
            for name, page in pages.items():
                page.bring_to_front()
                key = "ArrowLeft" if number % 2 else "ArrowRight"
                times[name] += [_milliseconds(press(page, key)) for _ in range(TURN)][WARM_UP:]
    return times


def _milliseconds(now: dict[str, float]) -> float:
    return now["last"] - now["key"]


def report(times: Times) -> str:
    stock = times[STOCK]
    rows = [
        [
            f"{name} {version_of(name)}",
            f"{median(took):.1f}",
            f"{p95(took):.1f}",
            f"{p95(took) / p95(stock):.2f}",
        ]
        for name, took in times.items()
    ]
    head = ["", "median", "95th percentile", "95th percentile against JupyterChart"]
    return f"Milliseconds, {len(stock)} presses each.\n\n" + table(head, rows)


def main() -> None:
    """Measure, keep the figures for the chart, and print a table."""
    times = measure(int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS)
    print(report(times))
    keep(
        "slider", [{"app": name, "what": "p95", "value": p95(took)} for name, took in times.items()]
    )


if __name__ == "__main__":
    main()
