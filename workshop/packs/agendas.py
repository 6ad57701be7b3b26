"""The agendas that come with a language or a trainer's pack, and what is counted of answers."""

import tomllib
from pathlib import Path
from typing import Any

from workshop.packs.languages import HOME
from workshop.packs.loading import own_path, speaks_over


def agenda_files(language: str | None = None, overlay: str | Path | None = None) -> dict[str, Path]:
    """Return the agendas to choose from by their names, ours first; ours are their minutes.

    Args:
        language: As for `load_pack`.
        overlay: As for `load_pack`; a folder may hold more of them in `agendas`, or in `agendas`
            of a language's folder. One of the same name takes the place of ours.
    """
    path = own_path(overlay)
    spoken, below = speaks_over(language, path)
    folders = [HOME / below, *([path, path / spoken] if path and path.is_dir() else [])]
    found = {
        file.stem: file for folder in folders for file in sorted(folder.glob("agendas/*.toml"))
    }
    return dict(sorted(found.items(), key=lambda item: _place(item[0])))


def measures() -> dict[str, Any]:
    """Return what is counted, by exercise and measure."""
    file = HOME / "numbers/agendas/measures.toml"
    return tomllib.loads(file.read_text(encoding="utf-8"))


def _place(name: str) -> tuple[float, str]:
    return (int(name), "") if name.isdecimal() else (float("inf"), name)
