"""The line to a room's server: one question, one answer, and what can go wrong."""

import json
import re
from collections.abc import Sequence
from dataclasses import asdict
from http.client import NO_CONTENT, OK
from typing import Any, cast, get_args
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

import urllib3
from pydantic import TypeAdapter, ValidationError

from workshop.room.changes import Changes
from workshop.room.codes import normal
from workshop.room.delivery import Delivery, Receipt
from workshop.room.errors import Reason, Refused, RoomError, Unavailable
from workshop.serving.room.api.messages import (
    CHANGES,
    LARGEST_BODY,
    MOST_ANSWERS,
    OUTCOMES,
    PROBLEM,
    ROOT,
    TAKEN_SEAT,
    Problem,
    Refusal,
    TakenSeat,
)

PLACE = re.compile(r"(https?://[^\s/?#@]+(?:/[^\s?#]*?)?)/(?:join|seat)/([\w-]{1,40})/?")

CONNECT, READ = 4.0, 8.0
"""Seconds until a line counts as down."""

LARGEST = 4 * 2**20
"""Bytes of an answer; a room of 300 with all texts shown is a tenth of it."""

SAY_AGAIN = ("too_fast", "too_many_tries")
"""What is only a matter of waiting."""


class Line:
    """Asks a room's server, in the name of one seat.

    Args:
        room: Where the room is joined, such as https://host/join/KM47XRW.
        token: What the seat is known by; it goes along in a header, never in an address.

    Raises:
        ValueError: If that is no address of a room.
    """

    def __init__(self, room: str, token: str) -> None:
        self.server, self.code = place_of(room)
        self._token = token
        self._pool = _pool(self.server)

    def take_seat(self, word: str = "") -> TakenSeat:
        """Take a seat, or come back to it.

        Raises:
            Refused: wrong_code, full, closed, wrong_word.
            Unavailable: If the server cannot be reached.
        """
        return self._ask(TAKEN_SEAT, "PUT", "seat", {"word": word})

    def leave(self) -> None:
        """Give the seat up."""
        self._ask(None, "DELETE", "seat")

    def deliver(self, sent: Sequence[Delivery]) -> list[Receipt | Refused]:
        """Store answers; see `workshop.room.room.Room.deliver`.

        Raises:
            Unavailable: If they may not have arrived.
            Refused: If the room takes none at all.
        """
        outcomes: list[Receipt | Refused] = []
        for start in range(0, len(sent), MOST_ANSWERS):
            told = [asdict(one) for one in sent[start : start + MOST_ANSWERS]]
            found = self._ask(OUTCOMES, "PUT", "seat/answers", {"answers": told})
            outcomes += [
                Refused(one.reason, one.told) if isinstance(one, Refusal) else one
                for one in found.outcomes
            ]
        return outcomes

    def share(self, step: str, number: int, text: str) -> None:
        """Give a text to the trainer."""
        self._ask(None, "PUT", "seat/texts", {"step": step, "round": number, "text": text})

    def changes(self, since: int, wait: int = 0) -> Changes | None:
        """Return what is newer than a revision, or None after so many seconds."""
        what = f"changes?since={since}&wait={wait}"
        changes: Changes | None = self._ask(CHANGES, "GET", what, patience=READ + wait)
        return changes

    def _ask(
        self,
        expected: TypeAdapter[Any] | None,
        method: str,
        what: str,
        sent: Any = None,
        patience: float = READ,
    ) -> Any:
        """Return what is told, None if nothing is."""
        status, told = self._exchange(method, what, sent, patience)
        try:
            if status not in (OK, NO_CONTENT):
                raise _problem(self.server, status, PROBLEM.validate_json(told))
            return expected.validate_json(told) if expected and status == OK else None
        except ValidationError:  # something else answers there, such as a hotel's own page
            raise Unavailable(f"{self.server} answers something else, with {status}") from None

    def _exchange(self, method: str, what: str, sent: Any, patience: float) -> tuple[int, bytes]:
        body = None if sent is None else json.dumps(sent).encode()
        if body and len(body) > LARGEST_BODY:
            raise Refused("too_large")
        try:
            answer = self._pool.request(
                method,
                f"{self.server}/{ROOT}/rooms/{self.code}/{what}",
                body=body,
                headers={"Authorization": f"Bearer {self._token}", "Accept-Encoding": "gzip"},
                timeout=urllib3.Timeout(connect=CONNECT, read=patience),
                redirect=False,  # a token goes where it was sent, and nowhere else
                preload_content=False,
            )
            told = answer.read(LARGEST, decode_content=True)
            if len(told) < LARGEST:
                answer.drain_conn()
            answer.close() if len(told) == LARGEST else answer.release_conn()
        except urllib3.exceptions.HTTPError as problem:
            raise Unavailable(f"{self.server} cannot be reached: {problem}") from problem
        return answer.status, told


def _pool(server: str) -> urllib3.PoolManager:
    """Return connections to a server, through the proxy that this machine is told to use."""
    parts = urlsplit(server)
    proxy = getproxies().get(parts.scheme, "")
    if proxy and not proxy_bypass(parts.hostname or ""):
        return urllib3.ProxyManager(proxy, maxsize=2, retries=False)
    return urllib3.PoolManager(maxsize=2, retries=False)


def place_of(room: str) -> tuple[str, str]:
    """Return a room's server and its code.

    Raises:
        ValueError: If it is no address at which a room is joined.
    """
    found = PLACE.fullmatch(room.strip())
    code = normal(found[2]) if found else ""
    if not found or not code:
        raise ValueError(
            f"{room[:80]!r} is no address of a room. It is the one that the screen shows, such as "
            "https://host.example/join/KM47XRW"
        )
    return found[1], code


def _problem(server: str, status: int, problem: Problem) -> RoomError:
    if problem.reason in get_args(Reason) and problem.reason not in SAY_AGAIN:
        return Refused(cast("Reason", problem.reason), problem.told)
    return Unavailable(f"{server} answers with {status}: {problem.reason}")
