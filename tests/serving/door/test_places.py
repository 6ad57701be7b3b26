"""Who is let in, and in which order. Time is a number here."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.serving.door import places
from workshop.serving.door.places import Door


class Clock:
    def __init__(self):
        self.now = 1000.0

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def door(clock):
    return Door(2, clock)


def _come_in(door, who, kernel=None):
    """Knock, have a kernel started, and be inside."""
    assert door.knock(who)
    door.begin(who)
    door.entered(who, kernel or f"{who}'s kernel")
    door.end(who)


def _fill(door):
    for who in ("ann", "ben"):
        _come_in(door, who)


def test_people_come_in_as_long_as_there_is_room(door):
    _fill(door)

    assert not door.knock("cat")
    assert (door.inside, door.waiting) == (2, 1)


def test_people_wait_in_the_order_in_which_they_came(door):
    _fill(door)
    for who in ("cat", "dan", "eve"):
        door.knock(who)

    assert [door.ahead(who) for who in ("cat", "dan", "eve", "new")] == [0, 1, 2, 3]


def test_asking_again_keeps_the_place(door):
    _fill(door)
    for who in ("cat", "dan", "cat", "cat"):
        door.knock(who)

    assert [door.ahead(who) for who in ("cat", "dan")] == [0, 1]


def test_the_first_who_waits_comes_in_when_somebody_leaves(door, clock):
    _fill(door)
    door.knock("cat")
    door.knock("dan")
    door.left("ann's kernel")
    clock.now += places.AFTER_GOODBYE + 1

    assert not door.knock("dan")
    assert door.knock("cat")


def test_a_newcomer_does_not_overtake(door, clock):
    _fill(door)
    door.knock("cat")
    door.left("ann's kernel")
    clock.now += places.AFTER_GOODBYE + 1

    assert not door.knock("new")


def test_a_place_that_was_offered_is_held_for_a_while(door, clock):
    door.knock("ann")
    door.knock("ben")

    assert not door.knock("cat")
    clock.now += places.ON_THE_WAY
    assert door.knock("cat")


def test_a_kernel_that_is_being_started_takes_a_place_however_long_it_takes(door, clock):
    for who in ("ann", "ben"):
        door.knock(who)
        door.begin(who)
    clock.now += 1000

    assert not door.knock("cat")


def test_somebody_who_is_gone_holds_up_nobody(door, clock):
    _fill(door)
    door.knock("cat")
    clock.now += places.PRESENT + 1
    door.knock("dan")
    door.left("ann's kernel")
    clock.now += places.AFTER_GOODBYE + 1

    assert door.ahead("dan") == 0
    assert door.knock("dan")


def test_somebody_who_comes_back_soon_has_their_place_again(door, clock):
    _fill(door)
    door.knock("cat")
    clock.now += places.PRESENT + 1
    door.knock("dan")
    door.knock("cat")

    assert door.ahead("dan") == 1


def test_somebody_who_stays_away_loses_their_place(door, clock):
    _fill(door)
    door.knock("cat")
    clock.now += places.REMEMBERED + 1
    door.knock("dan")
    door.knock("cat")

    assert [door.ahead(who) for who in ("dan", "cat")] == [0, 1]


def test_a_reload_comes_in_again_even_into_a_full_house(door):
    _fill(door)
    door.knock("cat")

    _come_in(door, "ann", "ann's new kernel")
    door.left("ann's kernel")
    assert door.inside == 2
    assert not door.knock("cat")


def test_one_person_does_not_fill_the_house(door):
    _fill(door)
    _come_in(door, "ann", "ann's second")

    assert not door.knock("ann")


def test_a_reload_that_says_goodbye_first_finds_its_place_held(door, clock):
    _fill(door)
    door.knock("cat")
    door.left("ann's kernel")
    clock.now += places.AFTER_GOODBYE - 1

    assert not door.knock("cat")
    assert door.knock("ann")


def test_somebody_whose_kernel_died_has_time_to_press_the_button(door, clock):
    _fill(door)
    door.knock("cat")
    door.left("ann's kernel", crashed=True)
    clock.now += places.AFTER_GOODBYE + 1

    assert not door.knock("cat")
    assert door.knock("ann")


def test_a_kernel_that_could_not_be_started_makes_its_visitor_the_next(door, clock):
    _come_in(door, "ann")
    door.knock("ben")
    door.begin("ben")
    door.turn_back("ben")
    door.end("ben")

    assert not door.knock("cat")
    assert not door.knock("ben")
    assert (door.ahead("ben"), door.ahead("cat")) == (0, 1)
    clock.now += places.PAUSE
    assert door.knock("ben")


def test_a_smaller_house_sends_nobody_away(door):
    _fill(door)
    door.most = 1

    assert door.inside == 2
    assert not door.knock("cat")


def test_only_so_many_are_on_the_way_at_once(clock):
    door = Door(10_000, clock)
    let_in = [door.knock(f"visitor {number}") for number in range(places.STARTING + 10)]

    assert let_in == [True] * places.STARTING + [False] * 10


def test_a_crowd_that_never_comes_back_is_forgotten(door, clock):
    _fill(door)
    for number in range(places.MOST_ABSENT + 500):
        door.knock(f"robot {number}")
    clock.now += places.PRESENT + 1
    door.knock("cat")

    assert len(door._waiting) == places.MOST_ABSENT + 1


MOVES = st.lists(
    st.tuples(st.sampled_from(["knock", "leave", "crash", "later"]), st.integers(0, 9)),
    max_size=80,
)


@given(MOVES, st.integers(1, 4))
def test_whatever_happens_the_house_holds_no_more_than_it_may(moves, most):
    clock = Clock()
    door = Door(most, clock)
    kernels = []
    for number, (move, which) in enumerate(moves):
        who = f"visitor {which}"
        if move == "later":
            clock.now += which * 5
        elif move == "knock":
            inside = [kernel for kernel in kernels if kernel[0] == who]
            if not inside and door.knock(who):
                _come_in(door, who, f"kernel {number}")
                kernels.append((who, f"kernel {number}"))
        elif kernels:
            _, kernel = kernels.pop(which % len(kernels))
            door.left(kernel, crashed=move == "crash")

        assert door.inside == len(kernels) <= most


@given(st.permutations([f"visitor {number}" for number in range(8)]), st.integers(1, 4))
def test_whoever_came_first_is_in_first(order, most):
    clock = Clock()
    door = Door(most, clock)
    inside, came_in = [], []
    for who in order:
        door.knock(who)
    while len(came_in) < len(order):
        for who in reversed(order):  # those at the end ask first, which gains them nothing
            if who not in came_in and door.knock(who):
                _come_in(door, who, who)
                inside.append(who)
                came_in.append(who)
        for who in inside:
            door.left(who)
        inside.clear()
        clock.now += places.AFTER_GOODBYE + 1

    rounds = [set(came_in[at : at + most]) for at in range(0, len(order), most)]
    assert rounds == [set(order[at : at + most]) for at in range(0, len(order), most)]
