"""A file to take along, made at the moment it is asked for."""

from collections.abc import Callable
from typing import Any

from traitlets import Unicode

from workshop.widgets.parts.part import Part


class Save(Part):
    """A button that saves a file on the participant's device.

    Args:
        label: What is saved.
        make: Returns the file; called at each press.
        **traits: Any of the traits below.

    Example:
        >>> Save("Save it", lambda: b"Hello", name="hello.txt", type="text/plain")
    """

    label = Unicode().tag(sync=True)
    """What is saved."""
    name = Unicode("file.bin").tag(sync=True)
    """The file's name."""
    type = Unicode("application/octet-stream").tag(sync=True)
    """The file's media type."""

    def __init__(self, label: str, make: Callable[[], bytes], **traits: Any) -> None:
        self.make = make
        super().__init__(label=label, _script="save.js", **traits)

    def _handle_custom_msg(self, content: Any, buffers: list[bytes]) -> None:
        if content == {"save": True}:
            self.send({"saved": True}, [self.make()])
        else:
            super()._handle_custom_msg(content, buffers)
