"""What the browser keeps, so that a reload loses nothing."""

from collections.abc import Callable
from typing import Any, ClassVar

from ipywidgets import CallbackDispatcher
from traitlets import Dict, Unicode

from workshop.widgets.parts.part import Part


class Memory(Part):
    """Keeps one value in the browser's own storage and brings it back to the next page.

    Nothing of it is shown, unless the browser keeps nothing: then it says so once a page, and
    everything else works on. Two pages that keep the same value follow each other: the one that
    is not being used takes up what the other keeps, and never writes that back.

    What comes back was in somebody's browser and may be anything: whoever is called back checks it.

    Args:
        name: What the value is called; pages that use the same name share it.
        **traits: Any of the traits below.

    Example:
        >>> memory = Memory("time_budget")
        >>> memory.on_recalled(print)
        >>> memory.kept = {"hours": 3}
    """

    _speaks: ClassVar = ("unkept",)

    name = Unicode().tag(sync=True)
    """What the value is called in the browser's storage."""
    place = Unicode().tag(sync=True)
    """Where it belongs, such as a room; the same name is kept apart for each place."""
    kept = Dict().tag(sync=True)
    """What the browser is to keep; empty makes it forget."""

    def __init__(self, name: str, **traits: Any) -> None:
        self._callbacks = CallbackDispatcher()
        self._recalled = False
        super().__init__(name=name, _script="memory.js", **traits)

    def on_recalled(self, callback: Callable[[dict[str, Any]], Any]) -> None:
        """Call back with what an earlier page kept, and whenever another page keeps something else.

        An empty dictionary means that the other page forgot.
        """
        self._callbacks.register_callback(callback)

    def _handle_custom_msg(self, content: Any, buffers: list[bytes]) -> None:
        sent = content if isinstance(content, dict) else {}
        if isinstance(sent.get("recalled"), dict) and not self._recalled:
            self._recalled = True
            self._callbacks(sent["recalled"])
        elif isinstance(sent.get("elsewhere"), dict):
            self._callbacks(sent["elsewhere"])
        else:
            super()._handle_custom_msg(content, buffers)
