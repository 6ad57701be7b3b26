"""A number on a scale: a slider for the hand and a field for the exact figure."""

import math
from typing import Any, ClassVar

from traitlets import Bool, Dict, Enum, Float, TraitError, Unicode, observe, validate
from traitlets.utils.bunch import Bunch

from workshop.widgets.parts.part import Part, flag


def _number(part: "Range", sent: Any) -> float:
    """Check a number from the browser: finite, within the scale, on a step."""
    try:
        usable = not isinstance(sent, bool) and isinstance(sent, int | float)
        value = float(sent) if usable else math.nan
    except OverflowError:
        value = math.inf
    if not part.min <= value <= part.max:
        raise ValueError(part.say("between", low=f"{part.min:.10g}", high=f"{part.max:.10g}"))
    return part.fit(value)


def _mistake(value: float, min: float, max: float, step: float, scale: str) -> str:
    """Say what is wrong with a scale, if anything is."""
    if not math.isfinite(value):
        return f"value must be finite, got {value}."
    if not -math.inf < min <= max < math.inf:
        return f"min must not exceed max, got {min} and {max}."
    if not 0 < step < math.inf:
        return f"step must be above 0, got {step}."
    if scale == "log" and min <= 0:
        return f"a log scale starts above 0, got min {min}. Use the smallest number that matters."
    if scale == "log" and step > min:
        return f"a log scale's step must not exceed its min {min}, got {step}."
    return ""


class Range(Part):
    """A native slider with a number field beside it.

    Args:
        label: What the number is.
        value: Where it stands.
        min: The lowest value; above 0 on a log scale.
        max: The highest value.
        **traits: Any of the traits below.

    Example:
        >>> hours = Range("Events", 2, 0, 20, step=0.25, unit="h")
        >>> hours.value = 2.1
        >>> hours.value
        2.0
    """

    _accepts: ClassVar = {"value": _number, "touched": flag}
    _speaks: ClassVar = ("between", "unclear", "yours")

    label = Unicode().tag(sync=True)
    """What the number is: the visible label and the first half of the accessible name."""
    value = Float().tag(sync=True)
    """The number, always within the scale and, on a linear one, on a step."""
    min = Float().tag(sync=True)
    """The lowest value."""
    max = Float(1).tag(sync=True)
    """The highest value that a step reaches."""
    step = Float(1).tag(sync=True)
    """The distance of two neighbours on a linear scale. A log scale's stops are its own; there it
    is how fine a typed figure may be, so that 1 keeps people whole."""
    scale = Enum(["linear", "log"], "linear").tag(sync=True)
    """How the slider's way maps to numbers. On a log scale it stops at two significant digits,
    and a figure typed into the field is kept to the step."""
    unit = Unicode().tag(sync=True)
    """Shown after the figure and spoken with it, such as 'h' or '%'."""
    help = Unicode().tag(sync=True)
    """A sentence below the control."""
    about = Dict().tag(sync=True)
    """Where the number comes from, one press away: `title`, `spread`, `note`, `sources` (each
    `name`, `year`, `url`, `confidence`) and `back`, the words of the way back to it."""
    touched = Bool(False).tag(sync=True)
    """True once the participant moved it. The way back in `about` makes it False again; whoever
    owns the part then restores the value."""
    tint = Enum(["", "face", "social", "broadcast", "muted"], "").tag(sync=True)
    """The colour of the filled track."""
    disabled = Bool(False).tag(sync=True)
    """Whether it can be moved."""

    def __init__(self, label: str, value: float, min: float, max: float, **traits: Any) -> None:
        super().__init__(label=label, value=value, min=min, max=max, _script="range.js", **traits)

    def fit(self, value: float) -> float:
        """Return the nearest number the control can show."""
        if self.scale == "log":
            nearest = float(f"{round(value / self.step) * self.step:.12g}")
            return min(max(nearest, self.min), self.max)
        last = math.floor((self.max - self.min) / self.step + 1e-9)
        steps = min(max(round((value - self.min) / self.step), 0), last)
        # Twelve digits, so that ten steps of 0.1 make 1 and not 0.9999999999999999.
        return float(f"{self.min + steps * self.step:.12g}")

    # One check for all, since traitlets validates a constructor's traits in any order.
    @validate("value", "min", "max", "step", "scale")
    def _fits_together(self, proposal: Bunch) -> Any:
        names = ("value", "min", "max", "step", "scale")
        meant = {name: getattr(self, name) for name in names}
        meant[proposal.trait.name] = proposal.value
        mistake = _mistake(**meant)
        if mistake:
            raise TraitError(f"{self.label or 'Range'}: {mistake}")
        return self.fit(proposal.value) if proposal.trait.name == "value" else proposal.value

    @observe("min", "max", "step", "scale")
    def _on_scale_changed(self, _change: Bunch) -> None:
        self.value = self.fit(self.value)
