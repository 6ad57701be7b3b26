"""What a reading found, in words: highlights with their reasons, and ratings side by side."""

from collections.abc import Mapping
from typing import Any

from markupsafe import Markup

from workshop.packs import Pack
from workshop.reading import Hit, Reading
from workshop.widgets.markup import element, items, lines, paragraphs, table

NOT_ENOUGH = "not enough to judge"


def sentence(pack: Pack, result: Mapping[str, Any], ratings: Mapping[str, int]) -> str:
    """Say in one sentence where the participant stands."""
    words = pack.post_assessment
    step = result["step"]
    if step == "compared":
        first, second = (words.bands[result[version]["band"]] for version in ("first", "second"))
        same = first == second
        moved = words.compared.moved.format(first=first, second=second)
        return words.compared.same if same else words.sentences.compared.format(moved=moved)
    if step == "opened":
        reading = result["first"]
        if reading["band"] == NOT_ENOUGH:
            return f"{words.bands[NOT_ENOUGH]} {words.reasons.get(reading['reason'], '')}".strip()
        agreed = sum(low <= ratings[name] <= high for name, (low, high) in _ends(reading))
        return words.sentences.opened.format(
            band=words.bands[reading["band"]], agree=pack.say.number(agreed)
        )
    if step == "rate":
        return words.sentences.rate.format(count=len(result["open"]))
    return str(getattr(words.sentences, step))


def opinion(pack: Pack, reading: Reading, ratings: Mapping[str, int]) -> Markup:
    """Show the second opinion: the text with what was noticed, both ratings, one change.

    Its band is in the sentence above it.
    """
    words = pack.post_assessment.opinion
    head = element("h3", words.title) + paragraphs(words.lead)
    return (
        head
        + highlighted(reading)
        + noticed(pack, reading)
        + _compare_ratings(pack, reading, ratings)
        + element(
            "div",
            element("h4", words.change) + element("p", reading.question),
            "wk-change",
        )
    )


def side_by_side(pack: Pack, first: Reading, second: Reading) -> Markup:
    """Show both versions beside each other, each with its band, and the criteria in one table."""
    words = pack.post_assessment
    versions = [
        element(
            "section",
            element("h4", title) + _verdict(pack, reading) + highlighted(reading),
            "wk-version",
        )
        for title, reading in ((words.revision.first, first), (words.revision.second, second))
    ]
    rows = [
        (criterion.label, _range(pack, first, name), _range(pack, second, name))
        for name, criterion in words.criteria.items()
    ]
    head = [words.opinion.criterion, words.revision.first, words.revision.second]
    return (
        element("h3", words.compared.title)
        + element("div", Markup("").join(versions), "wk-versions")
        + table(words.compared.caption, head, rows)
        + element(
            "div",
            element("h4", words.opinion.change) + element("p", second.question),
            "wk-change",
        )
    )


def highlighted(reading: Reading) -> Markup:
    """Show the text as typed, with each noticed span marked and numbered as in the list below."""
    pieces, at = [], 0
    for hit, numbers in _marks(reading):
        pieces.append(lines(reading.text[at : hit.start]))
        pieces.append(_mark(reading, hit, numbers))
        at = hit.end
    pieces.append(lines(reading.text[at:]))
    return Markup('<blockquote class="wk-quote" dir="auto">{}</blockquote>').format(
        Markup("").join(pieces)
    )


def _marks(reading: Reading) -> list[tuple[Hit, list[int]]]:
    """Choose the spans to mark: the longest of those that overlap carries the others' numbers."""
    marks: list[tuple[Hit, list[int]]] = []
    for number, hit in sorted(_numbered(reading), key=lambda pair: (pair[1].start, -pair[1].end)):
        if marks and hit.start < marks[-1][0].end:
            marks[-1][1].append(number)
        else:
            marks.append((hit, [number]))
    return marks


def noticed(pack: Pack, reading: Reading) -> Markup:
    """List what was noticed, in reading order, each with its reason and its question."""
    words = pack.post_assessment.opinion
    if not reading.hits:
        return paragraphs(words.nothing_seen)
    listed = items((_reason(pack, reading, hit) for _, hit in _numbered(reading)), "ol", "wk-seen")
    return element("h4", words.seen) + listed


def _numbered(reading: Reading) -> list[tuple[int, Hit]]:
    return list(enumerate(reading.hits, start=1))


def _mark(reading: Reading, hit: Hit, numbers: list[int]) -> Markup:
    side = "unweighed" if hit.quoted or hit.negated else hit.side
    return Markup('<mark class="wk-mark wk-mark-{}">{}<sup>{}</sup></mark>').format(
        side, lines(reading.text[hit.start : hit.end]), " ".join(map(str, sorted(numbers)))
    )


def _reason(pack: Pack, reading: Reading, hit: Hit) -> Markup:
    words = pack.post_assessment.opinion
    side = words.pitch_mark if hit.side == "pitch" else words.conversation_mark
    aside = words.quoted if hit.quoted else words.negated if hit.negated else hit.prompt
    span = reading.text[hit.start : hit.end]
    return Markup('<q dir="auto">{}</q> <span class="wk-side wk-side-{}">{}</span> {} {}').format(
        span, hit.side, side, hit.why, element("em", aside) if aside else ""
    )


def _verdict(pack: Pack, reading: Reading) -> Markup:
    words = pack.post_assessment
    reason = words.reasons.get(reading.reason or "", "")
    return element("p", f"{words.bands[reading.band]} {reason}".strip(), "wk-verdict")


def _compare_ratings(pack: Pack, reading: Reading, ratings: Mapping[str, int]) -> Markup:
    if reading.band == NOT_ENOUGH:
        return Markup("")
    words = pack.post_assessment
    rows = [
        (
            criterion.label,
            pack.say.number(ratings[name]),
            _range(pack, reading, name),
            _difference(pack, ratings[name], reading.criteria[name]),
        )
        for name, criterion in words.criteria.items()
    ]
    head = [
        words.opinion.criterion,
        words.opinion.yours,
        words.opinion.theirs,
        words.opinion.difference,
    ]
    return table(words.opinion.caption, head, rows)


def _range(pack: Pack, reading: Reading, name: str) -> str:
    low, high = reading.criteria[name]
    if low == high:
        return pack.say.number(low)
    return pack.post_assessment.opinion.range.format(low=low, high=high)


def _difference(pack: Pack, own: int, ends: tuple[int, int]) -> str:
    words = pack.post_assessment.opinion
    if own > ends[1]:
        return words.higher
    return words.lower if own < ends[0] else words.agree


def _ends(reading: Mapping[str, Any]) -> list[tuple[str, list[int]]]:
    return list(reading["criteria"].items())
