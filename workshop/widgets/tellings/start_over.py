"""What a routine comes to, in words: its blocks, its months, its one line, its dates."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from babel.dates import format_date
from markupsafe import Markup

from workshop.models.routine import MINUTES, Block
from workshop.packs import Pack
from workshop.widgets.markup import element, paragraphs


def sentence(pack: Pack, result: Mapping[str, Any]) -> str:
    """Say in one sentence what was proposed or committed to."""
    words, say = pack.start_over.sentences, pack.say
    if not result["blocks"]:
        return words.nothing
    hours = say.hours(result["minutes"] / MINUTES)
    if result["first"]:
        first, review = (day(pack, result[name]) for name in ("first", "review"))
        return words.committed.format(hours=hours, first=first, review=review)
    return words.proposed.format(
        hours=hours,
        blocks=say.number(result["blocks"]),
        listening=say.amount(result["listening_weeks"], "weeks"),
        months=say.amount(result["months"], "months"),
    )


def path(pack: Pack, result: Mapping[str, Any]) -> Markup:
    """Draw the months as one line: weeks of listening, weeks of conversation, the look back."""
    words, say = pack.start_over.path, pack.say
    listening = result["listening_weeks"]
    talking = result["weeks"] - listening
    parts = [
        ("listening", listening, words.listening.format(weeks=say.amount(listening, "weeks"))),
        ("conversing", talking, words.conversing.format(weeks=say.amount(talking, "weeks"))),
        ("review", 0, words.review),
    ]
    drawn = [
        Markup('<li class="wk-path-{}" style="flex-grow:{}">{}</li>').format(name, weeks, told)
        for name, weeks, told in parts
    ]
    return element("ol", Markup("").join(drawn), "wk-path")


def week_head(pack: Pack) -> Markup:
    """Say when the week below begins: the first weeks are for listening."""
    words, weeks = pack.start_over.week, pack.start_over.listening_weeks
    listening = words.listening.format(weeks=pack.say.amount(weeks, "weeks")) if weeks else ""
    aside = element("p", words.lead, "wk-aside")
    return element("h3", words.title) + paragraphs(listening) + aside


def dates(pack: Pack, result: Mapping[str, Any]) -> Markup:
    """Say when it begins, when it ends, and when to look back."""
    if not result["first"]:
        return Markup("")
    words = pack.start_over.commitment
    told = {name: day(pack, result[name]) for name in ("first", "last", "review")}
    return element("h3", words.title) + paragraphs(words.dates.format(**told))


def said(pack: Pack, when: str, will: str) -> str:
    """Return the line to hold on to, or nothing as long as half of it is missing."""
    if not (when.strip() and will.strip()):
        return ""
    line = pack.start_over.if_then.said
    return line.format(when=when.strip().rstrip(".,"), will=will.strip().rstrip("."))


def block_row(pack: Pack, block: Block) -> dict[str, Any]:
    """Return a block with what is read of it."""
    words, kind = pack.start_over.week, pack.start_over.kinds[block.kind]
    when = words.when.format(
        day=words.day_letters[block.day],
        time=clock(block.start),
        minutes=pack.say.amount(block.minutes, "minutes"),
    )
    return {
        "day": block.day,
        "start": block.start,
        "minutes": block.minutes,
        "turn": block.turn,
        "out": block.out,
        "label": kind.label,
        "text": kind.actions[block.turn % len(kind.actions)],
        "when": when,
        "tint": kind.tint,
    }


def overlapping(pack: Pack, week: Sequence[Block], pairs: Iterable[Sequence[int]]) -> Markup:
    """Say which blocks share some of their time: allowed, but perhaps not meant."""
    words, kinds = pack.start_over.week, pack.start_over.kinds
    told = [
        words.overlap.format(
            day=words.day_names[week[one].day],
            one=kinds[week[one].kind].label,
            other=kinds[week[other].kind].label,
        )
        for one, other in pairs
    ]
    return Markup("").join(element("p", line, "wk-help") for line in told)


def clock(minutes: int) -> str:
    """Write minutes after midnight as a time of day."""
    return f"{minutes // MINUTES:02}:{minutes % MINUTES:02}"


def day(pack: Pack, iso: str) -> str:
    """Write a date as people read it."""
    return str(format_date(date.fromisoformat(iso), "d MMMM y", locale=pack.common.locale))
