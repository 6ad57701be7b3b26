"""The projector's view of a room: nothing to press, readable from the last row."""

from datetime import UTC, datetime
from typing import Any

from ipywidgets import VBox

from workshop.packs import Pack
from workshop.widgets.exercise import boxed
from workshop.widgets.live.addresses import Addresses
from workshop.widgets.live.invitation import invitation
from workshop.widgets.live.pictures import Pictures
from workshop.widgets.live.pulse import Pulse, Status
from workshop.widgets.live.standing import Standing
from workshop.widgets.markup import element, lines, paragraphs
from workshop.widgets.parts.countdown import Countdown
from workshop.widgets.parts.presence import Presence
from workshop.widgets.parts.prose import Prose
from workshop.widgets.parts.returning import Returning
from workshop.widgets.tellings.tally import answered, why_no_picture


class ScreenPage(VBox):
    """Shows what all may see; comes back by itself after any outage.

    Args:
        pack: Words.
        screen: What may be seen of the room; see `workshop.room.screen.Screen`.
        at: Where to join.
    """

    def __init__(self, pack: Pack, screen: Any, at: Addresses) -> None:
        self.pack, self._screen = pack, screen
        self._standing = Standing(screen.agenda)
        words = pack.screen
        self._presence = Presence()
        self._place, self._here = Prose(tag="h2"), Prose()
        self._timer = Countdown(
            label=words.time, words={"left": words.time_left, "over": words.time_over}
        )
        self._answered, self._text, self._state = Prose(), Prose(), Prose(live=True)
        self._pictures, self._why = Pictures(pack, large=True), Prose()
        wall = boxed(
            "wk-screen-wall",
            self._state,
            boxed("wk-screen-head", self._place, self._timer),
            self._answered,
            self._text,
            self._pictures,
            self._why,
        )
        aside = boxed("wk-screen-invitation", Prose(html=invitation(pack, at)), self._here)
        super().__init__([self._presence, Returning(), wall, aside])
        self.add_class("wk-screen")
        self._pulse = Pulse(screen, self._on_changes, self._on_status)
        self._presence.on_here(self._pulse.start)
        self._pulse.ask()

    def __repr__(self) -> str:
        """Name the screen; ipywidgets would print the whole tree below it into every page."""
        return "ScreenPage()"

    def _on_changes(self, changes: Any) -> None:
        before = self._standing.stage
        self._standing.take(changes)
        standing, stage = self._standing, self._standing.stage
        if before is None or before.step != stage.step or before.ends_at != stage.ends_at:
            self._timer.run(self._screen.seconds_left(stage.ends_at) if stage.ends_at else None)
        self._show_invitation()
        self._place.html = standing.step.title
        self._state.html = paragraphs(self.pack.screen.closed if stage.state == "closed" else "")
        self._answered.html = paragraphs(answered(self.pack, standing.tally, stage.seats))
        self._show_text()
        revealed = [tally for tally in standing.of_step if tally.revealed]
        self._pictures.show(standing.step, standing.agenda.counted(stage.step), revealed)
        told = why_no_picture(self.pack, standing.tally, self._screen.least, desk=False)
        self._why.html = paragraphs(told)

    def _show_invitation(self) -> None:
        words, stage = self.pack.screen, self._standing.stage
        date = datetime.fromtimestamp(stage.expires_at, UTC).date()
        promise = words.promise.format(least=self._screen.least, date=self.pack.say.day(date))
        here = words.here.format(seats=self.pack.say.number(stage.seats))
        self._here.html = element("p", here, "wk-screen-here") + element("p", promise)
        # As large as the wall while people arrive, and beside what they do from then on.
        arriving = self._standing.place == 0 and not self._standing.step.exercise
        (self.add_class if arriving else self.remove_class)("wk-screen-arriving")

    def _show_text(self) -> None:
        up = [text for text in self._standing.texts if text.state == "up"]
        here = [text for text in up if text.step == self._standing.stage.step]
        self._text.html = element("blockquote", lines(here[0].body)) if here else ""

    def _on_status(self, status: Status) -> None:
        told = {"connected": "", "away": self.pack.screen.away, "gone": self.pack.screen.gone}
        self._state.html = paragraphs(told[status])
