"""Looking back, as a participant does it after months."""

import io
import json
from datetime import date, timedelta

import openpyxl
import pytest
import samples
from traitlets import TraitError

from workshop import Review
from workshop.models.review import VERDICTS
from workshop.sheets import as_csv, as_xlsx
from workshop.widgets.journal import this_week
from workshop.widgets.parts.choice import Choice
from workshop.widgets.parts.press import Press
from workshop.widgets.parts.save import Save
from workshop.widgets.parts.upload import Upload

SHEET = "Or bring a sheet"
EXPORT = "Fill in people reached from an export"
MONTHS = 26
FACE = {"hours": 3, "reached": 40, "conversations": 3, "relationships": 1}
SOCIAL = {"hours": 3, "reached": 400, "conversations": 9, "relationships": 1}


def _mondays(weeks):
    return [this_week() - timedelta(weeks=back) for back in range(weeks, 0, -1)]


def _weeks(number, face=FACE, social=SOCIAL):
    line = {f"face_to_face.{name}": amount for name, amount in face.items()}
    line |= {f"social.{name}": amount for name, amount in social.items()}
    return {monday.isoformat(): line for monday in _mondays(number)}


def _after(weeks, **amounts):
    return Review(answer={"weeks": _weeks(weeks, **amounts), "hour_value": 60})


@pytest.fixture
def review():
    return Review()


@pytest.fixture
def bring(find, press):
    """Bring a file and return what is said of it."""

    def _bring(review, label, data):
        if not any(isinstance(part, Upload) for part in _parts(review)):
            press(review, "Bring or save a sheet")
        find(review, Upload, label).receive(data)
        return _said(review)

    return _bring


def _parts(widget):
    yield widget
    for child in getattr(widget, "children", ()):
        yield from _parts(child)


def _said(review):
    return " ".join(part.html for part in _parts(review) if getattr(part, "html", ""))


def test_it_begins_empty_and_says_how_to_begin(review):
    assert review.result["enough"] is False
    assert "Begin with last week" in review._sentence.html


def test_a_number_typed_is_written_in_its_week(review):
    review._journal.grid.edit("hours", "social", 2.5)

    assert review.answer["weeks"] == {this_week().isoformat(): {"social.hours": 2.5}}
    assert review._journal.grid.values == {"hours": {"social": 2.5}}


def test_an_emptied_cell_empties_its_week(review):
    review._journal.grid.edit("hours", "social", 2.5)
    review._journal.grid.edit("hours", "social", None)

    assert review.answer["weeks"] == {}


def test_the_week_before_is_one_press_away(review, press):
    press(review, "Week before")
    review._journal.grid.edit("conversations", "face_to_face", 4)

    assert list(review.answer["weeks"]) == [_mondays(1)[0].isoformat()]


def test_there_is_no_week_after_this_one(review, find, press):
    assert find(review, Press, "Week after").disabled

    press(review, "Week before")

    assert not find(review, Press, "Week after").disabled


@pytest.mark.parametrize("weeks", [1, 12])
def test_fewer_than_three_months_are_counted_but_not_judged(weeks):
    review = _after(weeks)

    assert f"{weeks} of 13 weeks: too early to judge" in review._sentence.html
    assert "verdicts" not in review.result
    assert review._chart.layout.display == "none"
    counted = "1 week" if weeks == 1 else f"{weeks} weeks"
    assert f"What you counted in {counted}" in _said(review)
    assert "Why we wait three months" in _said(review)


def test_three_months_are_judged(find):
    review = _after(13)

    assert review.result["enough"]
    assert review._chart.layout.display is None
    assert "online was cheaper" in review._sentence.html
    assert "What your journal cannot know" in _said(review)


def test_the_numbers_may_speak_against_the_teaching():
    assert "in person was cheaper" in _after(MONTHS, face=SOCIAL, social=FACE)._sentence.html


def test_equal_counts_are_too_close_to_call():
    assert "too close to call" in _after(13, face=FACE, social=FACE)._sentence.html


def test_a_medium_without_hours_is_not_enough_data_to_tell():
    assert "not enough data to tell" in _after(13, social={})._sentence.html


def test_opportunities_can_usually_not_be_told_after_a_quarter():
    assert "Opportunities: not enough data to tell" in _said(_after(13))


@pytest.mark.parametrize("weeks", [0, 1, 13, 520])
@pytest.mark.parametrize("face", [FACE, SOCIAL, {}])
def test_the_one_sentence_can_be_repeated_to_a_colleague(weeks, face):
    review = _after(weeks, face=face)
    said = review._sentence.html.removeprefix("<p>").removesuffix("</p>")

    assert 0 < len(said) <= 160


def test_every_verdict_has_a_sentence(review):
    for words in (review.words.sentences, review.words.opportunities):
        assert set(VERDICTS) <= set(words.model_dump())


def test_our_assumptions_stand_beside_what_they_are_worth():
    said = _said(_after(MONTHS))

    assert "Ours beside yours" in said
    assert "a week of yours" in said or "weeks of yours" in said


def test_a_cost_is_told_in_money_for_both_media():
    review = _after(13)
    row = next(r for r in review.result["costs"] if r["medium"] == "social")

    assert row["low"] < 60 * 3 / 9 < row["high"]
    assert "€" in _said(review)


def test_a_dearer_hour_makes_everything_dearer(find):
    review = _after(13)
    before = review.result["costs"][0]["typical"]
    review.change(hour_value=120)

    assert review.result["costs"][0]["typical"] == pytest.approx(2 * before)


