"""Whether rules are whole: every refusal names the rule, the key and what to do."""

from collections.abc import Mapping
from difflib import get_close_matches
from typing import Any

from workshop.reading.matching import matches
from workshop.reading.rules import CRITERIA, QUESTIONS, SIDES, WHERE, Rule, Rules, RulesError

_KINDS: dict[str, type] = {
    "id": str,
    "criterion": str,
    "side": str,
    "weight": int,
    "why": str,
    "family": str,
    "prompt": str,
    "phrases": list,
    "unless": list,
    "near": list,
    "where": str,
    "match": list,
    "no_match": list,
    "case": bool,
    "question": str,
    "any_language": bool,
    "enabled": bool,
}
_WRITTEN = {str: "text in quotes", int: "a whole number", bool: "true or false"}
_NEEDED = ("criterion", "side", "weight", "why", "phrases")
_CHOICES: dict[str, tuple[Any, ...]] = {
    "criterion": CRITERIA,
    "side": SIDES,
    "where": WHERE,
    "question": QUESTIONS,
    "weight": (0, 1, 2, 3),
}


def checked_changes(own: Mapping[str, Any], tables: Mapping[str, Any]) -> None:
    """Refuse a trainer's changes that are not in the shape of the rules.

    Raises:
        RulesError: Naming the key and the remedy.
    """
    known = ("rule", "phrases", "words", "questions")
    for key in own:
        if key not in known:
            raise RulesError(f"{key}: is not known here. Use one of {', '.join(known)}.")
    if not isinstance(own.get("rule", []), list):
        raise RulesError("rule: must be a list of tables. Begin each with [[reading.rule]].")
    for row in own.get("rule", []):
        if not isinstance(row, dict) or not isinstance(row.get("id"), str):
            raise RulesError("rule: a rule without an id. Add id = ... to it.")
    for key in ("phrases", "words"):
        for name, entries in _table(own, key).items():
            _refuse_unless_texts(f"{key}: {name}", entries)
    for name, question in _table(own, "questions").items():
        if name not in tables["questions"] or not isinstance(question, str):
            raise RulesError(f"questions: {name}: needs a criterion and text in quotes.")


def _table(own: Mapping[str, Any], key: str) -> dict[str, Any]:
    table = own.get(key, {})
    if not isinstance(table, dict):
        raise RulesError(f"{key}: must be a table, such as [reading.{key}].")
    return table


def checked_row(row: Mapping[str, Any]) -> None:
    """Refuse a row that cannot become a rule.

    Raises:
        RulesError: Naming the rule, the key and the remedy.
    """
    named = f"rule {row['id']!r}"
    for key, value in row.items():
        _refuse_unless_fit(named, key, value)
    if missing := [key for key in _NEEDED if key not in row]:
        raise RulesError(f"{named}: {missing[0]} is missing. Add {missing[0]} = ...")
    if not row["phrases"]:
        raise RulesError(f"{named}: finds nothing. Add phrases = [...]")


def _refuse_unless_fit(named: str, key: str, value: Any) -> None:
    if key not in _KINDS:
        close = get_close_matches(key, _KINDS, n=1)
        hint = f" Did you mean {close[0]}?" if close else " Remove it, or check its spelling."
        raise RulesError(f"{named}: {key} is not known.{hint}")
    kind = _KINDS[key]
    if kind is list:
        _refuse_unless_texts(f"{named}: {key}", value)
    elif type(value) is not kind:
        raise RulesError(f"{named}: {key} is {value!r}; write {_WRITTEN[kind]}.")
    if key in _CHOICES and value not in _CHOICES[key]:
        among = ", ".join(map(str, _CHOICES[key]))
        raise RulesError(f"{named}: {key} {value!r} is none; use one of {among}")


def _refuse_unless_texts(named: str, value: Any) -> None:
    if not isinstance(value, list) or not all(isinstance(entry, str) for entry in value):
        raise RulesError(f'{named} is {value!r}; write a list of texts, such as ["a phrase"].')
    if empty := [entry for entry in value if not entry.strip()]:
        raise RulesError(f"{named} holds {empty[0]!r}, which is empty. Take it out.")


def hold_to_examples(rule: Rule, rules: Rules) -> None:
    """Try a rule on its own examples.

    Raises:
        RulesError: Naming the example that it misses, or finds by mistake.
    """
    for example in rule.match:
        if not matches(rule, example, rules):
            raise RulesError(
                f"rule {rule.id!r}: does not find its own example {example!r}; "
                "mend the phrase or the example"
            )
    for example in rule.no_match:
        if matches(rule, example, rules):
            raise RulesError(
                f"rule {rule.id!r}: finds {example!r}, which it should leave alone; "
                "add it to unless"
            )
