"""The pages that are ready, and the one way to get another."""

import asyncio
import logging
import os
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path

from workshop.packs.languages import LANGUAGE_VARIABLE
from workshop.serving.forks import nursery
from workshop.serving.pages.page import Page
from workshop.serving.pages.renderer import AheadRenderer

log = logging.getLogger("workshop")

MOST = 8
"""How many notebooks stay run ahead, each in a language; each is a process of some 30 MB."""

Making = Callable[["Asked"], Awaitable[AheadRenderer]]


@dataclass(frozen=True)
class Asked:
    """What a page depends on.

    Attributes:
        path: The notebook, as the server's contents know it.
        file: The same, in the file system.
        template: Asked for by the address, if any was.
        theme: Asked for by the address, if any was.
        changed: When the file was changed last, in nanoseconds.
        language: Which its words are in.
    """

    path: str
    file: Path
    template: str | None
    theme: str | None
    changed: int
    language: str


class Shelf:
    """Runs each notebook ahead once, and keeps its page until the notebook changes.

    Args:
        renderer: Makes a renderer that has loaded the notebook.
    """

    def __init__(self, renderer: Making) -> None:
        self._renderer = renderer
        self._pages: OrderedDict[Asked, asyncio.Future[Page | None]] = OrderedDict()

    async def page(self, asked: Asked) -> Page | None:
        """The page of a notebook; made now if it is not there, by one of those who ask.

        Returns:
            None if the notebook has to be run for each visitor.
        """
        if asked not in self._pages:
            self._pages[asked] = asyncio.ensure_future(self._make(asked))
            self._thin_out(asked)
        self._pages.move_to_end(asked)
        try:
            page = await asyncio.shield(self._pages[asked])
        except Exception as problem:  # the way for each visitor says better what is wrong
            log.warning("%s is run for each visitor: %s", asked.path, problem)
            self._pages.pop(asked, None)
            return None
        if page is None or page.ahead.alive():
            return page
        log.warning("The parent of %s died; another one takes its place.", asked.path)
        self.forget(page)
        return await self.page(asked)

    def forget(self, page: Page) -> None:
        """Let go of a page whose parent is gone."""
        for asked in list(self._pages):
            if _made(self._pages[asked]) is page:
                del self._pages[asked]

    async def _make(self, asked: Asked) -> Page | None:
        renderer = await self._renderer(asked)
        metadata = renderer.notebook.metadata
        if not metadata.get("workshop", {}).get("run_ahead", True):
            return None
        environment = {**os.environ, LANGUAGE_VARIABLE: asked.language}
        ahead = await asyncio.to_thread(nursery.run_ahead, asked.file, environment)
        if isinstance(ahead, str):
            log.warning("%s is run for each visitor: %s", asked.path, ahead)
            return None
        return Page.of(await renderer.render(ahead), ahead, metadata.kernelspec.name)

    def _thin_out(self, new: Asked) -> None:
        old = [asked for asked in self._pages if asked != new and asked.path == new.path]
        outdated = [asked for asked in old if asked.changed != new.changed]
        for asked in outdated or list(self._pages)[:-MOST]:
            page = _made(self._pages.pop(asked))
            if page:
                page.ahead.close()


def _made(future: "asyncio.Future[Page | None]") -> Page | None:
    return future.result() if future.done() and not future.exception() else None
