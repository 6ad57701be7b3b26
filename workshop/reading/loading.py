"""From TOML to rules that keep their word."""

import hashlib
import json
import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import replace
from difflib import get_close_matches
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from workshop.reading.checking import checked_changes, checked_row, hold_to_examples
from workshop.reading.phrases import phrases
from workshop.reading.rules import Rule, Rules, RulesError

_HOME = Path(__file__).parent / "rules"
_LANGUAGE = "language.toml"

ENGINE = "4"
"""Goes up whenever the same rules would read the same text differently."""


def load_rules(language: str = "en", changes: Mapping[str, Any] | None = None) -> Rules:
    """Load a language's rules with a trainer's changes laid over them.

    Args:
        language: Such as "en".
        changes: Tables in the same shape: `rule` adds rules, or replaces keys of those with the
            same id (`enabled = false` leaves one out); `phrases` adds phrases to a rule; `words`
            adds to lists; `questions` replaces single questions.

    Raises:
        RulesError: Naming the rule, the key or example, and the remedy.
    """
    return _load(language, json.dumps(changes or {}, sort_keys=True, default=str))


@cache
def languages() -> tuple[str, ...]:
    """Return the languages that there are rules for."""
    found = (folder for folder in _HOME.iterdir() if (folder / _LANGUAGE).is_file())
    return tuple(sorted(folder.name for folder in found))


@cache
def small_words() -> Mapping[str, tuple[str, ...]]:
    """Return for each small word the languages that have it, those without rules among them."""
    lists = _table(_HOME / "neighbours.toml")
    lists |= {name: _table(_HOME / name / _LANGUAGE)["stop_words"] for name in languages()}
    found: dict[str, list[str]] = {}
    for name, words in lists.items():
        for word in _plain(words):
            found.setdefault(word, []).append(name)
    return {word: tuple(names) for word, names in found.items()}


@lru_cache(maxsize=8)
def _load(language: str, changes: str) -> Rules:
    if language not in languages():
        among = ", ".join(languages())
        raise RulesError(
            f"There are no reading rules for language {language!r}. There are: {among}."
        )
    rules, rows, words = prepared(language, json.loads(changes))
    found = [rule_of(row, words) for row in rows]
    for rule in found:
        hold_to_examples(rule, rules)
    enabled = tuple(rule for rule in found if rule.enabled)
    return replace(rules, rules=enabled)


def prepared(
    language: str, own: Mapping[str, Any]
) -> tuple[Rules, list[dict[str, Any]], dict[str, list[str]]]:
    """Return a language without its rules, the rows of which they are made, and its lists of words.

    Raises:
        RulesError: If what a trainer changed is not in the shape of the rules.
    """
    tables = read_tables(_HOME / language)
    checked_changes(own, tables)
    words = _joined(tables["words"], own.get("words", {}))
    rules = _without_rules(tables, own, words, language, _digest([tables, own]))
    return rules, _rows(tables["rule"], own), words


def read_tables(folder: Path) -> dict[str, Any]:
    """Read a language's files as one: their rules one behind the other, the rest side by side."""
    tables: dict[str, Any] = {"rule": []}
    for file in sorted(folder.glob("*.toml")):
        table = _table(file)
        tables["rule"] += table.pop("rule", [])
        tables |= table
    return tables


def rule_files(language: str) -> dict[str, Path]:
    """Return for each rule of a language the file that it stands in."""
    return {
        row["id"]: file
        for file in (_HOME / language).glob("*.toml")
        for row in _table(file).get("rule", [])
    }


def _table(file: Path) -> dict[str, Any]:
    return tomllib.loads(file.read_text(encoding="utf-8"))


def _plain(words: Iterable[str]) -> frozenset[str]:
    return frozenset(word.replace("'", "") for word in words)


def _without_rules(
    tables: Mapping[str, Any], own: Mapping[str, Any], words: Any, language: str, digest: str
) -> Rules:
    lead_ins = "|".join(tables["lead_ins"])
    before = rf"(?:^|[,;:|>*•(/–—-]|(?<!\w)(?:{lead_ins}))[^\w]{{0,8}}$"
    return Rules(
        language=language,
        rules=(),
        stop_words=_plain(tables["stop_words"]),
        address=_plain(tables["address"]),
        speaker=_plain(tables["speaker"]),
        urges=_plain(tables["urges"]),
        negations=phrases(tables["negations"], words).patterns,
        lead_ins=re.compile(before),
        mocking=phrases(tables["mocking"], words),
        questions={**tables["questions"], **own.get("questions", {})},
        version=f"{ENGINE}-{digest}",
    )


def _digest(tables: Any) -> str:
    return hashlib.sha256(json.dumps(tables, sort_keys=True).encode()).hexdigest()[:8]


def _joined(words: Mapping[str, list[str]], own: Mapping[str, list[str]]) -> dict[str, list[str]]:
    return {name: [*words.get(name, []), *own.get(name, [])] for name in {**words, **own}}


def _rows(built_in: list[Any], own: Mapping[str, Any]) -> list[dict[str, Any]]:
    rows = {row["id"]: row for row in built_in}
    for row in own.get("rule", []):
        rows[row["id"]] = {**rows.get(row["id"], {}), **row}
    for name, added in own.get("phrases", {}).items():
        if name not in rows:
            raise RulesError(f"phrases: there is no rule {name!r}.{_nearest(name, rows)}")
        rows[name] = {**rows[name], "phrases": [*rows[name]["phrases"], *added]}
    return list(rows.values())


def _nearest(name: str, rows: Iterable[str]) -> str:
    close = get_close_matches(name, rows, n=1)
    return f" Did you mean {close[0]!r}?" if close else ""


def rule_of(row: Mapping[str, Any], words: Mapping[str, list[str]]) -> Rule:
    """Return the rule that a row tells.

    Raises:
        RulesError: Naming the rule, the key and the remedy.
    """
    checked_row(row)
    values: dict[str, Any] = {
        key: tuple(value) if isinstance(value, list) else value for key, value in row.items()
    }
    try:
        return Rule(
            **values,
            finds=phrases(values["phrases"], words, values.get("case", False)),
            excuse=phrases(values.get("unless", ()), words),
            company=phrases(values.get("near", ()), words),
        )
    except ValueError as problem:
        raise RulesError(f"rule {row['id']!r}: {problem}") from None
