"""The scripts and the stylesheet that parts bring to a page, and the shim that fetches them."""

import hashlib
import json
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

STATIC = Path(__file__).parent / "static"
TYPES = {".js": "text/javascript", ".css": "text/css"}
OWN = "parts.css"


@cache
def listing() -> Mapping[str, Path]:
    """Return every file a page may ask for, by its bare name: no name leads out of the folder."""
    found = {path.name: path for path in STATIC.iterdir() if path.suffix in TYPES}
    # The parts' own sheet first, so that those built on it may say otherwise.
    return MappingProxyType(dict(sorted(found.items(), key=lambda item: (item[0] != OWN, item[0]))))


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
    lines = (STATIC / "shim.js").read_text(encoding="utf-8").splitlines()
    code = " ".join(line.strip() for line in lines if not line.lstrip().startswith("//"))
    sheets = json.dumps(
        [name for name in listing() if name.endswith(".css")], separators=(",", ":")
    )
    # None of the shim's own strings holds a space beside one of these.
    dense = re.sub(r"\s*([=(){},;:?+&>])\s*", r"\1", code).replace(";}", "}")
    return dense.replace("VERSION", version()).replace("SHEETS", sheets)
