"""Requests that Voila would answer with a bare line, answered with a page for people."""

import logging
import re
from pathlib import Path, PurePosixPath
from typing import Any

from jupyter_core.utils import ensure_async
from jupyter_server.base.handlers import JupyterHandler
from jupyter_server.utils import url_path_join
from tornado.web import HTTPError, authenticated
from voila.tornado.handler import TornadoVoilaHandler
from voila.tornado.kernel_websocket_handler import VoilaKernelWebsocketHandler

import workshop
from workshop.packs.languages import LANGUAGE_VARIABLE
from workshop.serving.door.kernels import carried, visitor
from workshop.serving.door.visitor import token
from workshop.serving.door.waiting import DOOR, LINE, DoorHandler
from workshop.serving.look import LOGO_ADDRESS, LogoHandler
from workshop.serving.pages.page import Page
from workshop.serving.pages.shelf import Asked
from workshop.serving.pages.visit import environment
from workshop.serving.quiet import NO_ROOM
from workshop.serving.speech import Spoken, speaks
from workshop.serving.static import REPLACED, PartsFiles
from workshop.serving.watch.handlers import METRICS, HealthHandler, MetricsHandler

log = logging.getLogger("workshop")

SHELF = "workshop_shelf"
"""Where the application's settings keep the pages; nothing where kernels are not forked."""

PARTS = Path(workshop.__file__).parent / "widgets/parts/static"


class NotebookHandler(Spoken, TornadoVoilaHandler):
    """Serves the notebook; an address below it that is no public file is missing, not forbidden."""

    @authenticated
    async def get(self, path: str | None = None) -> None:
        """Serve the notebook to whom there is room for, and a place in line to all others."""
        # Reading it sets the cookie. Without one the server refuses the page's farewell, and the
        # kernel of everybody who has left stays until it is culled.
        _ = self.xsrf_token
        language = self.speak()
        if self.notebook_path and path:
            await ensure_async(super().get(path))  # a file, or nothing: neither takes a kernel
            return
        carried.set({**(carried.get() or {}), LANGUAGE_VARIABLE: language})
        who, door = token(self), self.settings[DOOR]
        if door.knock(who):
            await self._let_in(who, path)
        else:
            self.settings[METRICS].opened("line")
            self._send_place(who)

    async def _let_in(self, who: str, path: str | None) -> None:
        door, metrics = self.settings[DOOR], self.settings[METRICS]
        visitor.set(who)
        door.begin(who)
        try:
            await self._open(path)
            metrics.opened("kernel")
        except NO_ROOM as problem:
            if self._headers_written:
                raise
            log.warning("No kernel could be started, so a visitor waits: %s", problem)
            metrics.opened("failed")
            door.turn_back(who)
            self._send_place(who)
        finally:
            door.end(who)

    async def _open(self, path: str | None) -> None:
        asked = self._asked(path)
        page = asked and await self.settings[SHELF].page(asked)
        if asked and page:
            self._send(page, await self._kernel(page, asked))
        else:
            await ensure_async(super().get(path))

    def _send_place(self, who: str) -> None:
        self.set_status(202)  # heard, and not yet done
        self.set_header("Content-Type", "text/html; charset=UTF-8")
        self.set_header("Cache-Control", "no-store")
        self.write(self.settings[LINE].html(who, self.language))

    def _asked(self, path: str | None) -> Asked | None:
        """What page is asked for, or None if it cannot be the same for everybody."""
        notebook: str = self.notebook_path or path or ""
        own_only = (self.notebook_path and path) or self.prelaunch_hook
        if not self.settings[SHELF] or own_only or not notebook.endswith(".ipynb"):
            return None
        file = Path(self.contents_manager.root_dir, notebook).resolve()
        if not file.is_file():
            return None
        changed = file.stat().st_mtime_ns
        template, theme = (self.get_argument(name, None) for name in ("template", "theme"))
        return Asked(notebook, file, template, theme, changed, self.language)

    async def _kernel(self, page: Page, asked: Asked) -> str:
        kernel_id: str = await ensure_async(
            self.kernel_manager.start_kernel(
                kernel_name=page.kernel_name,
                path=str(PurePosixPath(asked.path).parent),
                env=environment(self.request, self.base_url, self.settings["server_url"]),
                ahead=page.ahead,
            )
        )
        return kernel_id

    def _send(self, page: Page, kernel_id: str) -> None:
        self.set_header("Content-Type", "text/html; charset=UTF-8")
        self.set_header("Cache-Control", "no-store")
        if "gzip" in self.request.headers.get("Accept-Encoding", ""):
            self.set_header("Content-Encoding", "gzip")
            self.write(page.gzipped(kernel_id))
        else:
            self.write(page.plain(kernel_id))

    def redirect_to_file(self, path: str) -> None:
        """Send the browser to a file that may be shown; there is no page for any other.

        Raises:
            HTTPError: 404, for which the template has a page.
        """
        allowed = self.voila_configuration.file_allowlist
        if not any(re.fullmatch(pattern, path, re.IGNORECASE) for pattern in allowed):
            raise HTTPError(404)
        super().redirect_to_file(path)


class ChannelsHandler(VoilaKernelWebsocketHandler):
    """The line between a page and its kernel."""

    async def open(self, kernel_id: str) -> None:
        """Send every message at once: held back until the last is confirmed, pictures stutter."""
        self.set_nodelay(True)
        await super().open(kernel_id)


def with_own_pages(handlers: list[Any]) -> list[Any]:
    """Replace Voila's handlers by ours, in place and with the same arguments."""
    ours = {
        **REPLACED,
        TornadoVoilaHandler: NotebookHandler,
        VoilaKernelWebsocketHandler: ChannelsHandler,
    }
    return [
        (pattern, ours.get(handler) or _speaking(handler), *rest)
        for pattern, handler, *rest in handlers
    ]


def _speaking(handler: Any) -> Any:
    """Jupyter's pages, such as the one for an address that leads nowhere, know our words."""
    is_page = isinstance(handler, type) and issubclass(handler, JupyterHandler)
    return speaks(handler) if is_page else handler


def own_handlers(server_url: str) -> list[tuple[Any, ...]]:
    """What is answered without a notebook."""
    own = {"door": DoorHandler, "healthz": HealthHandler, "metrics": MetricsHandler}
    return [
        _parts_handler(server_url),
        (url_path_join(server_url, LOGO_ADDRESS, "[0-9a-f]+"), LogoHandler),
        *((url_path_join(server_url, name), handler) for name, handler in own.items()),
    ]


def _parts_handler(server_url: str) -> tuple[str, type[PartsFiles], dict[str, str]]:
    """The scripts of the widgets, at the address where an installation has them for plain Voila."""
    address = url_path_join(server_url, "voila/templates/workshop/static/parts/(.*)")
    return address, PartsFiles, {"path": str(PARTS)}
