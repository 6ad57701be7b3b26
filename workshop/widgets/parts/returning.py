"""A page that nobody sits at, and that therefore has to come back by itself."""

from typing import Any

from workshop.widgets.parts.part import Part


class Returning(Part):
    """Loads the page anew when its kernel is gone, once the server answers. Shows nothing.

    Only for pages on which nobody types: a reload takes away what was not kept.

    Args:
        **traits: Any of the traits below.
    """

    def __init__(self, **traits: Any) -> None:
        super().__init__(_script="returning.js", **traits)
