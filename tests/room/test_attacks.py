"""What somebody tries who wants to know one person's answer, with all that a room tells."""

from itertools import count

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from workshop.room.agenda import Agenda
from workshop.room.codes import new_token
from workshop.room.desk import Desk
from workshop.room.rooms import Rooms
from workshop.room.seat import Seat
from workshop.room.store import Store

NAMES = (["quiet"], ["otter"])
LIKE_NO_OTHER = 9  # hours that only the person under attack has


def _save(seat, social, medium="face", number=1):
    body = {"answer": {"social": social, "medium": medium}}
    seat.save("week", body, number)


def _people(tally, name="social"):
    return {bar.cells: bar.people for bar in tally.bars.get(name, ())}


@pytest.fixture
def answered(week, take_seat):
    """`answered(n, social)` are the seats of n people with that answer."""

    def _answer(number, social=0):
        seats = [take_seat(week) for _ in range(number)]
        for seat in seats:
            _save(seat, social)
        return seats

    return _answer


@pytest.mark.parametrize("number", [1, 2, 3, 4])
def test_below_five_only_their_number_is_told(week, answered, number):
    answered(number)
    tally = week.tally("week", 1)

    assert (tally.answered, tally.bars) == (number, {})


def test_from_five_on_there_are_bars(week, answered):
    answered(5)

    assert _people(week.tally("week", 1)) == {(0,): 5, (1, 2, 3): 0}


def test_the_sixth_person_does_not_move_a_bar(week, answered):
    """Differencing: look, let one person answer, look again."""
    answered(6)
    before = _people(week.tally("week", 1))
    answered(1, LIKE_NO_OTHER)
    after = week.tally("week", 1)

    assert after.answered == 7
    assert _people(after) == before


def test_looking_all_the_time_shows_groups_only(week, answered):
    """Looking after each answer shows no more than looking now and then."""
    totals = []
    for number in range(20):
        answered(1, number % 4)
        totals.append(sum(_people(week.tally("week", 1)).values()))

    assert totals == [0] * 4 + [5] * 3 + [8] * 3 + [11] * 3 + [14] * 3 + [17] * 3 + [20]


def test_revealing_does_not_let_the_last_one_out(desk, week, answered):
    answered(6)
    before = _people(week.tally("week", 1))
    answered(1, LIKE_NO_OTHER)
    desk.reveal("week")

    assert _people(week.tally("week", 1)) == before


def test_one_person_leaving_does_not_move_a_bar(week, answered):
    seats = answered(7)
    before = _people(week.tally("week", 1))
    seats[0].leave()
    after = week.tally("week", 1)

    assert after.answered == 6
    assert _people(after) == before


def test_joining_and_leaving_again_and_again_moves_no_bar(week, answered):
    """Join, answer, leave, again and again: each time another seat, never a bar that moves."""
    answered(5)
    before = _people(week.tally("week", 1))
    for _ in range(10):
        (ghost,) = answered(1, LIKE_NO_OTHER)
        week.tally("week", 1)
        ghost.leave()

        assert _people(week.tally("week", 1)) == before


def test_leaving_and_joining_anew_is_one_persons_change(week, answered):
    """An attacker who gives a seat up and takes another is gone and come, and still only one."""
    attacker, *_ = answered(8)
    before = _people(week.tally("week", 1))
    attacker.leave()
    answered(1)
    answered(1, LIKE_NO_OTHER)

    assert _people(week.tally("week", 1)) == before


def test_answering_again_and_again_is_one_persons_change(week, answered):
    """A person who moves a slider a hundred times does not push others' answers out."""
    attacker, *_ = answered(5)
    before = _people(week.tally("week", 1))
    answered(1, LIKE_NO_OTHER)
    for number in range(20):
        _save(attacker, number % 4)

        assert _people(week.tally("week", 1)) == before


def test_there_and_back_again_is_no_change(week, answered):
    """People whose sliders come to rest where they were do not make up a group for another."""
    seats = answered(8)
    before = _people(week.tally("week", 1))
    for seat in seats[:2]:
        _save(seat, 3)
        _save(seat, 0)
    answered(1, LIKE_NO_OTHER)

    assert _people(week.tally("week", 1)) == before


def test_people_who_change_back_leave_no_one_between_them(week, answered):
    """First and third look: two people went and came back, the third stayed away."""
    seats = answered(8)
    looks = [_people(week.tally("week", 1))]
    for seat in seats[:3]:
        _save(seat, 1.5)
    looks.append(_people(week.tally("week", 1)))
    for seat in seats[:2]:
        _save(seat, 0)
    answered(1, 1.5)
    looks.append(_people(week.tally("week", 1)))

    assert looks[0] != looks[1]
    assert looks[2] == looks[1]


def test_a_change_in_one_measure_makes_no_group_in_another(week, answered):
    """Two people who change one thing do not let through the third, who changed another."""
    seats = answered(8)
    before = week.tally("week", 1).bars
    for seat in seats[:2]:
        _save(seat, 0, medium="social")
    _save(seats[2], LIKE_NO_OTHER)

    assert week.tally("week", 1).bars == before


def test_no_bar_holds_one_person_alone(week, answered):
    answered(7)
    answered(1, LIKE_NO_OTHER)

    assert _people(week.tally("week", 1)) == {(0, 1, 2, 3): 8}


