"""The commands of a fresh checkout, as far as they can be tried without installing anything."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

pytestmark = pytest.mark.skipif(not shutil.which("make"), reason="make is not installed")


def _make(*words):
    return subprocess.run(["make", "-C", ROOT, *words], capture_output=True, text=True)


def _sh(script, *words, path):
    """Run one of our scripts where only these commands and the most basic ones exist."""
    for command in ["sh", "cat", "rm", "tail"]:
        (path / command).symlink_to(shutil.which(command))
    return subprocess.run(
        [shutil.which("sh"), ROOT / "scripts" / script, *words],
        capture_output=True,
        text=True,
        env=os.environ | {"PATH": str(path)},
    )


def _command(path, name, body):
    (path / name).write_text(f"#!{shutil.which('sh')}\n{body}\n")
    (path / name).chmod(0o755)


def test_make_alone_lists_what_there_is():
    listed = _make().stdout

    assert all(f"make {name}" in listed for name in ["app", "test", "check", "bench"])


def test_make_app_serves_on_the_port_asked_for():
    assert "workshop serve --port 8900" in _make("-n", "app", "PORT=8900").stdout
    assert "workshop serve --port 8866" in _make("-n", "app").stdout


def test_the_landing_check_is_make_test_and_nothing_hidden():
    lines = (ROOT / ".ci/run").read_text().splitlines()

    assert os.access(ROOT / ".ci/run", os.X_OK)
    assert lines[-1].endswith("make test")
    assert any(line.startswith("set -e") for line in lines)


def test_a_python_that_is_too_old_is_told(tmp_path):
    _command(tmp_path, "python3", '[ "$1" = --version ] && echo Python 3.9.2 || exit 1')
    run = _sh("make-venv", str(tmp_path / "venv"), path=tmp_path)

    assert run.returncode != 0
    assert "Python 3.11 or later is needed; found: Python 3.9.2" in run.stderr


def test_no_python_at_all_is_told(tmp_path):
    assert "found: none" in _sh("make-venv", str(tmp_path / "venv"), path=tmp_path).stderr


def test_a_python_without_venv_is_told_what_to_install(tmp_path):
    _command(tmp_path, "python3", '[ "$2" = venv ] && { echo no ensurepip; exit 1; } || exit 0')
    run = _sh("make-venv", str(tmp_path / "venv"), path=tmp_path)

    assert run.returncode != 0
    assert "no ensurepip" in run.stderr
    assert "apt install python3-venv" in run.stderr


def test_an_install_that_fails_shows_pips_last_words(tmp_path):
    (tmp_path / "bin").mkdir()
    _command(tmp_path, "bin/python", "echo no matching distribution; exit 1")
    run = _sh("install", str(tmp_path), ".", path=tmp_path)

    assert run.returncode != 0
    assert "no matching distribution" in run.stderr
    assert "The installation failed" in run.stderr


def test_a_machine_without_apt_is_asked_for_a_browser(tmp_path):
    run = _sh("install-chromium", path=tmp_path)

    assert run.returncode != 0
    assert "Install one, then run make test again" in run.stderr


def test_a_machine_without_apt_is_asked_for_a_database_server(tmp_path):
    if list(Path("/usr/lib/postgresql").glob("*/bin/initdb")):
        run = _sh("install-postgresql", path=tmp_path)

        assert run.returncode == 0, "what is there is not installed again"
    else:
        run = _sh("install-postgresql", path=tmp_path)

        assert "Install it, then run make test again" in run.stderr


def test_binders_build_step_stops_at_its_first_error():
    step = ROOT / "binder/postBuild"
    shebang, *lines = step.read_text().splitlines()

    assert os.access(step, os.X_OK)
    assert shebang.startswith("#!")
    assert "set -e" in lines


def test_binder_gets_a_python_that_we_support():
    version = (ROOT / "binder/runtime.txt").read_text().strip().removeprefix("python-")

    assert tuple(map(int, version.split("."))) >= (3, 11)
