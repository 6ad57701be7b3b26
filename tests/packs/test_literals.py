"""No sentence that people read stands in Python or JavaScript: a trainer could not change it."""

import ast
import re
from pathlib import Path

import pytest

HOUSE = Path(__file__).parents[2] / "workshop"
SPOKEN = [
    *(
        file
        for folder in ("widgets", "charts", "takehome")
        for file in (HOUSE / folder).rglob("*.py")
    ),
    *(HOUSE / "serving/room").rglob("*.py"),
]
SCRIPTS = [
    *(HOUSE / "widgets/parts/static").glob("*.js"),
    *(HOUSE / "serving/jupyter/voila/templates/workshop/static").glob("*.js"),
]
BUNDLED = {"vega.js", "all.js"}
SENTENCE = re.compile(r"^[A-Z][\w'’-]*( [\w'’,-]+){2,}[.?!…]?$")
"""Three words and more, the first with a capital: what a person would read as a sentence."""
TO_DEVELOPERS = {"warning", "error", "info", "debug", "exception"}


def _sentences(file):
    tree = ast.parse(file.read_text(encoding="utf-8"))
    aside = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Raise) or _is_log(node) or _is_docstring(node) or _is_schema(node):
            aside |= {id(inner) for inner in ast.walk(node)}
    for node in ast.walk(tree):
        told = node.value if isinstance(node, ast.Constant) and id(node) not in aside else None
        if isinstance(told, str) and SENTENCE.match(told.strip()):
            yield f"{file.name}:{node.lineno}: {told}"


def _is_docstring(node):
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


def _is_log(node):
    called = node.func if isinstance(node, ast.Call) else None
    return isinstance(called, ast.Attribute) and called.attr in TO_DEVELOPERS


def _is_schema(node):
    """The description of the room's HTTP face speaks to programmers."""
    return isinstance(node, ast.keyword) and node.arg in ("description", "summary", "title")


@pytest.mark.parametrize(
    "file", [file for file in SPOKEN if "api" not in file.parts], ids=lambda file: file.stem
)
def test_python_says_nothing_to_people(file):
    assert list(_sentences(file)) == []


@pytest.mark.parametrize(
    "file", [file for file in SCRIPTS if file.name not in BUNDLED], ids=lambda file: file.stem
)
def test_scripts_say_nothing_to_people(file):
    code = re.sub(r"/\*.*?\*/|(?<!:)//[^\n]*", "", file.read_text(encoding="utf-8"), flags=re.S)
    code = re.sub(r"console\.\w+\([^;]*;", "", code)
    texts = [text for _, text in re.findall(r"""(["'`])((?:(?!\1).)*)\1""", code)]

    assert [text for text in texts if SENTENCE.match(text)] == []


def test_a_sentence_in_a_file_would_be_found(tmp_path):
    file = tmp_path / "exercise.py"
    file.write_text('"""A docstring may say this."""\nlabel = "Press here to begin"\n')

    assert list(_sentences(file)) == ["exercise.py:2: Press here to begin"]
