"""What a reading found, in words: the one sentence, the marks with their notes, what decides."""

from collections.abc import Mapping
from typing import Any

from markupsafe import Markup, escape

from workshop.packs import Pack
from workshop.reading import Hit, Reading
from workshop.widgets.markup import element, paragraphs
from workshop.widgets.parts.marks import Mark

NOT_ENOUGH = "not enough to judge"
LONGEST_QUOTE = 90  # characters; more is no longer a quotation but the text again


def sentence(pack: Pack, result: Mapping[str, Any]) -> str:
    """Say in one sentence where the participant stands."""
    words = pack.post_assessment
    if result["step"] == "compared":
        return _moved(pack, result["versions"])
    if result["step"] == "opened":
        return _opened(pack, result["versions"][0], result["differ"])
    if result["step"] == "rate":
        return words.sentences.rate.format(count=len(result["open"]))
    return str(getattr(words.sentences, result["step"]))


def _opened(pack: Pack, first: Mapping[str, Any], differ: Mapping[str, str]) -> str:
    if first["band"] == NOT_ENOUGH:
        return verdict(pack, first["band"], first["reason"])
    agreed = sum(way == "agree" for way in differ.values())
    return pack.post_assessment.sentences.opened.format(
        band=pack.post_assessment.bands[first["band"]], agree=pack.say.number(agreed)
    )


def _moved(pack: Pack, versions: list[Mapping[str, Any]]) -> str:
    words, first, last = pack.post_assessment, versions[0]["band"], versions[-1]["band"]
    if first == last:
        return words.sentences.same
    return words.sentences.compared.format(first=words.bands[first], last=words.bands[last])


def verdict(pack: Pack, band: str, reason: str | None = None, length: str = "fits") -> str:
    """Say what a text reads like, or why that cannot be told."""
    words = pack.post_assessment
    told = (words.bands[band], words.reasons.get(reason or "", ""), words.lengths[length])
    return " ".join(part for part in told if part)


def marks(pack: Pack, reading: Reading) -> list[Mark]:
    """Mark everything that was noticed, each with its reason and the way to say 'not here'."""
    return [_mark(pack, reading, hit) for hit in reading.hits]


def mark_name(hit: Hit) -> str:
    """Return what a finding is called between page and kernel."""
    return f"{hit.start} {hit.end} {hit.rule}"


def _mark(pack: Pack, reading: Reading, hit: Hit) -> Mark:
    words = pack.post_assessment
    criterion = words.criteria[hit.criterion]
    silent = hit.quoted or hit.negated
    side = words.finding.pitch if hit.pitches else words.finding.conversation
    return Mark(
        hit.start,
        hit.end,
        tint="face" if hit.pitches else "social",
        sign=criterion.sign,
        label=f"{criterion.label} · {side if hit.weighs else words.finding.uncounted}",
        note=hit.why,
        ask=_aside(pack, hit) or hit.prompt,
        press="" if silent else _press(pack, hit),
        name=mark_name(hit),
        faint=not hit.weighs,
        chosen=hit.span == reading.question_span,
    )


def _aside(pack: Pack, hit: Hit) -> str:
    words = pack.post_assessment.finding
    if hit.dismissed:
        return words.dismissed
    return words.quoted if hit.quoted else words.negated if hit.negated else ""


def _press(pack: Pack, hit: Hit) -> str:
    words = pack.post_assessment.finding
    return words.after_all if hit.dismissed else words.not_here


def decides(pack: Pack, reading: Reading) -> Markup:
    """Say which words decide: without them the text would read otherwise."""
    words = pack.post_assessment
    if not reading.hits:
        return paragraphs(words.finding.nothing)
    if reading.counterfactual is None:
        return Markup("")
    spans = reading.counterfactual.spans
    quoted = Markup(", ").join(_quoted(pack, reading, *span) for span in spans)
    band = words.bands[reading.counterfactual.band]
    told = Markup(escape(words.opinion.without)).format(words=quoted, band=band)
    return element("p", told, "wk-decides")


def change(pack: Pack, reading: Reading) -> Markup:
    """Ask the one question that would move the reading most, with the words it is about."""
    title = element("h4", pack.post_assessment.opinion.change)
    about = reading.question_span
    span = element("p", _quoted(pack, reading, *about), "wk-about-words") if about else Markup("")
    asked = element("p", reading.question, "wk-question")
    return element("div", title + span + asked, "wk-change")


def _quoted(pack: Pack, reading: Reading, start: int, end: int) -> Markup:
    """Quote words of the text, kept apart from those around them in whichever way they run."""
    words = " ".join(reading.text[start:end].split())
    shown = words if len(words) <= LONGEST_QUOTE else f"{words[: LONGEST_QUOTE - 1].rstrip()}…"
    return element("bdi", pack.post_assessment.opinion.quote.format(words=shown))
