"""What the growth of relationships says, in words, with how sure it is."""

from collections.abc import Mapping
from typing import Any

from markupsafe import Markup

from workshop.models.relationships import MEDIA
from workshop.packs import Pack
from workshop.packs.base import Input
from workshop.widgets.markup import element, items, paragraphs

SHOWN = 4
"""How many deciding inputs are named: the few that move the answer most."""


def sentence(pack: Pack, result: Mapping[str, Any]) -> str:
    """Say in one sentence how many people trust you on each side, and which side is ahead."""
    words = pack.relationship_growth.sentences
    if result["hours"] == 0:
        return words.nothing
    if result["keeping"] == 100:
        return words.no_finding
    chance = result["lead"]["chance"]
    leading = 1 - chance if result["lead"]["verdict"] == "behind" else chance
    said: str = getattr(words, result["lead"]["verdict"])
    return said.format(
        months=pack.say.number(result["months"]),
        chance=pack.say.number(round(100 * leading)),
        **_bands(pack, result["growth"], "trusted"),
    )


def also(pack: Pack, result: Mapping[str, Any]) -> Markup:
    """Say when an opportunity becomes likely, what pitching would do, what is lost, what holds."""
    words, say = pack.relationship_growth.sentences, pack.say
    if result["hours"] == 0 or result["keeping"] == 100:
        return Markup("")
    sides = pack.relationship_growth.media.items()
    likely = words.likely.format(when="; ".join(_when(pack, result, *side) for side in sides))
    middles = {
        **{side: say.people(_end(result["pitched"], "trusted", side)["middle"]) for side in MEDIA},
        **{
            f"{side}_now": say.people(_end(result["growth"], "trusted", side)["middle"])
            for side in MEDIA
        },
    }
    lost = {side: say.band(**result["lost"][side]) for side in MEDIA}
    held = {side: say.people(result["held"][side]) for side in MEDIA}
    room, gone = words.room.format(**held), words.lost.format(**lost)
    return paragraphs(likely, room, gone, words.pitching.format(**middles))


def deciding(pack: Pack, result: Mapping[str, Any], sources: Mapping[str, Input]) -> Markup:
    """Name the few inputs that move the number of trusted relationships most."""
    words = pack.relationship_growth.deciding
    rows = [
        _decider(pack, row, sources[row["input"]])
        for row in result["deciding"][:SHOWN]
        if row["swing"] > 0
    ]
    listed = paragraphs(words.lead) + items(rows, "ol") if rows else paragraphs(words.none)
    return element("h3", words.title) + listed


def meanings(pack: Pack) -> Markup:
    """Say what is counted at each stage."""
    words = pack.relationship_growth
    return items(f"{words.stages[stage]}: {note}" for stage, note in words.stage_notes.items())


def honesty(pack: Pack) -> Markup:
    """Say what the picture cannot know."""
    words = pack.relationship_growth.honesty
    return element("h3", words.title) + items(words.points)


def describe(pack: Pack, result: Mapping[str, Any]) -> str:
    """Say what the picture shows, for those who cannot see it."""
    words = pack.relationship_growth
    parts = []
    for stage, name in words.stages.items():
        bands = _bands(pack, result["growth"], stage)
        media = [
            words.picture.medium_part.format(medium=medium, band=bands[side])
            for side, medium in words.media.items()
        ]
        parts.append(words.picture.part.format(stage=name, media=", ".join(media)))
    return words.picture.description.format(
        months=pack.say.number(result["months"]), parts=" ".join(parts)
    )


def _when(pack: Pack, result: Mapping[str, Any], side: str, medium: str) -> str:
    words, month = pack.relationship_growth.sentences, result["likely"][side]
    if month is None:
        return words.within.format(medium=medium, months=pack.say.number(result["months"]))
    return words.from_month.format(medium=medium, month=month)


def _bands(pack: Pack, rows: list[dict[str, Any]], stage: str) -> dict[str, str]:
    ends = {side: _end(rows, stage, side) for side in MEDIA}
    return {side: pack.say.band(row["low"], row["high"]) for side, row in ends.items()}


def _end(rows: list[dict[str, Any]], stage: str, side: str) -> dict[str, Any]:
    of_side = [row for row in rows if (row["stage"], row["medium"]) == (stage, side)]
    return max(of_side, key=lambda row: row["month"])


def _decider(pack: Pack, row: Mapping[str, Any], source: Input) -> str:
    say = pack.say
    low, high = (say.amount(source.people_read(row[end]), source.unit) for end in ("low", "high"))
    return pack.relationship_growth.deciding.row.format(
        label=source.label,
        low=low,
        high=high,
        at_low=say.people(row["at_low"]),
        at_high=say.people(row["at_high"]),
    )
