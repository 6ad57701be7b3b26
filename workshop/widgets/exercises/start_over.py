"""Start over: a weekly routine in small blocks, kept for months, and a day to look back."""

from dataclasses import asdict
from datetime import date, timedelta
from typing import Any, ClassVar
from uuid import uuid4

from ipywidgets import VBox, Widget

from workshop.models.routine import (
    LAST_MINUTE,
    MINUTES,
    Block,
    next_monday,
    overlaps,
    review_day,
    routine,
    taken,
    weeks_of,
)
from workshop.packs import Pack
from workshop.widgets.answers.start_over import RoutineAnswer
from workshop.widgets.controls import control_words, draft, knob_range, take_home
from workshop.widgets.exercise import Exercise, boxed
from workshop.widgets.exercises.time_budget import TimeBudget
from workshop.widgets.hours import WeekHours
from workshop.widgets.markup import element, paragraphs
from workshop.widgets.parts.blocks import Blocks
from workshop.widgets.parts.choice import Choice
from workshop.widgets.parts.download import Download
from workshop.widgets.parts.draft import Draft
from workshop.widgets.parts.press import Press
from workshop.widgets.parts.prose import Prose
from workshop.widgets.parts.several import Several
from workshop.widgets.tellings.start_over import (
    block_row,
    dates,
    overlapping,
    path,
    said,
    sentence,
    week_head,
)

USUAL_DAYS = [0, 2, 4]


