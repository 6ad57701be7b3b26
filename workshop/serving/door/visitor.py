"""By what the door knows people: a random word that their browser keeps, and nothing else."""

import re
import secrets
from typing import Any

COOKIE = "workshop_place"
TOKEN = re.compile(r"[0-9a-f]{32}")


def token(handler: Any) -> str:
    """The token of whoever asks; a new one is sent along with the answer."""
    kept = handler.get_cookie(COOKIE, "")
    if TOKEN.fullmatch(kept):
        return str(kept)
    new = secrets.token_hex(16)
    handler.set_cookie(
        COOKIE, new, path=handler.settings["base_url"], httponly=True, samesite="Lax"
    )
    return new
