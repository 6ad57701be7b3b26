"""Bringing a file: choosing it, the question about day and month, and what came of it."""

import logging
from collections.abc import Callable

from workshop.packs import Pack
from workshop.sheets import LARGEST, SheetError
from workshop.widgets.controls import control_words
from workshop.widgets.exercise import boxed
from workshop.widgets.markup import paragraphs
from workshop.widgets.parts.choice import Choice
from workshop.widgets.parts.prose import Prose
from workshop.widgets.parts.upload import Upload

log = logging.getLogger("workshop")

Read = Callable[[bytes, str], str]
"""Reads a file, given which of day and month comes first ('' if nobody was asked yet); returns what
is to be said. Raises SheetError."""


class Bring:
    """A file field with its answer below it.

    A file is held only while it is read, or as long as the question about its dates stands.

    Args:
        pack: The words.
        label: What to choose.
        help: A sentence below it.
        accept: Endings that are offered first.
        read: What is done with the file.
    """

    def __init__(self, pack: Pack, *, label: str, help: str, accept: str, read: Read) -> None:
        self._pack, self._read, self._data = pack, read, b""
        words = control_words(pack)
        self.upload = Upload(label, help=help, accept=accept, limit=LARGEST, words=words)
        orders = pack.files.orders.items()
        options = [{"value": order, "label": text} for order, text in orders]
        self.order = Choice(pack.files.order, options, words=words)
        self.said = Prose(live=True)
        self.upload.on_file(self._on_file)
        self.order.observe(self._on_order, "value")
        self.box = boxed("wk-bring", self.upload, self.order, self.said)
        self._ask(False)

    def _on_file(self, data: bytes) -> None:
        self._data = data
        self.order.value = None
        self._try("")

    def _on_order(self, change: dict[str, str | None]) -> None:
        if change["new"] and self._data:
            self._try(change["new"])

    def _try(self, order: str) -> None:
        said, asking = "", False
        try:
            said = self._read(self._data, order)
        except SheetError as problem:
            said, asking = self._pack.files.mistake(problem), problem.kind == "which_order"
        except Exception as problem:  # a file can hold anything; the page must outlive it
            log.error("A file was not read: %s", problem, exc_info=problem)
            said = self._pack.files.mistakes["broken"]
        if not asking:
            self._data = b""
        self._ask(asking)
        self.said.html = paragraphs(said)

    def _ask(self, asking: bool) -> None:
        self.order.layout.display = None if asking else "none"
