"""What people leave with: a page that holds all of it, and their answers to go on from."""

from collections.abc import Callable
from typing import Any, ClassVar

from ipywidgets import CallbackDispatcher
from traitlets import Bool, Dict, Unicode

from workshop.widgets.parts.part import Part


class TakeHome(Part):
    """Saves or prints what stands on the page, and saves and loads the answers.

    The page is put together in the browser from what is on it, at the moment it is asked for. It
    takes in the session or the exercise that this part stands in.

    Args:
        template: The document that the page is set into.
        **traits: Any of the traits below.

    Example:
        >>> TakeHome("<!doctype html>...", words={"save_page": "Save it"})
    """

    _speaks: ClassVar = (
        "title", "lead", "made", "file", "save_page", "print", "save_answers", "load", "too_large",
    )  # fmt: skip

    template = Unicode().tag(sync=True)
    """A complete HTML document with an h1, a `header p`, a `main` and an `#answers`."""
    envelope = Dict().tag(sync=True)
    """What a file of answers begins with, so that it can be told from other files."""
    locale = Unicode().tag(sync=True)
    """How dates are written, as the browser names it, such as "en-GB"."""
    loads = Bool(False).tag(sync=True)
    """Whether answers are saved and loaded here."""

    def __init__(self, template: str, **traits: Any) -> None:
        self._callbacks = CallbackDispatcher()
        super().__init__(template=template, _script="take_home.js", **traits)

    def on_loaded(self, callback: Callable[[str], Any]) -> None:
        """Call back with the text of a file that was chosen; it may be anything."""
        self._callbacks.register_callback(callback)

    def _handle_custom_msg(self, content: Any, buffers: list[bytes]) -> None:
        loaded = content.get("load") if isinstance(content, dict) else None
        if isinstance(loaded, str):
            self._callbacks(loaded)
        else:
            super()._handle_custom_msg(content, buffers)
