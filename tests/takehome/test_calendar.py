"""A calendar file, read by two libraries that know nothing of each other."""

from collections import Counter
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import icalendar
import pytest
import recurring_ical_events
import vobject

from workshop.models.routine import routine
from workshop.packs import load_pack
from workshop.takehome.calendar import Plan, calendar_file, known_zone

PACK = load_pack()
NOW = datetime(2026, 11, 24, 22, 0, tzinfo=UTC)
FIRST, WEEKS = date(2026, 11, 30), 26
SAID = "When the coffee is poured, I will answer; two people, first."
BLOCKS = routine(180, PACK.start_over.of_media(["social", "face_to_face"]), [0, 2, 4], 510)


def _file(zone="Europe/Madrid", edition=1, said=SAID, first=FIRST, weeks=WEEKS):
    plan = Plan("abc", edition, BLOCKS, first, weeks, said)
    return calendar_file(PACK, plan, known_zone(zone), NOW)


def _occasions(text, **span):
    calendar = icalendar.Calendar.from_ical(text)
    found = recurring_ical_events.of(calendar).between(
        FIRST - timedelta(days=1), FIRST + timedelta(weeks=WEEKS)
    )
    return [event for event in found if isinstance(event["DTSTART"].dt, datetime)]


@pytest.mark.parametrize("lasting", [1, 6, 9, WEEKS])
def test_every_block_of_every_week_is_there_once(lasting):
    occasions = _occasions(_file(weeks=lasting))
    weeks = Counter((event["DTSTART"].dt.date() - FIRST).days // 7 for event in occasions)

    assert weeks == dict.fromkeys(range(lasting), len(BLOCKS))


def test_half_past_eight_stays_half_past_eight_when_the_clocks_change():
    mondays = sorted(
        event["DTSTART"].dt for event in _occasions(_file()) if event["DTSTART"].dt.weekday() == 0
    )
    firsts = {when.date(): when for when in reversed(mondays)}
    before, after = firsts[date(2027, 3, 22)], firsts[date(2027, 3, 29)]

    assert {when.strftime("%H:%M") for when in firsts.values()} == {"08:30"}
    assert before.astimezone(UTC).hour == 7
    assert after.astimezone(UTC).hour == 6


def test_the_zone_in_the_file_says_the_same_as_the_zone_of_the_machine():
    calendar = icalendar.Calendar.from_ical(_file())
    zone = calendar.walk("VTIMEZONE")[0].to_tz()
    for day in (date(2027, 1, 4), date(2027, 3, 27), date(2027, 3, 29), date(2027, 5, 3)):
        noon = datetime(day.year, day.month, day.day, 12)

        assert noon.replace(tzinfo=zone).utcoffset() == (
            noon.replace(tzinfo=ZoneInfo("Europe/Madrid")).utcoffset()
        )


def test_the_first_weeks_only_listen():
    events = _occasions(_file())
    early = {
        str(event["SUMMARY"])
        for event in events
        if event["DTSTART"].dt.date() < FIRST + timedelta(weeks=PACK.start_over.listening_weeks)
    }

    assert early == {PACK.start_over.kinds["listen"].label}


def test_a_second_library_reads_the_same_weeks():
    calendar = vobject.readOne(_file())
    events = [event for event in calendar.vevent_list if event.contents.get("transp") is None]
    days = Counter()
    for event in events:
        rule = event.getrruleset(addRDate=True)
        days.update([event.dtstart.value] if rule is None else list(rule))
    weeks = Counter((when.date() - FIRST).days // 7 for when in days.elements())

    assert weeks == dict.fromkeys(range(WEEKS), len(BLOCKS))


def test_the_look_back_is_a_whole_day_with_a_reminder():
    calendar = icalendar.Calendar.from_ical(_file())
    review = next(event for event in calendar.walk("VEVENT") if "review" in event["UID"])

    assert review["DTSTART"].dt == FIRST + timedelta(weeks=WEEKS)
    assert review["DTEND"].dt == review["DTSTART"].dt + timedelta(days=1)
    assert len(review.walk("VALARM")) == 1


def test_a_reminder_comes_before_every_block_and_at_nine_on_the_day_to_look_back():
    events = icalendar.Calendar.from_ical(_file()).walk("VEVENT")
    reminders = {
        (type(event["DTSTART"].dt), alarm["TRIGGER"].dt, str(alarm["ACTION"]))
        for event in events
        for alarm in event.walk("VALARM")
    }

    assert reminders == {
        (datetime, -timedelta(minutes=PACK.start_over.reminder_minutes), "DISPLAY"),
        (date, timedelta(hours=9), "DISPLAY"),
    }
    assert all(len(event.walk("VALARM")) == 1 for event in events)
    assert {str(event.walk("VALARM")[0]["DESCRIPTION"]) for event in events} == {
        str(event["SUMMARY"]) for event in events
    }


def test_lines_end_and_fold_as_the_standard_says():
    text = _file(said="Ünïcödé " * 12)

    assert text.replace("\r\n", "").count("\n") == 0
    assert max(len(line.encode()) for line in text.split("\r\n")) <= 75


def test_commas_and_semicolons_are_escaped_and_come_back():
    event = icalendar.Calendar.from_ical(_file()).walk("VEVENT")[0]

    assert "I will answer\\; two people\\, first." in _file().replace("\r\n ", "")
    assert str(event["DESCRIPTION"]).endswith(SAID)


def test_a_line_break_that_is_typed_cannot_begin_another_property():
    text = _file(said="When x\r\nATTACH:http://example.org\nEND:VEVENT")

    assert "\r\nATTACH" not in text
    assert text.count("END:VEVENT") - text.count("\\nEND:VEVENT") == text.count("BEGIN:VEVENT")


def test_every_event_has_a_name_of_its_own_that_a_later_file_keeps():
    names = [
        [event["UID"] for event in icalendar.Calendar.from_ical(text).walk("VEVENT")]
        for text in (_file(), _file(edition=2))
    ]

    assert names[0] == names[1]
    assert len(set(names[0])) == len(names[0])


def test_a_later_file_says_that_it_is_later():
    event = icalendar.Calendar.from_ical(_file(edition=7)).walk("VEVENT")[0]

    assert event["SEQUENCE"] == 7
    assert event["DTSTAMP"].dt == NOW


@pytest.mark.parametrize("event_has", ["DTSTAMP", "UID", "SUMMARY", "DTSTART", "SEQUENCE"])
def test_every_event_says_what_calendars_ask_for(event_has):
    events = icalendar.Calendar.from_ical(_file()).walk("VEVENT")

    assert all(event_has in event for event in events)
    assert all(event.walk("VALARM") for event in events)


@pytest.mark.parametrize("zone", ["America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu"])
def test_no_time_floats_in_any_zone(zone):
    calendar = icalendar.Calendar.from_ical(_file(zone))

    assert [str(part["TZID"]) for part in calendar.walk("VTIMEZONE")] == [zone]
    assert all(event["DTSTART"].dt.tzinfo for event in _occasions(_file(zone)))
    assert len(_occasions(_file(zone))) == WEEKS * len(BLOCKS)


@pytest.mark.parametrize("zone", ["", "Mars/Olympus", "../../etc/passwd", "UTC", "\0"])
def test_an_unknown_zone_becomes_universal_time(zone):
    events = _occasions(_file(zone))

    assert all(event["DTSTART"].dt.utcoffset() == timedelta(0) for event in events)
