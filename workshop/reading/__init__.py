"""Reading a post: text in, evidence out. Deterministic, offline, and able to say why."""

from workshop.reading.engine import MAX_LENGTH, read
from workshop.reading.findings import Hit, Reading
from workshop.reading.loading import load_rules
from workshop.reading.rubric import BANDS
from workshop.reading.rules import CRITERIA, Rule, Rules, RulesError
from workshop.reading.turning import turning_point

__all__ = [
    "BANDS",
    "CRITERIA",
    "MAX_LENGTH",
    "Hit",
    "Reading",
    "Rule",
    "Rules",
    "RulesError",
    "load_rules",
    "read",
    "turning_point",
]
