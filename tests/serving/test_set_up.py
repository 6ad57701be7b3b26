"""What a newcomer and Binder are told to run is there, and says what is missing."""

import json
import os
import re
import subprocess
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")


def _run(script, *words, path):
    return subprocess.run(
        ["/bin/sh", str(ROOT / "scripts" / script), *words],
        capture_output=True,
        text=True,
        env={"PATH": str(path)},
        timeout=60,
    )


def _tool(folder, name, *lines):
    file = folder / name
    file.write_text("\n".join(["#!/bin/sh", *lines]) + "\n", encoding="utf-8")
    file.chmod(0o755)


@pytest.fixture
def tools(tmp_path):
    """A machine with nothing but what a test puts on it."""
    folder = tmp_path / "bin"
    folder.mkdir()
    for name in ("rm", "cat", "tail", "id"):
        (folder / name).symlink_to(
            next(p for p in (f"/bin/{name}", f"/usr/bin/{name}") if os.path.exists(p))
        )
    return folder


def test_every_make_command_of_the_readme_exists():
    asked = set(re.findall(r"(?:^|`)make ([a-z]+)", README, re.MULTILINE))

    assert {"app", "test"} <= asked
    assert asked <= set(re.findall(r"^([a-z]+):", MAKEFILE, re.MULTILINE))


def test_ci_runs_the_readmes_command_and_nothing_else():
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    commands = [line for line in script.splitlines() if line and not line.startswith("#")]

    assert commands == ["set -euo pipefail", 'cd "$(dirname "$0")/.."', "exec make test"]


def test_an_old_python_is_named(tools):
    _tool(tools, "python3", 'case "$1" in --version) echo "Python 3.9.2";; *) exit 1;; esac')
    run = _run("make-venv", "venv", path=tools)

    assert run.returncode == 1
    assert "Python 3.11 or later is needed; found: Python 3.9.2" in run.stderr


def test_no_python_is_named(tools):
    assert "found: none" in _run("make-venv", "venv", path=tools).stderr


def test_a_python_without_venv_names_the_debian_package(tools):
    _tool(tools, "python3", 'case "$1" in --version) echo "Python 3.12.1";; -m) exit 1;; esac')
    run = _run("make-venv", "venv", path=tools)

    assert run.returncode == 1
    assert "apt install python3-venv" in run.stderr


def test_a_failed_installation_shows_pips_last_words(tools, tmp_path):
    venv = tmp_path / "venv"
    (venv / "bin").mkdir(parents=True)
    _tool(venv / "bin", "python", "echo 'no such package: voila' >&2", "exit 1")
    run = _run("install", str(venv), ".", path=tools)

    assert run.returncode == 1
    assert "no such package: voila" in run.stderr
    assert "The installation failed" in run.stderr


def test_without_a_browser_or_debian_the_tests_say_what_to_install(tools):
    run = _run("install-chromium", path=tools)

    assert run.returncode == 1
    assert "Install one" in run.stderr


def test_binder_stops_where_its_build_fails():
    post_build = ROOT / "binder" / "postBuild"

    assert os.access(post_build, os.X_OK)
    assert post_build.read_text(encoding="utf-8").startswith("#!/bin/bash\n")
    assert "\nset -e\n" in post_build.read_text(encoding="utf-8")


def test_the_badge_leads_to_a_notebook_that_exists():
    address = re.search(r"urlpath=voila%2Frender%2F(\S+?)\)", README)[1]

    assert (ROOT / address.replace("%2F", "/")).exists()


def test_binder_loads_only_the_extensions_that_the_page_needs():
    config = json.loads((ROOT / "voila.json").read_text(encoding="utf-8"))

    assert "anywidget" in config["VoilaConfiguration"]["extension_allowlist"]


def test_the_wheel_carries_the_notebooks_the_template_and_the_scripts():
    build = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["hatch"]
    wheel = build["build"]["targets"]["wheel"]

    assert wheel["force-include"] == {"notebooks": "workshop/notebooks"}
    assert all((ROOT / source).exists() for source in wheel["shared-data"])
