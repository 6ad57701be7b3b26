"""What a week adds up to, in words."""

from collections.abc import Mapping
from typing import Any

from markupsafe import Markup

from workshop.packs import Pack
from workshop.packs.base import Source
from workshop.packs.time_budget import Medium
from workshop.widgets.markup import items, link, paragraphs, table

COMPARED: tuple[Medium, ...] = ("face_to_face", "social")


def sentence(pack: Pack, result: Mapping[str, Any]) -> str:
    """Say in one sentence which medium gets more, and what the difference comes to."""
    sentences, say = pack.time_budget.sentences, pack.say
    face, gap = result["media"]["face_to_face"], result["gap"]
    if face["hours_week"] == result["media"]["social"]["hours_week"] == 0:
        return sentences.nothing
    if gap["hours_week"] == 0:
        return sentences.equal.format(
            hours=say.hours(face["hours_week"]),
            hours_year=say.hours(face["hours_year"]),
            cost=say.money(face["cost_year"]),
            hour=say.money(result["hourly_value"]),
        )
    more = sentences.more_face if gap["hours_week"] > 0 else sentences.more_social
    return more.format(
        gap=say.hours(abs(gap["hours_week"])),
        gap_year=say.hours(abs(gap["hours_year"])),
        gap_cost=say.money(abs(gap["cost_year"])),
        hour=say.money(result["hourly_value"]),
    )


def describe(pack: Pack, result: Mapping[str, Any]) -> str:
    """Say what the picture shows, for those who cannot see it."""
    words = pack.time_budget
    parts = [
        words.picture.part.format(
            medium=words.media[medium], hours=pack.say.hours(row["hours_week"])
        )
        for medium, row in result["media"].items()
    ]
    return words.picture.description.format(parts=", ".join(parts))


def totals_table(pack: Pack, result: Mapping[str, Any]) -> Markup:
    """Set hours, worth and share of both media side by side."""
    words, say = pack.time_budget.totals, pack.say
    media = [result["media"][medium] for medium in COMPARED]
    rows = [
        (words.week, *(say.hours(row["hours_week"]) for row in media)),
        (words.month, *(say.hours(row["hours_month"]) for row in media)),
        (words.year, *(say.hours(row["hours_year"]) for row in media)),
        (words.cost, *(say.money(row["cost_year"]) for row in media)),
        (words.share, *(say.share(row["share"]) for row in media)),
    ]
    names = [pack.time_budget.media[medium] for medium in COMPARED]
    return table(words.caption, [words.amount, *names], rows)


def evidence(pack: Pack) -> Markup:
    """Say what surveys found others to do, and who asked."""
    words, say = pack.time_budget.evidence, pack.say.hours
    face, social = words.face_to_face, words.social
    note = words.note.format(
        face_low=say(face.low),
        face=say(face.typical),
        face_high=say(face.high),
        social_low=say(social.low),
        social=say(social.typical),
        social_high=say(social.high),
    )
    sources = (*face.sources, *social.sources)
    confidence = pack.common.evidence.confidence[face.confidence]
    return paragraphs(note, confidence) + items(_cite(pack, source) for source in sources)


def _cite(pack: Pack, source: Source) -> Markup:
    words = pack.common.evidence
    name = words.source.format(name=source.name, year=source.year or words.no_year)
    return link(name, str(source.url))
