"""Limits that meet the one who guesses or floods, and nobody behind the same address."""

import time
from collections import OrderedDict
from collections.abc import Callable

from workshop.room.errors import Refused

REMEMBERED = 20_000
"""Browsers or seats kept in mind; beyond it the one that has been quiet longest is forgotten."""


class Bucket:
    """Lets so many things through at once, and then so many a second, each for itself.

    Time is monotonic: a clock that is set neither opens nor closes anything.
    """

    def __init__(
        self, burst: float, a_second: float, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._burst, self._rate, self._clock = burst, a_second, clock
        self._levels: OrderedDict[object, tuple[float, float]] = OrderedDict()

    def left(self, who: object) -> float:
        """Return how many things of this one would pass now."""
        level, then = self._levels.get(who, (self._burst, 0.0))
        return min(self._burst, level + max(0.0, self._clock() - then) * self._rate)

    def take(self, who: object, amount: float = 1.0) -> bool:
        """Take from what is left, and say whether there was enough."""
        left = self.left(who)
        if left < amount:
            return False
        self._levels[who] = (left - amount, self._clock())
        self._levels.move_to_end(who)
        if len(self._levels) > REMEMBERED:
            self._levels.popitem(last=False)
        return True


class Guard:
    """Counts wrong codes and words: twenty for a browser in five minutes, then it has to wait.

    A browser that throws its cookies away is new each time, so all wrong ones are counted together
    as well: beyond a rate that no class reaches, wrong answers are late by up to 1.5 s. Right ones
    are never late and never counted, so a hundred people behind one address all come in.

    A word opens what one person answered, so words are counted for a room as well: after two
    hundred wrong ones in five minutes no second device comes in for a while. Joining goes on.
    """

    SLOWEST = 1.5  # seconds

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._each = Bucket(20, 20 / 300, clock)
        self._all = Bucket(600, 2, clock)
        self._words = Bucket(200, 200 / 300, clock)

    def check(self, browser: str) -> None:
        """Refuse a browser that has been wrong too often.

        Raises:
            Refused: too_many_tries.
        """
        if self._each.left(browser) < 1:
            raise Refused("too_many_tries")

    def check_word(self, room_id: int) -> None:
        """Refuse all words of a room in which they have been wrong too often.

        Raises:
            Refused: too_many_tries.
        """
        if self._words.left(room_id) < 1:
            raise Refused("too_many_tries")

    def wrong_word(self, room_id: int) -> None:
        """Count a wrong word for its room."""
        self._words.take(room_id)

    def wrong(self, browser: str) -> float:
        """Count a wrong code or word, and return the seconds to wait before saying so."""
        self._each.take(browser)
        self._all.take("all")
        return self.SLOWEST * (1 - min(1.0, self._all.left("all") / 300))
