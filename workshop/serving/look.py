"""A trainer's logo and colours on the pages: a file that browsers keep, and a little style."""

import hashlib
from collections.abc import Mapping
from pathlib import Path

from markupsafe import Markup
from tornado.web import HTTPError, RequestHandler

from workshop.packs import load_pack
from workshop.packs.look import KINDS, LookPack, Name

LOGO_ADDRESS = "logo"

A_YEAR = 365 * 24 * 3600


def logo_version(look: LookPack) -> str:
    """Return what the logo's address ends in: another one for another logo."""
    return hashlib.sha256(Path(look.logo).read_bytes()).hexdigest()[:16]


def style(look: LookPack) -> Markup:
    """Return the colours as a page's style sheet; a pack holds nothing but checked colours."""
    light = _rule(':root:not([data-theme="dark"])', look.colours, look.on_accent("light"))
    dark = _rule('[data-theme="dark"]', look.dark, look.on_accent("dark"))
    return Markup(light + dark)


def _rule(where: str, colours: Mapping[Name, str], on_accent: str) -> str:
    told = "".join(f"--wk-{name}:{colour};" for name, colour in colours.items())
    told += f"--wk-on-accent:{on_accent};" if on_accent else ""
    return f"@media screen{{{where}{{{told}}}}}" if told else ""


class LogoHandler(RequestHandler):
    """The trainer's logo. An SVG may hold scripts, so a browser is told to run none."""

    def get(self) -> None:
        """Send the logo."""
        logo = load_pack().look.logo
        if not logo:
            raise HTTPError(404)
        file = Path(logo)
        self.set_header("Content-Type", KINDS[file.suffix.lower()])
        self.set_header("Cache-Control", f"public, max-age={A_YEAR}, immutable")
        self.set_header(
            "Content-Security-Policy", "sandbox; default-src 'none'; style-src 'unsafe-inline'"
        )
        self.set_header("X-Content-Type-Options", "nosniff")
        self.finish(file.read_bytes())
