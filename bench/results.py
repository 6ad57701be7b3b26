"""What was measured, kept for the table and the chart that `run.py` makes of it."""

import json
import os
from pathlib import Path
from typing import Any

FOLDER = Path(os.environ.get("BENCH_RESULTS", Path(__file__).parent / "results"))


def keep(part: str, figures: list[dict[str, Any]]) -> None:
    """Keep a part's medians: `app`, `what` and `value`."""
    FOLDER.mkdir(exist_ok=True)
    (FOLDER / f"{part}.json").write_text(json.dumps(figures, indent=1) + "\n")


def kept(part: str) -> list[dict[str, Any]]:
    path = FOLDER / f"{part}.json"
    return json.loads(path.read_text()) if path.exists() else []
