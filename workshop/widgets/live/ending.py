"""The end of a session: closing, and wiping with a receipt."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from ipywidgets import VBox

from workshop.packs import Pack
from workshop.widgets.exercise import boxed
from workshop.widgets.markup import paragraphs
from workshop.widgets.parts.press import Press
from workshop.widgets.parts.prose import Prose


class Ending(VBox):
    """Two presses; the one that cannot be undone asks once more.

    Args:
        pack: Words.
        desk: What the room is closed and wiped with.
        do: Does something to the room.
        wiped: Called once there is no room any more.
    """

    def __init__(
        self,
        pack: Pack,
        desk: Any,
        do: Callable[..., None],
        wiped: Callable[[], object],
    ) -> None:
        words = pack.desk.ending
        self._pack, self._desk, self._wiped = pack, desk, wiped
        self._told = Prose(live=True)
        self._close = Press(words.close, kind="quiet", hint=words.close_help)
        self._wipe = Press(words.wipe, kind="quiet", hint=words.wipe_help)
        really, keep = Press(words.wipe_really, kind="main"), Press(words.keep, kind="quiet")
        self._sure = boxed("wk-desk-more", really, keep)
        self._sure.layout.display = "none"
        self._close.on_press(lambda _: do(self._do_close))
        self._wipe.on_press(lambda _: self._ask(True))
        keep.on_press(lambda _: self._ask(False))
        really.on_press(lambda _: do(self._do_wipe))
        super().__init__([self._close, self._wipe, self._sure, self._told])

    def _ask(self, sure: bool) -> None:
        self._sure.layout.display = None if sure else "none"

    def _do_close(self) -> None:
        self._desk.close()
        self._close.disabled = True
        self._told.html = paragraphs(self._pack.desk.ending.closed)

    def _do_wipe(self) -> None:
        receipt = self._desk.wipe()
        self._wiped()
        when = datetime.fromtimestamp(receipt.deleted_at, UTC)
        self._told.html = paragraphs(
            self._pack.desk.ending.receipt.format(
                seats=self._pack.say.number(receipt.seats),
                answers=self._pack.say.number(receipt.answers),
                when=f"{self._pack.say.day(when.date())}, {when:%H:%M} UTC",
            )
        )
        self._ask(False)
        self._close.disabled = self._wipe.disabled = True
