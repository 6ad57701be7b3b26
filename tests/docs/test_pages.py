"""The documentation is true: what it tells people to type and write can be typed and written."""

import re
import subprocess
import sys
import tomllib
from pathlib import Path
from runpy import run_path

import pytest

from workshop.packs import load_pack
from workshop.serving.command import command_line

HOUSE = Path(__file__).parents[2]
PAGES = [HOUSE / "CONTRIBUTING.md", *sorted((HOUSE / "docs").rglob("*.md"))]
TEXTS = {page: page.read_text(encoding="utf-8") for page in PAGES}
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```", re.MULTILINE | re.DOTALL)


def _blocks(language):
    return [
        pytest.param(text, id=f"{page.stem}-{number}")
        for page, whole in TEXTS.items()
        for number, (kind, text) in enumerate(BLOCK.findall(whole))
        if kind == language
    ]


COMMANDS = sorted(
    {
        command
        for whole in TEXTS.values()
        for kind, text in BLOCK.findall(whole)
        if kind == "sh"
        for command in re.findall(r"^(?:\.venv/bin/)?workshop (.+)$", text, re.MULTILINE)
    }
)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_can_be_typed(command):
    options, rest = command_line().parse_known_args(command.split())

    assert options.command
    assert [word for word in rest if word.startswith("-")] == []


def test_every_make_target_is_one():
    makefile = (HOUSE / "Makefile").read_text(encoding="utf-8")

    for whole in TEXTS.values():
        for target in re.findall(r"(?:^|`)make ([\w-]+)", whole, re.MULTILINE):
            assert re.search(rf"^{target}:", makefile, re.MULTILINE), target


@pytest.mark.parametrize(
    "text", [block for block in _blocks("toml") if "reading.rule" not in block.values[0]]
)
def test_every_pack_that_is_shown_can_be_used(text, tmp_path):
    tomllib.loads(text)
    (tmp_path / "logo.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>")
    file = tmp_path / "my-pack.toml"
    file.write_text(text, encoding="utf-8")

    assert load_pack(overlay=file)


@pytest.mark.parametrize("text", _blocks("python"))
def test_every_piece_of_python_runs(text):
    if "--8<--" in text or "last_ten" in text or "from workshop" not in text:
        pytest.skip("shown whole, and run in test_own_exercise.py")

    exec(compile(text, "documentation", "exec"), {})


@pytest.mark.parametrize(("script", "make"), [("architecture.py", "draw"), ("evidence.py", "page")])
def test_what_is_written_by_a_command_is_up_to_date(script, make):
    names = run_path(str(HOUSE / "docs" / script))

    assert names["TO"].read_text(encoding="utf-8") == names[make](), f"run: python docs/{script}"


def test_the_picture_shows_no_import_that_points_up():
    names = run_path(str(HOUSE / "docs/architecture.py"))
    known, height = names["imports"](), names["floors"](names["imports"]())

    assert all(height[low] < height[name] for name, below in known.items() for low in below)


def test_the_site_is_built_without_a_broken_link(tmp_path):
    pytest.importorskip("mkdocs", reason="pip install '.[docs]'")
    run = subprocess.run(
        [
            sys.executable,
            "-m",
            "mkdocs",
            "build",
            "--quiet",
            "--strict",
            "--site-dir",
            str(tmp_path),
        ],
        cwd=HOUSE,
        capture_output=True,
        text=True,
    )

    assert run.returncode == 0, run.stdout + run.stderr
    assert not _foreign(tmp_path / "index.html")


def _foreign(page):
    """What a page would fetch from elsewhere."""
    return re.findall(
        r'(?:src|<link[^>]*href)="(https?://[^"]+)"', page.read_text(encoding="utf-8")
    )
