"""Where the answers are, and a way to have them forgotten."""

from collections.abc import Callable
from typing import Any, ClassVar

from ipywidgets import CallbackDispatcher

from workshop.widgets.parts.part import Part


class Forget(Part):
    """A sentence on where the answers are kept, and a button that forgets them after a question.

    The browser forgets at once, with or without a kernel; the kernel hears of it afterwards.

    Args:
        **traits: Any of the traits of a part.

    Example:
        >>> forget = Forget(words={"where": "In this browser only.", "forget": "Forget everything"})
        >>> forget.on_forgotten(lambda: print("gone"))
    """

    _speaks: ClassVar = ("where", "forget", "sure", "yes", "no", "forgotten")

    def __init__(self, **traits: Any) -> None:
        self._callbacks = CallbackDispatcher()
        super().__init__(_script="forget.js", **traits)

    def on_forgotten(self, callback: Callable[[], Any]) -> None:
        """Call back when the browser has forgotten everything."""
        self._callbacks.register_callback(callback)

    def _handle_custom_msg(self, content: Any, buffers: list[bytes]) -> None:
        if content == {"forgotten": True}:
            self._callbacks()
        else:
            super()._handle_custom_msg(content, buffers)
