"""What an audience is assumed to do with a message: like it, answer it, or leave, and how."""

from dataclasses import dataclass, fields

from workshop.models.ranges import Range

PEOPLE = 1_000
"""People who see every message. In life far fewer see each one; here all of them listen."""

MOST_MESSAGES = 10

KINDS = ("useful", "question", "thanks", "pitch")
"""What a message may be."""

EXITS = ("unfollowed", "muted", "deleted")
"""How somebody leaves. Only the first can be seen from the other side."""


@dataclass(frozen=True)
class Assumptions:
    """Chances for each person and message, each an uncertain range.

    Stated reasons for leaving are not causes, and no experiment has varied the share of pitches
    (pitfall 13 of the evidence): what the kinds of message do to leaving is a judgement.

    Attributes:
        leaving_share: Share of those who see a useful message and leave because of it.
        question_leaving: How many times as many leave over a question.
        thanks_leaving: How many times as many leave over a thank-you.
        pitch_leaving: How many times as many leave over a pitch.
        shown_share: Share of those leaving who unfollow, so that a count falls.
        muted_share: Of the others, the share who mute; the rest delete unread from then on.
        liking_share: Share who like a useful message.
        answering_share: Share who answer one.
        question_answers: How many times as many answer a question.
        pitch_loss_share: By how much fewer like or answer a pitch.
        face_share: Share of those leaving whose face would have told you, in a room.

    Raises:
        ValueError: If a range is a share where it should not be.
    """

    leaving_share: Range
    question_leaving: Range
    thanks_leaving: Range
    pitch_leaving: Range
    shown_share: Range
    muted_share: Range
    liking_share: Range
    answering_share: Range
    question_answers: Range
    pitch_loss_share: Range
    face_share: Range

    def __post_init__(self) -> None:
        for name in INPUTS:
            share = name.endswith("_share")
            if getattr(self, name).share != share:
                raise ValueError(f"{name} must be a Range with share={share}.")


INPUTS = tuple(field.name for field in fields(Assumptions))
"""Names of the uncertain inputs, in the order of `Assumptions`."""


def check_messages(messages: tuple[str, ...]) -> None:
    """Check that there are not too many messages and that each is of a known kind.

    Raises:
        ValueError: Saying what is wrong.
    """
    if len(messages) > MOST_MESSAGES:
        raise ValueError(f"at most {MOST_MESSAGES} messages can be sent, got {len(messages)}.")
    for kind in messages:
        if kind not in KINDS:
            raise ValueError(f"{kind!r} is no kind of message; use {', '.join(KINDS)}.")
