"""What months of counts say, in words, with how sure they are."""

from collections.abc import Mapping
from typing import Any

from markupsafe import Markup

from workshop.charts.review import HOURS
from workshop.models.review import COSTED, LEAST_WEEKS, MEDIA
from workshop.packs import Pack
from workshop.widgets.markup import element, items, paragraphs, table

_TOLD_FOR = 10  # hours


def sentence(pack: Pack, result: Mapping[str, Any]) -> str:
    """Say in one sentence what a conversation cost on both media, or why that is not told."""
    words = pack.review.sentences
    if result["weeks"] == 0:
        return words.nothing
    if not result["enough"]:
        return words.too_soon.format(weeks=pack.say.number(result["weeks"]), least=LEAST_WEEKS)
    return _verdict(pack, words, result, "conversations")


def opportunities(pack: Pack, result: Mapping[str, Any]) -> Markup:
    """Say what the months tell of opportunities."""
    if not result["enough"]:
        return Markup("")
    said = _verdict(pack, pack.review.opportunities, result, "opportunities")
    return paragraphs(said) + element("p", pack.review.picture.key, "wk-help")


def counts(pack: Pack, result: Mapping[str, Any]) -> Markup:
    """Set what was counted as a table, medium beside medium."""
    words = pack.review
    if result["weeks"] == 0:
        return Markup("")
    sums = {line["medium"]: line for line in result["totals"]}
    rows = [
        [amount.label, *(_amount(pack, name, sums[medium][name]) for medium in words.media)]
        for name, amount in words.amounts.items()
    ]
    caption = words.counts.caption.format(weeks=pack.say.number(result["weeks"]))
    return table(caption, [words.counts.amount, *words.media.values()], rows)


def why(pack: Pack, result: Mapping[str, Any]) -> Markup:
    """Say why nothing is judged before three months; afterwards, what cannot be known."""
    words = pack.review.honesty if result["enough"] else pack.review.why
    return element("h3", words.title) + items(words.points)


def weights(pack: Pack, result: Mapping[str, Any]) -> Markup:
    """Set our assumptions beside what one's own counts make of them."""
    words = pack.review.weights
    if not result["enough"]:
        return Markup("")
    head = [words.medium, words.assumed, words.yours, words.worth]
    rates = [
        [
            pack.review.media[line["medium"]],
            *_pair(line, pack.say.few, _TOLD_FOR),
            _worth(pack, line),
        ]
        for line in result["rates"]
        if line["outcome"] == "conversations"
    ]
    shares = [
        [
            pack.review.media[line["medium"]],
            *_pair(line, pack.say.share, 1),
            words.cases.format(cases=pack.say.few(line["worth"])),
        ]
        for line in result["shares"]
    ]
    tables = table(words.caption, head, rates) + table(words.share_caption, head, shares)
    return element("h3", words.title) + paragraphs(words.lead) + _scrolling(tables)


def costs(pack: Pack, result: Mapping[str, Any]) -> Markup:
    """Set what a conversation and an opportunity cost side by side."""
    words = pack.review.costs
    if not result["enough"]:
        return Markup("")
    rows = [
        [getattr(words, outcome), *(_cost(pack, result, outcome, medium) for medium in MEDIA)]
        for outcome in COSTED
    ]
    caption = words.caption.format(hour=pack.say.money(result["hour_value"]))
    head = [words.of, *pack.review.media.values()]
    return element("h3", words.title) + table(caption, head, rows) + _revenue(pack, result)


def describe(pack: Pack, result: Mapping[str, Any]) -> str:
    """Say what the picture shows, for those who cannot see it."""
    words, say = pack.review.picture, pack.say
    parts = []
    for outcome, name in pack.review.outcomes.items():
        media = [
            words.medium_part.format(
                medium=pack.review.media[line["medium"]],
                band=say.few_band(line["low"] * HOURS, line["high"] * HOURS),
                prior=say.few_band(line["prior_low"] * HOURS, line["prior_high"] * HOURS),
            )
            for line in result["rates"]
            if line["outcome"] == outcome
        ]
        parts.append(words.part.format(outcome=name, media="; ".join(media)))
    return words.description.format(parts=" ".join(parts))


def _verdict(pack: Pack, words: Any, result: Mapping[str, Any], outcome: str) -> str:
    found = next(line for line in result["verdicts"] if line["outcome"] == outcome)
    chance = round(100 * max(found["chance"], 1 - found["chance"]))
    said = getattr(words, found["verdict"])
    return str(
        said.format(
            weeks=pack.say.number(result["weeks"]),
            least=LEAST_WEEKS,
            social=_cost(pack, result, outcome, "social"),
            face_to_face=_cost(pack, result, outcome, "face_to_face"),
            chance=pack.say.number(min(chance, 99)),  # never certain
        )
    )


def _cost(pack: Pack, result: Mapping[str, Any], outcome: str, medium: str) -> str:
    words = pack.review.costs
    for line in result["costs"]:
        if (line["outcome"], line["medium"]) == (outcome, medium):
            return words.range.format(
                low=_price(pack, line["low"]), high=_price(pack, line["high"])
            )
    return words.no_hours


def _price(pack: Pack, money: float) -> str:
    """Write a price with two figures; more would be a promise."""
    digits = len(str(int(money))) - 2
    return pack.say.money(round(money, -max(digits, 0)))


def _amount(pack: Pack, name: str, value: float) -> str:
    if name == "hours":
        return pack.say.hours(value)
    return pack.say.money(value) if name == "revenue" else pack.say.number(value)


def _pair(line: Mapping[str, Any], say: Any, times: float) -> list[str]:
    def band(prefix: str) -> str:
        low, high = say(line[f"{prefix}low"] * times), say(line[f"{prefix}high"] * times)
        return low if low == high else f"{low} – {high}"

    return [band("prior_"), band("")]


def _worth(pack: Pack, line: Mapping[str, Any]) -> str:
    words = pack.review.weights
    weeks = round(line["worth"])
    return words.weeks.format(weeks=pack.say.number(weeks)) if weeks else words.week


def _revenue(pack: Pack, result: Mapping[str, Any]) -> Markup:
    sums = {line["medium"]: line["revenue"] for line in result["totals"]}
    if not any(sums.values()):
        return Markup("")
    said = {medium: pack.say.money(sums[medium]) for medium in MEDIA}
    return paragraphs(pack.review.costs.revenue.format(**said))


def _scrolling(content: Markup) -> Markup:
    return Markup('<div class="wk-scroller" tabindex="0">{}</div>').format(content)
