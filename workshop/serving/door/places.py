"""Who is inside, who is on the way in and who waits. Knows people by tokens, and no server."""

import math
import time
from collections import Counter
from collections.abc import Callable

STARTING = 100
"""How many may be on the way in at once; the last of them waits some seconds for a kernel."""

PRESENT = 30.0
"""Seconds after which somebody who was not heard of is passed over, until they are back."""

REMEMBERED = 600.0
"""Seconds that the place of somebody absent is kept: a phone that was locked meanwhile."""

ON_THE_WAY = 30.0
"""Seconds that a place is held for somebody who was told to come in."""

AFTER_GOODBYE = 5.0
"""Seconds that a place is held when its kernel was sent away: it may have been a reload."""

AFTER_CRASH = 60.0
"""Seconds that a place is held when its kernel died: to read what happened and press a button."""

PAUSE = 5.0
"""Seconds without a further try when a kernel could not be started."""

KERNELS_A_PERSON = 2
"""A reload asks for the new page before it lets go of the old one."""

MOST_ABSENT = 1000
"""How many absent people are remembered: whoever asks a thousand times gets no more of us."""


class Door:
    """Lets people in as long as there is room, in the order in which they came.

    Nobody is called: whoever waits asks again and again, and is told whether it is their turn. So
    somebody who is gone holds up nobody, and finds their place when they come back soon.

    Args:
        most: How many kernels may run.
        clock: Seconds from some moment on.
    """

    def __init__(self, most: int, clock: Callable[[], float] = time.monotonic) -> None:
        self.most = most
        self._clock = clock
        self._inside: dict[str, str] = {}  # whose each kernel is
        self._held: dict[str, float] = {}  # places without a kernel, and until when
        self._starting: Counter[str] = Counter()  # requests at work on a kernel
        self._waiting: dict[str, float] = {}  # in order of arrival; when they were heard of last
        self._shut_until = -math.inf

    @property
    def inside(self) -> int:
        """How many kernels run."""
        return len(self._inside)

    @property
    def waiting(self) -> int:
        """How many people wait and are still there."""
        return sum(map(self._present, self._waiting))

    @property
    def free(self) -> int:
        """How many more may come in at this moment."""
        now = self._clock()
        if now < self._shut_until:
            return 0
        self._held = {who: until for who, until in self._held.items() if until > now}
        on_the_way = len(self._held.keys() | self._starting.keys())
        return min(self.most - self.inside - on_the_way, STARTING - on_the_way)

    @property
    def stuck(self) -> bool:
        """Whether the last kernel could not be started, a moment ago."""
        return self._clock() < self._shut_until

    def knock(self, who: str) -> bool:
        """Ask to come in.

        Returns:
            Whether there is room; if not, `who` waits from now on, or still.
        """
        if self._may_return(who) or self.ahead(who) < self.free:
            self._waiting.pop(who, None)
            self._held[who] = self._clock() + ON_THE_WAY
            return True
        self._waiting[who] = self._clock()
        self._forget()
        return False

    def ahead(self, who: str) -> int:
        """How many people who are still there come before somebody: all, for a newcomer."""
        count = 0
        for other in self._waiting:
            if other == who:
                break
            count += self._present(other)
        return count

    def begin(self, who: str) -> None:
        """Somebody's kernel is being started."""
        self._held.pop(who, None)
        self._starting[who] += 1

    def end(self, who: str) -> None:
        """Starting somebody's kernel has come to an end, good or bad."""
        self._starting[who] -= 1
        self._starting += Counter()  # drops those at zero

    def entered(self, who: str, kernel: str) -> None:
        """Somebody's kernel runs."""
        self._inside[kernel] = who

    def left(self, kernel: str, crashed: bool = False) -> None:
        """A kernel has ended; its place is held for a moment."""
        who = self._inside.pop(kernel, "")
        if who and who not in self._inside.values():
            self._held[who] = self._clock() + (AFTER_CRASH if crashed else AFTER_GOODBYE)

    def turn_back(self, who: str) -> None:
        """No kernel could be started: `who` is next, and nobody is let in for a while."""
        self._shut_until = self._clock() + PAUSE
        self._waiting = {who: self._clock(), **self._waiting}

    def _may_return(self, who: str) -> bool:
        if self.stuck:
            return False
        kernels = list(self._inside.values()).count(who)
        held = self._held.get(who, -math.inf) > self._clock()
        return held or 0 < kernels < KERNELS_A_PERSON

    def _present(self, who: str) -> bool:
        return self._clock() - self._waiting[who] <= PRESENT

    def _forget(self) -> None:
        now = self._clock()
        absent = [who for who in self._waiting if not self._present(who)]
        for at, who in enumerate(reversed(absent)):
            if at >= MOST_ABSENT or now - self._waiting[who] > REMEMBERED:
                del self._waiting[who]
