"""Desk, screen and seat: notebooks that are served to whoever may open them, each with its room."""

from http import HTTPStatus
from pathlib import Path
from typing import Any

from jupyter_core.utils import ensure_async
from jupyter_server.services.contents.largefilemanager import AsyncLargeFileManager
from jupyter_server.utils import url_path_join

from workshop.packs.languages import LANGUAGE_VARIABLE
from workshop.room.codes import normal
from workshop.room.errors import Refused, RoomError
from workshop.room.room import Room
from workshop.room.seat import Seat
from workshop.serving.door.kernels import carried
from workshop.serving.door.visitor import token
from workshop.serving.handlers import NotebookHandler
from workshop.serving.notebooks import shipped_notebooks
from workshop.serving.pages.shelf import Asked
from workshop.serving.room.gate import COOKIE
from workshop.serving.room.handed import Handed
from workshop.serving.room.joining import COOKIE as SEAT
from workshop.serving.room.joining import TOKEN
from workshop.serving.room.live import Live


class OwnNotebook(NotebookHandler):
    """A notebook of ours, whichever one the server serves."""

    def serve(self, live: Live, name: str, voila: dict[str, Any]) -> None:
        """Take the rooms, our notebook's name, and what Voila hands to its own handler."""
        notebook = shipped_notebooks()[name]
        super().initialize(**{**voila, "notebook_path": notebook.name})
        self.live, self._contents = live, folder(notebook.parent)

    @property
    def contents_manager(self) -> Any:
        """Where our own notebooks are."""
        return self._contents

    async def head(self, code: str = "") -> None:
        """Answer a page that asks whether the server is back; no kernel is started for that."""
        self.finish()


class RoomPage(OwnNotebook):
    """`/desk/CODE` and `/screen/CODE`. A trainer never waits in line."""

    def initialize(self, live: Live, kind: str, **voila: Any) -> None:
        """Take the rooms, which page it is, and what Voila hands to its own handler."""
        self.kind = kind
        self.serve(live, kind, voila)

    async def get(self, code: str = "") -> None:
        """Serve the page with its room, or lead to where the key is asked for."""
        secret = self.get_cookie(COOKIE[self.kind], "") or ""
        try:
            room = await self.live.ask(self.live.rooms.find, code)
            allowed = await self.live.ask(self._is_right, room, secret)
        except RoomError:
            allowed = False
        if not allowed:
            self.redirect(url_path_join(self.live.base_url, f"{self.kind}?code={normal(code)}"))
            return
        _ = self.xsrf_token
        language = self.speak()
        handed = Handed(room.code, secret, self.live.address(self.request), self.base_url)
        carried.set({**handed.environment(), LANGUAGE_VARIABLE: language})
        await self._let_in(token(self), None)

    def _is_right(self, room: Room, secret: str) -> bool:
        return bool(secret) and (room.is_key if self.kind == "desk" else room.is_screen)(secret)

    def _asked(self, path: str | None) -> Asked | None:
        """Run the notebook for each visitor: it has another room each time."""
        return None


class SeatPage(OwnNotebook):
    """`/seat/CODE`: run ahead like a session, and in line like one."""

    def initialize(self, live: Live, **voila: Any) -> None:
        """Take the rooms, and what Voila hands to its own handler."""
        self.serve(live, "seat", voila)

    async def get(self, code: str | None = None) -> None:
        """Serve the page to whoever has a seat, and lead all others to the door."""
        secret, known = self.get_cookie(SEAT, "") or "", normal(code or "")
        try:
            if not TOKEN.fullmatch(secret):
                raise Refused("no_seat")
            room = await self.live.ask(self.live.rooms.find, known)
            await self.live.ask(Seat.find, room, secret)
        except Refused:
            self.redirect(url_path_join(self.live.base_url, "join", known))
        except RoomError:
            self._say_unavailable(known)
        else:
            handed = Handed(room.code, secret, self.live.address(self.request), self.base_url)
            carried.set(handed.environment())
            await ensure_async(super().get(None))

    def _say_unavailable(self, code: str) -> None:
        self.set_status(HTTPStatus.SERVICE_UNAVAILABLE)
        self.set_header("Cache-Control", "no-store")
        language = self.speak()
        problem = self.speech.pack(language).joining.refusals.unavailable
        self.finish(self.live.page("join.html", language, code=code, problem=problem))


def folder(path: Path) -> AsyncLargeFileManager:
    """Return the contents of a folder."""
    return AsyncLargeFileManager(root_dir=str(path))


def page_handlers(server_url: str, live: Live, voila: dict[str, Any]) -> list[Any]:
    """Return the handlers of desk, screen and seat.

    Args:
        server_url: Where the server's addresses begin, seen from itself.
        live: The server's rooms.
        voila: What Voila hands to the handler of its own notebook.
    """
    seat = (url_path_join(server_url, "seat/([^/]{1,40})"), SeatPage, {**voila, "live": live})
    rest = [
        (
            url_path_join(server_url, kind, "([^/]{1,40})"),
            RoomPage,
            {**voila, "live": live, "kind": kind},
        )
        for kind in COOKIE
    ]
    return [seat, *rest]
