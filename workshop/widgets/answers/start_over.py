"""The routine that somebody made of their hours, checked."""

from datetime import date
from typing import Any

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    StrictBool,
    StrictInt,
    ValidationInfo,
    field_validator,
    model_validator,
)

from workshop.models.routine import LAST_MINUTE, MINUTES, Block, taken
from workshop.widgets.exercise import BaseAnswer, pack_of

MOST_BLOCKS = 40


class AnsweredBlock(BaseModel):
    """A block as the participant has it; see `models.routine.Block`."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    kind: str
    day: StrictInt = Field(ge=0, le=6)
    start: StrictInt = Field(ge=0, lt=LAST_MINUTE)
    minutes: StrictInt = Field(ge=5, le=480)
    turn: StrictInt = Field(ge=0, le=10_000)
    out: StrictBool = False


class RoutineAnswer(BaseAnswer):
    """What was chosen, the week it became, the one line, and the Monday it begins on.

    Attributes:
        hours: Hours a week.
        linked: Whether they follow the week on the same page.
        months: How long until one looks back.
        media: Where: names of the pack.
        days: On which days; 0 is Monday.
        time: When a day's first block begins, such as "08:30".
        blocks: The week.
        when: On what the one line hangs.
        will: What it says.
        first: The Monday it begins on; None until it is a plan.
        name: What tells this plan from all others in a calendar.
        edition: Goes up with each change of the plan.
    """

    hours: float
    linked: bool = False
    months: StrictInt
    media: list[str]
    days: list[StrictInt]
    time: str
    blocks: list[AnsweredBlock] = Field(max_length=MOST_BLOCKS)
    when: str = ""
    will: str = ""
    first: date | None = None
    name: str = Field(default="", pattern=r"^[0-9a-f]{0,32}$")
    edition: StrictInt = Field(default=0, ge=0, le=1_000_000)

    @field_validator("hours", "months")
    @classmethod
    def _in_limits(cls, value: float, info: ValidationInfo) -> float:
        knob = getattr(pack_of(info).start_over, info.field_name or "")
        if not knob.lowest <= value <= knob.highest:
            raise ValueError(f"must lie between {knob.lowest:g} and {knob.highest:g}")
        return value

    @field_validator("media", "days", "time")
    @classmethod
    def _is_offered(cls, value: Any, info: ValidationInfo) -> Any:
        words = pack_of(info).start_over
        offers: dict[str, Any] = {
            "media": words.media,
            "days": range(7),
            "time": words.controls.times,
        }
        chosen = [value] if isinstance(value, str) else value
        if not set(chosen) <= set(offers[info.field_name or ""]):
            raise ValueError("is not on offer")
        return value

    @field_validator("when", "will")
    @classmethod
    def _fits(cls, text: str, info: ValidationInfo) -> str:
        longest = pack_of(info).start_over.if_then.longest
        if len(text) > longest:
            raise ValueError(f"must not be longer than {longest} characters")
        return text

    @model_validator(mode="after")
    def _fits_the_hours(self, info: ValidationInfo) -> "RoutineAnswer":
        kinds = pack_of(info).start_over.kinds
        for block in self.blocks:
            if block.kind not in kinds:
                raise ValueError(f"{block.kind!r} is no kind of block")
            if block.start + block.minutes > LAST_MINUTE:
                raise ValueError("a block runs past midnight")
        if taken(self.week) > self.hours * MINUTES:
            raise ValueError("the blocks take more than the hours that were chosen")
        return self

    @property
    def week(self) -> tuple[Block, ...]:
        """The blocks as the model knows them."""
        return tuple(Block(**block.model_dump()) for block in self.blocks)
