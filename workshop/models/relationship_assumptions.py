"""What the growth of relationships assumes: how people are found, kept, lost and won over."""

from dataclasses import dataclass, fields

from workshop.models.ranges import Range
from workshop.models.reach_assumptions import INPUTS as REACH_INPUTS
from workshop.models.reach_assumptions import Assumptions as Reach

MEDIA = ("face_to_face", "social")
"""The two sides, which get the same hours."""

WAYS = {"face_to_face": "events", "social": "conversing"}
"""How each side finds people: the ways of the reach comparison that start conversations."""

STAGES = ("contact", "partner", "trusted", "opportunity")
"""Where somebody stands who is still in touch. Nobody stands in two of them."""

LOSSES = ("faded", "turned_away")
"""Where somebody went who is no longer in touch: for want of contact, or because of pitching."""

MOST_MONTHS = 60
MOST_TOUCHES = 30.0

_ABOVE_ZERO = ("meeting_minutes", "message_minutes", "most_people", "touches_to_trust")
_AT_LEAST_ONE = ("touches_to_trust", "pitch_leaving")


@dataclass(frozen=True)
class Assumptions:
    """The same hours on both media, split into finding people and keeping them.

    A contact is somebody with whom a first exchange took place, a conversation partner had a second
    one within a month, a trusted relationship has seen several over months, and an opportunity is a
    named referral, request or offer (section I of the evidence; these thresholds are ours).

    Attributes:
        reach: The hours a week and what is believed about finding people. Its weeks are not used.
        months: How long, 1 to 60.
        keeping: Share of the hours that goes to people already met, 0 to 1.
        touches: How often a month each of them is to hear from you, 0 to 30.
        pitching: Share of what is said that pitches, 0 to 1.
        meeting_minutes: All-in minutes to be in touch once face to face, above 0.
        message_minutes: Minutes to be in touch once online, reading included, above 0.
        online_depth_share: What being in touch once online adds to trust, against once face to
            face.
        touches_to_trust: Face-to-face touches until a partner trusts you, on average, 1 or more.
        most_people: How many people anybody can keep up with, whatever the hours, above 0.
        weak_fade_share: Contacts and partners lost in a month without contact.
        strong_fade_share: Trusted relationships lost in a month without contact.
        opportunity_share: Trusted relationships that bring a first opportunity in a year.
        weak_opportunity_share: Conversation partners that do so, in a year.
        pitch_loss_share: By how much a pitch fails to do what another message does: start a
            conversation, continue it, add to trust.
        pitch_leaving: How many times as many leave where everything pitches, 1 or more.

    Raises:
        ValueError: If a number is outside its limits or a range is a share where it should not be.
    """

    reach: Reach
    months: int
    keeping: float
    touches: float
    pitching: float
    meeting_minutes: Range
    message_minutes: Range
    online_depth_share: Range
    touches_to_trust: Range
    most_people: Range
    weak_fade_share: Range
    strong_fade_share: Range
    opportunity_share: Range
    weak_opportunity_share: Range
    pitch_loss_share: Range
    pitch_leaving: Range

    def __post_init__(self) -> None:
        if not 1 <= self.months <= MOST_MONTHS:
            raise ValueError(f"months must lie between 1 and {MOST_MONTHS}, got {self.months}.")
        for name in ("keeping", "pitching"):
            if not 0 <= getattr(self, name) <= 1:
                raise ValueError(f"{name} is a share of 0 to 1, got {getattr(self, name)}.")
        if not 0 <= self.touches <= MOST_TOUCHES:
            raise ValueError(
                f"touches a month must lie between 0 and {MOST_TOUCHES:g}, got {self.touches}."
            )
        for name in OWN_INPUTS:
            self._check(name)

    def _check(self, name: str) -> None:
        values, share = getattr(self, name), name.endswith("_share")
        if values.share != share:
            raise ValueError(f"{name} must be a Range with share={share}.")
        if name in _ABOVE_ZERO and values.low == 0:
            raise ValueError(f"{name} must be above 0.")
        if name in _AT_LEAST_ONE and values.low < 1:
            raise ValueError(f"{name} must be 1 or more, got {values.low}.")

    def range(self, name: str) -> Range:
        """Return an uncertain input, the reach comparison's included."""
        return getattr(self if name in OWN_INPUTS else self.reach, name)


OWN_INPUTS = tuple(field.name for field in fields(Assumptions) if field.type is Range)
"""The uncertain inputs that only the growth of relationships knows."""

INPUTS = (*(name for name in REACH_INPUTS if name != "most_posts"), *OWN_INPUTS)
"""Every uncertain input that takes part, those of finding people first."""
