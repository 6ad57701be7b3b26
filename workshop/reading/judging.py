"""From all that was found to what it adds up to, with or without some of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from workshop.reading.findings import Hit
from workshop.reading.matching import Match
from workshop.reading.parts import Parts
from workshop.reading.rubric import band, lean, weighed
from workshop.reading.rules import Rules
from workshop.reading.settling import settle
from workshop.reading.tokens import ADDRESS, NUMBER, TAG


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
    """Weigh what was found."""
    hits = settle(found, parts)
    weights = weighed(hits)
    helps = any(hit.rule in rules.useful and hit.weighs for hit in hits)
    return Judgement(hits, weights, band(weights, helps), lean(weights, undertone(parts, rules)))


def undertone(parts: Parts, rules: Rules) -> int:
    """Count the small signs of a pitch: that it speaks to a reader, has figures, has tags or links.

    None of them is a fault, and none is shown. Among texts in which no rule finds anything, those
    with more of these signs were pitches more often (`bench/reading.py` measures it).
    """
    return sum(
        (
            any(word in rules.address for word in parts.words),
            any(token.kind == NUMBER for token in parts.tokens),
            any(token.kind in (TAG, ADDRESS) for token in parts.tokens),
        )
    )
