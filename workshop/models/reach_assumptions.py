"""What a comparison of reach assumes: hours, a horizon, and a range for everything uncertain."""

from dataclasses import dataclass, fields

from workshop.models.ranges import Range

WAYS = ("events", "broadcasting", "conversing")
"""Three ways to spend the same hours."""

STAGES = ("could_hear", "heard", "spoke", "goes_on")
"""How far it went, each stage a part of the one before. Never compare two different ones."""

MOST_HOURS = 40.0
MOST_WEEKS = 520.0

_ABOVE_ZERO = ("conversation_minutes", "post_minutes", "reply_minutes")


@dataclass(frozen=True)
class Assumptions:
    """The same all-in hours for every way, and what is believed about each way.

    People are distinct people not in contact before, and somebody is spoken with when each side
    has answered the other at least once (section I of the evidence).

    Attributes:
        hours: All-in hours a week, 0 to 40: at events with travel, preparation and follow-up,
            online with everything written and read.
        weeks: Over how many weeks, above 0, up to 520.
        people: Others in the room.
        event_minutes: Minutes there.
        talking_share: Share of these minutes really in conversation.
        conversation_minutes: Minutes a conversation, above 0.
        circle: People within earshot for each one spoken with, 1 or more. Name tags count whoever
            stands near: 14 people at a mixer (Ingram and Morris, ASQ 2007) where floor time
            divided by the length of a conversation gives 9.
        event_new_share: Share of the people there who are new to you.
        around_minutes: Travel, preparation and follow-up, minutes an event.
        following: Followers or connections.
        seen_share: Share of them who see one post.
        answer_share: Share of those reached who answer a post.
        post_minutes: Minutes to write a post, above 0.
        most_posts: Posts a week that broadcasting can sensibly send.
        few_posts: Posts a week beside conversing.
        reply_minutes: Minutes to read and to answer or comment once, above 0.
        reply_share: Share who reply to a thoughtful comment on their own post.
        online_new_share: Share of those commented on who are new to you.
        goes_on_share: Share of exchanges followed by a second one within 30 days, the same for
            all ways.

    Raises:
        ValueError: If a number is outside its limits or a range is a share where it should not be
            (fields named `..._share` are shares, all others are not).
    """

    hours: float
    weeks: float
    people: Range
    event_minutes: Range
    talking_share: Range
    conversation_minutes: Range
    circle: Range
    event_new_share: Range
    around_minutes: Range
    following: Range
    seen_share: Range
    answer_share: Range
    post_minutes: Range
    most_posts: Range
    few_posts: Range
    reply_minutes: Range
    reply_share: Range
    online_new_share: Range
    goes_on_share: Range

    def __post_init__(self) -> None:
        if not 0 <= self.hours <= MOST_HOURS:
            raise ValueError(f"hours must lie between 0 and {MOST_HOURS:g}, got {self.hours}.")
        if not 0 < self.weeks <= MOST_WEEKS:
            raise ValueError(f"weeks must be above 0, up to {MOST_WEEKS:g}, got {self.weeks}.")
        for name in INPUTS:
            share = name.endswith("_share")
            if getattr(self, name).share != share:
                raise ValueError(f"{name} must be a Range with share={share}.")
        for name in _ABOVE_ZERO:
            if getattr(self, name).low == 0:
                raise ValueError(f"{name} must be above 0. Use 0.1 for next to no time.")
        if self.event_minutes.low == self.around_minutes.low == 0:
            raise ValueError(
                "event_minutes or around_minutes must be above 0: an event takes time."
            )
        if self.circle.low < 1:
            raise ValueError(f"circle counts the partner too: 1 or more, got {self.circle.low}.")


INPUTS = tuple(field.name for field in fields(Assumptions) if field.type is Range)
"""Names of the uncertain inputs, in the order of `Assumptions`."""
