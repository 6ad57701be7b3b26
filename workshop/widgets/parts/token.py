"""By what a browser is known again: a word that it draws and keeps itself."""

import re
from collections.abc import Callable
from typing import Any

from ipywidgets import CallbackDispatcher
from traitlets import Unicode

from workshop.widgets.parts.part import Part

DRAWN = re.compile(r"[A-Za-z0-9_-]{20,64}")


class Token(Part):
    """Tells the kernel its browser's own word for a place: the same after a reload. Shows nothing.

    A browser that keeps nothing draws a new one for each page.

    Args:
        place: Where it is known by that, such as a room; each place has another.
        **traits: Any of the traits below.

    Example:
        >>> token = Token("KM47XRW")
        >>> token.on_told(lambda: print(len(token.value)))
    """

    place = Unicode().tag(sync=True)
    """Where the browser is known by it."""

    def __init__(self, place: str, **traits: Any) -> None:
        self._callbacks = CallbackDispatcher()
        self.value = ""
        super().__init__(place=place, _script="token.js", **traits)

    def on_told(self, callback: Callable[[], Any]) -> None:
        """Call back once the browser has told it."""
        self._callbacks.register_callback(callback)

    def _handle_custom_msg(self, content: Any, buffers: list[bytes]) -> None:
        told = content.get("token") if isinstance(content, dict) else None
        if not isinstance(told, str) or not DRAWN.fullmatch(told):
            super()._handle_custom_msg(content, buffers)
        elif not self.value:  # whoever is on the page already stays who they are
            self.value = told
            self._callbacks()
