"""Who guesses or floods has to wait; nobody else does, and no clock that is set changes it."""

import pytest

from workshop.room.errors import Refused
from workshop.room.guard import REMEMBERED, Bucket, Guard


@pytest.fixture
def clock():
    class Clock:
        time = 1000.0

        def __call__(self):
            return self.time

    return Clock()


@pytest.fixture
def guard(clock):
    return Guard(clock)


def _wrong(guard, browser, times):
    return [guard.wrong(browser) for _ in range(times)]


def test_twenty_wrong_codes_are_forgiven_and_the_next_has_to_wait(guard):
    _wrong(guard, "guesser", 19)
    guard.check("guesser")
    _wrong(guard, "guesser", 1)
    with pytest.raises(Refused, match="too_many_tries"):
        guard.check("guesser")


def test_the_others_do_not_wait(guard):
    _wrong(guard, "guesser", 50)
    guard.check("neighbour")


def test_waiting_helps(guard, clock):
    _wrong(guard, "guesser", 20)
    clock.time += 300
    guard.check("guesser")


def test_a_class_that_mistypes_is_not_slowed_down(guard):
    assert max(_wrong(guard, f"phone {number}", 1)[0] for number in range(200)) == 0


def test_guessing_from_ever_new_browsers_is_slowed_down_to_a_limit(guard):
    delays = [guard.wrong(f"browser {number}") for number in range(2_000)]

    assert delays == sorted(delays)
    assert delays[-1] == Guard.SLOWEST


def test_wrong_words_are_counted_for_their_room(guard):
    for _ in range(200):
        guard.wrong_word(1)
    with pytest.raises(Refused, match="too_many_tries"):
        guard.check_word(1)
    guard.check_word(2)


def test_what_is_remembered_does_not_grow_without_end(clock):
    bucket = Bucket(1, 0, clock)
    for number in range(REMEMBERED + 10):
        bucket.take(number)

    assert bucket.left(REMEMBERED + 9) == 0
    assert bucket.left(0) == 1
