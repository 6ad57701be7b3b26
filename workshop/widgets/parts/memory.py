"""What the browser keeps, so that a reload loses nothing."""

from collections.abc import Callable
from typing import Any

from ipywidgets import CallbackDispatcher
from traitlets import Dict, Unicode

from workshop.widgets.parts.part import Part


class Memory(Part):
    """Keeps one value in the browser's own storage and brings it back to the next page.

    Nothing of it is shown. What comes back was in somebody's browser and may be anything: whoever
    is called back checks it.

    Args:
        name: What the value is called; pages that use the same name share it.
        **traits: Any of the traits below.

    Example:
        >>> memory = Memory("time_budget")
        >>> memory.on_recalled(print)
        >>> memory.kept = {"hours": 3}
    """

    name = Unicode().tag(sync=True)
    """What the value is called in the browser's storage."""
    kept = Dict().tag(sync=True)
    """What the browser is to keep; empty makes it forget."""

    def __init__(self, name: str, **traits: Any) -> None:
        self._callbacks = CallbackDispatcher()
        self._recalled = False
        super().__init__(name=name, _script="memory.js", **traits)

    def on_recalled(self, callback: Callable[[dict[str, Any]], Any]) -> None:
        """Call back once, with what an earlier page kept, if it kept anything."""
        self._callbacks.register_callback(callback)

    def _handle_custom_msg(self, content: Any, buffers: list[bytes]) -> None:
        recalled = content.get("recalled") if isinstance(content, dict) else None
        if isinstance(recalled, dict) and not self._recalled:
            self._recalled = True
            self._callbacks(recalled)
        else:
            super()._handle_custom_msg(content, buffers)