class StartOver(Exercise):
    """Hours, months, places and days become a week that can be changed, kept and taken home.

    Args:
        pack: Words and numbers; the default pack if None.
        week: A `TimeBudget` on the same page, whose face-to-face hours the routine then takes.
        **kwargs: As of `Exercise`.

    Examples:
        >>> plan = StartOver()
        >>> plan.change(months=4)
        >>> plan.result["weeks"]
        17
    """

    key = "start_over"

    takes_up: ClassVar = {"week": "time_budget"}
    written: ClassVar = frozenset({"when", "will"})

    Answer = RoutineAnswer

    def __init__(
        self, pack: Pack | None = None, *, week: TimeBudget | None = None, **kwargs: Any
    ) -> None:
        self._of_week = week
        super().__init__(pack, **kwargs)

    def start(self) -> dict[str, Any]:
        """Return the pack's proposal on three days of the week."""
        chosen = {
            **self._hours.start,
            "months": int(self.words.months.typical),
            "media": list(self.words.media),
            "days": USUAL_DAYS,
            "time": next(iter(self.words.controls.times)),
        }
        line = {"when": "", "will": "", "first": None, "name": "", "edition": 0}
        return {**chosen, "blocks": self._proposed(chosen), **line}

    def build(self) -> list[Widget]:
        """Make the choices, the week beside them, the one line and the commitment."""
        self._sentence, self._path = Prose(live=True), Prose()
        self._sentence.add_class("wk-sentence")
        self._choices = boxed("wk-controls", *self._make_choices())
        week = boxed("wk-rest", self._sentence, self._path, *self._make_week())
        self._body = boxed("wk-body", self._choices, boxed("wk-picture", week))
        return [self._body, self._make_line(), self._make_commitment()]

    def solve(self, answer: RoutineAnswer) -> dict[str, Any]:
        """Return how much the routine takes, how long it lasts, and its days once committed to."""
        weeks = weeks_of(answer.months)
        days: dict[str, Any] = {"first": None, "last": None, "review": None}
        if answer.first:
            review = review_day(answer.first, weeks)
            last = review - timedelta(days=1)
            days = {"first": answer.first, "last": last, "review": review}
        return {
            "blocks": sum(not block.out for block in answer.blocks),
            "minutes": taken(answer.week),
            "total_hours": round(weeks * taken(answer.week) / MINUTES, 1),
            "overlaps": [list(pair) for pair in overlaps(answer.week)],
            "months": answer.months,
            "weeks": weeks,
            "listening_weeks": min(self.words.listening_weeks, weeks),
            **{name: day and day.isoformat() for name, day in days.items()},
        }

    def show(self, answer: RoutineAnswer, result: dict[str, Any]) -> None:
        """Bring the choices, the week and the plan to the answer."""
        self._week.blocks = [block_row(self.pack, block) for block in answer.week]
        self._week.problem = ""
        self._overlap.html = overlapping(self.pack, answer.week, result["overlaps"])
        self._hours.show(answer.hours, answer.linked)
        self._months.value = answer.months
        self._media.value, self._days.value = answer.media, answer.days
        self._time.value = answer.time
        words = self.words.controls
        self._media.help = "" if answer.media else words.media_missing
        self._days.help = "" if answer.days else words.days_missing
        self._when.value, self._will.value = answer.when, answer.will
        line = said(self.pack, answer.when, answer.will)
        self._line.html = element("p", line, "wk-line") if line else ""
        self._sentence.html = paragraphs(sentence(self.pack, result))
        self._path.html = path(self.pack, result)
        self._show_commitment(answer, result)

    def finished(self, answer: RoutineAnswer, result: dict[str, Any]) -> bool:
        """Tell whether it was made a plan."""
        return answer.first is not None

    def _show_commitment(self, answer: RoutineAnswer, result: dict[str, Any]) -> None:
        committed = answer.first is not None
        self._choices.layout.display = "none" if committed else None
        (self._body.add_class if committed else self._body.remove_class)("wk-body-whole")
        self._commit.layout.display = "none" if committed else None
        self._commit.disabled = result["blocks"] == 0
        self._commit.hint = self.words.commitment.missing if self._commit.disabled else ""
        self._dates.html = dates(self.pack, result)
        self._kept.layout.display = None if committed else "none"
        self._calendar.wanted = committed
        self._calendar.renew()

    def _make_choices(self) -> list[Widget]:
        words = self.words.controls
        self._hours = WeekHours(self, self.words.hours, self._of_week, self._remake)
        self._months = knob_range(self.pack, self.words.months, "months")
        media = [{"value": name, "label": label} for name, label in self.words.media.items()]
        named = zip(self.words.week.day_letters, self.words.week.day_names, strict=True)
        days = [
            {"value": place, "label": letters, "name": name}
            for place, (letters, name) in enumerate(named)
        ]
        times = [{"value": time, "label": label} for time, label in words.times.items()]
        spoken = control_words(self.pack)
        self._media = Several(words.media, media, words=spoken)
        self._days = Several(words.days, days, words=spoken)
        self._time = Choice(words.time, times, words=spoken)
        self.listen(self._months, lambda value: self.change(months=int(value)))
        self.listen(self._media, lambda value: self._remake(media=value))
        self.listen(self._days, lambda value: self._remake(days=value))
        self.listen(self._time, lambda value: self._remake(time=value))
        note = Prose(html=element("p", words.remakes, "wk-help"))
        return [*self._hours.widgets, self._months, self._media, self._days, self._time, note]

    def _make_week(self) -> list[Widget]:
        words = self.words.week
        self._week = Blocks(
            label=words.title,
            days=list(words.day_names),
            lengths=list(self.words.lengths),
            words=words.model_dump(),
        )
        self._week.on_asked(self._on_asked)
        self._overlap = Prose(live=True)
        title = Prose(html=week_head(self.pack))
        return [title, self._week, self._overlap]

    def _make_line(self) -> VBox:
        words = self.words.if_then
        self._when, self._will = self._field(words.when), self._field(words.will)
        self.listen(self._when, lambda text: self.change(when=text))
        self.listen(self._will, lambda text: self.change(will=text))
        self._line = Prose()
        title = Prose(html=element("h3", words.title) + element("p", words.lead, "wk-aside"))
        return boxed("wk-step", title, boxed("wk-pair", self._when, self._will), self._line)

    def _make_commitment(self) -> VBox:
        words = self.words.commitment
        self._commit, self._dates = Press(words.open), Prose()
        self._commit.on_press(self._on_committed)
        undo = Press(words.undo, kind="quiet")
        undo.on_press(lambda _: self.change(first=None))
        self._calendar = Download(
            words.calendar,
            self._calendar_file,
            help=words.calendar_help,
            name=f"{words.file}.ics",
            type="text/calendar",
            words=control_words(self.pack),
        )
        home = self.pack.takehome
        page = take_home(self.pack, title=home.plan_title, lead=home.plan_lead, file=home.plan_file)
        self._kept = boxed("wk-step", self._calendar, page, undo)
        return boxed("wk-step", self._commit, self._dates, self._kept)

    def _field(self, words: Any) -> Draft:
        field = draft(self.pack, words.label, self.words.if_then.longest, words.help)
        field.rows, field.placeholder = 1, words.placeholder
        return field

    def _proposed(self, chosen: dict[str, Any]) -> list[dict[str, Any]]:
        kinds = self.words.of_media(chosen["media"])
        if not kinds or not chosen["days"]:
            return []
        hour, minute = chosen["time"].split(":")
        start = int(hour) * MINUTES + int(minute)
        blocks = routine(int(chosen["hours"] * MINUTES), kinds, chosen["days"], start)
        return [asdict(block) for block in blocks]

    def _remake(self, **chosen: Any) -> None:
        """Take another choice, and propose a new week for it."""
        self.change(**chosen, blocks=self._proposed({**self.answer, **chosen}))

    def _on_asked(self, place: int, field: str, value: Any) -> None:
        """Change a block, or say why it cannot be changed so."""
        self._week.problem = ""
        blocks = list(self.answer["blocks"])
        blocks[place] = {**blocks[place], field: value}
        if problem := self._against(blocks):
            self._week.problem = problem
        else:
            # By hand: no other week may take its place by itself.
            self.change(blocks=blocks, linked=False, edition=self.answer["edition"] + 1)

    def _against(self, blocks: list[dict[str, Any]]) -> str:
        words = self.words.week
        week = [Block(**block) for block in blocks]
        if any(block.start + block.minutes > LAST_MINUTE for block in week):
            return words.past_midnight
        if taken(week) > self.answer["hours"] * MINUTES:
            return words.too_much.format(hours=self.pack.say.hours(self.answer["hours"]))
        return ""

    def _on_committed(self, _: Press) -> None:
        name = self.answer["name"] or uuid4().hex
        first = next_monday(date.today()).isoformat()
        edition = self.answer["edition"] + 1
        self.change(first=first, name=name, linked=False, edition=edition)

    def _calendar_file(self, zone: str) -> str:
        # Heavy, and needed only by those who make a plan.
        from workshop.takehome.calendar import Plan, calendar_file, known_zone

        answer = self.Answer.model_validate(self.answer, context=self.pack)
        if answer.first is None:
            return ""
        line = said(self.pack, answer.when, answer.will)
        weeks = weeks_of(answer.months)
        plan = Plan(answer.name, answer.edition, answer.week, answer.first, weeks, line)
        return calendar_file(self.pack, plan, known_zone(zone))
