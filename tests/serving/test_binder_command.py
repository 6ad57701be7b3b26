"""Links that Binder launches: they lead to a notebook, and lose nothing on the way."""

import re
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import pytest

from workshop.serving.command import main
from workshop.serving.commands.binder import launch_link
from workshop.serving.notebooks import shipped_notebooks

HOUSE = Path(__file__).parents[2]
ROOM = "https://rooms.example.org/workshop/?of=Zoë&x=1"


def _opened_by_the_launcher(link):
    """What the launcher opens below a participant's server: it decodes `urlpath` once."""
    return urlsplit(unquote(re.search(r"[?&]urlpath=([^&]*)", link)[1]))


def test_what_a_page_is_to_know_arrives_whole():
    link = launch_link("us/talks", "session", "main", room=ROOM, at="post", lang="es")

    opened = _opened_by_the_launcher(link)

    assert opened.path == "voila/render/notebooks/session.ipynb"
    assert parse_qs(opened.query) == {"room": [ROOM], "at": ["post"], "lang": ["es"]}


def test_a_branch_with_a_slash_is_one_part_of_the_address():
    assert "/us/talks/spring%2F2026?" in launch_link("us/talks", "session", "spring/2026")


@pytest.mark.parametrize("name", shipped_notebooks())
def test_every_notebook_has_a_link_and_a_file(name):
    opened = _opened_by_the_launcher(launch_link("us/talks", name, "main"))

    assert (HOUSE / opened.path.removeprefix("voila/render/")).is_file()
    assert opened.query == ""


def test_the_badge_of_the_readme_is_such_a_link():
    readme = (HOUSE / "README.md").read_text(encoding="utf-8")
    badge = re.search(r"\]\((https://mybinder\.org/v2/[^)]+)\)", readme)[1]

    assert badge == launch_link("ORG/REPO", "session", "main")


def test_the_command_prints_the_link(capsys):
    assert main(["binder", "us/talks", "time_budget", "--lang", "de"]) == 0

    link = launch_link("us/talks", "time_budget", "main", lang="de")
    assert capsys.readouterr().out == link + "\n"


@pytest.mark.parametrize("words", [["talks"], ["us/talks/more"], ["us/talks", "nothing"]])
def test_what_leads_nowhere_is_refused(words, capsys):
    assert main(["binder", *words]) == 2

    assert words[-1] in capsys.readouterr().err
