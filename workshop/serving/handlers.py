"""Requests that Voila would answer with a bare line, answered with a page for people."""

import re
from pathlib import Path
from typing import Any

from jupyter_server.utils import url_path_join
from tornado.web import HTTPError, StaticFileHandler
from voila.tornado.handler import TornadoVoilaHandler

import workshop

PARTS = Path(workshop.__file__).parent / "widgets/parts/static"


class NotebookHandler(TornadoVoilaHandler):
    """Serves the notebook; an address below it that is no public file is missing, not forbidden."""

    async def get(self, path: str | None = None) -> None:
        """Serve the notebook, with the cookie that lets the page say goodbye to its kernel."""
        # Reading it sets the cookie. Without one the server refuses the page's farewell, and the
        # kernel of everybody who has left stays until it is culled.
        _ = self.xsrf_token
        await super().get(path)

    def redirect_to_file(self, path: str) -> None:
        """Send the browser to a file that may be shown; there is no page for any other.

        Raises:
            HTTPError: 404, for which the template has a page.
        """
        allowed = self.voila_configuration.file_allowlist
        if not any(re.fullmatch(pattern, path, re.IGNORECASE) for pattern in allowed):
            raise HTTPError(404)
        super().redirect_to_file(path)


def with_own_pages(handlers: list[Any]) -> list[Any]:
    """Replace Voila's notebook handler by ours, in place and with the same arguments."""
    return [
        (pattern, NotebookHandler if handler is TornadoVoilaHandler else handler, *options)
        for pattern, handler, *options in handlers
    ]


def parts_handler(server_url: str) -> tuple[str, type[StaticFileHandler], dict[str, str]]:
    """The scripts of the widgets, at the address where an installation has them for plain Voila."""
    address = url_path_join(server_url, "voila/templates/workshop/static/parts/(.*)")
    return address, StaticFileHandler, {"path": str(PARTS)}
