"""How long from the address to a page that answers, and what travels for it.

A visit is over when the picture has followed the first press of a key on the slider. A first visit
has an empty cache; a second one comes from the same browser. One app after the other in every
round, so that whatever else the machine does meets all of them alike.

    python bench/opening.py [rounds]
"""

import sys

from machine import median, spread, table
from pages import LINKS, Visit, chromium, open_page, visitor
from results import keep
from servers import ALL, STOCK, all_running, version_of

ROUNDS = 5
Visits = dict[tuple[str, str, str], list[Visit]]


def measure(rounds: int) -> Visits:
    visits: Visits = {}
    with all_running(ALL) as servers, chromium() as browser:
        for number in range(rounds + 1):
            for link in LINKS:
                for server in servers:
                    with visitor(browser) as context:
                        for which in ("first", "second"):
                            visit = open_page(context, server.address, link)
                            if number:  # the one before warms everything up
                                visits.setdefault((server.name, link, which), []).append(visit)
                if number == 0:
                    break
    return visits


def report(visits: Visits) -> str:
    times, weights = [], []
    for name in ALL:
        row = [f"{name} {version_of(name)}"]
        for link in LINKS:
            for which in ("first", "second"):
                took = [visit.usable for visit in visits[name, link, which]]
                stock = [visit.usable for visit in visits[STOCK, link, which]]
                row.append(f"{spread(took)} {median(took) / median(stock):.2f}")
        drawn = [visit.drawn for visit in visits[name, "loopback", "first"]]
        times.append([*row, spread(drawn)])
        for which in ("first", "second"):
            seen = visits[name, "loopback", which]
            weights.append(
                [
                    name,
                    which,
                    f"{median([visit.requests for visit in seen]):.0f}",
                    f"{median([visit.bytes for visit in seen]) / 1000:.0f}",
                    f"{median([visit.socket_bytes for visit in seen]) / 1000:.0f}",
                ]
            )
    heads = [f"{which} visit, {link}" for link in LINKS for which in ("first", "second")]
    return "\n\n".join(
        [
            "Seconds from the address to a picture that has followed its slider: "
            "median (95th percentile), then the ratio to stock Voila. The last column is the "
            "first visit's first picture, over loopback.",
            table(["", *heads, "drawn"], times),
            "What travels for a visit, with the first move of the slider:",
            table(["", "visit", "requests", "kB", "kB of WebSocket"], weights),
        ]
    )


def main() -> None:
    """Measure, keep the figures for the chart, and print tables."""
    visits = measure(int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS)
    print(report(visits))
    keep(
        "opening",
        [
            {
                "app": name,
                "what": f"{link}, {which} visit",
                "value": median([v.usable for v in seen]),
            }
            for (name, link, which), seen in visits.items()
        ]
        + [
            {"app": name, "what": f"bytes, {which} visit", "value": median([v.bytes for v in seen])}
            for (name, link, which), seen in visits.items()
            if link == "loopback"
        ],
    )


if __name__ == "__main__":
    main()
