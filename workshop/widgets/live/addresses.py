"""Where a room is found, as those who hand it in know it."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Addresses:
    """Addresses and secrets that a page of a room shows; empty where it may not."""

    code: str
    join: str
    desk: str = ""
    screen: str = ""
    own_screen: str = ""
    """The screen's address for this browser, which has its token already."""
    key: str = ""
    token: str = ""
