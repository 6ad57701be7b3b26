"""The README is true: what it tells people to type, import and open is there."""

import re
from pathlib import Path

import pytest
from test_layers import FOLDERS, MAY_IMPORT

import workshop
from workshop.serving.command import command_line
from workshop.widgets.exercises.review import Review
from workshop.widgets.session import EXERCISES

HOUSE = Path(__file__).parent.parent
README = (HOUSE / "README.md").read_text(encoding="utf-8")
COMMANDS = re.findall(r"^workshop (.+?)(?: +#.*)?$", README, re.MULTILINE)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_can_be_typed(command):
    options, rest = command_line().parse_known_args(command.split())

    assert options.command
    assert [word for word in rest if word.startswith("-")] == []


def test_every_make_target_is_one():
    makefile = (HOUSE / "Makefile").read_text(encoding="utf-8")

    for target in re.findall(r"(?:^|`)make ([\w-]+)", README, re.MULTILINE):
        assert re.search(rf"^{target}:", makefile, re.MULTILINE), target


def test_the_exercises_stand_in_the_order_of_the_teaching():
    told = re.findall(r"^\| .+? \| `(\w+)\(\)`", README, re.MULTILINE)

    assert told == [kind.__name__ for kind in (*EXERCISES, Review)]
    assert set(told) <= set(workshop.__all__)


def test_the_exercises_have_the_names_that_the_pages_show():
    told = re.findall(r"^\| (.+?) \| `\w+\(\)`", README, re.MULTILINE)
    pack = workshop.load_pack()

    assert told == [getattr(pack, kind.key).title for kind in (*EXERCISES, Review)]


def test_every_file_it_points_to_is_there():
    for path in re.findall(r"\]\((?!http)([^)#]+)", README):
        assert (HOUSE / path).exists(), path


def test_every_folder_is_told():
    assert set(re.findall(r"workshop/(\w+) {2,}", README)) == set(FOLDERS)


def test_imports_point_the_way_that_it_draws():
    for line in re.findall(r"^\w.* <- .*$", README, re.MULTILINE):
        known: set[str] = set()
        for floor in line.split(" <- "):
            names = set(floor.split(", "))
            for name in names - {"serving"}:
                assert MAY_IMPORT[name] <= known, line
            known |= names
    assert MAY_IMPORT["serving"] <= set(MAY_IMPORT)
