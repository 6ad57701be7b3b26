"""The ordered steps of a session, as data: what comes up, for how long, and what a trainer does."""

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, field_validator, model_validator

Key = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]{0,39}$")]
Line = Annotated[str, Field(min_length=1, max_length=600)]
Path = Annotated[str, Field(pattern=r"^[a-z_][A-Za-z0-9_.]{0,119}$")]


class _Table(BaseModel):
    """One table of an agenda: frozen, and with no key that nobody reads."""

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)


class Measure(_Table):
    """One thing that is counted in what a step's answers say.

    Either `edges`, which cut numbers into cells (edges 1 and 3: below 1, from 1 to below 3, from 3
    up), or `options`, one cell each.
    """

    path: Path
    edges: tuple[float, ...] = ()
    options: tuple[str, ...] = ()
    ordered: bool = False
    """Whether options have an order, so that few are told together with their neighbours."""

    @model_validator(mode="after")
    def _is_one_kind(self) -> "Measure":
        if bool(self.edges) == bool(self.options):
            raise ValueError("needs edges = [...] for a number or options = [...] for a choice")
        if list(self.edges) != sorted(set(self.edges)):
            raise ValueError(f"edges {list(self.edges)} must rise from left to right")
        if len(set(self.options)) != len(self.options):
            raise ValueError("options must differ from each other")
        return self

    @property
    def size(self) -> int:
        """How many cells there are."""
        return len(self.options) or len(self.edges) + 1


class Step(_Table):
    """One block of the session; a second try has the key of the first and the next round."""

    key: Key
    round: int = Field(default=1, ge=1, le=9)
    exercise: Key | Literal[""] = ""
    title: Line
    minutes: float = Field(gt=0, le=240)
    shortest: float | None = Field(default=None, gt=0)
    purpose: Line
    wall: str = Field(default="", max_length=300)
    """What the room reads while it works, on the wall and on phones."""
    do: tuple[Line, ...] = ()
    say: tuple[Line, ...] = ()
    expect: str = ""
    debrief: tuple[Line, ...] = ()
    if_short: str = ""
    if_long: str = ""
    goes_wrong: tuple[Line, ...] = ()

    @model_validator(mode="after")
    def _can_be_cut(self) -> "Step":
        if self.shortest is not None and self.shortest > self.minutes:
            raise ValueError(f"shortest {self.shortest:g} is longer than minutes {self.minutes:g}")
        return self

    @property
    def spare(self) -> float:
        """Minutes that can be taken from it."""
        return self.minutes - (self.minutes if self.shortest is None else self.shortest)


class Agenda(_Table):
    """A session from start to end, and what of its exercises' answers is counted."""

    title: Line
    minutes: float = Field(gt=0, le=600)
    objectives: tuple[Line, ...] = ()
    material: tuple[Line, ...] = ()
    steps: tuple[Step, ...] = Field(min_length=1, max_length=60)
    measures: dict[Key, dict[Key, Measure]] = Field(default_factory=dict)

    @field_validator("measures")
    @classmethod
    def _count_each_thing_once(
        cls, measures: dict[str, dict[str, Measure]]
    ) -> dict[str, dict[str, Measure]]:
        # Two cuts through the same numbers could be laid over each other to find one person.
        for exercise, named in measures.items():
            paths = [measure.path for measure in named.values()]
            if twice := [path for path in paths if paths.count(path) > 1]:
                raise ValueError(f"{exercise}: {twice[0]!r} is counted twice; once is enough")
        return measures

    @model_validator(mode="after")
    def _hangs_together(self) -> "Agenda":
        seen: dict[str, Step] = {}
        for step in self.steps:
            before = seen.get(step.key)
            if step.round != (before.round + 1 if before else 1):
                number = before.round + 1 if before else 1
                raise ValueError(
                    f"step {step.key!r} comes with round {step.round} where round {number} "
                    "is expected; give it another key, or that round"
                )
            if before and before.exercise != step.exercise:
                raise ValueError(f"the rounds of step {step.key!r} must be of one exercise")
            seen[step.key] = step
        total = sum(step.minutes for step in self.steps)
        if total > self.minutes:
            raise ValueError(
                f"the steps take {total:g} minutes, more than the {self.minutes:g} there are"
            )
        return self

    def __contains__(self, key: object) -> bool:
        return any(step.key == key for step in self.steps)

    def counted(self, key: str) -> dict[str, Measure]:
        """Return the measures of a step by their names; none for a step without answers."""
        exercise = next((step.exercise for step in self.steps if step.key == key), "")
        return self.measures.get(exercise, {}) if exercise else {}

    def place(self, key: str, round: int) -> int:
        """Return where a round of a step stands; a round beyond the planned ones is at the last."""
        places = [i for i, step in enumerate(self.steps) if step.key == key and step.round <= round]
        return places[-1]

    def starts(self) -> Iterator[tuple[float, Step]]:
        """Yield each step with the minutes after which it is planned to begin."""
        minutes = 0.0
        for step in self.steps:
            yield minutes, step
            minutes += step.minutes
