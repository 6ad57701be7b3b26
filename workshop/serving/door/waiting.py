"""The waiting line, as people see it: a page without a kernel that asks now and then."""

from functools import lru_cache, partial
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader
from jupyter_server.utils import url_path_join
from tornado.web import RequestHandler
from voila.utils import include_url

from workshop.serving.door.places import Door
from workshop.serving.door.visitor import token
from workshop.serving.speech import Speech

DOOR = "workshop_door"
"""Where the application's settings keep the door."""

LINE = "workshop_line"
"""Where they keep the page."""

TEMPLATE = Path(__file__).parent.parent / "jupyter/voila/templates/workshop"

SOONEST, LATEST = 2.0, 10.0
"""Seconds until a page asks again: soon where it is next, later the more people are ahead."""

A_PERSON = 0.1


def place(door: Door, who: str) -> dict[str, Any]:
    """What a waiting page has to know.

    Returns:
        `ahead`: people before them; `again`: seconds until it should ask again; `stuck`: whether
        it is not others they wait for, but a machine that has no more to give.
    """
    ahead = door.ahead(who)
    again = min(LATEST, max(SOONEST, ahead * A_PERSON))
    return {"come": False, "ahead": ahead, "again": again, "stuck": door.stuck}


class WaitingPage:
    """The page of the line. Opens no file once it is made: there may be none left to open.

    Args:
        door: Whose line it is.
        base_url: Where the server's pages are.
        server_url: Where its addresses are, seen from itself.
        theme: `light`, `dark` or whatever else for what each device prefers.
        speech: What is spoken here.
    """

    def __init__(
        self, door: Door, base_url: str, server_url: str, theme: str, speech: Speech
    ) -> None:
        self._door, self._speech = door, speech
        loader = FileSystemLoader(TEMPLATE)
        self._template = Environment(loader=loader, autoescape=True, auto_reload=False)
        self._known = {
            "base_url": base_url,
            "door": url_path_join(server_url, "door"),
            "include_url": lru_cache(partial(include_url, "workshop", base_url)),
            "theme": theme,
        }
        for language in speech.known:
            self.html("", language)

    def html(self, who: str, language: str) -> str:
        """The page for one person."""
        page = self._template.get_template("waiting.html")
        told = self._speech.page(language)
        return page.render(**self._known, **place(self._door, who), spoken=told)


class DoorHandler(RequestHandler):
    """Answers a waiting page: come in, or so many are ahead of you."""

    def get(self) -> None:
        """Knock once more."""
        door: Door = self.settings[DOOR]
        who = token(self)
        self.set_header("Cache-Control", "no-store")
        self.write({"come": True} if door.knock(who) else place(door, who))
