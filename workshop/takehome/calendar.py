"""A routine as an iCalendar file (RFC 5545) that Google, Apple and Outlook take.

Every time is a wall-clock time in a named zone, which the file itself defines, so that half past
eight stays half past eight when the clocks change, in whichever calendar it is opened.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from icalendar import Alarm, Calendar, Event

from workshop.models.routine import Block, Series, review_day, series
from workshop.packs import Pack

MAKER = "-//The right conversation//Start over//EN"
HOST = "right-conversation.invalid"  # of identifiers only, which need a name nobody else uses
FALLBACK_ZONE = "UTC"
_LOOK_BACK = timedelta(hours=9)  # an all-day event is remembered at nine in the morning
_MINUTES_AN_HOUR = 60


@dataclass(frozen=True)
class Plan:
    """What a participant has committed to.

    Attributes:
        name: What tells this plan from all others, so that a second file replaces the first.
        edition: Goes up with each change.
        blocks: The week.
        first: The Monday it begins on.
        weeks: How many weeks it lasts.
        said: The line that it hangs on, or "".
    """

    name: str
    edition: int
    blocks: Sequence[Block]
    first: date
    weeks: int
    said: str = ""


def known_zone(name: str) -> ZoneInfo:
    """Return a time zone by its IANA name, or UTC where the name is unknown."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return ZoneInfo(FALLBACK_ZONE)


def calendar_file(pack: Pack, plan: Plan, zone: ZoneInfo, now: datetime | None = None) -> str:
    """Return the text of an iCalendar file.

    Args:
        pack: The words and actions.
        plan: What was committed to.
        zone: The time zone that the plan's times are in.
        now: When the file is made, with a zone; this moment if None.

    Returns:
        The file, its lines ending in CRLF and folded.
    """
    made = now or datetime.now(UTC)
    calendar = Calendar()
    calendar.add("prodid", MAKER)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", pack.start_over.calendar.name)
    for event in (*_blocks(pack, plan, zone), *_questions(pack, plan), _review(pack, plan)):
        event.add("dtstamp", made)
        event.add("sequence", plan.edition)
        calendar.add_component(event)
    if zone.key != FALLBACK_ZONE:
        last = review_day(plan.first, plan.weeks + 1)
        calendar.add_missing_timezones(first_date=plan.first, last_date=last)
    return calendar.to_ical().decode("utf-8")


def _blocks(pack: Pack, plan: Plan, zone: ZoneInfo) -> Iterator[Event]:
    words = pack.start_over
    listening, counts = words.listening_weeks, words.action_counts
    for part in series(plan.blocks, plan.first, plan.weeks, listening, counts):
        block = plan.blocks[part.block]
        begins = datetime.combine(part.first, _clock(block.start), tzinfo=zone)
        event = Event()
        event.add("uid", f"{plan.name}-{part.block}-{part.kind}-{part.action}@{HOST}")
        event.add("summary", words.kinds[part.kind].label)
        action = words.kinds[part.kind].actions[part.action]
        text = words.calendar.description.format(action=action, said=plan.said)
        event.add("description", text.strip())
        event.add("dtstart", begins)
        # The length and not the end, so that no change of the clocks can make it shorter.
        event.add("duration", timedelta(minutes=block.minutes))
        if part.times > 1:
            event.add("rrule", _every(part))
        event.add_component(_alarm(words.kinds[part.kind].label, _before(words.reminder_minutes)))
        yield event


def _questions(pack: Pack, plan: Plan) -> Iterator[Event]:
    """Bring back what was learned, later and later; nothing comes after the day of looking back."""
    words, last = pack.start_over.calendar, review_day(plan.first, plan.weeks)
    for number, question in enumerate(words.questions):
        day = plan.first + timedelta(days=question.days)
        if day < last:
            text = question.text.format(said=plan.said).strip()
            yield _whole_day(f"{plan.name}-question-{number}", day, words.question, text)


def _review(pack: Pack, plan: Plan) -> Event:
    words = pack.start_over.calendar
    day = review_day(plan.first, plan.weeks)
    return _whole_day(f"{plan.name}-review", day, words.review, words.review_description)


def _whole_day(name: str, day: date, summary: str, description: str) -> Event:
    event = Event()
    event.add("uid", f"{name}@{HOST}")
    event.add("summary", summary)
    event.add("description", description)
    event.add("dtstart", day)
    event.add("dtend", day + timedelta(days=1))
    event.add("transp", "TRANSPARENT")
    event.add_component(_alarm(summary, _LOOK_BACK))
    return event


def _every(part: Series) -> dict[str, object]:
    return {"freq": "weekly", "interval": part.every, "count": part.times}


def _alarm(text: str, trigger: timedelta) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", text)
    alarm.add("trigger", trigger)
    return alarm


def _before(minutes: int) -> timedelta:
    return -timedelta(minutes=minutes)


def _clock(minutes: int) -> time:
    return time(minutes // _MINUTES_AN_HOUR, minutes % _MINUTES_AN_HOUR)
