"""Doing something once the hand has come to rest, so that no control waits for a picture afar."""

import asyncio
from collections.abc import Callable

# Seconds without another call. Longer than the pause between two steps of a hand that goes on: what
# follows takes up to 0.2 s, and the step that comes meanwhile would wait for it.
REST = 0.4


class Later:
    """Calls back once a moment has passed without another call; where no loop runs, at once.

    Args:
        do: What to do.
        rest: How long it must have been quiet, in seconds.
    """

    def __init__(self, do: Callable[[], None], rest: float = REST) -> None:
        self._do, self._rest = do, rest
        self._timer: asyncio.TimerHandle | None = None

    def __call__(self, *_: object) -> None:
        """Do it, unless another call follows soon."""
        try:
            loop = asyncio.get_running_loop()
        except RuntimeError:  # a notebook's cell being run, or a test
            self._do()
            return
        if self._timer:
            self._timer.cancel()
        self._timer = loop.call_later(self._rest, self._do)
