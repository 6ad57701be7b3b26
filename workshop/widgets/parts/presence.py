"""Whether anybody is looking: a page that is open and in view."""

from collections.abc import Callable
from typing import Any

from ipywidgets import CallbackDispatcher

from workshop.widgets.parts.part import Part


class Presence(Part):
    """Tells the kernel when its page is drawn, put away and brought back. Shows nothing.

    A kernel may run long before its page is open, and after a phone was locked; what costs
    something each second is done in between.

    Args:
        **traits: Any of the traits below.

    Example:
        >>> presence = Presence()
        >>> presence.on_here(lambda: print("somebody is there"))
    """

    def __init__(self, **traits: Any) -> None:
        self._arrivals, self._departures = CallbackDispatcher(), CallbackDispatcher()
        super().__init__(_script="presence.js", **traits)

    def on_here(self, callback: Callable[[], Any]) -> None:
        """Call back whenever the page comes into view."""
        self._arrivals.register_callback(callback)

    def on_away(self, callback: Callable[[], Any]) -> None:
        """Call back whenever the page is put away; one that is closed says nothing."""
        self._departures.register_callback(callback)

    def _handle_custom_msg(self, content: Any, buffers: list[bytes]) -> None:
        if content == {"here": True}:
            self._arrivals()
        elif content == {"here": False}:
            self._departures()
        else:
            super()._handle_custom_msg(content, buffers)
