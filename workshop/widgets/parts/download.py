"""A file to keep, which the page holds before anybody asks for it."""

from collections.abc import Callable
from typing import Any, ClassVar

from traitlets import Bool, Int, Unicode

from workshop.widgets.parts.part import Part

MOST_ZONE = 64  # letters of a time zone's name
Make = Callable[[str], str]
"""Makes the file's text for the browser's time zone, such as "Europe/Madrid"."""


class Download(Part):
    """A button that saves a text file.

    Nothing is made while things move: the page asks for the file once they have come to rest, and
    keeps it. A press then needs no kernel, so the file can be had when the kernel is long gone.

    Args:
        label: What is saved.
        make: Makes the text; called when the page asks.
        **traits: Any of the traits below.

    Example:
        >>> Download("Save", lambda zone: "Hello", name="hello.txt", type="text/plain")
    """

    _speaks: ClassVar = ("not_made",)

    label = Unicode().tag(sync=True)
    """What is saved."""
    help = Unicode().tag(sync=True)
    """A sentence below the button."""
    name = Unicode("file.txt").tag(sync=True)
    """The file's name."""
    type = Unicode("text/plain").tag(sync=True)
    """The file's media type."""
    binary = Bool(False).tag(sync=True)
    """Whether what is made is no text but bytes, written in base64."""
    wanted = Bool(False).tag(sync=True)
    """Whether there is anything to save."""
    _edition = Int(0).tag(sync=True)

    def __init__(self, label: str, make: Make, **traits: Any) -> None:
        self._make = make
        super().__init__(label=label, _script="download.js", **traits)

    def renew(self) -> None:
        """Say that the file the page holds is out of date."""
        self._edition += 1

    def _handle_custom_msg(self, content: Any, buffers: list[bytes]) -> None:
        zone = content.get("make_in") if isinstance(content, dict) else None
        if isinstance(zone, str) and len(zone) <= MOST_ZONE:
            edition = self._edition
            self.send({"made": self._make(zone), "edition": edition})
        else:
            super()._handle_custom_msg(content, buffers)
