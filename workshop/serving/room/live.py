"""What this server knows of its rooms while it runs."""

import asyncio
import hmac
import logging
import random
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from functools import cached_property, partial
from pathlib import Path
from typing import Any, TypeVar

from jinja2 import Environment, FileSystemLoader
from tornado.httputil import HTTPServerRequest, split_host_and_port

from workshop.room.errors import RoomError
from workshop.room.guard import Guard
from workshop.room.rooms import Rooms
from workshop.room.store import Store
from workshop.serving.address import local_addresses
from workshop.serving.speech import Speech

log = logging.getLogger("workshop.room")
T = TypeVar("T")

OURSELVES = ("localhost", "127.0.0.1", "::1")

HOUR = 60 * 60

TEMPLATES = Path(__file__).parent.parent / "jupyter/voila/templates/workshop"

A_JOIN = 0.01
"""Seconds by which each person who is being let in spreads out those behind."""

LONGEST_JITTER = 1.0


class Live:
    """Rooms, the guard at the door, and the pages, for all requests of one server.

    Args:
        where: The database of rooms: a file, or a URL.
        base_url: Where the server's pages are, seen from a browser.
        host_key: What opens rooms in a browser; nothing does without.
        lan: Whether other devices in the network may come.
        known: What else every page's template has to know, such as `include_url`.
    """

    def __init__(
        self, where: str, base_url: str, *, host_key: str = "", lan: bool = False, **known: Any
    ) -> None:
        self.rooms = Rooms(Store(where))
        self.guard = Guard()
        self.base_url = base_url
        self._host_key, self._lan = host_key, lan
        self._joining = 0
        self._known = known
        self._templates = Environment(loader=FileSystemLoader(TEMPLATES), autoescape=True)

    @cached_property
    def speech(self) -> Speech:
        """What is spoken, found out when somebody first comes to the door."""
        return Speech(self.base_url)

    def is_host(self, key: str) -> bool:
        """Whether this is the server's own key, compared in constant time."""
        return bool(self._host_key) and hmac.compare_digest(key.encode(), self._host_key.encode())

    def address(self, request: HTTPServerRequest) -> str:
        """Return where other devices find this server's pages.

        A trainer sits at the server itself, whose 'localhost' is nothing to a phone.
        """
        host, port = split_host_and_port(request.host.lower())
        others = local_addresses() if self._lan and host in OURSELVES else []
        at = f"{others[0]}:{port or 80}" if others else request.host
        return f"{request.protocol}://{at}{self.base_url}"

    async def keep_dates(self) -> None:
        """Delete the rooms whose date has come, now and every hour, while the server runs."""
        while True:
            try:
                if self.rooms.store.is_there():  # no server makes a database that nobody needs
                    await self.ask(self.rooms.sweep)
            except RoomError as problem:
                log.warning("Rooms whose date has come could not be deleted: %s", problem)
            await asyncio.sleep(HOUR)

    def page(self, template: str, language: str, **values: Any) -> str:
        """Return a page in a language."""
        return self._templates.get_template(template).render(
            **self._known,
            base_url=self.base_url,
            spoken=self.speech.page(language),
            words_of=self.speech.pack(language).joining,
            **values,
        )

    async def ask(self, work: Callable[..., T], *values: Any, **named: Any) -> T:
        """Do something with the database, without keeping other requests waiting."""
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(None, partial(work, *values, **named))

    @asynccontextmanager
    async def admission(self) -> AsyncIterator[None]:
        """Let somebody in a moment later, the more others are coming in at this moment.

        A class that scans one code arrives within a second. Nobody is turned away for that.
        """
        self._joining += 1
        try:
            await asyncio.sleep(random.uniform(0, min(LONGEST_JITTER, A_JOIN * self._joining)))
            yield
        finally:
            self._joining -= 1
