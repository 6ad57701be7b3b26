"""Reading a text: what it does, where, and what that adds up to."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from workshop.reading.language import reason_not_to_judge
from workshop.reading.loading import load_rules
from workshop.reading.matching import spans
from workshop.reading.parts import Span, quoted, sentences
from workshop.reading.rubric import NOT_ENOUGH, band, lean, ranges
from workshop.reading.rules import CRITERIA, Rule, Rules
from workshop.reading.shadow import Shadow, shadow

MAX_LENGTH = 10_000
"""Characters that are read; what follows is left out, and the reading says so."""

_BEFORE = re.compile(r"(?:\S+\s+){0,3}\S*$")
_ASKED_FIRST = ("asks", "them", "listens", "introduction", "not_the_expert", "no_pitch")


@dataclass(frozen=True)
class Hit:
    """Something the text does.

    Attributes:
        start: Where it begins in the text as typed.
        end: The place behind it.
        rule: The rule that found it.
        criterion: The criterion it speaks to.
        side: "pitch" or "conversation".
        weight: 1 a hint, 2 clear, 3 strong.
        why: What it tells.
        prompt: A question to the writer, or "".
        quoted: Whether it is quoted or mocked, and so weighs nothing.
        negated: Whether it is denied, and so weighs nothing.
    """

    start: int
    end: int
    rule: str
    criterion: str
    side: str
    weight: int
    why: str
    prompt: str
    quoted: bool = False
    negated: bool = False

    @property
    def weighs(self) -> int:
        """What it counts."""
        return 0 if self.quoted or self.negated else self.weight


@dataclass(frozen=True)
class Reading:
    """What a reading found.

    Attributes:
        text: The text as typed, at most `MAX_LENGTH` characters of it.
        band: One of `BANDS`.
        reason: Why there is not enough to judge, or None.
        lean: -100 (pitch) to 100 (conversation); for sorting and tests, never to be shown.
        criteria: For each criterion a range of ratings within 0 to 4.
        hits: In the order of the text.
        question: The one thing to change, as a question to the writer.
        question_span: The span it is about, if it is about one.
        version: Of the rules.
        cut: Whether the text was longer than what was read.
    """

    text: str
    band: str
    reason: str | None
    lean: int
    criteria: Mapping[str, tuple[int, int]]
    hits: tuple[Hit, ...]
    question: str
    question_span: tuple[int, int] | None
    version: str
    cut: bool = False


def read(
    text: str, kind: str = "post", language: str | None = None, rules: Rules | None = None
) -> Reading:
    """Read a text for pitch against conversation.

    Args:
        text: What somebody wrote; at most `MAX_LENGTH` characters of it are read.
        kind: What it is; only "post" so far.
        language: The language whose rules to use; "en" if None.
        rules: Rules to use instead of the language's own.

    Raises:
        TypeError: If the text is not a string.
        ValueError: If the kind is not known.
    """
    if not isinstance(text, str):
        raise TypeError(f"text must be a string, got {type(text).__name__}.")
    if kind != "post":
        raise ValueError(f"kind {kind!r} is not known; use 'post'.")
    used = rules or load_rules(language or "en")
    typed = text[:MAX_LENGTH]
    folded = shadow(typed)
    hits = _hits(used, folded)
    weights = _weights(hits)
    borrowed = quoted(folded.text)
    reason = reason_not_to_judge(folded.text, borrowed, used, any(hit.weighs for hit in hits))
    question, span = _question(used, hits, weights)
    helps = any(hit.rule == "listen.useful" and hit.weighs for hit in hits)
    return Reading(
        text=typed,
        band=NOT_ENOUGH if reason else band(weights, helps),
        reason=reason,
        lean=0 if reason else lean(weights),
        criteria=ranges(weights),
        hits=hits,
        question=question,
        question_span=span,
        version=used.version,
        cut=len(text) > MAX_LENGTH,
    )


def _hits(rules: Rules, folded: Shadow) -> tuple[Hit, ...]:
    text, parts, borrowed = folded.text, sentences(folded.text), quoted(folded.text)
    found = [
        _hit(rule, span, folded, rules, borrowed)
        for rule in rules.rules
        for span in spans(rule, text, parts)
    ]
    told = [hit for hit in found if not any(_says_more(other, hit) for other in found)]
    return tuple(sorted(told, key=lambda hit: (hit.start, hit.end, hit.rule)))


def _says_more(other: Hit, hit: Hit) -> bool:
    """Tell whether another hit says the same of a longer stretch, so that this one adds nothing."""
    same = (other.criterion, other.side) == (hit.criterion, hit.side) and other.rule != hit.rule
    holds = other.start <= hit.start and hit.end <= other.end
    longer = (other.end - other.start, other.rule) > (hit.end - hit.start, hit.rule)
    return same and holds and longer and other.weighs >= hit.weighs


def _hit(rule: Rule, span: Span, folded: Shadow, rules: Rules, borrowed: list[Span]) -> Hit:
    start, end = folded.typed(span.start, span.end)
    before = re.split(r"[.!?\n,;:]", folded.text[max(0, span.start - 60) : span.start])[-1]
    near = _BEFORE.search(before)
    return Hit(
        start=start,
        end=end,
        rule=rule.id,
        criterion=rule.criterion,
        side=rule.side,
        weight=rule.weight,
        why=rule.why,
        prompt=rule.prompt,
        quoted=any(other.holds(span.start) for other in borrowed),
        negated=bool(rule.pitches and near and rules.negations.search(near.group())),
    )


def _weights(hits: tuple[Hit, ...]) -> dict[str, int]:
    """Add up what weighs; a rule that hits twice says the same thing louder, so it counts once."""
    weights = dict.fromkeys(CRITERIA, 0)
    counted = {(hit.criterion, hit.rule): hit.weighs for hit in hits if hit.weighs}
    for (criterion, _), weight in counted.items():
        weights[criterion] += weight
    return weights


def _question(
    rules: Rules, hits: tuple[Hit, ...], weights: Mapping[str, int]
) -> tuple[str, tuple[int, int] | None]:
    """Choose the question that would move the reading most: away from the strongest pitch first."""
    pitching = [hit for hit in hits if hit.side == "pitch" and hit.weighs and hit.prompt]
    if pitching:
        strongest = max(pitching, key=lambda hit: hit.weighs)
        return strongest.prompt, (strongest.start, strongest.end)
    weakest = min(_ASKED_FIRST[:4], key=lambda name: weights[name])
    return rules.questions[weakest], None
