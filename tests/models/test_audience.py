"""A thousand people and ten messages: the same dice, one hand-made case after the other, ranges."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workshop.models.audience import (
    EXITS,
    INPUTS,
    KINDS,
    MOST_MESSAGES,
    OUTCOMES,
    PEOPLE,
    TYPICAL,
    VIEWS,
    Assumptions,
    Audience,
    audience,
    counts,
    per_message,
    places,
    ranges,
    totals,
)
from workshop.models.ranges import Range

TEN = st.lists(st.sampled_from(KINDS), max_size=MOST_MESSAGES).map(tuple)
PITCHES = ("pitch",) * MOST_MESSAGES


@pytest.fixture(scope="module")
def crowd():
    """The ranges of evidence B2 and D."""
    return Assumptions(
        leaving_share=Range(0.0003, 0.001, 0.02, share=True),
        question_leaving=Range(0.5, 0.8, 1.2),
        thanks_leaving=Range(0.4, 0.7, 1.1),
        pitch_leaving=Range(1, 2, 5),
        shown_share=Range(0.01, 0.43, 0.6, share=True),
        muted_share=Range(0.5, 0.67, 0.92, share=True),
        liking_share=Range(0.012, 0.04, 0.065, share=True),
        answering_share=Range(0.0005, 0.004, 0.02, share=True),
        question_answers=Range(1, 2, 4),
        pitch_loss_share=Range(0.01, 0.3, 0.75, share=True),
        face_share=Range(0.2, 0.5, 0.8, share=True),
    )


def _certainly(crowd, **values):
    """Typical inputs without doubt, save those given."""
    known = {name: getattr(crowd, name) for name in INPUTS}
    return replace(
        crowd,
        **{
            name: Range.exactly(values.get(name, was.typical), was.share)
            for name, was in known.items()
        },
    )


def _row(frame, outcome):
    return frame.set_index("outcome").loc[outcome, ["low", "middle", "high"]].tolist()


# ---- One audience ---------------------------------------------------------------------------


def test_where_all_leave_nobody_hears_the_second_message(crowd):
    people = audience(_certainly(crowd, leaving_share=1.0), ("useful", "useful"))

    assert (people.left_at == 1).all()
    assert not people.liked.any()
    assert not people.answered.any()


def test_where_nobody_leaves_all_like_and_answer_every_message(crowd):
    sure = _certainly(crowd, leaving_share=0.0, liking_share=1.0, answering_share=1.0)
    people = audience(sure, ("useful", "thanks"))

    assert per_message(people)[["liked", "answered"]].to_numpy().tolist() == [[PEOPLE] * 2] * 2
    assert (people.left_at == 0).all()


@pytest.mark.parametrize(
    ("shown", "muted", "exit_name"),
    [(1.0, 0.5, "unfollowed"), (0.0, 1.0, "muted"), (0.0, 0.0, "deleted")],
)
def test_people_leave_the_way_they_are_said_to(crowd, shown, muted, exit_name):
    sure = _certainly(crowd, leaving_share=1.0, shown_share=shown, muted_share=muted)
    left = per_message(audience(sure, ("useful",)))

    assert {name: left[name].item() for name in EXITS} == {
        name: PEOPLE * (name == exit_name) for name in EXITS
    }


@pytest.mark.parametrize("face", [0.0, 1.0])
def test_a_face_tells_or_it_does_not(crowd, face):
    people = audience(_certainly(crowd, leaving_share=1.0, face_share=face), ("useful",))

    assert totals(people)["face"] == PEOPLE * face
    assert totals(people)["slipped"] == PEOPLE * (1 - face)


def test_about_as_many_react_as_the_chances_say(crowd):
    sure = _certainly(crowd, leaving_share=0.1, liking_share=0.3, answering_share=0.1)
    row = per_message(audience(sure, ("question",))).iloc[0]

    # 8 in 100 leave over a question; of the rest 30 like it and 20 answer. Three standard errors.
    assert row[list(EXITS)].sum() == pytest.approx(80, abs=26)
    assert row["liked"] == pytest.approx(920 * 0.3, abs=44)
    assert row["answered"] == pytest.approx(920 * 0.2, abs=38)


def test_the_same_seed_is_the_same_people(crowd):
    one, same, other = (audience(crowd, PITCHES, seed) for seed in (5, 5, 6))

    assert (one.left_at == same.left_at).all()
    assert (one.liked == same.liked).all()
    assert (one.liked != other.liked).any()


def test_the_first_audience_is_typical_and_others_are_drawn(crowd):
    sure = _certainly(crowd)

    assert totals(audience(crowd, PITCHES, TYPICAL)) == totals(audience(sure, PITCHES, TYPICAL))
    assert totals(audience(crowd, PITCHES, 3)) != totals(audience(sure, PITCHES, 3))


@settings(max_examples=40)
@given(messages=TEN, seed=st.integers(0, 1000))
def test_everybody_leaves_once_and_is_heard_of_no_more(crowd, messages, seed):
    people = audience(
        replace(crowd, leaving_share=Range(0.05, 0.1, 0.3, share=True)), messages, seed
    )
    gone_before = (people.left_at > 0) & (
        people.left_at <= np.arange(1, len(messages) + 1)[:, None]
    )
    sums = totals(people)

    assert people.left_at.max() <= len(messages)
    assert not (people.liked & gone_before).any()
    assert not (people.answered & gone_before).any()
    assert sums["unfollowed"] + sums["silent"] == np.count_nonzero(people.left_at)
    assert sums["face"] + sums["slipped"] == np.count_nonzero(people.left_at)


@settings(max_examples=40)
@given(messages=TEN, place=st.integers(0, MOST_MESSAGES - 1), seed=st.integers(0, 1000))
def test_a_pitch_in_place_of_something_useful_never_keeps_anybody(crowd, messages, place, seed):
    place = min(place, max(len(messages) - 1, 0))
    useful = (*messages[:place], "useful", *messages[place + 1 :])[: max(len(messages), 1)]
    pitch = (*useful[:place], "pitch", *useful[place + 1 :])
    sure = _certainly(crowd, leaving_share=0.1)
    pitched, used = (audience(sure, kinds, seed).left_at == 0 for kinds in (pitch, useful))

    assert not (pitched & ~used).any()


def test_messages_of_no_kind_and_too_many_are_refused(crowd):
    for send in (audience, ranges):
        with pytest.raises(ValueError, match="'advert' is no kind"):
            send(crowd, ("advert",))
        with pytest.raises(ValueError, match="at most 10 messages"):
            send(crowd, (*PITCHES, "pitch"))


@pytest.mark.parametrize("name", INPUTS)
def test_a_share_is_a_share_and_nothing_else_is(crowd, name):
    wrong = Range(1, 1.5, 2) if name.endswith("_share") else Range(0.1, 0.2, 0.3, share=True)
    with pytest.raises(ValueError, match=f"{name} must be a Range"):
        replace(crowd, **{name: wrong})


# ---- Where they stand -----------------------------------------------------------------------


@pytest.fixture
def five():
    """Stays; unfollows over 1, seen; mutes over 2; deletes over 2, seen; stays and answers 2."""
    pad = PEOPLE - 5
    left = np.array([0, 1, 2, 2, 0] + [0] * pad)
    liked = np.zeros((2, PEOPLE), dtype=bool)
    answered = np.zeros((2, PEOPLE), dtype=bool)
    liked[0, 0] = liked[1, 4] = answered[1, 4] = True
    face = np.array([True, True, False, True, True] + [False] * pad)
    return Audience(left, np.array([0, 0, 1, 2, 0] + [0] * pad), face, liked, answered)


@pytest.mark.parametrize(
    ("view", "until", "standing"),
    [
        ("seen", 0, ["here"] * 5),
        ("seen", 1, ["liked", "unfollowed", "here", "here", "here"]),
        ("seen", 2, ["here", "unfollowed", "here", "here", "answered"]),
        ("happened", 0, ["here"] * 5),
        ("happened", 1, ["here", "unfollowed", "here", "here", "here"]),
        ("happened", 2, ["here", "unfollowed", "muted", "deleted", "here"]),
        ("room", 1, ["here", "face", "here", "here", "here"]),
        ("room", 2, ["here", "face", "slipped", "face", "here"]),
    ],
)
def test_each_view_shows_what_can_be_seen_from_there(five, view, until, standing):
    found = places(five, view, until)

    assert [VIEWS[view][place] for place in found[:5]] == standing
    assert counts(found, view) == [
        standing.count(name) + (PEOPLE - 5) * (name == "here") for name in VIEWS[view]
    ]


def test_what_each_message_did_is_counted(five):
    frame = per_message(five)

    assert frame["message"].tolist() == [1, 2]
    assert frame.drop(columns="message").to_numpy().tolist() == [
        [1, 0, 1, 0, 0, 1],
        [1, 1, 0, 1, 1, 1],
    ]
    assert totals(five) == {
        "liked": 2,
        "answered": 1,
        "unfollowed": 1,
        "muted": 1,
        "deleted": 1,
        "face": 2,
        "silent": 2,
        "slipped": 1,
    }


# ---- All audiences --------------------------------------------------------------------------


def test_the_middle_of_certain_inputs_is_hand_computed(crowd):
    sure = _certainly(crowd, leaving_share=0.1, liking_share=0.2, answering_share=0.1)
    frame = ranges(sure, ("useful", "pitch"))
    # 900 stay after the first, and of those 80 in 100 after the pitch.
    left = 1000 - 900 * 0.8

    assert list(frame["outcome"]) == list(OUTCOMES)
    assert _row(frame, "liked")[1] == pytest.approx(900 * 0.2 + 720 * 0.2 * 0.7, abs=0.5)
    assert _row(frame, "answered")[1] == pytest.approx(900 * 0.1 + 720 * 0.1 * 0.7, abs=0.5)
    assert _row(frame, "goodbyes")[1] == pytest.approx(left * 0.43, abs=0.5)
    assert _row(frame, "silent")[1] == pytest.approx(left * 0.57, abs=0.5)
    assert _row(frame, "faces")[1] == pytest.approx(left * 0.5, abs=0.5)


def test_nobody_answers_one_message_twice(crowd):
    sure = _certainly(crowd, leaving_share=0.001, answering_share=0.8, question_answers=2.0)

    assert _row(ranges(sure, ("question",)), "answered")[2] <= 1000


def test_luck_spreads_as_among_so_many_people(crowd):
    sure = _certainly(crowd, leaving_share=0.1, shown_share=0.5, face_share=0.25)
    frame = ranges(sure, ("useful",))

    for outcome, chance in (
        ("goodbyes", 0.05),
        ("silent", 0.05),
        ("faces", 0.025),
        ("slipped", 0.075),
    ):
        low, _, high = _row(frame, outcome)
        assert high - low == pytest.approx(
            2 * 1.2816 * (1000 * chance * (1 - chance)) ** 0.5, rel=0.03
        )


def test_the_one_audience_lies_where_the_ranges_say(crowd):
    sure = _certainly(crowd, leaving_share=0.02)
    inside = 0
    low, _, high = _row(ranges(sure, PITCHES), "silent")
    for seed in range(1, 201):
        inside += low <= totals(audience(sure, PITCHES, seed))["silent"] <= high

    # 80 in 100, give or take three standard errors.
    assert inside / 200 == pytest.approx(0.8, abs=0.09)


def test_with_nothing_sent_nothing_happens(crowd):
    assert (ranges(crowd, ())[["low", "middle", "high"]] == 0).all(axis=None)
    assert per_message(audience(crowd, ())).empty
    assert totals(audience(crowd, ()))["silent"] == 0


def test_a_question_brings_answers_and_a_thank_you_fewer_goodbyes(crowd):
    asked, told, thanked = (ranges(crowd, (kind,)) for kind in ("question", "useful", "thanks"))

    assert _row(asked, "answered")[1] > 1.5 * _row(told, "answered")[1]
    assert _row(thanked, "silent")[1] < _row(told, "silent")[1]


def test_a_month_of_messages_loses_what_a_month_loses(crowd):
    # Followers lost a month: 0.5 to 7 % (Kwak 2011, evidence D). Two messages a working week.
    _, middle, _ = _row(ranges(crowd, ("useful",) * 8), "goodbyes")
    _, silent, _ = _row(ranges(crowd, ("useful",) * 8), "silent")

    assert 0.005 <= (middle + silent) / PEOPLE <= 0.07
