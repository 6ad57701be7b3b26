"""What was aimed at, what was measured, and whether that is enough: one line each."""

from dataclasses import dataclass

from machine import table
from results import kept
from servers import OURS, SESSION, STOCK

FIRST = "loopback, first visit"


@dataclass(frozen=True)
class Target:
    """A figure of an app, alone or as a share of another app's, and the most it may be.

    Attributes:
        aim: The target in words.
        part: Which measurement has the figure.
        what: The figure's name there.
        most: The limit, in the figure's own unit.
        beside: The app that the figure is divided by, if any.
    """

    aim: str
    part: str
    what: str
    most: float
    beside: str = ""

    def line(self, app: str) -> list[str] | None:
        """The target's line of the table, None where something was not measured."""
        found = {
            each["app"]: each["value"] for each in kept(self.part) if each["what"] == self.what
        }
        if app not in found or (self.beside and self.beside not in found):
            return None
        value = found[app] / (found[self.beside] if self.beside else 1)
        aim = f"{self.aim}, of {self.beside}'s" if self.beside else self.aim
        verdict = "met" if value <= self.most else "missed"
        return [aim, app, f"{value:.3g}", f"{self.most:g}", verdict]


TARGETS = (
    Target("page open to usable, first visit", "opening", FIRST, 0.12, STOCK),
    Target("page open to usable, first visit", "opening", FIRST, 1, "Panel"),
    Target("slider to picture (95th percentile), ms", "slider", "p95", 16.7),
    Target("slider to picture (95th percentile)", "slider", "p95", 0.25, STOCK),
    *(
        Target("slider to picture (95th percentile)", "slider", "p95", 1, peer)
        for peer in ("Panel", "Streamlit", "Solara")
    ),
    Target("private memory of a participant", "memory", "10", 0.1, STOCK),
    Target("bytes of a first visit", "opening", "bytes, first visit", 1_500_000),
    Target("bytes of a second visit", "opening", "bytes, second visit", 100_000),
    Target("100 join within a second, s until all are usable", "stampede", "100 in 1 s", 6),
    Target("100 join within a second, errors", "stampede", "100 in 1 s, errors", 0),
    Target("300 join within 30 s, errors", "stampede", "300 in 30 s, errors", 0),
    Target("from a change to the desk's picture (p95), s", "live-picture", "desk's picture", 1),
    Target("from a change to the screen's picture (p95), s", "live-picture", "screen's picture", 1),
    Target("600 answers at once, until acknowledged (p95), s", "live-safe", "p95", 0.3),
    Target("200 pages back after their server was killed, s", "live-back", "all back", 30),
    Target("20 join within a second, time", "stampede", "20 in 1 s", 0.05, STOCK),
    Target("20 join within a second, memory", "stampede", "20 in 1 s, MB", 0.15, STOCK),
)
MEMORY = {OURS: 15, SESSION: 20}  # MB


def targets() -> str:
    """All targets as a table."""
    lines = [target.line(app) for target in TARGETS for app in (OURS, SESSION)]
    for app, most in MEMORY.items():
        lines.append(Target("private memory of a participant, MB", "memory", "10", most).line(app))
    head = ["target", "app", "measured", "at most", ""]
    return f"## Targets\n\n{table(head, [line for line in lines if line])}\n"
