"""Showing one's own text to the room: only by a press, and only the text that stands there."""

import logging
from collections.abc import Callable

from workshop.packs import Pack
from workshop.widgets.exercise import Exercise, boxed
from workshop.widgets.markup import element, lines, paragraphs
from workshop.widgets.parts.press import Press
from workshop.widgets.parts.prose import Prose

log = logging.getLogger("workshop")


class Sharing:
    """A press below an exercise that has a text, with the text that would go out.

    Args:
        pack: The words.
        share: Gives a text to the room; raises if the room does not take it.
    """

    def __init__(self, pack: Pack, share: Callable[[str], object]) -> None:
        self._words, self._share, self._text = pack.live.share, share, ""
        self._press = Press(self._words.press, kind="quiet")
        self._press.on_press(self._on_press)
        self._shown, self._said = Prose(), Prose(live=True)
        self.box = boxed("wk-live-share", self._shown, self._press, self._said)
        self.show(None)

    def show(self, exercise: Exercise | None) -> None:
        """Offer the text that an exercise has, if it has one."""
        text = exercise.latest_text.strip() if exercise else ""
        if text != self._text:
            self._said.html = ""
        self._text = text
        words = element("h3", self._words.heading) + paragraphs(self._words.lead)
        self._shown.html = words + element("blockquote", lines(text))
        self.box.layout.display = None if text else "none"

    def _on_press(self, _: Press) -> None:
        try:
            self._share(self._text)
        except Exception as problem:  # refused, or away: the text stays where it is
            log.info("A text was not shared: %s", problem)
            self._said.html = paragraphs(self._words.failed)
        else:
            self._said.html = paragraphs(self._words.done)
