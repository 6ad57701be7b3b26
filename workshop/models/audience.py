"""A thousand people and ten messages: who likes, who answers, who leaves over which, and how.

A survival model in steps of one message. One audience is shown person by person, and beside it the
ranges over all audiences that the assumptions allow.
"""

from __future__ import annotations

import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from workshop.models.audience_assumptions import (
    EXITS,
    INPUTS,
    KINDS,
    MOST_MESSAGES,
    PEOPLE,
    Assumptions,
    check_messages,
)
from workshop.models.frames import to_frame
from workshop.models.ranges import Array
from workshop.models.reach_draws import SEED, lucky, normal_column, sample

if TYPE_CHECKING:
    import pandas as pd

__all__ = [
    "DRAWS",
    "EXITS",
    "INPUTS",
    "KINDS",
    "MOST_MESSAGES",
    "OUTCOMES",
    "PEOPLE",
    "TYPICAL",
    "VIEWS",
    "Assumptions",
    "Audience",
    "audience",
    "check_messages",
    "counts",
    "per_message",
    "places",
    "ranges",
    "totals",
]

DRAWS = 2_000
"""Possible audiences; as many as leave a frame's time for the dots."""

TYPICAL = 0
"""The seed of the audience in which every input is typical. Any other seed draws the inputs too."""

OUTCOMES = ("liked", "answered", "goodbyes", "silent", "faces", "slipped")
"""Likes and answers, those seen leaving and those not; in a room, faces seen and people who slipped
away."""

VIEWS: Mapping[str, tuple[str, ...]] = {
    "seen": ("here", "liked", "answered", "unfollowed"),
    "happened": ("here", *EXITS),
    "room": ("here", "face", "slipped"),
}
"""Where somebody can be seen to stand: by the sender, in truth, and in a room."""

_BAND = (0.1, 0.5, 0.9)


@dataclass(frozen=True, eq=False)
class Audience:
    """One audience, person by person.

    Attributes:
        left_at: The message each left over, from 1; 0 for those who stay. Shape (people,).
        exit: How each would leave, as a place in `EXITS`.
        face: Whose face would have told you, in a room.
        liked: Who liked which message; shape (messages, people).
        answered: Who answered which.
    """

    left_at: NDArray[np.int64]
    exit: NDArray[np.int64]
    face: NDArray[np.bool_]
    liked: NDArray[np.bool_]
    answered: NDArray[np.bool_]


@lru_cache(maxsize=8)
def audience(assumptions: Assumptions, messages: tuple[str, ...], seed: int = TYPICAL) -> Audience:
    """Send messages to one audience.

    Every person has dice of their own for every message, whatever it is: the same seed is the same
    people, and another choice of messages shows what it changes with them.

    Args:
        assumptions: What is believed.
        messages: Kinds, in the order they are sent.
        seed: Which audience; `TYPICAL`, or one whose inputs are drawn as well.

    Raises:
        ValueError: If there are too many messages, or one of no known kind.
    """
    check_messages(messages)
    inputs = {name: _drawn(name, assumptions, seed) for name in INPUTS}
    dice = np.random.default_rng([SEED, seed])
    leaves, likes, answers = dice.random((3, MOST_MESSAGES, PEOPLE))
    shows, mutes, faces = dice.random((3, PEOPLE))
    liked, answered = np.zeros((2, len(messages), PEOPLE), dtype=bool)
    left_at = np.zeros(PEOPLE, dtype=np.int64)
    for place, kind in enumerate(messages):
        leaving, liking, answering = _chances(kind, inputs)
        leaves_now = (left_at == 0) & (leaves[place] < leaving)
        left_at[leaves_now] = place + 1
        stays = left_at == 0
        liked[place] = stays & (likes[place] < liking)
        answered[place] = stays & (answers[place] < answering)
    shown, muted = inputs["shown_share"], inputs["muted_share"]
    exits = np.where(shows < shown, 0, np.where(mutes < muted, 1, 2))
    return Audience(left_at, exits, faces < inputs["face_share"], liked, answered)


def per_message(people: Audience) -> pd.DataFrame:
    """Return what each message did: message (from 1), liked, answered, each of `EXITS`, face."""
    number = np.arange(1, len(people.liked) + 1)
    left = people.left_at == number[:, None]
    exits = {name: (left & (people.exit == place)).sum(axis=1) for place, name in enumerate(EXITS)}
    return to_frame(
        {
            "message": number,
            "liked": people.liked.sum(axis=1),
            "answered": people.answered.sum(axis=1),
            **exits,
            "face": (left & people.face).sum(axis=1),
        }
    )


