"""From TOML to rules that keep their word."""

import hashlib
import json
import re
import tomllib
from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from importlib.resources import files
from typing import Any

from workshop.reading.checking import checked_changes, checked_row, hold_to_examples
from workshop.reading.phrases import phrases
from workshop.reading.rules import Rule, Rules, RulesError

ENGINE = "3"
"""Goes up whenever the same rules would read the same text differently."""


def load_rules(language: str = "en", changes: Mapping[str, Any] | None = None) -> Rules:
    """Load a language's rules with a trainer's changes laid over them.

    Args:
        language: Such as "en".
        changes: Tables in the same shape: `rule` adds rules, or replaces keys of those with the
            same id (`enabled = false` leaves one out); `words` adds to lists; `questions` replaces
            single questions.

    Raises:
        RulesError: Naming the rule, the key or example, and the remedy.
    """
    return _load(language, json.dumps(changes or {}, sort_keys=True, default=str))


@lru_cache(maxsize=8)
def _load(language: str, changes: str) -> Rules:
    resource = files("workshop.reading") / "rules" / f"{language}.toml"
    if not (language.isalnum() and resource.is_file()):
        raise RulesError(f"There are no reading rules for language {language!r}.")
    tables = tomllib.loads(resource.read_text(encoding="utf-8"))
    own = json.loads(changes)
    checked_changes(own, tables)
    words = _joined(tables["words"], own.get("words", {}))
    rules = _without_rules(tables, own, words, language, _digest([tables, own]))
    found = [_rule(row, words) for row in _rows(tables["rule"], own.get("rule", []))]
    for rule in found:
        hold_to_examples(rule, rules)
    enabled = tuple(rule for rule in found if rule.enabled)
    return replace(rules, rules=enabled)


def _without_rules(
    tables: Mapping[str, Any], own: Mapping[str, Any], words: Any, language: str, digest: str
) -> Rules:
    lead_ins = "|".join(tables["lead_ins"])
    before = rf"(?:^|[,;:|>*•(/–—-]|(?<!\w)(?:{lead_ins}))[^\w]{{0,8}}$"
    return Rules(
        language=language,
        rules=(),
        stop_words=frozenset(word.replace("'", "") for word in tables["stop_words"]),
        foreign_words=frozenset(tables["foreign_words"]),
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


def _rows(built_in: list[Any], own: list[Any]) -> list[dict[str, Any]]:
    rows = {row["id"]: row for row in built_in}
    for row in own:
        rows[row["id"]] = {**rows.get(row["id"], {}), **row}
    return list(rows.values())


def _rule(row: Mapping[str, Any], words: Mapping[str, list[str]]) -> Rule:
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
