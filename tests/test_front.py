"""The front end that is committed is the one that its source makes."""

import filecmp
import re
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SOURCE = ROOT / "frontend"
TEMPLATE = ROOT / "workshop/serving/jupyter/voila/templates/workshop"
BUNDLE = TEMPLATE / "static/front"


@pytest.mark.skipif(
    not shutil.which("node"),
    reason="needs Node, and then `make front`: only who changes frontend/ does",
)
@pytest.mark.skipif(
    not (SOURCE / "node_modules").exists(),
    reason="needs what builds the front end: run `make front` (Node, npm)",
)
def test_the_committed_bundle_is_what_the_source_makes(tmp_path):
    front, told = tmp_path / "front", tmp_path / "front.macro.html.j2"
    subprocess.run(["node", "build.js", str(front), str(told)], cwd=SOURCE, check=True)

    names = sorted(file.name for file in front.iterdir())
    assert names == sorted(file.name for file in BUNDLE.iterdir())
    assert filecmp.cmpfiles(front, BUNDLE, names, shallow=False)[0] == names
    assert told.read_text() == (TEMPLATE / "front.macro.html.j2").read_text()


def test_every_file_that_the_page_is_told_to_load_is_there():
    told = re.findall(r'"([^"?]+)\?v=', (TEMPLATE / "front.macro.html.j2").read_text())

    assert told
    assert {name for name in told if (BUNDLE / name).is_file()} == set(told)


def test_the_lock_file_names_no_registry():
    assert "resolved" not in (SOURCE / "package-lock.json").read_text()


def test_every_bundled_package_brings_its_licence():
    licences = (BUNDLE / "LICENSES.txt").read_text()

    for package in ["@jupyter-widgets/base", "backbone", "@lumino/widgets", "nouislider"]:
        assert re.search(rf"^{re.escape(package)} \d", licences, re.MULTILINE), package
