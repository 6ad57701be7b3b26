"""Several things to do, of which one is chosen: buttons below one line."""

from collections.abc import Callable, Sequence
from typing import Any

from ipywidgets import CallbackDispatcher
from traitlets import List, Unicode

from workshop.widgets.parts.part import Part


class Offers(Part):
    """Native buttons that change together, in one message instead of one for each.

    Args:
        **traits: Any of the traits below.

    Example:
        >>> offers = Offers()
        >>> offers.on_chosen(print)
        >>> offers.show("What next?", [{"value": "tea", "label": "Tea", "hint": "Green"}])
        >>> offers.choose("tea")
        tea
    """

    label = Unicode().tag(sync=True)
    """The line above them."""
    offers: List[Any] = List().tag(sync=True)
    """Each with a `value`, a `label` on the button and a `hint` below it."""

    def __init__(self, **traits: Any) -> None:
        self._callbacks = CallbackDispatcher()
        super().__init__(_script="offers.js", **traits)

    def show(self, label: str, offers: Sequence[dict[str, str]]) -> None:
        """Offer other things, in one message."""
        with self.hold_sync():
            self.label, self.offers = label, list(offers)

    def on_chosen(self, callback: Callable[[str], Any]) -> None:
        """Call back with the value of what is chosen."""
        self._callbacks.register_callback(callback)

    def choose(self, value: str) -> None:
        """Do what a press in the browser does; nothing where it is not on offer."""
        if any(offer["value"] == value for offer in self.offers):
            self._callbacks(value)

    def _handle_custom_msg(self, content: Any, buffers: list[bytes]) -> None:
        chosen = content.get("chosen") if isinstance(content, dict) else None
        if isinstance(chosen, str):
            self.choose(chosen)
        else:
            super()._handle_custom_msg(content, buffers)
