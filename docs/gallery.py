"""Takes every exercise in every look at every width, and sets them on one page to go through.

    python docs/gallery.py [folder]

Looks are light, dark and the few colours of a system set to high contrast. The pictures are many
and heavy, so only the command is kept.
"""

import sys
from pathlib import Path
from typing import Any

from pictures import KEYS, launch, open_exercise, served, take
from playwright.sync_api import Browser, sync_playwright
from scenes import answers

HERE = Path(__file__).parent
WIDTHS = {390: 844, 768: 1024, 1280: 800, 1920: 1080}
LOOKS: dict[str, dict[str, Any]] = {
    "light": {"color_scheme": "light"},
    "dark": {"color_scheme": "dark"},
    "contrast": {"color_scheme": "dark", "forced_colors": "active", "contrast": "more"},
}
PAGE = """<!doctype html>
<meta charset="utf-8">
<title>Gallery</title>
<style>
body {{ margin: 1rem; font: 1rem system-ui, sans-serif; background: #777; }}
div {{ display: flex; gap: 1rem; align-items: start; overflow-x: auto; }}
img {{ width: 22rem; }}
</style>
{sections}
"""


def _take_all(browser: Browser, address: str, folder: Path) -> None:
    kept = answers()
    for look, options in LOOKS.items():
        for width, height in WIDTHS.items():
            view: Any = {"viewport": {"width": width, "height": height}, **options}
            with browser.new_context(reduced_motion="reduce", **view) as context:
                page = context.new_page()
                for key in KEYS:
                    open_exercise(page, address, key, kept.get(key))
                    take(page, folder / _name(key, look, width), whole=True)


def _name(key: str, look: str, width: int) -> str:
    return f"{key}-{look}-{width}.png"


def _sections() -> str:
    return "\n".join(
        f"<h2>{key}, {look}</h2><div>"
        + "".join(f'<img src="{_name(key, look, width)}" alt="{width} px">' for width in WIDTHS)
        + "</div>"
        for key in KEYS
        for look in LOOKS
    )


def main() -> None:
    """Take all pictures, and make the page."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else HERE / "gallery"
    folder.mkdir(parents=True, exist_ok=True)
    with served() as address, sync_playwright() as playwright:
        browser = launch(playwright)
        _take_all(browser, address, folder)
        browser.close()
    (folder / "index.html").write_text(PAGE.format(sections=_sections()))
    print(f"{len(list(folder.glob('*.png')))} pictures; look at {folder / 'index.html'}")


if __name__ == "__main__":
    main()
