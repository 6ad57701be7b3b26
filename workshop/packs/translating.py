"""Beginning a pack from a language, and what a translation still lacks of it."""

import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from string import Formatter
from typing import Any

from workshop.packs.languages import DEFAULT, HOME, languages
from workshop.packs.loading import PackError, merge, own_layers
from workshop.reading.loading import languages as languages_read

WORDS_OF_A_SENTENCE = 3
"""A text of fewer may well be the same in two languages."""


@dataclass(frozen=True)
class Lack:
    """Something that a translation still lacks.

    Attributes:
        key: Where it belongs, such as "session.lead".
        says: What is the matter, with the text to translate.
    """

    key: str
    says: str

    def __str__(self) -> str:
        return f"{self.key}: {self.says}"


def begin(path: Path, source: str = DEFAULT, language: str = "") -> list[Path]:
    """Copy every text and agenda of a language into a new folder, to be translated or reworded.

    Args:
        path: The folder to make.
        source: The language to begin from.
        language: The language that the new pack names; the source's if empty.

    Returns:
        The files that were written.

    Raises:
        PackError: If the folder is there already, or there is no such language.
    """
    if source not in languages():
        raise PackError(f"There is no language {source!r}. There is: {', '.join(languages())}.")
    if path.exists():
        raise PackError(f"{path}: is there already. Name a folder that is not.")
    shutil.copytree(HOME / source, path, copy_function=shutil.copyfile)
    common = path / "common.toml"
    text = common.read_text(encoding="utf-8")
    named = re.sub(r'^language = ".*"', f'language = "{language or source}"', text, flags=re.M)
    common.write_text(named, encoding="utf-8")
    return sorted(path.rglob("*.toml"))


def lacks(translation: str | Path, source: str = DEFAULT) -> list[Lack]:
    """Compare a translation with the language it is made from, text by text.

    Args:
        translation: One of our languages, or the folder or file of a trainer's own.
        source: The language that is whole.

    Raises:
        PackError: If there is no such translation.
    """
    built_in = translation in languages()
    path = HOME / translation if built_in else Path(translation)
    whole = dict(_texts(merge(own_layers(HOME / source))))
    own = dict(_texts(merge(own_layers(path))))
    found = [Lack(key, says) for key, text in whole.items() if (says := _lack(text, own.get(key)))]
    return [*found, *_files_lacking(path, source), *_rules_lacking(own, built_in)]


def _lack(text: str, own: str | None) -> str:
    """Say what is the matter with a translation of one text, if anything is."""
    if own is None:
        return f"is missing: {text}"
    if own == text and _words_in(text) >= WORDS_OF_A_SENTENCE:
        return f"is the same: {text}"
    if lost := _fields(text) - _fields(own):
        return f"does not show {{{sorted(lost)[0]}}}: {text}"
    return ""


def _files_lacking(path: Path, source: str) -> list[Lack]:
    if path.is_file():
        return []
    ours = {file.name for file in (HOME / source / "agendas").glob("*.toml")}
    theirs = {file.name for file in (path / "agendas").glob("*.toml")}
    return [Lack(f"agendas/{name}", "is missing") for name in sorted(ours - theirs)]


def _rules_lacking(own: dict[str, str], built_in: bool) -> list[Lack]:
    language = own.get("common.language", "")
    if language in languages_read() or not language:
        return []
    where = f"workshop/reading/rules/{language}" if built_in else "reading"
    return [Lack(where, "there are no rules for reading posts, so posts are not judged")]


def _texts(tree: Any, key: str = "") -> Iterator[tuple[str, str]]:
    """Go through all texts of a tree; a list of texts counts as one by its first."""
    if isinstance(tree, dict):
        for name, item in tree.items():
            yield from _texts(item, f"{key}.{name}" if key else name)
    elif isinstance(tree, list) and tree and isinstance(tree[0], str):
        yield key, tree[0]
    elif isinstance(tree, str) and tree:
        yield key, tree


def _words_in(text: str) -> int:
    bare = re.sub(r"{\w+}", "", text)
    return sum(any(letter.isalpha() for letter in word) for word in bare.split())


def _fields(text: str) -> set[str]:
    try:
        return {name for _, name, _, _ in Formatter().parse(text) if name}
    except ValueError:  # a brace out of place; `workshop pack check` tells of it
        return set()
