"""The scripts and the stylesheet that parts bring to a page, and the shim that fetches them."""

import hashlib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

STATIC = Path(__file__).parent / "static"
SERVED = {".js", ".css"}


@cache
def listing() -> Mapping[str, Path]:
    """Return every file a page may ask for, by its bare name: no name leads out of the folder."""
    found = {path.name: path for path in STATIC.iterdir() if path.suffix in SERVED}
    return MappingProxyType(dict(sorted(found.items())))


@cache
def version() -> str:
    """Return what changes when any file does, so that browsers may keep files for ever."""
    digest = hashlib.sha256()
    for name, path in listing().items():
        digest.update(name.encode() + path.read_bytes())
    return digest.hexdigest()[:12]


@cache
def shim() -> str:
    """Return the script every part carries: small, since it travels once for each part."""
    lines = (line.strip() for line in (STATIC / "shim.js").read_text(encoding="utf-8").splitlines())
    code = "\n".join(line for line in lines if line and not line.startswith("//"))
    return code.replace("VERSION", version(), 1)
