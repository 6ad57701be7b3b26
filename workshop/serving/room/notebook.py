"""Desk and screen: notebooks that are served to whoever has the key, each with its room."""

from pathlib import Path
from typing import Any

from jupyter_server.services.contents.largefilemanager import AsyncLargeFileManager
from jupyter_server.utils import url_path_join

from workshop.room.codes import normal
from workshop.room.errors import RoomError
from workshop.room.room import Room
from workshop.serving.door.kernels import carried
from workshop.serving.door.visitor import token
from workshop.serving.handlers import NotebookHandler
from workshop.serving.notebooks import shipped_notebooks
from workshop.serving.pages.shelf import Asked
from workshop.serving.room.gate import COOKIE
from workshop.serving.room.handed import Handed
from workshop.serving.room.live import Live


class RoomPage(NotebookHandler):
    """`/desk/CODE` and `/screen/CODE`. A trainer never waits in line."""

    def initialize(self, live: Live, kind: str, **voila: Any) -> None:
        """Take the rooms, which page it is, and what Voila hands to its own handler."""
        self.live, self.kind = live, kind
        notebook = shipped_notebooks()[kind]
        super().initialize(**{**voila, "notebook_path": notebook.name})
        self._contents = _folder(notebook.parent)

    @property
    def contents_manager(self) -> Any:
        """Where our own notebooks are, whichever one the server serves."""
        return self._contents

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
        handed = Handed(room.code, secret, self.live.address(self.request), self.base_url)
        carried.set(handed.environment())
        await self._let_in(token(self), None)

    async def head(self, code: str = "") -> None:
        """Answer a page that asks whether the server is back; no kernel is started for that."""
        self.finish()

    def _is_right(self, room: Room, secret: str) -> bool:
        return bool(secret) and (room.is_key if self.kind == "desk" else room.is_screen)(secret)

    def _asked(self, path: str | None) -> Asked | None:
        """Run the notebook for each visitor: it has another room each time."""
        return None


def _folder(path: Path) -> AsyncLargeFileManager:
    return AsyncLargeFileManager(root_dir=str(path))


def page_handlers(server_url: str, live: Live, voila: dict[str, Any]) -> list[Any]:
    """Return the handlers of desk and screen.

    Args:
        server_url: Where the server's addresses begin, seen from itself.
        live: The server's rooms.
        voila: What Voila hands to the handler of its own notebook.
    """
    return [
        (
            url_path_join(server_url, kind, "([^/]{1,40})"),
            RoomPage,
            {**voila, "live": live, "kind": kind},
        )
        for kind in COOKIE
    ]
