"""From TOML to rules that keep their word."""

import hashlib
import json
import re
import tomllib
from collections.abc import Mapping
from dataclasses import fields
from difflib import get_close_matches
from functools import lru_cache
from importlib.resources import files
from typing import Any

from workshop.reading.matching import matches
from workshop.reading.rules import CRITERIA, SIDES, WHERE, Rule, Rules, RulesError


def load_rules(language: str = "en", changes: Mapping[str, Any] | None = None) -> Rules:
    """Load a language's rules with a trainer's changes laid over them.

    Args:
        language: Such as "en".
        changes: Tables in the same shape: `rule` adds rules, or replaces keys of those with the
            same id (`enabled = false` leaves one out); `questions` replaces single questions.

    Raises:
        RulesError: Naming the rule, the key or example, and the remedy.
    """
    return _load(language, json.dumps(changes or {}, sort_keys=True, default=str))


@lru_cache(maxsize=8)
def _load(language: str, changes: str) -> Rules:
    resource = files("workshop.reading") / "rules" / f"{language}.toml"
    if not resource.is_file():
        raise RulesError(f"There are no reading rules for language {language!r}.")
    tables = tomllib.loads(resource.read_text(encoding="utf-8"))
    own = json.loads(changes)
    if odd := set(own) - {"rule", "questions"}:
        raise RulesError(f"{sorted(odd)[0]}: is not known here. Use [[reading.rule]] entries.")
    rows = {row["id"]: row for row in tables["rule"]}
    for row in own.get("rule", []):
        if "id" not in row:
            raise RulesError("rule: a rule without an id. Add id = ... to it.")
        rows[row["id"]] = {**rows.get(row["id"], {}), **row}
    rules = tuple(_rule(row) for row in rows.values())
    digest = hashlib.sha256(json.dumps([tables, own], sort_keys=True).encode()).hexdigest()
    return Rules(
        language=language,
        rules=tuple(rule for rule in rules if rule.enabled),
        stop_words=frozenset(tables["stop_words"]),
        negations=re.compile(tables["negations"], re.IGNORECASE),
        questions={**tables["questions"], **own.get("questions", {})},
        version=f"1-{digest[:8]}",
    )


def _rule(row: Mapping[str, Any]) -> Rule:
    known = {item.name for item in fields(Rule) if item.init}
    for key in row:
        if key not in known:
            close = get_close_matches(key, known, n=1)
            hint = f" Did you mean {close[0]}?" if close else ""
            raise RulesError(f"rule {row['id']!r}: {key} is not known.{hint}")
    needed = ("criterion", "side", "weight", "why")
    if missing := [key for key in needed if key not in row]:
        raise RulesError(f"rule {row['id']!r}: {missing[0]} is missing. Add {missing[0]} = ...")
    values: dict[str, Any] = {k: tuple(v) if isinstance(v, list) else v for k, v in row.items()}
    rule = Rule(**values)
    _check(rule)
    return rule


def _check(rule: Rule) -> None:
    def refuse(problem: str) -> None:
        raise RulesError(f"rule {rule.id!r}: {problem}")

    if rule.criterion not in CRITERIA:
        refuse(f"criterion {rule.criterion!r} is none; use one of {', '.join(CRITERIA)}")
    if rule.side not in SIDES:
        refuse(f"side {rule.side!r} is none; use pitch or conversation")
    if rule.weight not in (1, 2, 3):
        refuse(f"weight {rule.weight!r} is none; use 1 (hint), 2 (clear) or 3 (strong)")
    if rule.where not in WHERE:
        refuse(f"where {rule.where!r} is none; use one of {', '.join(WHERE)}")
    for example in rule.match:
        if not matches(rule, example):
            refuse(f"does not find its own example {example!r}; mend the phrase or the example")
    for example in rule.no_match:
        if matches(rule, example):
            refuse(f"finds {example!r}, which it should leave alone; add it to unless")
