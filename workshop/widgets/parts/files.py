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
GROUND = "ground.css"
SCRIPTS, SHEETS = "all.js", "all.css"
"""All scripts, and all sheets, as one file each: one request, where twenty wait for one another."""

APART = ("shim.js", "vega.js")
"""What is not joined: it travels with the widgets, or is large and not for every page."""

EXPORT = re.compile(r"^export (default )?((?:async )?function|const) (\w+)", re.MULTILINE)


@cache
def listing() -> Mapping[str, Path]:
    """Return every file a page may ask for, by its bare name: no name leads out of the folder."""
    found = {
        path.name: path
        for path in STATIC.rglob("*")
        if path.suffix in TYPES and path.name not in (SCRIPTS, SHEETS)  # made by an installation
    }
    return MappingProxyType(dict(sorted(found.items(), key=_place)))


def _place(item: tuple[str, Path]) -> tuple[bool, bool, str]:
    """Put the ground first, then parts, then exercises: what is built on others overrules them."""
    name, path = item
    return path.parent != STATIC, name != GROUND, name


@cache
def version() -> str:
    """Return what changes when any file does, so that browsers may keep files for ever."""
    digest = hashlib.sha256()
    for name, path in listing().items():
        digest.update(name.encode() + path.read_bytes())
    return digest.hexdigest()[:12]


@cache
def sheets() -> str:
    """Return all sheets as one, in their order."""
    return "\n".join(_texts(".css").values())


@cache
def scripts() -> str:
    """Return all scripts as one module.

    Its only export is an object with each script's exports by the script's name.
    """
    members = [f"{json.dumps(name)}: {_closed(text)}" for name, text in _texts(".js").items()]
    return "export default {\n" + ",\n".join(members) + "\n};\n"


def _texts(suffix: str) -> dict[str, str]:
    return {
        name: path.read_text(encoding="utf-8")
        for name, path in listing().items()
        if path.suffix == suffix and name not in APART
    }


def _closed(script: str) -> str:
    """Make a module a function's body, so that its names stay its own."""
    exports = {("default" if own else name): name for own, _, name in EXPORT.findall(script)}
    given = ", ".join(f"{outside}: {inside}" for outside, inside in exports.items())
    return "(() => {\n" + EXPORT.sub(r"\2 \3", script) + "\nreturn { " + given + " };\n})()"


JOINED = {SCRIPTS: scripts, SHEETS: sheets}


def content(name: str) -> bytes | None:
    """Return what a page may ask for by this name, or None if there is no such file."""
    if name in JOINED:
        return JOINED[name]().encode()
    return listing()[name].read_bytes() if name in listing() else None


@cache
def shim() -> str:
    """Return the script every part carries: small, since it travels once for each part."""
    lines = (STATIC / "shim.js").read_text(encoding="utf-8").splitlines()
    code = " ".join(line.strip() for line in lines if not line.lstrip().startswith("//"))
    # None of the shim's own strings holds a space beside one of these.
    dense = re.sub(r"\s*([=(){},;:?+&>])\s*", r"\1", code).replace(";}", "}")
    return dense.replace("VERSION", version())
