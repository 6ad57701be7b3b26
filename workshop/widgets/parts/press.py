"""Something to do: a button."""

from collections.abc import Callable
from typing import Any

from ipywidgets import CallbackDispatcher
from traitlets import Bool, Enum, Unicode

from workshop.widgets.parts.part import Part


class Press(Part):
    """A native button.

    Args:
        label: What it does.
        **traits: Any of the traits below.

    Example:
        >>> again = Press("Start over", kind="quiet")
        >>> again.on_press(lambda press: print(press.label))
        >>> again.click()
        Start over
    """

    label = Unicode().tag(sync=True)
    """What it does."""
    kind = Enum(["main", "quiet"], "main").tag(sync=True)
    """The one next step, or something that may also be done."""
    hint = Unicode().tag(sync=True)
    """Why it is disabled or what it will do; described to those who cannot see it."""
    expanded = Bool(None, allow_none=True).tag(sync=True)
    """For a button that folds something: whether that is open. None for any other button."""
    disabled = Bool(False).tag(sync=True)
    """A disabled button keeps its focus, so that its hint can be reached, and does nothing."""

    def __init__(self, label: str, **traits: Any) -> None:
        self._callbacks = CallbackDispatcher()
        super().__init__(label=label, _script="press.js", **traits)

    def on_press(self, callback: Callable[["Press"], Any], remove: bool = False) -> None:
        """Call back with this button whenever it is pressed; `remove` takes a callback away."""
        self._callbacks.register_callback(callback, remove=remove)

    def click(self) -> None:
        """Do what a press in the browser does."""
        if not self.disabled:
            self._callbacks(self)

    def _handle_custom_msg(self, content: Any, buffers: list[bytes]) -> None:
        if content == {"press": True}:
            self.click()
        else:
            super()._handle_custom_msg(content, buffers)
