"""Words and numbers of `StartOver`."""

from typing import Annotated, Literal

from pydantic import Field, model_validator

from workshop.models.routine import LISTEN, Kind
from workshop.packs.base import Table, Text, Tint, fills
from workshop.packs.exercise import ExercisePack, Hours, Knob
from workshop.packs.thousand_people import Draft

RoutineMedium = Literal["social", "face_to_face"]
Action = Annotated[str, Field(min_length=1, max_length=160)]


class KindOfBlock(Table):
    """What a block is for, with things to do in it."""

    label: Text
    tint: Tint = ""
    media: frozenset[RoutineMedium] = Field(min_length=1)
    share: float = Field(gt=0)
    minutes: int = Field(ge=5, le=120, multiple_of=5)
    actions: tuple[Action, ...] = Field(min_length=1, max_length=12)


class Controls(Table):
    """Words on the controls."""

    media: Text
    media_missing: Text
    days: Text
    days_missing: Text
    time: Text
    times: dict[str, Text] = Field(min_length=1)
    remakes: Text


class WeekWords(Table):
    """Words around the week and on each of its blocks."""

    title: Text
    listening: Annotated[Text, fills("weeks")]
    lead: Text
    day_names: Annotated[tuple[Text, ...], Field(min_length=7, max_length=7)]
    day_letters: Annotated[tuple[Text, ...], Field(min_length=7, max_length=7)]
    when: Annotated[Text, fills("day", "time", "minutes")]
    change: Text
    day: Text
    start: Text
    length: Text
    swap: Text
    leave_out: Text
    take_back: Text
    left_out: Text
    too_much: Annotated[Text, fills("hours")]
    past_midnight: Text
    overlap: Annotated[Text, fills("day", "one", "other")]


class Path(Table):
    """The months as one line."""

    listening: Annotated[Text, fills("weeks")]
    conversing: Annotated[Text, fills("weeks")]
    review: Text


class IfThen(Table):
    """The line that ties the routine to something that happens anyway."""

    title: Text
    lead: Text
    when: Draft
    will: Draft
    said: Annotated[Text, fills("when", "will")]
    longest: int = Field(ge=40, le=400)


class Commitment(Table):
    """The moment it becomes a plan, and what leaves with the participant."""

    title: Text
    open: Text
    missing: Text
    dates: Annotated[Text, fills("first", "last", "review")]
    calendar: Text
    calendar_help: Text
    file: Text
    undo: Text


class SpacedQuestion(Table):
    """A question that comes back some days after the routine has begun, later each time."""

    days: int = Field(ge=1, le=365)
    text: Annotated[Text, fills("said")]


class CalendarWords(Table):
    """What stands in the calendar file."""

    name: Text
    description: Annotated[Text, fills("action", "said")]
    review: Text
    review_description: Text
    question: Text
    questions: Annotated[tuple[SpacedQuestion, ...], Field(max_length=6)] = ()


class Sentences(Table):
    """The one sentence, at each step."""

    nothing: Text
    proposed: Annotated[Text, fills("hours", "listening", "months", counted=("blocks",))]
    committed: Annotated[Text, fills("hours", "first", "review")]


class StartOverPack(ExercisePack):
    """Everything `StartOver` shows and starts from."""

    listening_weeks: int = Field(ge=0, le=12)
    reminder_minutes: int = Field(ge=0, le=1440)
    lengths: tuple[Annotated[int, Field(ge=5, le=480, multiple_of=5)], ...] = Field(min_length=1)
    hours: Hours
    months: Knob
    kinds: dict[str, KindOfBlock]
    media: dict[RoutineMedium, Text]
    controls: Controls
    week: WeekWords
    path: Path
    if_then: IfThen
    commitment: Commitment
    calendar: CalendarWords
    sentences: Sentences

    @model_validator(mode="after")
    def _every_medium_has_something_to_do(self) -> "StartOverPack":
        if LISTEN not in self.kinds:
            raise ValueError(f"kinds: {LISTEN!r} is missing; the first weeks are made of it")
        for medium in self.media:
            if not self.of_media([medium]):
                raise ValueError(f"kinds: none is for {medium}")
        for time in self.controls.times:
            hour, _, minute = time.partition(":")
            if not (len(time) == 5 and "00" <= hour <= "23" and "00" <= minute <= "59"):
                raise ValueError(f"controls.times: {time!r} is no time; write it as '08:30'")
        return self

    def of_media(self, media: list[str]) -> dict[str, Kind]:
        """Return the kinds of block that are possible on at least one of these media."""
        return {
            name: Kind(kind.share, kind.minutes)
            for name, kind in self.kinds.items()
            if kind.media & set(media)
        }

    @property
    def action_counts(self) -> dict[str, int]:
        """How many actions each kind has."""
        return {name: len(kind.actions) for name, kind in self.kinds.items()}
