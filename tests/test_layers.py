"""The house has floors: what a folder may import, and what it must do without."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "workshop"

MAY_IMPORT = {
    "models": set(),
    "reading": set(),
    "room": set(),
    "sheets": set(),
    "packs": {"models", "reading", "sheets"},
    "charts": {"models", "reading", "packs"},
    "takehome": {"models", "packs"},
    "widgets": {"models", "reading", "sheets", "packs", "charts", "takehome"},
    "serving": {"models", "reading", "packs", "charts", "takehome", "widgets", "room"},
}
FOLDERS = sorted(path.name for path in PACKAGE.iterdir() if (path / "__init__.py").exists())
# What a participant's page runs, one day perhaps in the browser alone (which has an event loop).
PARTICIPANT = ["models", "reading", "sheets", "packs", "charts", "takehome", "widgets"]
NOT_IN_A_BROWSER = {
    *("threading", "multiprocessing", "concurrent", "subprocess", "signal", "fcntl", "msvcrt"),
    *("socket", "select", "ssl", "http", "urllib", "tornado", "zmq", "sqlite3", "sqlalchemy"),
}
LIGHT = ["models", "reading", "sheets", "packs", "room"]


def _imported_modules(file: Path) -> set[str]:
    tree = ast.parse(file.read_text(encoding="utf-8"))
    names = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{file}: imports are absolute"
            names |= {node.module} | {f"{node.module}.{alias.name}" for alias in node.names}
    return names


def _folders_imported_by(folder: Path) -> set[str]:
    modules = set().union(*(_imported_modules(file) for file in folder.rglob("*.py")))
    parts = [module.split(".") for module in modules if module.startswith("workshop.")]
    return {part[1] for part in parts if part[1] in MAY_IMPORT} - {folder.name}


def _run_python(code: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)


@pytest.mark.parametrize("folder", FOLDERS)
def test_imports_point_to_the_left_only(folder):
    assert _folders_imported_by(PACKAGE / folder) <= MAY_IMPORT[folder]


def test_parts_know_no_exercise():
    modules = set().union(
        *(_imported_modules(file) for file in (PACKAGE / "widgets" / "parts").rglob("*.py"))
    )

    assert not {name for name in modules if "exercises" in name or ".packs" in name}


@pytest.mark.parametrize("folder", PARTICIPANT)
def test_the_participants_path_asks_for_nothing_that_a_browser_lacks(folder):
    files = [file for file in (PACKAGE / folder).rglob("*.py") if "live" not in file.parts]
    modules = set().union(*map(_imported_modules, files))

    assert {module.split(".")[0] for module in modules}.isdisjoint(NOT_IN_A_BROWSER)


def test_pictures_and_tables_are_what_loads_pandas_and_altair():
    run = _run_python(
        "import sys, workshop\nfrom workshop.reading import read\n"
        "workshop.load_pack(); read('Are you free on Tuesday?')\nprint(*sys.modules)"
    )

    assert {"pandas", "altair", "scipy", "openpyxl"}.isdisjoint(run.stdout.split())
    assert run.returncode == 0, run.stderr


@pytest.mark.parametrize("folder", [name for name in LIGHT if name in FOLDERS])
def test_the_light_folders_import_where_ipywidgets_and_altair_are_absent(folder):
    modules = [
        "workshop." + ".".join(file.relative_to(PACKAGE).with_suffix("").parts)
        for file in (PACKAGE / folder).rglob("*.py")
        if file.name != "__init__.py"
    ]
    run = _run_python(
        "import sys; sys.modules.update(dict.fromkeys(['ipywidgets', 'altair', 'anywidget']))\n"
        + "\n".join(f"import {module}" for module in [f"workshop.{folder}", *modules])
    )

    assert run.returncode == 0, run.stderr


def test_importing_workshop_imports_nothing_heavy():
    heavy = {
        "openpyxl",
        "scipy",
        "pandas",
        "numpy",
        "altair",
        "ipywidgets",
        "anywidget",
        "pydantic",
        "voila",
    }
    run = _run_python("import sys, workshop; print(*sys.modules)")

    assert heavy.isdisjoint(run.stdout.split())


def test_every_public_name_can_be_imported():
    run = _run_python("import workshop; [getattr(workshop, name) for name in workshop.__all__]")

    assert run.returncode == 0, run.stderr


def test_an_unknown_name_is_an_attribute_error():
    run = _run_python("import workshop; workshop.TimeBudgett")

    assert "has no attribute 'TimeBudgett'" in run.stderr


def test_reading_a_file_costs_nothing_until_there_is_one():
    run = _run_python("import sys, workshop.sheets, workshop.models.updating; print(*sys.modules)")

    assert {"openpyxl", "scipy", "pandas"}.isdisjoint(run.stdout.split())
