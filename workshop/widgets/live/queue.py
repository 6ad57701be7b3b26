"""Texts that people shared, waiting for the trainer."""

from collections.abc import Callable, Sequence
from typing import Any

from ipywidgets import VBox

from workshop.packs import Pack
from workshop.widgets.exercise import boxed
from workshop.widgets.markup import element, lines
from workshop.widgets.parts.press import Press
from workshop.widgets.parts.prose import Prose
from workshop.widgets.tellings.desk import state_of


class Queued(VBox):
    """One text, who sees it, and what may be done with it."""

    def __init__(self, pack: Pack, text: Any, desk: Any, do: Callable[..., None]) -> None:
        self._pack, words = pack, pack.desk.texts
        self._state = Prose()
        self._actions = {
            "shown": Press(words.show, kind="quiet"),
            "up": Press(words.put_up, kind="quiet"),
            "hidden": Press(words.hide, kind="quiet"),
        }
        self._actions["shown"].on_press(lambda _: do(desk.show, text.id))
        self._actions["up"].on_press(lambda _: do(desk.put_up, text.id))
        self._actions["hidden"].on_press(lambda _: do(desk.hide, text.id))
        body = Prose(html=element("blockquote", lines(text.body)))
        super().__init__([body, self._state, boxed("wk-desk-more", *self._actions.values())])
        self.add_class("wk-queued")
        self.show(text.state)

    def show(self, state: str) -> None:
        """Say who sees it now; what it is already cannot be pressed."""
        self._state.html = element("p", state_of(self._pack, state), "wk-help")
        words = self._pack.desk.texts
        for name, press in self._actions.items():
            press.disabled = name == state
        self._actions["shown"].label = words.take_down if state == "up" else words.show


class Queue(VBox):
    """The texts of the step that is up.

    Args:
        pack: Words.
        desk: What texts are shown and hidden with.
        do: Does something to the room.
    """

    def __init__(self, pack: Pack, desk: Any, do: Callable[..., None]) -> None:
        self._pack, self._desk, self._do = pack, desk, do
        self._heading = Prose(live=True)
        self._rows: dict[tuple[int, str], Queued] = {}
        super().__init__([self._heading])
        self.add_class("wk-queue")

    def show(self, texts: Sequence[Any]) -> None:
        """Show these texts; rows that are there already stay, and with them the focus."""
        words = self._pack.desk.texts
        waiting = sum(text.state == "waiting" for text in texts)
        heading = element("h2", words.heading.format(waiting=waiting))
        none = element("p", words.none, "wk-help") if not texts else ""
        self._heading.html = heading + none
        rows = {}
        for text in texts:
            key = (text.id, text.body)
            rows[key] = self._rows.get(key) or Queued(self._pack, text, self._desk, self._do)
            rows[key].show(text.state)
        if list(rows) != list(self._rows):
            self.children = [self._heading, *rows.values()]
        self._rows = rows
