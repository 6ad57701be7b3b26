"""From all that was found to what it adds up to, with or without some of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from workshop.reading.findings import Hit
from workshop.reading.matching import Match
from workshop.reading.parts import Parts
from workshop.reading.rubric import band, lean, pitching, weighed
from workshop.reading.rules import Rules
from workshop.reading.settling import settle
from workshop.reading.undertone import undertone


@dataclass(frozen=True)
class Judgement:
    """What a text adds up to.

    Attributes:
        hits: What stands, in the order of the text.
        weights: Evidence by criterion.
        band: What it reads like.
        lean: -100 (pitch) to 100 (conversation).
    """

    hits: tuple[Hit, ...]
    weights: Mapping[str, int]
    band: str
    lean: int


def judge(found: Sequence[Match], parts: Parts, rules: Rules) -> Judgement:
    """Weigh what was found, in the order in which `find` returns it."""
    hits = settle(found, parts)
    weights = weighed(hits)
    # Where something pitches, small signs decide nothing: they need not be looked for.
    tone = 0 if pitching(weights) else undertone(parts, rules)
    helps = any(hit.rule in rules.useful and hit.weighs for hit in hits)
    return Judgement(hits, weights, band(weights, helps), lean(weights, tone))
