"""A participant's page of a live session: it follows the room, and never takes a text away."""

import logging
import time
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from ipywidgets import VBox
from markupsafe import Markup
from traitlets import Bunch

from workshop.packs import Pack, load_pack
from workshop.widgets.controls import take_home
from workshop.widgets.exercise import Exercise, boxed
from workshop.widgets.live.looking import Looking
from workshop.widgets.live.pictures import Pictures
from workshop.widgets.live.places import FindSeat, SeatLike
from workshop.widgets.live.pulse import Later, Pulse, on_the_loop
from workshop.widgets.live.saving import Saving
from workshop.widgets.live.sharing import Sharing
from workshop.widgets.live.steps import Steps
from workshop.widgets.live.timer import Timer
from workshop.widgets.markup import element, lines, paragraphs
from workshop.widgets.parts.fold import Fold
from workshop.widgets.parts.presence import Presence
from workshop.widgets.parts.prose import Prose
from workshop.widgets.parts.token import Token

log = logging.getLogger("workshop")

EVERY = 1.0
"""Seconds between two looks at the room; what a trainer does reaches everybody within about one."""

WRITING = 20.0
"""Seconds after a letter in which somebody is still writing, and is asked before going on."""

AGAIN = 2.0
"""Seconds until the seat is looked for once more, when the room could not be reached."""


