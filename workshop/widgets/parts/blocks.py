"""Blocks of time in a week, each of which can be moved, lengthened, exchanged or left out."""

from collections.abc import Callable
from typing import Any, ClassVar

from ipywidgets import CallbackDispatcher
from traitlets import List, Unicode

from workshop.widgets.parts.part import Part

_FIELDS: dict[str, type] = {"day": int, "start": int, "minutes": int, "turn": int, "out": bool}
_NUMBERS = range(10_000)  # no day has so many minutes; yes and no are numbers too


class Blocks(Part):
    """A week's blocks in their order, each with native controls to change it.

    What the participant changes is only asked for: whoever is called back decides, and shows the
    blocks again as they then are.

    Args:
        **traits: Any of the traits below.

    Example:
        >>> week = Blocks(blocks=[{"day": 0, "start": 510, "minutes": 15, "turn": 0, "out": False,
        ...     "label": "Listen", "text": "Read.", "when": "Mon 08:30, 15 min", "tint": ""}])
        >>> week.on_asked(lambda block, field, value: print(block, field, value))
    """

    _speaks: ClassVar = (
        "change", "day", "start", "length", "swap", "leave_out", "take_back", "left_out",
    )  # fmt: skip

    label = Unicode().tag(sync=True)
    """What the list is, for those who cannot see it."""
    blocks: List[Any] = List().tag(sync=True)
    """Each a dictionary: day (0 is Monday), start (minutes after midnight), minutes, turn, out, and
    what is read of it: label, text, when, tint."""
    days: List[Any] = List().tag(sync=True)
    """The names of the days, Monday first."""
    lengths: List[Any] = List().tag(sync=True)
    """Minutes that a block can have."""

    def __init__(self, **traits: Any) -> None:
        self._callbacks = CallbackDispatcher()
        super().__init__(_script="blocks.js", **traits)

    def on_asked(self, callback: Callable[[int, str, Any], Any]) -> None:
        """Call back with a block's place, what shall be changed, and to what."""
        self._callbacks.register_callback(callback)

    def ask(self, block: int, field: str, value: Any) -> None:
        """Do what a change in the browser does."""
        self._callbacks(block, field, value)

    def _handle_custom_msg(self, content: Any, buffers: list[bytes]) -> None:
        if self._is_asked(content):
            self.ask(content["block"], content["field"], content["value"])
        else:
            super()._handle_custom_msg(content, buffers)

    def _is_asked(self, content: Any) -> bool:
        if not isinstance(content, dict) or content.keys() != {"block", "field", "value"}:
            return False
        block, field, value = content["block"], content["field"], content["value"]
        return (
            type(block) is int
            and 0 <= block < len(self.blocks)
            and isinstance(field, str)
            and type(value) is _FIELDS.get(field)
            and value in _NUMBERS
        )
