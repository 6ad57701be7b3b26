"""What an export tells: numbers measured at one's own posts, and how many of them pitch."""

from collections.abc import Mapping
from typing import Any

from markupsafe import Markup

from workshop.packs import Pack
from workshop.sheets import History
from workshop.widgets.markup import element, items

LAST = 50
"""How many posts are read at once."""


def measured(pack: Pack, platform: str, found: Mapping[str, Mapping[str, Any]]) -> Markup:
    """Say which numbers come from the participant's own file."""
    words = pack.files.export
    if not found:
        return Markup("")
    name = pack.files.platforms[platform]  # type: ignore[index]
    points = [_point(pack, name, key, number) for key, number in found.items()]
    return element("h3", words.title.format(platform=name)) + items(points)


def posts(pack: Pack, history: History) -> str:
    """Say how many of the last posts pitch; nothing where the export holds no texts."""
    words, say = pack.files.export, pack.say
    texts = [{"text": post.text, "date": post.day} for post in history.posts if post.text.strip()]
    if not texts:
        return ""
    import pandas as pd

    from workshop.reading import read_posts

    found = read_posts(pd.DataFrame(texts), rules=pack.rules, last=LAST).shares["pitch"]
    if not found.of:
        return words.not_judged
    low, high = (say.number(round(100 * end)) for end in (found.low, found.high))
    return words.posts.format(
        of=say.number(found.of), count=say.number(found.count), low=low, high=high
    )


def _point(pack: Pack, platform: str, key: str, number: Mapping[str, Any]) -> str:
    words, say = pack.files.export, pack.say
    if key == "following":
        return words.following.format(typical=say.number(number["typical"]))
    low, high = (say.amount(number[end], "percent") for end in ("low", "high"))
    sentence = "seen_screens" if key == "seen_share" and number["screens"] else key
    return str(
        getattr(words, sentence).format(
            low=low, high=high, posts=say.number(number["posts"]), platform=platform
        )
    )
