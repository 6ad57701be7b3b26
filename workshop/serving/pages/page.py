"""A page that is the same for everybody but for the kernel it speaks with."""

import zlib
from dataclasses import dataclass
from typing import Any

from workshop.serving.forks.client import Ahead
from workshop.serving.pages.renderer import KERNEL

GZIP = 16 + zlib.MAX_WBITS
LEVEL = 9  # once a page, not once a visit


@dataclass(frozen=True)
class Page:
    """A rendered notebook, and the parent that its visitors' kernels come from.

    Attributes:
        ahead: Has run the notebook.
        kernel_name: The notebook's kernel.
        before: The page up to the kernel.
        after: The rest of it.
    """

    ahead: Ahead
    kernel_name: str
    before: bytes
    after: bytes
    _squeezed: Any
    _start: bytes

    @classmethod
    def of(cls, html: str, ahead: Ahead, kernel_name: str) -> "Page":
        """Split and squeeze a page that has `KERNEL` in it once."""
        before, after = (part.encode() for part in html.split(KERNEL))
        squeezed = zlib.compressobj(LEVEL, zlib.DEFLATED, GZIP)
        start = squeezed.compress(before)
        return cls(ahead, kernel_name, before, after, squeezed, start)

    def plain(self, kernel_id: str) -> bytes:
        """The page for one visitor."""
        return self.before + kernel_id.encode() + self.after

    def gzipped(self, kernel_id: str) -> bytes:
        """The same, compressed: only what differs is compressed anew."""
        squeezed = self._squeezed.copy()
        rest = squeezed.compress(kernel_id.encode() + self.after)
        return self._start + rest + squeezed.flush()
