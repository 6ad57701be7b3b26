"""A timer that the page counts down by itself. Soft: when it is over, nothing is taken away."""

from typing import Any, ClassVar

from traitlets import Float, Int, Unicode

from workshop.widgets.parts.part import Part


class Countdown(Part):
    """Minutes and seconds to go, from a number that the kernel gives once.

    Args:
        **traits: Any of the traits below.

    Example:
        >>> timer = Countdown(words={"over": "Time is up", "left": "{minutes} minutes left"})
        >>> timer.run(90)
    """

    _speaks: ClassVar = ("left", "over")

    label = Unicode().tag(sync=True)
    """What is timed."""
    seconds = Float(None, allow_none=True).tag(sync=True)
    """Seconds to go when it was given; None while there is no timer."""
    given = Int(0).tag(sync=True)
    """Counts up, so that the same number can be given twice."""

    def __init__(self, **traits: Any) -> None:
        super().__init__(_script="countdown.js", **traits)

    def run(self, seconds: float | None) -> None:
        """Count down from so many seconds; None takes the timer away."""
        with self.hold_sync():
            self.seconds = None if seconds is None else max(0.0, seconds)
            self.given += 1
