"""The projector's view of a room: nothing to press, readable from the last row."""

from typing import Any

from ipywidgets import VBox

from workshop.packs import Pack
from workshop.widgets.exercise import boxed
from workshop.widgets.live.addresses import Addresses
from workshop.widgets.live.invitation import invitation
from workshop.widgets.live.pictures import Pictures
from workshop.widgets.live.pulse import Pulse, Status
from workshop.widgets.live.standing import Standing
from workshop.widgets.markup import paragraphs
from workshop.widgets.parts.countdown import Countdown
from workshop.widgets.parts.presence import Presence
from workshop.widgets.parts.prose import Prose
from workshop.widgets.parts.returning import Returning
from workshop.widgets.tellings import screen as telling
from workshop.widgets.tellings.tally import why_no_picture


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
        self._task, self._answered, self._text = Prose(), Prose(), Prose()
        self._pictures, self._why = Pictures(pack, large=True), Prose()
        self._state = Prose(live=True)
        self._task.add_class("wk-screen-task")
        self._answered.add_class("wk-screen-answered")
        self._why.add_class("wk-screen-why")
        for later in (self._answered, self._why):
            later.add_class("wk-screen-later")
        wall = boxed(
            "wk-screen-wall",
            self._state,
            boxed("wk-screen-head", self._place, self._timer),
            self._task,
            self._text,
            self._answered,
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
        self._place.html = standing.step.title
        self._state.html = paragraphs(self.pack.screen.closed if stage.state == "closed" else "")
        self._here.html = telling.here(self.pack, stage, self._screen.least)
        self._answered.html = telling.answers(self.pack, standing.tally, stage)
        self._show_answers()
        self._arrange()

    def _show_answers(self) -> None:
        """Show what is revealed; until then, what the room is asked to do."""
        standing = self._standing
        revealed = [tally for tally in standing.of_step if tally.revealed]
        counted = standing.agenda.counted(standing.stage.step)
        self._pictures.show(standing.step, counted, revealed)
        pictured = bool(self._pictures.children)
        self._task.html = "" if pictured else paragraphs(standing.step.wall)
        told = why_no_picture(self.pack, standing.tally, self._screen.least, desk=False)
        self._why.html = paragraphs(told)
        self._text.html = telling.text_up(standing.step_texts)

    def _arrange(self) -> None:
        """Give the wall to the way in, to a text, or to the picture."""
        arriving = self._standing.place == 0 and not self._pictures.children
        self._set("arriving", arriving)
        self._set("reading", bool(self._text.html))
        self._set("pictured", bool(self._pictures.children))

    def _set(self, name: str, on: bool) -> None:
        (self.add_class if on else self.remove_class)(f"wk-screen-{name}")

    def _on_status(self, status: Status) -> None:
        told = {"connected": "", "away": self.pack.screen.away, "gone": self.pack.screen.gone}
        self._state.html = paragraphs(told[status])
