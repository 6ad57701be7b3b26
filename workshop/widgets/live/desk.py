"""The trainer's desk: pacing, revealing, moderating, with what the agenda says beside it.

It is handed the desk of a room, and keeps nothing of its own: a reload, or a second desk, shows the
same.
"""

import logging
from collections.abc import Callable
from typing import Any

from ipywidgets import VBox, Widget

from workshop.packs import Pack
from workshop.widgets.exercise import boxed
from workshop.widgets.live.addresses import Addresses
from workshop.widgets.live.advice import AdviceList
from workshop.widgets.live.controls import Controls
from workshop.widgets.live.ending import Ending
from workshop.widgets.live.handing import Handing, MakeFile
from workshop.widgets.live.pictures import Pictures
from workshop.widgets.live.pulse import Pulse, Status
from workshop.widgets.live.queue import Queue
from workshop.widgets.live.run_sheet import RunSheet
from workshop.widgets.live.standing import Standing
from workshop.widgets.markup import element, link, paragraphs
from workshop.widgets.parts.countdown import Countdown
from workshop.widgets.parts.fold import Fold
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
        files: What the room's numbers are taken home in: each makes one kind of file.
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
        files: dict[str, MakeFile] | None = None,
    ) -> None:
        self.pack, self.desk, self.at = pack, desk, at
        self._late_by, self._rehearse, self._rehearsing = late, rehearse, False
        self._handing, self._files = Handing(pack, files or {}), bool(files)
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
        self._place, self._clock, self._here = Prose(tag="h2"), Prose(), Prose()
        self._timer = Countdown(
            label=words.timer, words={"left": words.time_left, "over": words.time_over}
        )
        self._problem, self._answered = Prose(live=True), Prose()
        self._notes, self._why = Prose(), Prose()
        self._pictures = Pictures(self.pack)
        self._queue = Queue(self.pack, self.desk, self.do)
        self._sheet = RunSheet(self.pack, self.desk, self.do)
        self._advice = AdviceList(self.pack, advise, self._take)
        self._controls = Controls(self.pack, self.desk, self._standing, self.do)

    def _laid_out(self) -> list[Widget]:
        title = boxed("wk-desk-title", self._here, self._place, self._clock)
        head = boxed("wk-desk-head", title, self._timer)
        heading = Prose(html=element("h2", self.pack.desk.answers))
        answers = boxed("wk-desk-answers", heading, self._answered, self._pictures, self._why)
        room = boxed("wk-desk-room", self._advice, answers, self._queue)
        side = boxed("wk-desk-side", self._sheet, self._controls.keyboard, self._others())
        columns = boxed("wk-desk-columns", side, boxed("wk-desk-notes", self._notes), room)
        return [self._presence, self._problem, head, self._controls, columns]

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
        if self._files:
            parts.append(Fold(words.home.heading, lambda: [self._handing]))
        ending = Ending(self.pack, self.desk, self.do, self._wiped)
        return boxed("wk-desk-others", *parts, Fold(words.ending.heading, lambda: [ending]))

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

    def _take(self, advice: Any) -> None:
        """Give the time of a suggestion now, and note on the sheet where it comes from."""
        if advice.kind != "shorten":
            self.do(self._controls.give_time, advice.minutes or 1)
        if advice.step and advice.kind != "lengthen":
            self._sheet.give_up(advice.step, advice.minutes)

    def _wiped(self) -> None:
        self._pulse.stop()

    def _on_changes(self, changes: Any) -> None:
        before = self._standing.stage
        self._standing.take(changes)
        stage = self._standing.stage
        self._here.html = telling.here(self.pack, self.at.code, stage)
        if before is None or (before.step, before.round) != (stage.step, stage.round):
            self._show_step()
            if before is not None:
                self._answer_by_themselves()
        if before is None or before.ends_at != stage.ends_at or before.step != stage.step:
            self._timer.run(self.desk.seconds_left(stage.ends_at) if stage.ends_at else None)
        self._show_answers()
        self._queue.show(self._standing.step_texts)
        self._handing.renew()
        self._show_time()

    def _show_step(self) -> None:
        place, step = self._standing.place, self._standing.step
        self._place.html = self.pack.desk.place.format(
            number=place + 1, count=len(self._standing.agenda.steps), title=step.title
        )
        self._notes.html = telling.notes(self.pack, step)
        self._sheet.place = place

    def _show_answers(self) -> None:
        standing, words = self._standing, self.pack.desk
        tally = standing.tally
        self._controls.show()
        told = answered(self.pack, tally, standing.stage.seats)
        frozen = words.frozen if tally and tally.frozen else ""
        self._answered.html = paragraphs(told or words.no_answers, frozen)
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
