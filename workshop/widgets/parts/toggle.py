"""On or off."""

from typing import Any, ClassVar

from traitlets import Bool, Unicode

from workshop.widgets.parts.part import Part, flag


class Toggle(Part):
    """A native checkbox that looks like a switch.

    Args:
        label: What is on or off.
        value: Whether it is on.
        **traits: Any of the traits below.
    """

    _accepts: ClassVar = {"value": flag}

    label = Unicode().tag(sync=True)
    """What is on or off."""
    value = Bool(False).tag(sync=True)
    """Whether it is on."""
    help = Unicode().tag(sync=True)
    """A sentence below the label."""
    disabled = Bool(False).tag(sync=True)
    """Whether it can be switched."""

    def __init__(self, label: str, value: bool = False, **traits: Any) -> None:
        super().__init__(label=label, value=value, _script="toggle.js", **traits)
