"""A file that somebody chooses, brought here in small pieces and never stored."""

from collections.abc import Callable
from typing import Any, ClassVar

from ipywidgets import CallbackDispatcher
from traitlets import Bool, Int, Unicode

from workshop.widgets.parts.part import Part

PIECE = 256 * 1024
"""Bytes in a message: few enough that sliders beside it still answer at once."""


class Upload(Part):
    """A native file field.

    The page looks at the size before it reads anything, and sends the next piece only when this
    one has arrived, so that other messages get through in between. Here each piece is counted
    again: a page may say anything.

    Args:
        label: What to choose.
        **traits: Any of the traits below.

    Example:
        >>> upload = Upload("Your file", limit=1000)
        >>> upload.on_file(lambda data: print(len(data)))
        >>> upload.receive(b"a;b")
        3
    """

    _speaks: ClassVar = ("file_too_large", "file_arriving", "file_lost", "file_unreadable")

    label = Unicode().tag(sync=True)
    """What to choose."""
    help = Unicode().tag(sync=True)
    """A sentence below the label."""
    accept = Unicode().tag(sync=True)
    """Endings that the browser offers first, such as ".csv,.xlsx"; any other may be chosen too."""
    limit = Int(8_000_000, min=1).tag(sync=True)
    """The most bytes that are taken."""
    piece = Int(PIECE, min=1).tag(sync=True)
    """Bytes in a message."""
    disabled = Bool(False).tag(sync=True)
    """Whether one can be chosen."""

    def __init__(self, label: str, **traits: Any) -> None:
        self._callbacks = CallbackDispatcher()
        self._arriving: bytearray | None = None
        self._size = 0
        super().__init__(label=label, _script="upload.js", **traits)

    def on_file(self, callback: Callable[[bytes], Any]) -> None:
        """Call back with the whole of a file when it has arrived."""
        self._callbacks.register_callback(callback)

    def receive(self, data: bytes) -> None:
        """Do what a file from the browser does."""
        if not self.disabled:
            self._callbacks(data)

    def _handle_custom_msg(self, content: Any, buffers: list[bytes]) -> None:
        match content:
            case {"begin": int(size)} if not isinstance(size, bool):
                self._begin(size)
            case {"piece_at": int(place)} if len(buffers) == 1:
                self._take(place, bytes(buffers[0]))
            case _:
                super()._handle_custom_msg(content, buffers)

    def _begin(self, size: int) -> None:
        self._arriving, self._size = None, 0
        if not 0 <= size <= self.limit:
            self.problem = self.say("file_too_large", limit=self.limit // 1_000_000)
            return
        self.problem = ""
        self._arriving, self._size = bytearray(), size
        self._go_on(0)

    def _take(self, place: int, piece: bytes) -> None:
        """Add a piece that follows the last one; any other belongs to a file given up."""
        arriving = self._arriving
        if arriving is None or place != len(arriving) or not 0 < len(piece) <= self.piece:
            return
        arriving += piece
        self._go_on(len(arriving))

    def _go_on(self, place: int) -> None:
        if place < self._size:
            self.send({"next": place})
            return
        data, self._arriving = bytes(self._arriving or b"")[: self._size], None
        self.send({"arrived": True})
        self.receive(data)
