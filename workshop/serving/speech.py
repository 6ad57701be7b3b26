"""Which language a visitor is answered in, and what a page needs of it.

An address may ask (`?lang=es`), which the browser then remembers for this server; otherwise the
trainer's choice counts, then what the browser prefers.
"""

import os
from contextvars import ContextVar
from functools import cache
from typing import Any

from babel.core import Locale
from jupyter_server.utils import url_path_join
from markupsafe import escape
from tornado.web import RequestHandler

from workshop.packs import Pack, load_pack
from workshop.packs.languages import DEFAULT, LANGUAGE_VARIABLE, chosen
from workshop.packs.loading import spoken
from workshop.packs.look import LookPack
from workshop.serving.look import LOGO_ADDRESS, logo_version, style

SPEECH = "workshop_speech"
"""Where the application's settings keep what is spoken here."""

COOKIE, ASKED = "workshop_lang", "lang"

speaking: ContextVar[str] = ContextVar("speaking", default="")
"""The language that the present request is answered in."""


class Speech:
    """The languages of one server, each with its pack, read once.

    Args:
        base_url: Where the server's pages are.
    """

    def __init__(self, base_url: str = "/") -> None:
        self.base_url = base_url
        self.known = spoken()
        self.pack = cache(self._pack)
        self.page = cache(self._page)
        first = os.environ.get(LANGUAGE_VARIABLE, "")
        self._fixed = first if first in self.known else ""
        self.usual = self._fixed or chosen(self.known)

    def choose(self, asked: str, kept: str, preferred: str) -> str:
        """Return the language for a visitor.

        Args:
            asked: What the address says.
            kept: What an earlier address said.
            preferred: The browser's `Accept-Language`.
        """
        known = asked if asked in self.known else kept
        return chosen(self.known, known or self._fixed, preferred, DEFAULT)

    def _pack(self, language: str) -> Pack:
        return load_pack(language)

    def _page(self, language: str) -> dict[str, Any]:
        """Return what the template is told of a language."""
        pack = self.pack(language)
        return {
            "lang": pack.common.locale.replace("_", "-"),
            "dir": pack.common.direction,
            "words": _escaped(pack.page.model_dump()),
            "look": self._look(pack.look),
            "others": [(other, _own_name(other)) for other in self.known if other != language],
        }

    def _look(self, look: LookPack) -> dict[str, Any]:
        """Return a trainer's own logo and colours for the head of a page."""
        logo = url_path_join(self.base_url, LOGO_ADDRESS, logo_version(look)) if look.logo else ""
        return {"logo": logo, "name": escape(look.logo_name), "style": style(look)}


class Spoken(RequestHandler):
    """A handler that answers in its visitor's language."""

    @property
    def speech(self) -> Speech:
        """What is spoken here."""
        speech: Speech = self.settings[SPEECH]
        return speech

    @property
    def language(self) -> str:
        """The language of this visitor."""
        return self.speech.choose(
            self.get_query_argument(ASKED, ""),
            self.get_cookie(COOKIE, "") or "",
            self.request.headers.get("Accept-Language", ""),
        )

    def speak(self) -> str:
        """Settle on the visitor's language, and remember it if they asked for it."""
        language = self.language
        speaking.set(language)
        if self.get_query_argument(ASKED, "") == language:
            self.set_cookie(COOKIE, language, path=self.speech.base_url, samesite="Lax")
        return language

    @property
    def template_namespace(self) -> dict[str, Any]:
        """What Jupyter's own pages know, and what is spoken."""
        known: dict[str, Any] = super().template_namespace  # type: ignore[misc]
        return {**known, "spoken": self.speech.page(self.language)}


def speaks(handler: type[Any]) -> type[Any]:
    """Let somebody else's handler answer in its visitor's language."""
    return type(handler.__name__, (Spoken, handler), {})


def _escaped(words: Any) -> Any:
    """Make words safe for any template: a trainer may write quotes into them."""
    if isinstance(words, dict):
        return {key: _escaped(value) for key, value in words.items()}
    return escape(words)


def _own_name(language: str) -> str:
    name = str(Locale.parse(language).get_display_name(language) or language)
    return name[:1].upper() + name[1:]
