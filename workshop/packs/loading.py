"""From TOML files to one `Pack`: layers laid over each other, and errors that name the remedy."""

import os
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from functools import lru_cache
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from workshop.packs.languages import DEFAULT, HOME, languages, visitor_language
from workshop.packs.pack import Pack
from workshop.packs.places import line_of
from workshop.reading import RulesError

PACK_VARIABLE = "WORKSHOP_PACK"
LARGEST_FILE = 1_000_000  # bytes; the built-in packs are a hundredth of it


class PackError(ValueError):
    """A pack that cannot be used, told so that its author can mend it."""


@dataclass(frozen=True)
class Layer:
    """One file's tables, under the names they have in the pack."""

    file: Path
    tables: dict[str, Any]
    text: str
    whole: bool = False
    """Whether the file names its tables itself, as a pack of one file does."""


def load_pack(language: str | None = None, overlay: str | Path | None = None) -> Pack:
    """Load a language's pack with a trainer's own laid over it.

    Args:
        language: A folder of this package, such as "en". None takes that of the visitor whom this
            process serves. A trainer's pack that names its language has no other.
        overlay: A TOML file, or a folder of them named like the built-in ones. A file holds the
            same tables with their names in front, such as `[time_budget.presets]`. A folder may
            hold folders named like languages, whose files lie over that language only. None takes
            the path in the environment variable WORKSHOP_PACK, if there is one.

    Returns:
        The checked pack; the same object for the same unchanged files.

    Raises:
        PackError: Naming the file, the key and what to do.
    """
    path = own_path(overlay)
    language, below = speaks_over(language, path)
    files = _folder(HOME / "numbers")
    for ours in dict.fromkeys([DEFAULT, below]):  # what a translation lacks is said in English
        files += _language(ours)
    files += _overlay(path, language) if path else []
    stamps = tuple((file, file.stat().st_mtime_ns) for file in files)
    return _load(stamps, single_file=path is not None and path.is_file())


def _place_logo(layer: Layer) -> None:
    """Take a logo's name as that of a file beside the pack's."""
    look = layer.tables.get("look")
    if isinstance(look, dict) and isinstance(look.get("logo"), str) and look["logo"]:
        look["logo"] = str(layer.file.parent / look["logo"])


def own_path(overlay: str | Path | None = None) -> Path | None:
    """Return where the trainer's own pack is, if there is one."""
    named = overlay or os.environ.get(PACK_VARIABLE)
    return Path(named) if named else None


def spoken(overlay: str | Path | None = None) -> tuple[str, ...]:
    """Return the languages that can be chosen: the only one that a trainer's pack names, or all.

    Raises:
        PackError: If the trainer's pack cannot be read.
    """
    own = own_language(own_path(overlay))
    return (own,) if own else languages()


def own_language(path: Path | None) -> str:
    """Return the language that a trainer's pack names, or nothing."""
    if path is None:
        return ""
    for tables in own_layers(path):
        common = tables.get("common")
        named = common.get("language") if isinstance(common, dict) else None
        if isinstance(named, str):
            return named
    return ""


def speaks_over(language: str | None, path: Path | None) -> tuple[str, str]:
    """Return the language that is spoken, and the one of ours that lies below a trainer's pack.

    Args:
        language: The one that is asked for; None takes the visitor's.
        path: The trainer's pack, whose own language comes first.
    """
    own = own_language(path)
    spoken = own or language or visitor_language(languages())
    return spoken, DEFAULT if own and own not in languages() else spoken


def own_layers(path: Path, language: str = "") -> list[dict[str, Any]]:
    """Return the tables of a trainer's pack as they are laid over ours, file by file."""
    layers = map(_read, _overlay(path, language))
    single = path.is_file()
    return [layer.tables[layer.file.stem] if single else layer.tables for layer in layers]


@lru_cache(maxsize=8)
def _load(stamps: tuple[tuple[Path, int], ...], single_file: bool) -> Pack:
    layers = [_read(file) for file, _ in stamps]
    if single_file:
        last = layers[-1]
        layers[-1] = Layer(last.file, last.tables[last.file.stem], last.text, whole=True)
    for layer in layers:
        _place_logo(layer)
    try:
        pack = Pack.model_validate(merge(layer.tables for layer in layers))
    except ValidationError as problem:
        raise PackError(_explain(problem, layers)) from None
    try:
        _ = pack.rules
    except RulesError as problem:
        raise PackError(f"{layers[-1].file}: reading: {problem}") from None
    return pack


