"""What an export tells, whatever platform it came from."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

Platform = Literal["linkedin", "x", "facebook", "instagram", "mastodon"]


@dataclass(frozen=True)
class Post:
    """One post.

    Attributes:
        day: When it was published.
        text: What it said; empty where the export does not tell.
        reached: People who saw it (screens, where `History.screens`), if told.
        answers: Comments or replies, if told.
    """

    day: date
    text: str = ""
    reached: int | None = None
    answers: int | None = None


@dataclass(frozen=True)
class History:
    """What an export tells about somebody's posts.

    Attributes:
        platform: Where they were.
        posts: In order of time.
        followers: At the day of the export, if told.
        screens: Whether `reached` counts how often a post was shown, not how many people saw it.
    """

    platform: Platform
    posts: tuple[Post, ...]
    followers: int | None = None
    screens: bool = False


def in_order(posts: Iterable[Post]) -> tuple[Post, ...]:
    """Return posts in order of time."""
    return tuple(sorted(posts, key=lambda post: post.day))
