"""What every table of a pack is made of: checked words, sentences, numbers with evidence."""

from collections.abc import Mapping
from string import Formatter
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, HttpUrl, model_validator

from workshop.models.ranges import Range

Text = Annotated[str, Field(min_length=1, max_length=600)]
Confidence = Literal["research", "survey", "weak", "judgement", "example"]
Unit = Literal[
    "hours",
    "minutes",
    "people",
    "percent",
    "a_week",
    "weeks",
    "months",
    "exchanges",
    "times",
    "money",
]
Tint = Literal["", "face", "social", "broadcast", "muted"]


def fills(*fields: str, counted: tuple[str, ...] = ()) -> AfterValidator:
    """Check that a sentence uses these `{fields}` and no others.

    Args:
        fields: Their names.
        counted: The names of those by which it may choose its words, as in
            `{weeks:# week|# weeks}`: they are filled with a `Number`.
    """

    def check(text: str) -> str:
        try:
            found = [(name, forms) for _, name, forms, _ in Formatter().parse(text) if name]
            used = {name for name, _ in found}
        except ValueError as problem:
            raise ValueError(
                f"has a brace out of place ({problem}); write {{{{ for a brace"
            ) from None
        if unknown := sorted(used - {*fields, *counted}):
            allowed = ", ".join(f"{{{field}}}" for field in (*fields, *counted))
            raise ValueError(f"uses {{{unknown[0]}}}, which is not known here; use {allowed}")
        for name, forms in found:
            if forms and not (name in counted and "|" in forms):
                raise ValueError(
                    f"{{{name}:{forms}}} chooses no words; write {{{name}}}, or of what is counted "
                    "such as {weeks:# week|# weeks}"
                )
        return text

    return AfterValidator(check)


class Table(BaseModel):
    """One table of a pack: frozen, and with no key that nobody reads."""

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)


class Source(Table):
    """Where a number was found."""

    name: Text
    year: int | None = Field(default=None, ge=1950, le=2100)
    url: HttpUrl


class Evidence(Table):
    """A low / typical / high range and what it rests on, in the unit that people read."""

    low: float
    typical: float
    high: float
    confidence: Confidence
    sources: tuple[Source, ...] = ()
    note: str = ""

    @model_validator(mode="after")
    def _in_order(self) -> "Evidence":
        if not self.low <= self.typical <= self.high:
            raise ValueError(
                f"low {self.low:g}, typical {self.typical:g}, high {self.high:g} are not in order"
            )
        return self


class Limits(Table):
    """How far a control goes."""

    lowest: float
    highest: float
    step: float = Field(gt=0)

    @model_validator(mode="after")
    def _has_room(self) -> "Limits":
        if self.lowest >= self.highest:
            raise ValueError(f"lowest {self.lowest:g} must be below highest {self.highest:g}")
        return self


class Input(Evidence, Limits):
    """A number that a participant may replace, with the range that stands until they do."""

    label: Text
    help: str = ""
    side: Literal["events", "social", "both"] = "both"
    unit: Unit
    scale: Literal["linear", "log"] = "linear"
    known: bool = False

    @model_validator(mode="after")
    def _inside_limits(self) -> "Input":
        if not self.lowest <= self.low <= self.high <= self.highest:
            raise ValueError(
                f"the range {self.low:g} to {self.high:g} leaves the limits "
                f"{self.lowest:g} to {self.highest:g}"
            )
        return self

    def range(self, value: float | None = None) -> Range:
        """Return the model's range: the evidence's, or what a participant's own number makes of it.

        Args:
            value: The participant's number in this input's unit, or None to keep the evidence.

        Returns:
            A range in the model's unit (shares as fractions): exact when the participant can know
            the number, else as wide as the evidence but around their number.
        """
        share, scale = self.unit == "percent", self._scale
        low, typical, high = (number * scale for number in (self.low, self.typical, self.high))
        evidence = Range(low, typical, high, share=share)
        if value is None:
            return evidence
        if self.known or evidence.is_exact:
            return Range.exactly(value * scale, share=share)
        return evidence.around(value * scale)

    def measured(self, low: float, typical: float, high: float) -> Range:
        """Return the model's range of what was measured, given in this input's unit."""
        share, scale = self.unit == "percent", self._scale
        return Range(low * scale, typical * scale, high * scale, share=share)

    def people_read(self, value: float) -> float:
        """Return a number of the model in this input's unit (a fraction as per cent)."""
        return value / self._scale

    @property
    def _scale(self) -> float:
        return 0.01 if self.unit == "percent" else 1.0


def check_own(own: Mapping[str, float], sources: Mapping[str, Input]) -> None:
    """Check that a participant's numbers are inputs, each within its limits.

    Raises:
        ValueError: Naming the first that is not.
    """
    for name, value in own.items():
        if name not in sources:
            raise ValueError(f"{name!r} is not an input")
        limits = sources[name]
        if not limits.lowest <= value <= limits.highest:
            raise ValueError(f"{name} must be from {limits.lowest:g} to {limits.highest:g}")