def totals(people: Audience) -> dict[str, int]:
    """Return what all messages did: the sums of `per_message`, `silent` and, in a room, `slipped`.

    Those who left in silence muted or delete unread.
    """
    sums = per_message(people).drop(columns="message").sum()
    silent = sums["muted"] + sums["deleted"]
    slipped = sums["unfollowed"] + silent - sums["face"]
    return {
        **{name: int(n) for name, n in sums.items()},
        "silent": int(silent),
        "slipped": int(slipped),
    }


def counts(places: NDArray[np.int64], view: str) -> list[int]:
    """Return how many people stand at each of a view's places."""
    return [int(number) for number in np.bincount(places, minlength=len(VIEWS[view]))]


def places(people: Audience, view: str, until: int) -> NDArray[np.int64]:
    """Return where each person is seen to stand after so many messages, as a place in `VIEWS`.

    Args:
        people: One audience.
        view: One of `VIEWS`.
        until: After which message, 0 to their number. In the sender's view, likes and answers are
            those of this message.
    """
    gone = (people.left_at > 0) & (people.left_at <= until)
    if view == "happened":
        return np.where(gone, people.exit + 1, 0)
    if view == "room":
        return np.where(gone, np.where(people.face, 1, 2), 0)
    reacted = np.zeros(PEOPLE, dtype=np.int64)
    if until:
        reacted = np.where(people.answered[until - 1], 2, people.liked[until - 1].astype(int))
    return np.where(gone & (people.exit == 0), 3, reacted)


def ranges(
    assumptions: Assumptions, messages: tuple[str, ...], *, draws: int = DRAWS
) -> pd.DataFrame:
    """Return what so many messages do over all audiences that the assumptions allow.

    Returns:
        One row for each of `OUTCOMES`: outcome, and over all messages low, middle, high (P10,
        median, P90) of likes, answers, and of people for the others.

    Raises:
        ValueError: If there are too many messages, or one of no known kind.
    """
    check_messages(messages)
    inputs = {name: sample(name, getattr(assumptions, name), draws, SEED) for name in INPUTS}
    staying = np.ones(draws)
    likes, answers = np.zeros((2, draws)), np.zeros((2, draws))
    for kind in messages:
        leaving, liking, answering = _chances(kind, inputs)
        staying = staying * (1 - leaving)
        likes = likes + _reacting(PEOPLE * staying, liking)
        answers = answers + _reacting(PEOPLE * staying, answering)
    shown, face = inputs["shown_share"], inputs["face_share"]
    left = 1 - staying
    parts = {
        "goodbyes": left * shown,
        "silent": left * (1 - shown),
        "faces": left * face,
        "slipped": left * (1 - face),
    }
    # Each of so many people does that or does not: nobody answers a message twice.
    people = {name: _counts(name, PEOPLE * part, 1 - part) for name, part in parts.items()}
    for name, (mean, variance) in (("liked", likes), ("answered", answers)):
        spread = np.divide(variance, mean, out=np.ones(draws), where=mean > 0)
        people[name] = _counts(name, mean, spread)
    low, middle, high = np.quantile(np.stack([people[name] for name in OUTCOMES]), _BAND, axis=-1)
    return to_frame({"outcome": OUTCOMES, "low": low, "middle": middle, "high": high})


def _reacting(people: Array, chance: Array) -> Array:
    """Return mean and variance of how many react to one message, in two rows."""
    mean = people * chance
    return np.stack([mean, mean * (1 - chance)])


def _chances(kind: str, inputs: Mapping[str, Array]) -> tuple[Array, Array, Array]:
    """Return the chances that one person leaves over, likes and answers a message of a kind."""
    leaving, liking = inputs["leaving_share"], inputs["liking_share"]
    answering = inputs["answering_share"]
    if kind == "pitch":
        works = 1 - inputs["pitch_loss_share"]
        liking, answering = liking * works, answering * works
    if kind == "question":
        answering = answering * inputs["question_answers"]
    if kind != "useful":
        leaving = leaving * inputs[f"{kind}_leaving"]
    return np.minimum(leaving, 1), liking, np.minimum(answering, 1)


def _drawn(name: str, assumptions: Assumptions, seed: int) -> Array:
    """Return an input of one audience."""
    known = getattr(assumptions, name)
    if seed == TYPICAL:
        return np.asarray(known.typical)
    # crc32, because hash() of a text differs from one Python process to the next.
    z = np.random.default_rng([seed, zlib.crc32(name.encode())]).standard_normal(1)
    return np.asarray(known.draws(z)[0])


def _counts(name: str, mean: Array, spread: Array | float) -> Array:
    return lucky(mean, normal_column(f"audience {name}", len(mean), SEED), spread)
