"""The pages before desk and screen: a key, and a cookie that only the one page gets.

A key never stands in an address, where a browser's history, a proxy's log and everybody who looks
at the projector would find it.
"""

import asyncio
from http import HTTPStatus
from typing import Any

from jupyter_server.utils import url_path_join

from workshop.packs.agendas import agenda_files, measures
from workshop.room.agenda_file import read_agenda
from workshop.room.codes import normal, screen_token, spoken
from workshop.room.errors import Refused, RoomError
from workshop.room.room import Room
from workshop.serving.room.joining import RoomHandler
from workshop.serving.room.live import Live

COOKIE = {"desk": "workshop_desk", "screen": "workshop_screen"}

KEPT_DAYS = 2


class GateHandler(RoomHandler):
    """`/desk` and `/screen`: a code and a key; with the server's own key a new room."""

    kind: str

    def initialize(self, live: Live, kind: str = "desk") -> None:
        """Take whether this is the way to a desk or to a screen."""
        super().initialize(live)
        self.kind = kind

    async def get(self) -> None:
        """Ask for the key."""
        self.ask(self.get_argument("code", "")[:60])

    async def post(self) -> None:
        """Let the holder of a key in, or say that it is none."""
        code = self.get_body_argument("code", "")[:60]
        key = self.get_body_argument("key", "")[:200].strip()
        token = self.token()
        try:
            self.live.guard.check(token)
            if self.kind == "desk" and not code.strip() and self.live.is_host(key):
                await self._open(key)
                return
            room = await self.live.ask(self.live.rooms.find, code)
            await self._let_in(room, key)
        except Refused as refusal:
            if refusal.reason in ("wrong_code", "wrong_key"):
                await asyncio.sleep(self.live.guard.wrong(token))
            self.refuse(code, refusal)
        except RoomError:
            self.ask(code, self.pack.joining.refusals.unavailable)

    async def _open(self, key: str) -> None:
        """Offer the agendas, and open a room with the one that is chosen."""
        files = agenda_files(self.language)
        chosen = files.get(self.get_body_argument("agenda", ""))
        if chosen is None:
            read = {name: read_agenda(file, measures()) for name, file in files.items()}
            self.show("open.html", gate=self.pack.desk.gate, agendas=read, key=key)
            return
        opened = await self.live.ask(self.live.rooms.open, read_agenda(chosen, measures()))
        await self._let_in(opened.room, opened.key)

    async def _let_in(self, room: Room, key: str) -> None:
        """Keep the key in this browser, and lead to the page."""
        if self.kind == "screen":
            token = screen_token(key) if await self.live.ask(room.is_key, key) else key
            if not await self.live.ask(room.is_screen, token):
                raise Refused("wrong_key")
            self.keep("screen", room.code, token)
        else:
            if not await self.live.ask(room.is_key, key):
                raise Refused("wrong_key")
            self.keep("desk", room.code, key)
            self.keep("screen", room.code, screen_token(key))
        self.redirect(self.place(self.kind, room.code), status=HTTPStatus.SEE_OTHER)

    def keep(self, kind: str, code: str, secret: str) -> None:
        """Have this browser keep a secret that comes along to one page only."""
        self.set_cookie(
            COOKIE[kind],
            secret,
            expires_days=KEPT_DAYS,
            path=self.place(kind, code),
            httponly=True,
            samesite="Strict",
            secure=self.request.protocol == "https",
        )

    def place(self, kind: str, code: str) -> str:
        """Return where a room's desk or screen is."""
        return url_path_join(self.live.base_url, kind, code)

    def refuse(self, code: str, refusal: Refused) -> None:
        """Say what is wrong with a code or a key."""
        gate, known = self.pack.desk.gate, self.pack.joining.refusals
        told = {"wrong_code": gate.nowhere if code.strip() else gate.wrong, "wrong_key": gate.wrong}
        self.set_status(HTTPStatus.FORBIDDEN)
        problem = told.get(refusal.reason) or getattr(known, refusal.reason, gate.wrong)
        self.ask(code, str(problem))

    def ask(self, code: str, problem: str = "") -> None:
        """Show the fields."""
        gate = self.pack.desk.gate
        known = normal(code)
        self.show(
            "gate.html",
            gate=gate,
            kind=self.kind,
            title=gate.screen if self.kind == "screen" else gate.desk,
            lead=gate.screen_lead if self.kind == "screen" else gate.lead,
            code=spoken(known) if known else code,
            problem=problem,
        )


def gate_handlers(server_url: str, live: Any) -> list[Any]:
    """Return the handlers of the pages that ask for a key."""
    return [
        (url_path_join(server_url, f"{kind}/?"), GateHandler, {"live": live, "kind": kind})
        for kind in COOKIE
    ]
