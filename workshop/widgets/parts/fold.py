"""More for those who ask for it."""

from collections.abc import Callable, Sequence

from ipywidgets import VBox, Widget
from traitlets import Bool, observe
from traitlets.utils.bunch import Bunch

from workshop.widgets.parts.press import Press


class Fold(VBox):
    """A button that shows and hides what lies below it, built when it is first opened.

    Args:
        label: The button's words.
        build: Returns what is shown; called once.

    Example:
        >>> Fold("Show the assumptions", lambda: [Range("Events", 2, 0, 20)])
    """

    opened = Bool(False)
    """Whether it is open."""

    def __init__(self, label: str, build: Callable[[], Sequence[Widget]]) -> None:
        self._build: Callable[[], Sequence[Widget]] | None = build
        self.press = Press(label, kind="quiet", expanded=False)
        self.body = VBox([], layout={"display": "none"})
        self.body.add_class("wk-fold-body")
        super().__init__([self.press, self.body])
        self.add_class("wk-fold")
        self.press.on_press(self._on_pressed)

    def _on_pressed(self, _press: Press) -> None:
        self.opened = not self.opened

    @observe("opened")
    def _on_opened_changed(self, _change: Bunch) -> None:
        if self.opened and self._build:
            self.body.children = tuple(self._build())
            self._build = None
        self.body.layout.display = None if self.opened else "none"
        self.press.expanded = self.opened
