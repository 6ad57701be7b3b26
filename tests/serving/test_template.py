"""The template's files: nothing from elsewhere, words in one place, colours that can be read."""

import re
from pathlib import Path
from runpy import run_path

import pytest

from workshop.packs.page import PagePack
from workshop.serving.app import JUPYTER_DATA

ROOT = Path(__file__).parents[2]
TEMPLATE = JUPYTER_DATA / "voila/templates/workshop"
BUNDLE = TEMPLATE / "static/front"  # others' code; the browser tests see what it asks for
FILES = [file for file in TEMPLATE.rglob("*") if file.is_file() and BUNDLE not in file.parents]
TEXT, GRAPHICS = 4.5, 3.0  # WCAG 2.2, AA
NEEDED = {
    **dict.fromkeys(["ink", "ink-soft", "accent", "warn", "good"], TEXT),
    **dict.fromkeys(["edge", "focus", "face", "social", "broadcast", "muted"], GRAPHICS),
}


def _colours(theme):
    """The tokens of a theme: those of :root, with the dark ones laid over them if it is dark."""
    css = (TEMPLATE / "static/tokens.css").read_text(encoding="utf-8")
    light, dark = css.split('[data-theme="dark"]')
    found = re.compile(r"--wk-([\w-]+): (#[0-9a-f]{6});")
    return dict(found.findall(light)) | (dict(found.findall(dark)) if theme == "dark" else {})


def _luminance(colour):
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return sum(w * c for w, c in zip([0.2126, 0.7152, 0.0722], linear, strict=True))


def _contrast(one, other):
    dark, light = sorted([_luminance(one), _luminance(other)])
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_a_file_names_no_other_machine(file: Path):
    text = file.read_text(encoding="utf-8").replace("http://www.w3.org/2000/svg", "")

    assert not re.search(r"(https?:)?//[\w-]+\.\w", text)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("name", NEEDED)
def test_a_colour_stands_out_from_what_it_is_on(theme, name):
    colours = _colours(theme)

    for ground in ["paper", "card"]:
        assert _contrast(colours[name], colours[ground]) >= NEEDED[name]


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_writing_on_the_accent_can_be_read(theme):
    colours = _colours(theme)

    assert _contrast(colours["accent"], colours["on-accent"]) >= TEXT


def test_a_dark_page_changes_every_colour():
    light, dark = _colours("light"), _colours("dark")

    assert [name for name in light if light[name] == dark[name]] == []


def test_the_words_of_the_page_are_all_defined_and_all_used():
    texts = {file.name: file.read_text(encoding="utf-8") for file in FILES}
    texts.pop("words.macro.html.j2")
    used = re.findall(r"words\.(?!macro)(\w+)", "".join(texts.values()))

    assert set(PagePack.model_fields) == set(used)


def test_the_template_s_own_words_are_those_of_the_english_pack():
    runpy = run_path(str(ROOT / "scripts/page_words.py"))

    assert runpy["TO"].read_text(encoding="utf-8") == runpy["macro"](), (
        "run: python scripts/page_words.py"
    )
