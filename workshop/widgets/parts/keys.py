"""The keyboard as a second way to press what is on the page."""

from collections.abc import Callable, Mapping
from typing import Any, ClassVar

from ipywidgets import CallbackDispatcher
from traitlets import Bool, Dict, Unicode

from workshop.widgets.parts.part import Part, flag


class Keys(Part):
    """A switch, and a list of the keys that do something while it is on.

    Keys count only where nobody is typing, and without Ctrl, Alt or Meta. They can be switched off
    for those who speak to their computer, whose words would press them.

    Args:
        names: What each key does, such as {"n": "Next step"}.
        **traits: Any of the traits below.

    Example:
        >>> keys = Keys({"n": "Next step"}, label="Keys")
        >>> keys.on_key(lambda key: print(key))
    """

    _accepts: ClassVar = {"value": flag}

    label = Unicode().tag(sync=True)
    """What the switch switches."""
    names = Dict().tag(sync=True)
    """What each key does."""
    value = Bool(True).tag(sync=True)
    """Whether keys do anything."""

    def __init__(self, names: Mapping[str, str], **traits: Any) -> None:
        self._callbacks = CallbackDispatcher()
        super().__init__(names=dict(names), _script="keys.js", **traits)

    def on_key(self, callback: Callable[[str], Any]) -> None:
        """Call back with each key of the list that is pressed."""
        self._callbacks.register_callback(callback)

    def strike(self, key: str) -> None:
        """Do what a key in the browser does."""
        if self.value and key in self.names:
            self._callbacks(key)

    def _handle_custom_msg(self, content: Any, buffers: list[bytes]) -> None:
        key = content.get("key") if isinstance(content, dict) else None
        if isinstance(key, str):
            self.strike(key)
        else:
            super()._handle_custom_msg(content, buffers)
