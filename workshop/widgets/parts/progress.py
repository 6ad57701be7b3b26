"""How far somebody is along a page of several steps."""

from typing import Any, ClassVar

from traitlets import List, Unicode

from workshop.widgets.parts.part import Part


class Progress(Part):
    """A line that stays in view: what is done, where one is, and a way to each step.

    Args:
        target: A CSS selector; its first match is the first step, and so on.
        **traits: Any of the traits below.

    Example:
        >>> Progress(".step", steps=[{"label": "Your week", "done": True}])
    """

    _speaks: ClassVar = ("progress", "progress_name", "step_done", "step_open")

    target = Unicode().tag(sync=True)
    """Finds the steps on the page."""
    steps: List[Any] = List().tag(sync=True)
    """Each a dictionary: label, done."""

    def __init__(self, target: str, **traits: Any) -> None:
        super().__init__(target=target, _script="progress.js", **traits)
