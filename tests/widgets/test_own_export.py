"""A participant's own export in the comparison of reach."""

import json

import pytest
import samples
from traitlets import TraitError

from workshop import ReachComparison
from workshop.widgets.parts.fold import Fold
from workshop.widgets.parts.press import Press
from workshop.widgets.parts.range import Range
from workshop.widgets.parts.upload import Upload

FOLD = "Use numbers from your own export"


@pytest.fixture
def reach():
    return ReachComparison()


@pytest.fixture
def bring(find, press):
    """Bring a file and return what is said of it."""

    def _bring(reach, data):
        if not reach._export._fold.opened:
            press(reach, FOLD)
        find(reach, Upload, "Your export").receive(data)
        return _said(reach)

    return _bring


def _said(widget):
    told = [getattr(widget, "html", "")]
    return " ".join([*told, *(_said(child) for child in getattr(widget, "children", ()))])


def _row(reach, stage, way):
    rows = reach.result["stages"]
    return next(row for row in rows if (row["stage"], row["way"]) == (stage, way))


def test_linkedin_sets_followers_and_who_sees_a_post(reach, find, bring):
    said = bring(reach, samples.linkedin(posts=20, followers=2000, impressions=130))

    assert reach.answer["platform"] == "linkedin"
    assert reach.answer["inputs"]["following"] == 2000
    assert reach.answer["inputs"]["seen_share"] == pytest.approx(7, abs=0.3)
    assert "From your LinkedIn file" in said
    assert "You had 2,000 followers" in said
    assert "counts screens, not people" in said


def test_the_control_says_that_its_number_is_from_the_file(reach, find, bring):
    bring(reach, samples.linkedin())

    assert find(reach, Range, "Your following").say("yours") == "from your file"
    assert find(reach, Range, "People in the room").say("yours") == "your number"


def test_meta_measures_who_answers_and_with_a_following_who_sees(reach, bring):
    reach.change(inputs={"following": 5000.0})
    said = bring(reach, samples.instagram(12))

    assert reach.answer["platform"] == "instagram"
    assert set(reach.answer["export"]["numbers"]) == {"seen_share", "answer_share"}
    assert reach.answer["inputs"]["seen_share"] == pytest.approx(5.1, abs=0.2)
    assert "of your followers see a post of yours" in said


def test_without_a_following_only_answers_are_measured(reach, bring):
    bring(reach, samples.x(50))

    assert set(reach.answer["export"]["numbers"]) == {"answer_share"}
    assert reach.answer["inputs"]["answer_share"] == pytest.approx(0.23, abs=0.1)


def test_a_measured_range_takes_the_place_of_the_assumed_one(reach, bring):
    reach.change(inputs={"following": 2000.0})
    assumed = _row(reach, "heard", "broadcasting")
    bring(reach, samples.linkedin(posts=40, followers=2000))
    counted = _row(reach, "heard", "broadcasting")

    assert counted["high"] / counted["low"] < assumed["high"] / assumed["low"]


def test_a_number_that_is_moved_is_no_longer_from_the_file(reach, find, bring):
    bring(reach, samples.linkedin())
    find(reach, Range, "Your following").set_state({"value": 300.0, "touched": True})

    assert reach.answer["inputs"]["following"] == 300
    assert find(reach, Range, "Your following").say("yours") == "your number"
    assert "You had" not in _said(reach._export._box)


def test_the_way_back_restores_the_assumptions(reach, press, bring):
    before = reach.result
    bring(reach, samples.linkedin())
    press(reach, "Use the assumptions again")

    assert reach.answer["inputs"] == {}
    assert reach.answer["export"] is None
    assert reach.result == before
    assert reach._export._box.layout.display == "none"


def test_one_number_can_be_given_back_alone(reach, find, bring):
    bring(reach, samples.linkedin())
    find(reach, Range, "Your following").set_state({"touched": False})

    assert set(reach.answer["inputs"]) == {"seen_share"}
    assert "You had" not in _said(reach._export._box)


def test_the_last_posts_are_read_at_once(reach, bring):
    said = bring(reach, samples.x(60))

    assert "Of your last 50 posts that could be judged, 25 pitch" in said


def test_mastodon_has_posts_to_read_and_nothing_to_measure(reach, bring):
    said = bring(reach, samples.mastodon_zip(12))

    assert "It counts too few posts to measure anything" in said
    assert "12 posts that could be judged, 6 pitch" in said
    assert reach.answer["export"] is None


def test_posts_without_words_are_not_judged(reach, bring):
    data = (
        samples.x(6)
        .replace(samples.PITCH.encode(), b"Hi")
        .replace(samples.QUESTION.encode(), b"Hi")
    )

    assert "too short to be judged" in bring(reach, data)


def test_a_few_posts_measure_nothing(reach, bring):
    before = reach.answer

    assert "5 are the least" in bring(reach, samples.x(4))
    assert reach.answer == before


def test_numbers_beyond_a_controls_limits_stop_there(reach, bring):
    bring(reach, samples.linkedin(posts=10, followers=250_000, impressions=1))

    assert reach.answer["inputs"]["following"] == 100_000
    assert reach.answer["inputs"]["seen_share"] == 0.1


def test_a_mistake_in_an_export_changes_nothing(reach, bring):
    before = reach.answer

    assert "Row 4, column Impressions" in bring(reach, samples.x(5).replace(b",402,", b",many,"))
    assert reach.answer == before


def test_no_text_of_a_post_is_kept(reach, bring):
    bring(reach, samples.x(50))

    assert samples.PITCH not in json.dumps([reach.answer, reach.result])


def test_what_a_file_told_comes_back_with_the_answer(reach, bring):
    bring(reach, samples.linkedin())
    again = ReachComparison(answer=json.loads(json.dumps(reach.answer)))

    assert again.result == reach.result
    assert "From your LinkedIn file" in _said(again)


GOOD = {"low": 5.0, "typical": 6.0, "high": 7.0, "posts": 20, "screens": True}


@pytest.mark.parametrize(
    "export",
    [
        {"platform": "myspace", "numbers": {}},
        {"platform": "x", "numbers": {"golf": GOOD}},
        {"platform": "x", "numbers": {"reply_share": GOOD}},
        {"platform": "x", "numbers": {"seen_share": {**GOOD, "low": 8.0}}},
        {"platform": "x", "numbers": {"seen_share": {**GOOD, "high": 100.0}}},
        {"platform": "x", "numbers": {"seen_share": {**GOOD, "low": float("nan")}}},
        {"platform": "x", "numbers": {"seen_share": {**GOOD, "posts": -1}}},
        {"platform": "x", "numbers": {"seen_share": {**GOOD, "more": 1}}},
    ],
)
def test_an_export_that_a_browser_made_up_is_refused(reach, export):
    before = reach.answer
    with pytest.raises(TraitError, match=r"ReachComparison\.answer"):
        reach.answer = {**before, "export": export}

    assert reach.answer == before


def test_nothing_of_it_is_made_before_it_is_opened(reach, find):
    assert find(reach, Press, FOLD)
    assert next(p for p in reach._export.widgets if isinstance(p, Fold)).body.children == ()
