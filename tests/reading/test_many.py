"""Many posts at once: shares with their ranges, and what changed."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.reading import MOST_POSTS, read_posts, shares
from workshop.reading.shares import change, share

PITCH = "Book your free call now! Only 3 places left in May."
OPENER = "Bakers, what went wrong in your kitchen today?"
FRIENDLY = "It rained on the market all day and we laughed a lot."


def _frame(texts, dates=None):
    frame = pd.DataFrame({"text": texts}, dtype=object)
    return frame if dates is None else frame.assign(date=dates)


def _days(count):
    return [f"2026-03-{day:02d}" for day in range(1, count + 1)]


def test_each_band_has_its_share_of_what_could_be_judged():
    found = read_posts(_frame([PITCH, OPENER, OPENER, "😀"]))

    assert {band: (one.count, one.of) for band, one in found.shares.items()} == {
        "pitch": (1, 3),
        "offer": (0, 3),
        "friendly": (0, 3),
        "conversation": (2, 3),
    }
    assert found.not_judged == 1


def test_rows_without_a_text_are_left_out_and_counted():
    found = read_posts(_frame([PITCH, None, np.nan, "  \n"]))

    assert (len(found.readings), found.without_text) == (1, 3)


def test_what_changed_is_told_when_there_is_enough_of_it():
    found = read_posts(_frame([PITCH] * 14 + [OPENER] * 14, _days(28)))

    assert found.changes["pitch"].tells == "fewer"
    assert found.changes["conversation"].tells == "more"
    assert found.changes["friendly"].tells == "cannot tell"


def test_of_a_few_one_cannot_tell():
    found = read_posts(_frame([PITCH, OPENER, OPENER], _days(3)))

    assert {one.tells for one in found.changes.values()} == {"cannot tell"}


def test_time_and_not_the_order_of_rows_decides_what_is_early():
    days = _days(28)
    found = read_posts(_frame([OPENER] * 14 + [PITCH] * 14, days[14:] + days[:14]))

    assert found.changes["conversation"].tells == "more"
    assert found.readings[0].text == PITCH


def test_the_last_few_can_be_asked_for():
    found = read_posts(_frame([PITCH, OPENER, FRIENDLY], _days(3)), last=2)

    assert [reading.text for reading in found.readings] == [OPENER, FRIENDLY]


def test_posts_without_a_date_tell_of_no_change():
    found = read_posts(_frame([PITCH, OPENER, FRIENDLY], [None, "2026-03-01", ""]))

    assert found.undated == 2
    assert found.changes == {}


def test_dates_may_be_of_any_usual_kind():
    dates = ["2026-03-01T10:00:00Z", pd.Timestamp("2026-03-02"), "3 March 2026 10:00"]
    found = read_posts(_frame([PITCH, OPENER, FRIENDLY], dates))

    assert [reading.text for reading in found.readings] == [PITCH, OPENER, FRIENDLY]
    assert found.undated == 0


def test_no_posts_are_no_shares():
    found = read_posts(_frame([]))

    assert found.readings == ()
    assert {(one.low, one.high) for one in found.shares.values()} == {(0.0, 1.0)}


def test_the_frame_is_left_as_it_was():
    frame = _frame([PITCH, OPENER], ["2026-03-02", "2026-03-01"])
    before = frame.copy(deep=True)
    read_posts(frame)

    pd.testing.assert_frame_equal(frame, before)


REFUSED = {
    "no column of texts": (pd.DataFrame({"body": ["a"]}), {}, "no column 'text'.*: body"),
    "a date that is none": (_frame(["a"], ["soon"]), {}, "Row 0: 'soon' is no date"),
    "dates as numbers": (_frame(["a"], [1700000000]), {}, "holds numbers"),
    "too many": (_frame(["a"] * (MOST_POSTS + 1)), {}, f"Read the last={MOST_POSTS}"),
    "the last none": (_frame(["a"]), {"last": 0}, "last must be a whole number above 0"),
    "an unknown kind": (_frame(["a"]), {"kind": "ode"}, "use one of post"),
}


@pytest.mark.parametrize("what", REFUSED)
def test_what_cannot_be_read_is_refused_with_the_remedy(what):
    frame, how, expected = REFUSED[what]
    with pytest.raises(ValueError, match=expected):
        read_posts(frame, **how)


@pytest.mark.parametrize("wrong", [["a"], None, {"text": ["a"]}])
def test_only_a_frame_can_be_read(wrong):
    with pytest.raises(TypeError, match="must be a pandas DataFrame, got"):
        read_posts(wrong)


def test_a_text_that_is_none_is_refused():
    with pytest.raises(TypeError, match="text must be a string, got int"):
        read_posts(_frame([3]))


@pytest.fixture
def ninety_five(monkeypatch):
    """Have ranges as wide as in the published examples; ours are of 80 %."""
    monkeypatch.setattr(shares, "_Z", 1.959964)


def test_a_share_ranges_over_eight_in_ten_cases():
    found = share(5, 10)
    spread = 1.281552**2 / 10  # at one half, Wilson's range is sqrt(s / (1 + s)) / 2 to each side

    assert found.high - 0.5 == pytest.approx((spread / (1 + spread)) ** 0.5 / 2)
    assert (round(found.low, 4), round(found.high, 4)) == (0.3122, 0.6878)


@pytest.mark.usefixtures("ninety_five")
def test_a_share_has_the_range_of_wilson():
    found = share(1, 10)

    assert (round(found.low, 4), round(found.high, 4)) == (0.0179, 0.4042)


@pytest.mark.usefixtures("ninety_five")
def test_a_change_has_the_range_of_newcombe():
    found = change(share(48, 80), share(56, 70))

    assert (round(found.low, 4), round(found.high, 4)) == (0.0524, 0.3339)


COUNTS = st.integers(0, 300).flatmap(lambda of: st.tuples(st.integers(0, of), st.just(of)))


@given(COUNTS)
def test_a_range_holds_its_share(counts):
    found = share(*counts)

    assert 0 <= found.low <= found.high <= 1
    assert found.low - 1e-12 <= found.share <= found.high + 1e-12


@given(COUNTS, COUNTS)
def test_a_change_turned_round_is_its_opposite(early, late):
    there, back = change(share(*early), share(*late)), change(share(*late), share(*early))

    assert there.low == pytest.approx(-back.high)
    assert there.high == pytest.approx(-back.low)