def own_tables(path: str | Path) -> tuple[dict[str, Path], dict[str, Any]]:
    """Return what a trainer's pack says of reading, and the file of each rule.

    Returns:
        For each rule's id its file, with the file of the whole table at "", and the table.

    Raises:
        PackError: If there is no such pack or it is not TOML.
    """
    own = Path(path)
    for file, tables in zip(_overlay(own), own_layers(own), strict=True):
        table = tables.get("reading")
        if isinstance(table, dict) and table:
            return dict.fromkeys(["", *_rule_ids(table)], file), table
    return {}, {}


def _rule_ids(reading: dict[str, Any]) -> list[str]:
    """Return the rules that a table of reading names, so far as it has the shape of one."""
    rows, phrases = reading.get("rule", []), reading.get("phrases", {})
    named = (
        [row.get("id") for row in rows if isinstance(row, dict)] if isinstance(rows, list) else []
    )
    return [name for name in (*named, *phrases) if isinstance(name, str)]


def merge(trees: Iterable[dict[str, Any]]) -> dict[str, Any]:
    """Lay each tree over those before it: tables are joined key by key, all else is replaced."""
    merged: dict[str, Any] = {}
    for tree in trees:
        for key, value in tree.items():
            under = merged.get(key)
            both = isinstance(under, dict) and isinstance(value, dict)
            merged[key] = merge([under, value]) if both else value  # type: ignore[list-item]
    return merged


def _folder(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.toml"))


def _language(language: str) -> list[Path]:
    known = languages()
    if language not in known:
        raise PackError(
            f"There is no pack for language {language!r}. There is: {', '.join(known)}."
        )
    return _folder(HOME / language)


def _overlay(path: Path, language: str = "") -> list[Path]:
    if path.is_file():
        return [path]
    if not path.is_dir():
        raise PackError(f"{path}: there is no such pack. Name a TOML file or a folder of them.")
    if any(files := [_folder(path), *(_folder(path / name) for name in languages())]):
        return [*files[0], *(_folder(path / language) if language else [])]
    raise PackError(f"{path}: the folder holds no TOML file. Put, for example, session.toml in it.")


def _read(file: Path) -> Layer:
    if file.stat().st_size > LARGEST_FILE:
        raise PackError(f"{file}: is larger than a pack can be ({LARGEST_FILE:,} bytes).")
    try:
        text = file.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        raise PackError(f"{file}: byte {problem.start} is not UTF-8. Save it as UTF-8.") from None
    try:
        return Layer(file, {file.stem: tomllib.loads(text)}, text)
    except tomllib.TOMLDecodeError as problem:
        raise PackError(f"{file}: is not TOML: {problem}.") from None


def _explain(problem: ValidationError, layers: list[Layer]) -> str:
    """Turn the first few of pydantic's findings into lines of file, key and remedy."""
    errors = problem.errors(include_url=False)
    lines = [_line(error, layers) for error in errors[:5]]
    if len(errors) > len(lines):
        lines.append(f"... and {len(errors) - len(lines)} more.")
    return "\n".join(lines)


def _line(error: Any, layers: list[Layer]) -> str:
    path = [str(step) for step in error["loc"]]
    layer = max(reversed(layers), key=lambda layer: _depth(layer.tables, path))
    line = line_of(layer.text, path if layer.whole else path[1:])
    place = f"{layer.file}, line {line}" if line else str(layer.file)
    return f"{place}: {'.'.join(path)}: {_remedy(error, path)}"


def _depth(tree: Any, path: list[str]) -> int:
    """Count how far a path leads into a tree; of two equals the later layer is meant."""
    depth = 0
    for step in path:
        if not (isinstance(tree, dict) and step in tree):
            break
        tree, depth = tree[step], depth + 1
    return depth


def _remedy(error: Any, path: list[str]) -> str:
    match error["type"]:
        case "missing":
            return f"is missing. Add {path[-1]} = ... to this table."
        case "extra_forbidden":
            return f"is not a key that anything reads.{_nearest(path)}"
        case "value_error":
            return str(error["ctx"]["error"]) + "."
        case _:
            return f"{error['msg'].rstrip('.')}; found {error['input']!r:.80}."


def _nearest(path: list[str]) -> str:
    model: Any = Pack
    for step in path[:-1]:
        field = getattr(model, "model_fields", {}).get(step)
        model = field.annotation if field else None
    names = list(getattr(model, "model_fields", {}))
    close = get_close_matches(path[-1], names, n=1)
    return f" Did you mean {close[0]}?" if close else " Remove it, or check its spelling."
