"""Write down every number that a session starts from, with its range, confidence and sources.

python docs/evidence.py
"""

from pathlib import Path
from typing import Any

from workshop.packs import Pack, load_pack
from workshop.packs.base import Evidence

TO = Path(__file__).resolve().parent / "evidence.md"

HEAD = """\
# Every number and its source

Written by `python docs/evidence.py` from the packs, so that it says what the pages say. Low and
high are about the 10th and the 90th in a hundred. *Judgement* means ours: no count was found.
"""

TABLES = ("time_budget", "reach_comparison", "relationship_growth", "silent_audience", "review")


def page() -> str:
    """Return the page."""
    pack = load_pack("en")
    parts = [HEAD]
    for name in TABLES:
        words = getattr(pack, name)
        parts += [
            f"\n## {words.title}\n",
            "| number | low | typical | high | confidence | sources |",
        ]
        parts += ["|---|---|---|---|---|---|"]
        parts += [_row(pack, label, found) for label, found in _found(words, name)]
    return "\n".join(parts) + "\n"


def _found(table: Any, label: str) -> list[tuple[str, Evidence]]:
    """Return all evidence below a table, each with the name that the page gives it."""
    if isinstance(table, Evidence):
        return [(getattr(table, "label", "") or label, table)]
    items = table.items() if isinstance(table, dict) else dict(table).items()
    below = [
        (name, item) for name, item in items if isinstance(item, dict | Evidence) or _is_table(item)
    ]
    return [
        found
        for name, item in below
        for found in _found(item, f"{label}, {name}".replace("_", " "))
    ]


def _is_table(item: Any) -> bool:
    return hasattr(type(item), "model_fields")


def _row(pack: Pack, label: str, found: Evidence) -> str:
    unit = getattr(found, "unit", "")
    low, typical, high = (
        pack.say.amount(value, unit) if unit else pack.say.number(value)
        for value in (found.low, found.typical, found.high)
    )
    sources = "; ".join(
        f"[{source.name}{f' ({source.year})' if source.year else ''}]({source.url})"
        for source in found.sources
    )
    return f"| {label} | {low} | {typical} | {high} | {found.confidence} | {sources or '-'} |"


if __name__ == "__main__":
    TO.write_text(page(), encoding="utf-8")
