"""What a sender sees of a thousand people, and what happened, in words."""

from collections.abc import Mapping
from typing import Any

from markupsafe import Markup

from workshop.models.audience import PEOPLE, VIEWS
from workshop.packs import Pack
from workshop.widgets.markup import element, items, paragraphs, table

SEEN = ("liked", "answered", "unfollowed")
TRUE = ("muted", "deleted", "face")

LOOKS = {
    "here": ("disc", "muted"),
    "liked": ("square", "social"),
    "answered": ("diamond", "accent"),
    "unfollowed": ("cross", "face"),
    "muted": ("ring", "broadcast"),
    "deleted": ("dash", "face"),
    "face": ("square", "face"),
    "slipped": ("ring", "broadcast"),
}
"""The shape and the tint of each place."""


def sentence(pack: Pack, result: Mapping[str, Any], turned: bool) -> str:
    """Say in one sentence what a sender sees or, once the mirror has turned, what happened."""
    words, rows, say = pack.silent_audience.sentences, result["messages"], pack.say
    if not rows:
        return words.start
    if not turned:
        last = rows[-1]
        seen = {name: say.number(last[name]) for name in SEEN}
        return words.seen.format(kind=words.names[last["kind"]], **seen)
    totals = result["totals"]
    told = words.turned if totals["silent"] else words.kept
    return str(
        told.format(
            people=say.number(PEOPLE),
            goodbyes=say.number(totals["unfollowed"]),
            silent=say.number(totals["silent"]),
            **_ends(pack, result, "silent"),
        )
    )


def also(pack: Pack, result: Mapping[str, Any]) -> Markup:
    """Say what a room would have shown, what else is possible, and what the last ten did."""
    words, say, totals = pack.silent_audience.sentences, pack.say, result["totals"]
    room = words.room.format(face=say.number(totals["face"]), slipped=say.number(totals["slipped"]))
    ends = {
        f"{name}_{end}": value
        for name in ("liked", "answered")
        for end, value in _ends(pack, result, name).items()
    }
    before = ""
    if result["before"]:
        counts = {name: say.number(totals[name]) for name in ("silent", "answered")}
        earlier = {f"{name}_before": say.number(n) for name, n in result["before"].items()}
        before = words.before.format(**counts, **earlier)
    return paragraphs(before, room, words.spread.format(**ends), words.caution)


def message_table(pack: Pack, result: Mapping[str, Any], turned: bool) -> Markup:
    """List message by message what a sender sees; and what happened, once the mirror turned."""
    words = pack.silent_audience
    if not result["messages"]:
        return Markup("")
    columns = (*SEEN, *TRUE) if turned else SEEN
    head = [words.picture.message, words.picture.kind]
    head += [getattr(words.picture, name) for name in columns]
    rows = [
        [
            pack.say.number(row["message"]),
            words.kinds[row["kind"]],
            *(pack.say.number(row[name]) for name in columns),
        ]
        for row in result["messages"]
    ]
    return element("div", table(words.picture.caption, head, rows), "wk-scroller")


def legend(pack: Pack, counts: list[int], view: str) -> list[dict[str, str]]:
    """Name each kind of dot with how many there are."""
    names = pack.silent_audience.places[view]  # type: ignore[index]
    return [
        {
            "label": names[place].format(count=pack.say.number(count)),
            "shape": LOOKS[place][0],
            "tint": LOOKS[place][1],
        }
        for place, count in zip(VIEWS[view], counts, strict=True)
    ]


def describe(pack: Pack, kinds: list[dict[str, str]], number: int) -> str:
    """Say what the dots show, for those who cannot see them."""
    return pack.silent_audience.picture.description.format(
        people=pack.say.number(PEOPLE),
        number=pack.say.number(number),
        places=", ".join(kind["label"] for kind in kinds),
    )


def honesty(pack: Pack) -> Markup:
    """Say what the dots cannot know."""
    words = pack.silent_audience.honesty
    return element("h3", words.title) + items(words.points)


def _ends(pack: Pack, result: Mapping[str, Any], outcome: str) -> dict[str, str]:
    row = next(row for row in result["ranges"] if row["outcome"] == outcome)
    return {end: pack.say.people(row[end]) for end in ("low", "high")}
