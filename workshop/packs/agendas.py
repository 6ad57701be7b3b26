"""The agendas that come with a language, and what is counted of each exercise's answers."""

import tomllib
from pathlib import Path
from typing import Any

HOME = Path(__file__).parent


def agenda_files(language: str = "en") -> dict[str, Path]:
    """Return the built-in agendas by their names, which are their minutes."""
    files = (HOME / language / "agendas").glob("*.toml")
    return {file.stem: file for file in sorted(files, key=lambda file: int(file.stem))}


def measures() -> dict[str, Any]:
    """Return what is counted, by exercise and measure."""
    file = HOME / "numbers/agendas/measures.toml"
    return tomllib.loads(file.read_text(encoding="utf-8"))
