"""A room's answers in sentences."""

from typing import Any

from workshop.packs import Pack
from workshop.packs.tally import MeasureWords


def titled(pack: Pack, words: MeasureWords, number: int, *, several: bool) -> str:
    """Name a picture, with its round where there are several."""
    if not several:
        return words.title
    return pack.tally.try_named.format(title=words.title, number=number)


def aloud(pack: Pack, rows: Any) -> str:
    """Say what a picture shows, one series after the other."""
    told: dict[str, list[str]] = {}
    for side, name, people in zip(rows["side"], rows["name"], rows["people"], strict=True):
        bar = pack.tally.heard_bar.format(name=name, people=pack.say.number(people))
        told.setdefault(side, []).append(bar)
    return " ".join(
        pack.tally.heard.format(title=title, bars="; ".join(bars)) for title, bars in told.items()
    )


def answered(pack: Pack, tally: Any, seats: int) -> str:
    """Say how many have answered, or nothing for a round that was never opened."""
    if tally is None:
        return ""
    return pack.tally.answered.format(answered=tally.answered, seats=seats)


def why_no_picture(pack: Pack, tally: Any, least: int, *, desk: bool) -> str:
    """Say why there is no picture, or not of everybody; nothing where it is of everybody."""
    if tally is None:
        return ""
    if tally.answered < least:
        return pack.tally.too_few.format(least=least)
    if not desk and not tally.revealed:
        return pack.tally.hidden
    if not tally.bars:
        return pack.tally.too_few.format(least=least)
    people = max(sum(bar.people for bar in bars) for bars in tally.bars.values())
    if people == tally.answered:
        return ""
    number = pack.say.number
    return pack.tally.counted.format(people=number(people), answered=number(tally.answered))
