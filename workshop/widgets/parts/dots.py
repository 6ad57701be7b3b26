"""Many dots, each one of a few kinds: a crowd on one canvas."""

from collections.abc import Sequence
from typing import Any

from traitlets import List, Unicode

from workshop.widgets.parts.part import Part

SHAPES = ("disc", "ring", "cross", "diamond", "square", "dash")
"""How a kind can look; shapes differ so that nobody needs colours to tell kinds apart."""

MOST_KINDS = 10  # a dot's kind travels as one digit


class Dots(Part):
    """Draws dots in rows, by kind, with a legend; knows nothing of what a kind means.

    Args:
        **traits: Any of the traits below.

    Example:
        >>> dots = Dots()
        >>> dots.show([0, 0, 1], [{"label": "here: 2", "shape": "disc"},
        ...                       {"label": "gone: 1", "shape": "cross"}], "Two of three are here")
    """

    title = Unicode().tag(sync=True)
    """What stands above the picture, where there is more than one."""
    label = Unicode().tag(sync=True)
    """What the dots show, for those who cannot see them."""
    kinds: List[Any] = List().tag(sync=True)
    """The legend: each with a `label`, a `shape` of `SHAPES` and perhaps a `tint`."""
    dots = Unicode().tag(sync=True)
    """Each dot's kind, as one digit: its place in `kinds`."""

    def __init__(self, **traits: Any) -> None:
        super().__init__(_script="dots.js", **traits)

    def show(
        self, dots: Sequence[int], kinds: Sequence[dict[str, Any]], label: str, title: str = ""
    ) -> None:
        """Show other dots, in one message.

        Raises:
            ValueError: If there are too many kinds, one has no known shape, or a dot has no kind.
        """
        if len(kinds) > MOST_KINDS:
            raise ValueError(f"at most {MOST_KINDS} kinds of dots, got {len(kinds)}.")
        for kind in kinds:
            if kind["shape"] not in SHAPES:
                raise ValueError(f"no shape {kind['shape']!r}; use {', '.join(SHAPES)}.")
        if any(not 0 <= dot < len(kinds) for dot in dots):
            raise ValueError(f"every dot is a place among {len(kinds)} kinds.")
        with self.hold_sync():
            self.kinds = list(kinds)
            self.dots = "".join(str(int(dot)) for dot in dots)
            self.label, self.title = label, title
