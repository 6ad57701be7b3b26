"""Voila's renderer, for a notebook that has been run already."""

import asyncio
import copy
from collections.abc import AsyncIterator
from typing import Any

from voila.notebook_renderer import NotebookRenderer

from workshop.serving.forks.client import Ahead
from workshop.serving.pages.charts import compile_ahead
from workshop.serving.pages.slim import slim

KERNEL = "kernel-of-this-visitor"
"""Stands in the page where the visitor's kernel belongs."""


class AheadRenderer(NotebookRenderer):
    """Renders what a notebook's cells gave when they were run ahead."""

    ahead: Ahead

    async def render(self, ahead: Ahead) -> str:
        """The whole page, with `KERNEL` where the kernel belongs."""
        self.ahead = ahead
        # A copy, since the page's charts have more than the kernel's, and its layouts less.
        self.resources["widgets"] = widgets = copy.deepcopy(ahead.widgets)
        self.resources["compiled"] = await asyncio.to_thread(compile_ahead, widgets)
        slim(widgets)
        return str(await self.generate_content_str())

    async def _jinja_kernel_start(self, *_: Any, **__: Any) -> str:
        return KERNEL

    async def _jinja_cell_generator(self, nb: Any, kernel_id: str) -> AsyncIterator[Any]:
        for cell, outputs in zip(nb.cells, self.ahead.cells, strict=True):
            done = copy.deepcopy(cell)
            if cell.cell_type == "code":
                done.outputs = outputs
            yield done
