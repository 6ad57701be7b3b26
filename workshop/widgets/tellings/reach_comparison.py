"""What the draws of the reach comparison say, in words, with how sure they are."""

from collections.abc import Mapping
from typing import Any

from markupsafe import Markup

from workshop.packs import Pack
from workshop.widgets.markup import element, items, paragraphs

SHOWN = 3
"""How many deciding inputs are named: the few that move the answer most."""


def sentence(pack: Pack, result: Mapping[str, Any]) -> str:
    """Say in one sentence how answering others compares with events, and how sure that is."""
    sentences = pack.reach_comparison.sentences
    if result["hours"] == 0:
        return sentences.nothing
    odds = _odds(result, "conversing", "events")
    said = getattr(sentences, odds["verdict"])
    return str(
        said.format(
            weeks=pack.say.number(result["weeks"]),
            conversing=_spoke(pack, result, "conversing"),
            events=_spoke(pack, result, "events"),
            chance=_in_hundred(pack, odds["chance"]),
        )
    )


def also(pack: Pack, result: Mapping[str, Any]) -> Markup:
    """Say what else follows: posting only, unused hours, and the worth that levels the two."""
    sentences, say = pack.reach_comparison.sentences, pack.say
    if result["hours"] == 0:
        return Markup("")
    chance = _odds(result, "broadcasting", "events")["chance"]
    posting = sentences.broadcasting.format(
        broadcasting=_spoke(pack, result, "broadcasting"), chance=_in_hundred(pack, chance)
    )
    unused = result["unused_hours"]
    wasted = sentences.unused.format(unused=say.hours(unused)) if unused >= 0.25 else ""
    return paragraphs(" ".join(part for part in (posting, wasted) if part), _level(pack, result))


def deciding(pack: Pack, platform: str, result: Mapping[str, Any]) -> Markup:
    """Name the few inputs that move the comparison most."""
    words = pack.reach_comparison.deciding
    whole = [row for row in result["deciding"] if None not in row.values()]
    rows = [_decider(pack, platform, row) for row in whole[:SHOWN]]
    listed = paragraphs(words.lead) + items(rows, "ol") if rows else paragraphs(words.none)
    return element("h3", words.title) + listed


def honesty(pack: Pack) -> Markup:
    """Say what the picture cannot know."""
    words = pack.reach_comparison.honesty
    return element("h3", words.title) + items(words.points)


def describe(pack: Pack, result: Mapping[str, Any]) -> str:
    """Say what the picture shows, for those who cannot see it."""
    words, say = pack.reach_comparison, pack.say
    parts = []
    for stage, name in words.stages.items():
        bands = [
            words.picture.way_part.format(way=words.ways[row["way"]], band=say.band(**_ends(row)))
            for row in result["stages"]
            if row["stage"] == stage
        ]
        parts.append(words.picture.part.format(stage=name, ways=", ".join(bands)))
    return words.picture.description.format(parts=" ".join(parts))


def _spoke(pack: Pack, result: Mapping[str, Any], way: str) -> str:
    row = next(row for row in result["stages"] if (row["stage"], row["way"]) == ("spoke", way))
    return pack.say.band(**_ends(row))


def _ends(row: Mapping[str, Any]) -> dict[str, float]:
    return {end: row[end] for end in ("low", "high")}


def _in_hundred(pack: Pack, chance: float) -> str:
    return pack.say.number(round(100 * chance))


def _level(pack: Pack, result: Mapping[str, Any]) -> str:
    """Print the worth at which both come out level; with nobody on a side there is none."""
    sentences, say = pack.reach_comparison.sentences, pack.say
    level = result["break_even"]
    if not all(level.values()):
        return sentences.break_even_none
    return sentences.break_even.format(**{end: say.number(value) for end, value in level.items()})


def _decider(pack: Pack, platform: str, row: Mapping[str, Any]) -> str:
    words, say = pack.reach_comparison, pack.say
    source = words.input(row["input"], platform)
    low, high = (say.amount(source.people_read(row[end]), source.unit) for end in ("low", "high"))
    return words.deciding.row.format(
        label=source.label,
        low=low,
        high=high,
        at_low=say.number(round(row["at_low"], 1)),
        at_high=say.number(round(row["at_high"], 1)),
    )


def _odds(result: Mapping[str, Any], way: str, other: str) -> Mapping[str, Any]:
    return next(row for row in result["odds"] if (row["way"], row["other"]) == (way, other))