def test_revenue_is_told_when_there_is_any():
    assert "Revenue so far" not in _said(_after(13))
    assert "Revenue so far: €1,300" in _said(_after(13, face={**FACE, "revenue": 100}))


def test_the_months_to_come_are_drawn_with_ones_own_rates():
    review = _after(MONTHS)
    met = {
        row["medium"]: row["middle"]
        for row in review.result["ahead"]["growth"]
        if (row["stage"], row["month"]) == ("met", 12)
    }

    assert "The next 12 months with 3 h a week on each side" in _said(review)
    assert met["social"] == pytest.approx(3 * met["face_to_face"], rel=0.1)


@pytest.mark.parametrize(("weeks", "social"), [(12, SOCIAL), (13, {})])
def test_without_enough_on_both_sides_nothing_is_drawn_ahead(weeks, social):
    review = _after(weeks, social=social)

    assert review._ahead.box.layout.display == "none"


def test_a_sheet_takes_the_place_of_what_was_written(review, bring):
    review._journal.grid.edit("hours", "social", 2.5)
    days = _mondays(14)
    rows = [["Week", "Hours, all in, Social media"], *([day, 2] for day in days)]
    said = bring(review, SHEET, as_csv(rows))

    assert "14 weeks read from your file" in said
    assert len(review.answer["weeks"]) == 14
    assert review._journal.grid.values == {"hours": {"social": 2}}


@pytest.mark.parametrize("ending", ["xlsx", "csv"])
def test_what_is_saved_can_be_brought_back(ending, find, bring, press):
    review, other = _after(20), Review()
    press(review, "Bring or save a sheet")
    data = find(review, Save, f"Save as {'Excel' if ending == 'xlsx' else 'CSV'}").make()
    bring(other, SHEET, data)

    assert other.answer["weeks"] == review.answer["weeks"]


def test_an_empty_journal_is_saved_with_the_last_three_months_to_fill_in(review):
    rows = review.sheet()

    assert len(rows) == 14
    assert rows[-1][0] == this_week()
    assert rows[0][:2] == ["Week", "Hours, all in, Face to face"]


def test_a_mistake_names_row_and_column_and_changes_nothing(bring):
    review = _after(13)
    before = review.answer
    rows = [["Week", "Hours, all in, Social media"], [_mondays(1)[0], -2]]
    said = bring(review, SHEET, as_csv(rows))

    assert "Row 2, column Hours, all in, Social media: “-2” is below zero." in said
    assert review.answer == before


def test_what_a_cell_says_is_never_markup(review, bring):
    rows = [["Week", "Hours, all in, Social media"], [_mondays(1)[0], "<b>x</b>"]]

    assert "&lt;b&gt;x&lt;/b&gt;" in bring(review, SHEET, as_csv(rows))


def test_dates_that_could_be_both_are_asked_about_once(review, find, bring):
    data = b'Week,"Hours, all in, Social media"\n03/04/2026,2\n'
    said = bring(review, SHEET, data)
    asked = next(part for part in _parts(review) if isinstance(part, Choice))

    assert "could be read in two ways" in said
    assert asked.layout.display is None

    asked.value = "dmy"

    assert list(review.answer["weeks"]) == ["2026-03-30"]
    assert asked.layout.display == "none"


def test_a_file_that_breaks_a_reader_does_not_break_the_page(review, bring, monkeypatch):
    monkeypatch.setattr("workshop.widgets.exercises.review.read_journal", lambda *a, **k: 1 / 0)

    assert "damaged" in bring(review, SHEET, b"a,b")


def test_an_export_fills_in_who_was_reached_in_weeks_that_are_written(bring):
    review = Review(
        answer={"weeks": {"2026-07-06": {"social.hours": 2}}, "hour_value": 60},
    )
    said = bring(review, EXPORT, samples.instagram(7))

    assert "filled in from your Instagram export" in said
    assert review.answer["weeks"]["2026-07-06"]["social.reached"] == sum(range(250, 257))


def test_an_export_of_other_weeks_changes_nothing(review, bring):
    assert "nothing was changed" in bring(review, EXPORT, samples.x(5))
    assert review.answer["weeks"] == {}


def test_an_export_that_does_not_count_people_says_so(review, bring):
    assert "does not say how many" in bring(review, EXPORT, samples.mastodon_zip())


@pytest.mark.parametrize(
    "change",
    [
        {"hour_value": -1},
        {"hour_value": float("nan")},
        {"weeks": {"2026-07-07": {}}},
        {"weeks": {"1999-01-04": {}}},
        {"weeks": {"2126-01-07": {}}},
        {"weeks": {"soon": {}}},
        {"weeks": {"2026-07-06": {"social.golf": 1}}},
        {"weeks": {"2026-07-06": {"social.hours": 61}}},
        {"weeks": {"2026-07-06": {"social.hours": -1}}},
        {"weeks": {(date(2001, 1, 1) + timedelta(weeks=at)).isoformat(): {} for at in range(521)}},
        {"extra": 1},
    ],
)
def test_a_bad_answer_is_refused_and_nothing_is_lost(review, change):
    before = review.answer
    with pytest.raises(TraitError, match=r"Review\.answer"):
        review.answer = {**before, **change}

    assert review.answer == before


def test_answer_and_result_are_plain_json():
    review = _after(13)

    assert json.loads(json.dumps(review.answer)) == review.answer
    assert json.loads(json.dumps(review.result, allow_nan=False)) == review.result


def test_the_workbook_holds_dates_and_numbers_not_texts():
    review = _after(13)
    sheet = openpyxl.load_workbook(io.BytesIO(as_xlsx(review.sheet(), "Journal"))).active

    assert sheet["A2"].is_date
    assert sheet["B2"].value == 3
