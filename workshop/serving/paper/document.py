"""From a template and values to one HTML file that prints, or to a PDF where Chromium is."""

import shutil
import subprocess
import tempfile
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from workshop.packs import Pack
from workshop.serving.errors import ServingError

CHROMIUM = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")

WITHIN = 60  # seconds that a PDF takes at most


@cache
def _templates() -> Environment:
    here = FileSystemLoader(Path(__file__).parent)
    return Environment(
        loader=here,
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def document(template: str, pack: Pack, **values: Any) -> str:
    """Return a page, complete in itself."""
    words = {"paper": pack.paper, "notes": pack.desk.notes, "say": pack.say}
    language = pack.common.language
    return _templates().get_template(template).render(lang=language, **words, **values)


def write(html: str, file: Path) -> None:
    """Write a page as HTML or, where Chromium is, as PDF; the file's ending says which.

    Raises:
        ServingError: The file cannot be written, is of another kind, or there is no Chromium.
    """
    if file.suffix not in (".html", ".pdf"):
        raise ServingError(f"paper is an .html or a .pdf file, not {file.name!r}")
    try:
        if file.suffix == ".html":
            file.write_text(html, encoding="utf-8")
        else:
            _print(html, file)
    except OSError as problem:
        raise ServingError(f"{file} cannot be written: {problem.strerror}") from None


def _print(html: str, file: Path) -> None:
    chromium = next(filter(None, map(shutil.which, CHROMIUM)), None)
    if chromium is None:
        raise ServingError(
            "there is no Chromium here to make a PDF. Write an .html file and print that."
        )
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder, "page.html")
        page.write_text(html, encoding="utf-8")
        command = [
            chromium,
            "--headless",
            "--no-sandbox",
            "--disable-background-networking",
            f"--user-data-dir={folder}/profile",
            "--no-pdf-header-footer",
            f"--print-to-pdf={file.resolve()}",
            page.as_uri(),
        ]
        try:
            subprocess.run(command, capture_output=True, timeout=WITHIN, check=True)
        except subprocess.SubprocessError as problem:
            raise ServingError(f"Chromium made no PDF: {problem}") from None