def test_bars_and_the_number_of_answers_leave_no_remainder(week, answered):
    """Complements: all bars hold all who are counted, so none is the rest of the others."""
    answered(5)
    answered(2, 1)
    answered(1, LIKE_NO_OTHER)
    people = _people(week.tally("week", 1))

    assert sum(people.values()) == 8
    assert all(number == 0 or number >= 3 for number in people.values())


def test_a_second_try_beside_the_first_does_not_show_who_is_missing(desk, week, answered):
    """All but one answer again, all as before: first minus second would be the one's answer."""
    seats = answered(8)
    seats += answered(1, LIKE_NO_OTHER)
    week.tally("week", 1)
    desk.go_to("week", 2)
    for seat in seats[:8]:
        _save(seat, 0, number=2)
        week.tally("week", 2)
    first, second = (_people(week.tally("week", number)) for number in (1, 2))

    assert sum(first.values()) == 9
    assert sum(second.values()) == 5  # eight would leave one


def test_a_room_that_empties_keeps_its_last_tally(week, answered):
    """Leaving one by one until a single person is left shows nothing of that person."""
    seats = answered(8)
    before = _people(week.tally("week", 1))
    seen = []
    for seat in seats[:-1]:
        seat.leave()
        seen.append(_people(week.tally("week", 1)))

    assert week.tally("week", 1).answered == 1
    assert seen[:2] == [before, before]
    assert all(sum(people.values()) in (8, 5) for people in seen)


def test_the_screen_and_the_phones_see_no_bar_before_it_is_revealed(desk, week, answered):
    answered(5)
    hidden = week.changes().tallies
    at_the_desk = desk.changes().tallies
    desk.reveal("week")
    revealed = week.changes().tallies

    assert [one.bars for one in hidden if one.step == "week"] == [{}]
    assert [one.bars for one in at_the_desk] == [one.bars for one in revealed]


def test_all_servers_tell_the_same_tally(where, week, answered, open_store):
    """A second server is no second look: what is published stands in the database."""
    answered(5)
    first = week.tally("week", 1)
    answered(2, LIKE_NO_OTHER)
    other = Rooms(open_store(where)).find(week.code)

    assert other.tally("week", 1).bars == first.bars


def test_two_cuts_through_the_same_numbers_are_refused():
    """A trainer's own agenda cannot ask the same thing with edges a hair apart."""
    step = {"key": "a", "title": "A", "minutes": 1, "purpose": "B"}
    cuts = {
        "low": {"path": "answer.hours", "edges": [5]},
        "high": {"path": "answer.hours", "edges": [5.01]},
    }
    with pytest.raises(ValueError, match="is counted twice"):
        Agenda.model_validate(
            {"title": "x", "minutes": 5, "steps": [step], "measures": {"time_budget": cuts}}
        )


ACTIONS = st.lists(
    st.tuples(
        st.sampled_from(["answer", "answer", "answer", "again", "leave", "look"]),
        st.integers(0, 30),
        st.sampled_from([0, 1.5, 2.5, LIKE_NO_OTHER]),
        st.sampled_from(["face", "social"]),
    ),
    min_size=10,
    max_size=40,
)


@settings(
    max_examples=10,
    deadline=None,
    phases=[Phase.reuse, Phase.generate],
    suppress_health_check=list(HealthCheck),
)
@given(ACTIONS)
def test_whatever_people_do_two_tallies_differ_by_a_group(tmp_path_factory, actions):
    """After any history: bars of nobody or three and more, and as many between any two of them.

    What is published is everybody's answer at that moment, so the test can say whose it is.
    """
    store = Store(tmp_path_factory.mktemp("attack") / "rooms.db")
    opened = Rooms(store).open(_agenda())
    Desk(opened.room, opened.key).go_to("week")
    seats, truth, names = {}, {}, count()
    published, known = {"social": [{}], "medium": [{}]}, {"social": (), "medium": ()}
    for what, who, social, medium in actions:
        if what == "leave" and seats:
            name = sorted(seats)[who % len(seats)]
            seats.pop(name).leave()
            truth.pop(name)
        elif what != "look":
            name = sorted(seats)[who % len(seats)] if what == "again" and seats else next(names)
            if name not in seats:
                seats[name] = Seat.join(opened.room, new_token(), NAMES, later=lambda *_: False)
            _save(seats[name], social, medium)
            truth[name] = {"social": social, "medium": medium}
        for measure, bars in opened.room.tally("week", 1).bars.items():
            if bars != known[measure]:
                now = {name: cells[measure] for name, cells in truth.items()}
                assert all(_differ(then, now) not in (1, 2) for then in published[measure])
                assert sum(bar.people for bar in bars) == len(now) >= 5
                assert all(bar.people == 0 or bar.people >= 3 for bar in bars)
                published[measure].append(now)
                known[measure] = bars
    store.close()


def _differ(then, now):
    """How many people, at least, have done something between two publications."""
    changed = sum(then[name] != now[name] for name in then.keys() & now.keys())
    return changed + max(len(then.keys() - now.keys()), len(now.keys() - then.keys()))


def _agenda():
    step = {"key": "week", "exercise": "e", "title": "W", "minutes": 1, "purpose": "P"}
    measures = {
        "social": {"path": "answer.social", "edges": [1, 2, 3]},
        "medium": {"path": "answer.medium", "options": ["face", "social"]},
    }
    return Agenda.model_validate(
        {"title": "T", "minutes": 5, "steps": [step], "measures": {"e": measures}}
    )
