"""The trainer's desk: pacing, revealing, moderating, with what the agenda says beside it.

It is handed the desk of a room, and keeps nothing of its own: a reload, or a second desk, shows the
same.
"""

import logging
from collections.abc import Callable, Mapping
from typing import Any

from ipywidgets import VBox, Widget

from workshop.packs import Pack
from workshop.widgets.exercise import boxed
from workshop.widgets.live.addresses import Addresses
from workshop.widgets.live.advice import AdviceList
from workshop.widgets.live.ending import Ending
from workshop.widgets.live.pictures import Pictures
from workshop.widgets.live.pulse import Pulse, Status
from workshop.widgets.live.queue import Queue
from workshop.widgets.live.run_sheet import RunSheet
from workshop.widgets.live.standing import Standing
from workshop.widgets.markup import element, link, paragraphs
from workshop.widgets.parts.countdown import Countdown
from workshop.widgets.parts.fold import Fold
from workshop.widgets.parts.keys import Keys
from workshop.widgets.parts.presence import Presence
from workshop.widgets.parts.press import Press
from workshop.widgets.parts.prose import Prose
from workshop.widgets.tellings import desk as telling
from workshop.widgets.tellings.tally import answered, why_no_picture

log = logging.getLogger("workshop")


class DeskPage(VBox):
    """Everything a trainer does and reads, on one page.

    Args:
        pack: Words.
        desk: What may be done to the room; see `workshop.room.desk.Desk`.
        advise: Finds suggestions; see `workshop.room.advice.advise`.
        late: Counts the minutes behind; see `workshop.room.advice.minutes_late`.
        at: Addresses and keys to hand on.
        rehearse: Lets made-up people in, for whoever practises alone; nothing without.
    """

    def __init__(
        self,
        pack: Pack,
        desk: Any,
        *,
        advise: Callable[..., Any],
        late: Callable[..., float],
        at: Addresses,
        rehearse: Callable[[], object] | None = None,
    ) -> None:
        self.pack, self.desk, self.at = pack, desk, at
        self._late_by, self._rehearse, self._rehearsing = late, rehearse, False
        self._standing = Standing(desk.room.agenda)
        self._make(advise)
        super().__init__(self._laid_out())
        self.add_class("wk-desk")
        self._pulse = Pulse(self, self._on_changes, self._on_status)
        self._presence.on_here(self._pulse.start)
        self._pulse.ask()

    def __repr__(self) -> str:
        """Name the desk; ipywidgets would print the whole tree below it into every page."""
        return "DeskPage()"

    def changes(self, since: int = 0) -> Any:
        """Return what is new at the desk; time goes on without anything new."""
        changes = self.desk.changes(since)
        if changes is None:
            self._show_time()
        return changes

    def follow(self) -> None:
        """Follow the room from now on."""
        self._pulse.start()

    def do(self, work: Callable[..., object], *values: Any) -> None:
        """Do something to the room and show what came of it, or say that it could not be done."""
        try:
            work(*values)
        except Exception as problem:  # the desk stays whatever a database says
            log.warning("Not done at the desk: %s", problem)
            self._problem.html = paragraphs(self.pack.desk.not_done)
            return
        self._problem.html = ""
        self._pulse.ask()

    def _make(self, advise: Callable[..., Any]) -> None:
        words = self.pack.desk
        self._presence = Presence()
        self._place, self._clock = Prose(tag="h2"), Prose()
        self._here = Prose()
        self._timer = Countdown(
            label=words.timer, words={"left": words.time_left, "over": words.time_over}
        )
        self._problem, self._answered = Prose(live=True), Prose()
        self._notes, self._why = Prose(), Prose()
        self._pictures = Pictures(self.pack)
        self._queue = Queue(self.pack, self.desk, self.do)
        self._sheet = RunSheet(self.pack, self.desk, self.do)
        self._advice = AdviceList(self.pack, advise, self._take_time)
        self._back, self._next = self._press("back", "quiet"), self._press("next", "main")
        self._again = self._press("again", "quiet")
        self._reveal = self._press("reveal", "quiet")
        self._freeze = self._press("freeze", "quiet")
        self._start, self._longer = self._press("start_timer", "quiet"), self._press("longer")
        self._stop = self._press("stop_timer")
        self._keys = self._keyboard()

    def _press(self, name: str, kind: str = "quiet") -> Press:
        press = Press(getattr(self.pack.desk, name), kind=kind)
        press.on_press(lambda _: self.do(getattr(self, f"_do_{name}")))
        return press

    def _keyboard(self) -> Keys:
        words, keys = self.pack.desk, self.pack.desk.keys
        self._strokes: Mapping[str, Press] = {
            keys.next: self._next,
            keys.back: self._back,
            keys.reveal: self._reveal,
            keys.freeze: self._freeze,
            keys.timer: self._start,
            keys.longer: self._longer,
        }
        names = dict(
            zip(
                self._strokes,
                (words.next, words.back, words.reveal, words.freeze, words.timer, words.longer),
                strict=True,
            )
        )
        found = Keys(names, label=keys.label)
        found.on_key(lambda key: self._strokes[key].click())
        return found

    def _laid_out(self) -> list[Widget]:
        words = self.pack.desk
        head = boxed("wk-desk-head", self._here, self._place, self._clock, self._timer)
        steps = boxed("wk-desk-steps", self._back, self._next)
        rest = boxed("wk-desk-more", self._reveal, self._freeze, self._again)
        time = boxed("wk-desk-time", self._start, self._longer, self._stop)
        controls = boxed("wk-desk-controls", steps, rest, time)
        heading = Prose(html=element("h2", words.answers))
        room = boxed(
            "wk-desk-room",
            self._advice,
            heading,
            self._answered,
            self._pictures,
            self._why,
            self._queue,
        )
        side = boxed("wk-desk-side", self._sheet, self._keys, self._others())
        columns = boxed("wk-desk-columns", side, boxed("wk-desk-notes", self._notes), room)
        return [self._presence, self._problem, head, controls, columns]

    def _others(self) -> VBox:
        """Make what is seldom needed: practising, another device, the end."""
        words = self.pack.desk
        elsewhere = Fold(words.elsewhere, lambda: [Prose(html=self._elsewhere())])
        parts: list[Widget] = [elsewhere]
        if self._rehearse:
            rehearse = Press(words.rehearse.format(count=12), kind="quiet")
            rehearse.hint = words.rehearse_help
            rehearse.on_press(lambda _: self._begin_rehearsal())
            parts.append(Fold(words.rehearse_fold, lambda: [rehearse]))
        ending = Fold(
            words.ending.heading, lambda: [Ending(self.pack, self.desk, self.do, self._wiped)]
        )
        return boxed("wk-desk-others", *parts, ending)

    def _begin_rehearsal(self) -> None:
        self._rehearsing = True
        self._answer_by_themselves()

    def _answer_by_themselves(self) -> None:
        """Have made-up people answer the step that is up, once somebody practises."""
        if self._rehearsing and self._rehearse:
            self.do(self._rehearse)

    def _elsewhere(self) -> str:
        words, at = self.pack.desk, self.at
        screen = element("p", link(words.open_screen, at.own_screen))
        return screen + paragraphs(
            words.elsewhere_lead.format(address=at.desk, key=at.key),
            words.screen_lead.format(address=at.screen, token=at.token),
        )

    def _do_back(self) -> None:
        self.desk.back()

    def _do_next(self) -> None:
        self.desk.next()

    def _do_again(self) -> None:
        self.desk.again()

    def _do_reveal(self) -> None:
        tally = self._standing.tally
        if tally is not None:
            self.desk.reveal(tally.step, tally.round, not tally.revealed)

    def _do_freeze(self) -> None:
        tally = self._standing.tally
        if tally is not None:
            (self.desk.thaw if tally.frozen else self.desk.freeze)(tally.step, tally.round)

    def _do_start_timer(self) -> None:
        self.desk.set_timer(round(60 * self._standing.step.minutes))

    def _do_longer(self) -> None:
        ends_at = self._standing.stage.ends_at
        left = self.desk.seconds_left(ends_at) if ends_at else 0
        self.desk.set_timer(max(0, left) + 60)

    def _do_stop_timer(self) -> None:
        self.desk.set_timer(None)

    def _take_time(self, advice: Any) -> None:
        """Do what a suggestion is about: time that is given is shown as a timer."""
        if advice.kind == "pairs":
            self.do(self.desk.set_timer, round(60 * advice.minutes))

    def _wiped(self) -> None:
        self._pulse.stop()

    def _on_changes(self, changes: Any) -> None:
        before = self._standing.stage
        self._standing.take(changes)
        stage, step, words = self._standing.stage, self._standing.step, self.pack.desk
        seats = words.here.format(seats=self.pack.say.number(stage.seats))
        room = words.room.format(code=self.at.code)
        self._here.html = element("p", f"{room} · {seats}")
        if before is None or (before.step, before.round) != (stage.step, stage.round):
            self._show_step(step)
            if before is not None:
                self._answer_by_themselves()
        if before is None or before.ends_at != stage.ends_at or before.step != stage.step:
            self._timer.run(self.desk.seconds_left(stage.ends_at) if stage.ends_at else None)
            self._stop.disabled = stage.ends_at is None
        self._show_answers()
        self._queue.show(self._standing.step_texts)
        self._show_time()

    def _show_step(self, step: Any) -> None:
        words, number = self.pack.desk, self.pack.say.number
        agenda, place = self._standing.agenda, self._standing.place
        self._place.html = words.place.format(
            number=place + 1, count=len(agenda.steps), title=step.title
        )
        self._notes.html = telling.notes(self.pack, step)
        self._start.label = words.start_timer.format(minutes=number(step.minutes))
        self._back.disabled = place == 0
        self._next.disabled = place == len(agenda.steps) - 1
        self._sheet.place = place

    def _show_answers(self) -> None:
        standing, words = self._standing, self.pack.desk
        tally, asks = standing.tally, bool(standing.step.exercise)
        for press in (self._reveal, self._freeze, self._again):
            press.disabled = not asks
        told = answered(self.pack, tally, standing.stage.seats)
        frozen = words.frozen if tally and tally.frozen else ""
        self._answered.html = paragraphs(told or words.no_answers, frozen)
        self._reveal.label = words.unreveal if tally and tally.revealed else words.reveal
        self._freeze.label = words.thaw if tally and tally.frozen else words.freeze
        measures = standing.agenda.counted(standing.stage.step)
        self._pictures.show(standing.step, measures, standing.of_step)
        least = self.desk.room.settings.least
        self._why.html = paragraphs(why_no_picture(self.pack, tally, least, desk=True))

    def _show_time(self) -> None:
        standing = self._standing
        if standing.stage is None:
            return
        used = self.desk.minutes_used()
        late = self._late_by(standing.agenda, standing.place, sum(used.values()))
        here = used.get((standing.step.key, standing.step.round), 0.0)
        told = [telling.used(self.pack, standing.step, here), telling.standing(self.pack, late)]
        self._clock.html = element("p", " · ".join(told))
        self._sheet.show(used)
        self._advice.show(standing, late)

    def _on_status(self, status: Status) -> None:
        told = {"connected": "", "away": self.pack.desk.away, "gone": self.pack.desk.gone}
        self._problem.html = paragraphs(told[status])
