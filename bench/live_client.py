"""Light clients of a live room: seats over HTTP, and desk, screen and seats as pages of widgets."""

import asyncio
import json
import re
import time
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from light_client import CONFIG, WIDGETS, Participant

ANSWERED = re.compile(r"(\d+) of \d+ have answered")
REVISION = re.compile(rb'"revision":(\d+)')


class Caller:
    """One seat: a connection that stays open, as a remote seat's does."""

    def __init__(self, address: str, code: str, token: str) -> None:
        parts = urlsplit(address)
        self._host, self._port = parts.hostname, parts.port
        self._place = f"{parts.path}api/room/v1/rooms/{code}/"
        self._token = token
        self._reader: asyncio.StreamReader | None = None

    async def connect(self) -> None:
        self._reader, self._writer = await asyncio.open_connection(self._host, self._port)

    async def ask(self, method: str, what: str, sent: Any = None) -> tuple[int, bytes]:
        if self._reader is None:
            await self.connect()
        body = b"" if sent is None else json.dumps(sent).encode()
        self._writer.write(
            f"{method} {self._place}{what} HTTP/1.1\r\nHost: {self._host}\r\n"
            f"Authorization: Bearer {self._token}\r\nContent-Length: {len(body)}\r\n\r\n".encode()
            + body
        )
        head = await self._reader.readuntil(b"\r\n\r\n")
        length = re.search(rb"(?i)content-length: (\d+)", head)
        told = await self._reader.readexactly(int(length[1])) if length else b""
        return int(head.split(b" ", 2)[1]), told

    async def answer(self, step: str, number: int, sequence: int, body: Any) -> float:
        """Answer, and return the seconds until it was acknowledged."""
        sent = {"step": step, "round": number, "sequence": sequence, "body": body}
        began = time.monotonic()
        status, told = await self.ask("PUT", "seat/answers", {"answers": [sent]})
        took = time.monotonic() - began
        assert status == 200, (status, told)
        assert b'"kept":true' in told, told
        return took

    async def follow(self) -> None:
        """Ask for what is new, as a remote seat does all the time; until cancelled."""
        known = 0
        while True:
            status, told = await self.ask("GET", f"changes?since={known}&wait=25")
            if status == 200:
                known = int(REVISION.search(told)[1])

    def close(self) -> None:
        if self._reader is not None:
            self._writer.close()
            self._reader = None


@dataclass
class Page(Participant):
    """Desk, screen or seat: a page whose kernel follows the room, and what it is told, and when."""

    told: list[tuple[float, int, int]] = field(default_factory=list)
    """When, how many have answered as the page says, and how many people its newest picture has."""
    _answered: int = 0
    _pictures: dict[str, int] = field(default_factory=dict)
    _old: set[str] = field(default_factory=set)
    _seen: str = ""

    def with_cookie(self, name: str, value: str) -> "Page":
        self._cookies[name] = value
        return self

    async def open(self, ready: str) -> float:
        """Open the page and say that somebody is there; the seconds until `ready` is told."""
        began = time.monotonic()
        page = await self._page()
        self._config = json.loads(CONFIG.search(page)[1])
        await self._connect()
        brought = WIDGETS.search(page)
        state = json.loads(brought[1])["state"] if brought else await self._ask_for_widgets()
        here = next(name for name, one in state.items() if _script(one) == "presence.js")
        for name, one in state.items():
            self._note(name, one["state"])
        content = {"method": "custom", "content": {"here": True}}
        self._send("comm_msg", {"comm_id": here, "data": content})
        while ready not in self._seen:
            await self._hear_one()
        self._seen = ready
        return time.monotonic() - began

    async def follow(self) -> None:
        """Listen until cancelled."""
        while True:
            await self._hear_one()

    def new_step(self) -> None:
        """Count only pictures that are still to come."""
        self._old |= set(self._pictures)
        self._pictures, self._answered = {}, 0
        self.told = []

    def seconds_until(self, place: int, count: int) -> float:
        """Return when so many were told; 1 for the sentence, 2 for the picture."""
        return next((one[0] for one in self.told if one[place] >= count), float("nan"))

    def close(self) -> None:
        if self._socket is not None:
            self._socket.close()

    async def _hear_one(self) -> None:
        kind, _, content = await self._hear()
        if kind not in ("comm_open", "comm_msg"):
            return
        state = content.get("data", {}).get("state") or {}
        self._note(content.get("comm_id", ""), state)

    def _note(self, name: str, state: dict[str, Any]) -> None:
        told = state.get("html")
        if isinstance(told, str):
            if len(self._seen) < 20_000:
                self._seen += told
            if found := ANSWERED.search(told):
                self._answered = int(found[1])
        rows = state.get("rows")
        if rows and "people" in rows[0] and name not in self._old:
            self._pictures[name] = _people(rows)
        if told or rows:
            most = max(self._pictures.values(), default=0)
            self.told.append((time.monotonic(), self._answered, most))


def _people(rows: list[dict[str, Any]]) -> int:
    """How many people a picture has on the side that has fewer; some have one side only."""
    sides: Counter[str] = Counter()
    for row in rows:
        sides[row.get("side", "")] += row["people"]
    return min(sides.values())


def _script(model: dict[str, Any]) -> str:
    return model["state"].get("_script", "")


async def until(true: Callable[[], bool], patience: float) -> None:
    with suppress(TimeoutError):
        async with asyncio.timeout(patience):
            while not true():
                await asyncio.sleep(0.05)
