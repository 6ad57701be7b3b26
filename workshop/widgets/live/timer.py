"""The timer that all see, as each participant wants it: it never takes anything away."""

from collections.abc import Callable

from workshop.packs import Pack
from workshop.widgets.controls import control_words
from workshop.widgets.parts.choice import Choice
from workshop.widgets.parts.countdown import Countdown

STRETCH = {"default": 1.0, "extended": 1.5}
"""How long each pace makes the time from the step's beginning; one that is off has no timer."""


class Timer:
    """A countdown and the choice of one's own pace.

    Args:
        pack: The words.
        now: Seconds since 1970.
    """

    def __init__(self, pack: Pack, now: Callable[[], float]) -> None:
        words = pack.live.timer
        self._now = now
        self._time: tuple[float, float | None] = (0.0, None)
        self.face = Countdown(label=words.label, words=words.model_dump(include={"left", "over"}))
        paces = words.paces.model_dump().items()
        self.pace = Choice(
            words.pace,
            [{"value": value, "label": label} for value, label in paces],
            value="default",
            words=control_words(pack),
        )
        self.pace.observe(lambda _: self._run(), "value")

    def set(self, began_at: float, ends_at: float | None) -> None:
        """Let it end with the room's; one that is running already goes on undisturbed."""
        if (began_at, ends_at) != self._time:
            self._time = (began_at, ends_at)
            self._run()

    def _run(self) -> None:
        began_at, ends_at = self._time
        stretch = STRETCH.get(self.pace.value)
        if ends_at is None or stretch is None:
            self.face.run(None)
        else:
            self.face.run(began_at + (ends_at - began_at) * stretch - self._now())
