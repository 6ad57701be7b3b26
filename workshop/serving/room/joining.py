"""Joining a room over HTTP: a code, a cookie, a seat; and a page for everything that goes wrong."""

import asyncio
import re
from http import HTTPStatus
from typing import Any

from jupyter_server.utils import url_path_join

from workshop.packs import Pack
from workshop.room.codes import new_token, normal, spoken
from workshop.room.errors import Reason, Refused, Unavailable
from workshop.room.room import Room
from workshop.room.seat import Seat
from workshop.serving.room.live import Live
from workshop.serving.speech import Speech, Spoken

COOKIE = "workshop_seat"
"""Holds a browser's token. The same in all rooms, but each room knows another hash of it."""

KEPT_DAYS = 30

TOKEN = re.compile(r"[A-Za-z0-9_-]{20,64}")

STATUS: dict[Reason, HTTPStatus] = {
    "wrong_code": HTTPStatus.NOT_FOUND,
    "wrong_word": HTTPStatus.NOT_FOUND,
    "no_seat": HTTPStatus.NOT_FOUND,
    "full": HTTPStatus.CONFLICT,
    "closed": HTTPStatus.GONE,
    "too_many_tries": HTTPStatus.TOO_MANY_REQUESTS,
}


class RoomHandler(Spoken):
    """What all pages of a room share."""

    live: Live

    def initialize(self, live: Live) -> None:
        """Take what `room_handlers` hands in."""
        self.live = live

    @property
    def speech(self) -> Speech:
        """What is spoken here."""
        return self.live.speech

    @property
    def pack(self) -> Pack:
        """The words for this visitor."""
        return self.speech.pack(self.language)

    def check_xsrf_cookie(self) -> None:
        """Need no further token: the seat's cookie does not come along from another site's page."""

    def token(self) -> str:
        """Return this browser's token; one that has none yet gets one."""
        known = self.get_cookie(COOKIE, "") or ""
        if TOKEN.fullmatch(known):
            return known
        token = new_token()
        self.set_cookie(
            COOKIE,
            token,
            expires_days=KEPT_DAYS,
            path=self.live.base_url,
            httponly=True,
            samesite="Lax",
            secure=self.request.protocol == "https",
        )
        return token

    def show(self, template: str, **values: Any) -> None:
        """Send a page that no cache keeps."""
        self.set_header("Cache-Control", "no-store")
        self.set_header("Referrer-Policy", "no-referrer")
        self.finish(self.live.page(template, self.speak(), **values))


class JoinHandler(RoomHandler):
    """`/join`, and `/join/CODE` for a QR code: a field, a button, a seat."""

    async def get(self, code: str = "") -> None:
        """Show the field; whoever has a seat in this room already goes straight back to it."""
        token, known = self.token(), normal(code)
        if known and await self._has_seat(known, token):
            self.redirect(self._seat(known))
            return
        self.show("join.html", code=spoken(known) if known else "", elsewhere=self._elsewhere())

    async def post(self, _: str = "") -> None:
        """Let somebody in, or say why not."""
        token = self.token()
        code, word = (self.get_body_argument(name, "")[:60] for name in ("code", "word"))
        try:
            self.live.guard.check(token)
            room = await self._join(code, word, token)
        except Refused as refusal:
            await self._refuse(refusal.reason, code, token)
        except Unavailable:
            self._say("unavailable", HTTPStatus.SERVICE_UNAVAILABLE, code)
        else:
            self.redirect(self._seat(room.code), status=HTTPStatus.SEE_OTHER)

    async def _join(self, code: str, word: str, token: str) -> Room:
        room = await self.live.ask(self.live.rooms.find, code)
        if word:
            await self._resume(room, word, token)
            return room
        if not await self._has_seat(room.code, token):
            names = self.pack.joining.names
            async with self.live.admission():
                await self.live.ask(Seat.join, room, token, (names.first, names.second))
        return room

    async def _resume(self, room: Room, word: str, token: str) -> None:
        self.live.guard.check_word(room.id)
        try:
            await self.live.ask(Seat.resume, room, word, token)
        except Refused as refusal:
            if refusal.reason == "wrong_word":
                self.live.guard.wrong_word(room.id)
            raise

    async def _refuse(self, reason: Reason, code: str, token: str) -> None:
        if reason in ("wrong_code", "wrong_word"):
            await asyncio.sleep(self.live.guard.wrong(token))
        if reason == "too_many_tries":
            self.set_header("Retry-After", "300")
        self._say(reason, STATUS[reason], code)

    def _say(self, reason: str, status: HTTPStatus, code: str) -> None:
        self.set_status(status)
        told = getattr(self.pack.joining.refusals, reason)
        self.show("join.html", code=code, problem=told, elsewhere=self._elsewhere())

    def _elsewhere(self) -> bool:
        return bool(self.get_argument("elsewhere", "") or self.get_body_argument("word", ""))

    def _seat(self, code: str) -> str:
        return url_path_join(self.live.base_url, "seat", code)

    async def _has_seat(self, code: str, token: str) -> bool:
        try:
            room = await self.live.ask(self.live.rooms.find, code)
            await self.live.ask(Seat.find, room, token)
        except (Refused, Unavailable):
            return False
        return True


def room_handlers(server_url: str, live: Live) -> list[Any]:
    """Return the handlers of a room's pages.

    Args:
        server_url: Where the server's addresses begin, seen from itself.
        live: The server's rooms.
    """
    places = {
        r"join/?": JoinHandler,
        r"join/([^/]{1,40})": JoinHandler,
    }
    return [
        (url_path_join(server_url, place), handler, {"live": live})
        for place, handler in places.items()
    ]