class LiveSession(VBox):
    """The step that is up, what was answered, and the way back to all steps so far.

    The seat is looked for when the page is open: before that nobody knows whose page it is.

    Args:
        find: Finds the seat.
        pack: Words and numbers; the default pack if None.
        token: What the seat is known by, where the page's own server does not know it.
        now: Seconds since 1970.
        later: Calls back after some seconds.
    """

    def __init__(
        self,
        find: FindSeat,
        pack: Pack | None = None,
        *,
        token: Token | None = None,
        now: Callable[[], float] = time.time,
        later: Later = on_the_loop,
    ) -> None:
        self.pack = pack or load_pack()
        self._find, self._now, self._later = find, now, later
        self._pulse: Pulse | None = None
        self._wrote_at = float("-inf")
        self._status, self._closed = "connected", False
        words = self.pack.live
        self.presence = Presence()
        self.presence.on_here(self.sit_down)
        self.presence.on_away(self._on_away)
        self._trouble = Prose(live=True, html=paragraphs(words.room.finding))
        self._saving, self._timer = Saving(self.pack), Timer(self.pack, now)
        self._sharing = Sharing(self.pack, self._share)
        self._pictures, self._tallies = Pictures(self.pack), dict[tuple[str, int], Any]()
        self._texts, self._date = Prose(live=True), Prose()
        self._texts.add_class("wk-live-texts")
        self._token = token
        before = [token] if token else []
        if token:
            token.on_told(self.sit_down)
        super().__init__([self.presence, *before, self._trouble])
        self.add_class("wk-live")

    def __repr__(self) -> str:
        """Name it; ipywidgets would print the whole tree below it into every page."""
        return f"{type(self).__name__}()"

    def sit_down(self) -> None:
        """Find the seat and follow its room, as when the page comes into view."""
        if self._pulse is None and (self._token is None or self._token.value):
            self._take_place()
        if self._pulse is not None:
            self._pulse.start()

    def _on_away(self) -> None:
        if self._pulse is not None:
            self._pulse.stop()

    def _take_place(self) -> None:
        """Find the seat and lay the page out around it."""
        try:
            seat = self._find(self._saving.told)
            agenda, code = seat.room.agenda, seat.room.code
        except Exception as problem:
            self._not_found(problem)
            return
        self.seat = self._saving.seat = seat
        self.steps = Steps(
            self.pack, agenda, code, self._on_answer, self._saving.take_up, self._saving.save
        )
        self.looking = Looking(self.pack, agenda, self._show)
        self._pulse = Pulse(
            seat.room, self._on_changes, self._on_status, every=EVERY, later=self._later
        )
        self._trouble.html = ""
        self._lay_out(seat)

    def _not_found(self, problem: Exception) -> None:
        log.warning("No seat was found: %s", problem)
        words, refusals = self.pack.live.room, self.pack.joining.refusals
        reason = getattr(problem, "reason", "")
        if reason:
            told = words.no_seat if reason == "no_seat" else getattr(refusals, reason, "")
            self._trouble.html = paragraphs(told or words.no_seat)
        else:
            self._trouble.html = paragraphs(words.away)
            self._later(AGAIN, self.sit_down)

    def _lay_out(self, seat: SeatLike) -> None:
        bar = boxed("wk-live-bar", self.looking.place, self._timer.face, self._saving.line)
        self.children = (
            self.presence,
            bar,
            self._trouble,
            self.looking.ahead,
            self.steps.box,
            self._sharing.box,
            self._pictures,
            self._texts,
            self.looking.earlier,
            Fold(self.pack.takehome.heading, self._home),
            Fold(self.pack.live.mine, lambda: self._mine(seat)),
            self._date,
        )

    def _home(self) -> list[Any]:
        """Make what people leave with: all that they came through, from this browser alone."""
        return [take_home(self.pack, lead=self.pack.live.home)]

    def _mine(self, seat: SeatLike) -> list[Any]:
        words = self.pack.live
        inside = self.pack.joining.inside
        who = paragraphs(inside.name.format(name=seat.pseudonym), inside.private)
        address = getattr(seat.room, "join_address", "")
        told = words.word_afar if address else words.word
        word = Prose(html=paragraphs(told.format(word=_spoken(seat.word), address=address)))
        return [Prose(html=who), self._timer.pace, Fold(words.other_device, lambda: [word])]

    def _on_changes(self, changes: Any) -> None:
        stage = changes.stage
        for tally in changes.tallies:
            self._saving.opened(tally.step, tally.round)
            self._tallies[tally.step, tally.round] = tally
        self._saving.opened(stage.step, stage.round)
        day = datetime.fromtimestamp(stage.expires_at, UTC).date()
        told = self.pack.joining.inside.date.format(date=self.pack.say.day(day))
        self._date.html = element("p", told, "wk-help")
        self._timer.set(stage.began_at, stage.ends_at)
        if changes.texts is not None:
            self._texts.html = self._shared(changes.texts)
        self._closed = stage.state == "closed"
        self._tell_trouble()
        self.looking.follow(stage.step, stage.round, ask=self._is_writing())
        self._show_pictures()

    def _on_status(self, status: str) -> None:
        self._status = status
        self._tell_trouble()

    def _tell_trouble(self) -> None:
        words = self.pack.live.room
        told = {"away": words.away, "gone": words.gone}
        closed = words.closed if self._closed else ""
        self._trouble.html = paragraphs(told.get(self._status, closed))

    def _show(self, key: str) -> None:
        """Bring a step into view; whatever stood in the one before stays there."""
        self.steps.show(key, self._saving.round(key))
        self._sharing.show(self.steps.exercise(key))
        self._show_pictures()

    def _show_pictures(self) -> None:
        """Show what all may see of the step that is in view, as the screen does."""
        key, agenda = self.steps.shown, self.seat.room.agenda
        step = next(step for step in agenda.steps if step.key == key)
        revealed = [one for one in self._tallies.values() if one.step == key and one.revealed]
        self._pictures.show(step, agenda.counted(key), revealed)

    def _on_answer(self, key: str, exercise: Exercise, change: Bunch) -> None:
        if any(change.old.get(name) != change.new[name] for name in exercise.written):
            self._wrote_at = self._now()
        self._saving.save(key, exercise)
        self._sharing.show(exercise)

    def _is_writing(self) -> bool:
        return self._now() - self._wrote_at < WRITING

    def _share(self, text: str) -> None:
        key = self.steps.shown
        self.seat.share(key, text, self._saving.round(key))

    def _shared(self, texts: Any) -> Markup:
        """Set the texts that the trainer shows, without anything about their writers."""
        quotes = [element("blockquote", lines(text.body)) for text in texts]
        head = element("h3", self.pack.live.share.heard)
        return Markup("").join([head, *quotes]) if quotes else Markup("")


def _spoken(word: str) -> str:
    """Write a word so that it can be read aloud."""
    return f"{word[:3]} {word[3:]}"
