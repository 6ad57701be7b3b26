"""A text with marks in it, each of which says why when it is touched."""

from collections.abc import Callable, Iterable
from typing import Any

from ipywidgets import CallbackDispatcher
from traitlets import Dict

from workshop.widgets.parts.marks import Mark, groups
from workshop.widgets.parts.part import Part


class Annotated(Part):
    """Shows a text as it was typed, with marked stretches.

    A mark that has a note opens under the finger or the keyboard, below its own line. Which one is
    open is the page's own affair; the kernel hears only of a press on a note's button.

    Args:
        text: The text.
        marks: What is marked in it.
        **traits: Any of the traits below.

    Example:
        >>> asks = Mark(0, 7, sign="P", note="Asks me to act.", press="Not here", name="a")
        >>> shown = Annotated("Buy now!", [asks])
        >>> shown.on_press(print)
        >>> shown.click("a")
        a
    """

    # One trait, so that no page ever draws a text with another text's marks.
    _shown = Dict().tag(sync=True)

    def __init__(self, text: str = "", marks: Iterable[Mark] = (), **traits: Any) -> None:
        self._callbacks = CallbackDispatcher()
        super().__init__(_script="annotated.js", **traits)
        self.show(text, marks)

    @property
    def text(self) -> str:
        """The text that is shown."""
        return str(self._shown["text"])

    @property
    def notes(self) -> list[dict[str, Any]]:
        """What the marks say, in the order of the text."""
        return [note for group in self._shown["groups"] for note in group["notes"]]

    def show(self, text: str, marks: Iterable[Mark] = ()) -> None:
        """Show another text, or the same one marked otherwise; what is open stays open."""
        self._shown = {"text": text, "groups": groups(text, marks)}

    def on_press(self, callback: Callable[[str], Any]) -> None:
        """Call back with a mark's name when the button below its note is pressed."""
        self._callbacks.register_callback(callback)

    def click(self, name: str) -> None:
        """Do what a press on a mark's button in the browser does."""
        if any(note["press"] and note["name"] == name for note in self.notes):
            self._callbacks(name)

    def _handle_custom_msg(self, content: Any, buffers: list[bytes]) -> None:
        name = content.get("press") if isinstance(content, dict) else None
        if isinstance(name, str):
            self.click(name)
        else:
            super()._handle_custom_msg(content, buffers)
