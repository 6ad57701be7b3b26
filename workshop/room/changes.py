"""What a reader of a room is told: only what is newer than what it knows."""

from dataclasses import dataclass

from workshop.room.stage import Stage
from workshop.room.tally import Tally
from workshop.room.texts import SharedText


@dataclass(frozen=True)
class Changes:
    """The stage as it is, the tallies that are new, and all texts if any of them changed."""

    stage: Stage
    tallies: list[Tally]
    texts: list[SharedText] | None
