import ast
import inspect
from itertools import pairwise

import pytest
from traitlets import Unicode

from workshop.widgets.parts import (
    Annotated,
    ChartView,
    Choice,
    Draft,
    Press,
    Prose,
    Range,
    Toggle,
    files,
)
from workshop.widgets.parts.part import Part

MAKERS = {
    Annotated: lambda: Annotated("Hello"),
    Choice: lambda: Choice("Which?", []),
    Draft: lambda: Draft("Say it"),
    Press: lambda: Press("Go"),
    Prose: lambda: Prose("Well"),
    Range: lambda: Range("Hours", 1, 0, 2),
    Toggle: lambda: Toggle("Lock"),
}


@pytest.fixture(params=MAKERS, ids=lambda kind: kind.__name__)
def part(request):
    return MAKERS[request.param]()


def test_a_page_cannot_set_what_a_part_did_not_declare(part, wire):
    before = part.get_state()

    wire(part).update(
        label="<b>mine</b>",
        words={"failed": "x"},
        _esm="alert(1)",
        _script="vega.js",
        min=-9,
        max=1e9,
        options=[{"value": 1}],
        html="<script>",
        limit=10**9,
        layout="x",
        _view_count=7,
        no_such_name=1,
    )

    assert part.get_state() == before


@pytest.mark.parametrize(
    "data",
    [
        None,
        [],
        "update",
        {},
        {"method": "update", "state": None},
        {"method": "update"},
        {"method": "update", "state": [1]},
        {"method": None},
        {"method": "custom"},
        {"method": "custom", "content": None},
        {"method": "custom", "content": [[]]},
        {"method": "update", "state": {"value": 1}, "buffer_paths": [["a", 0, "b"]]},
    ],
    ids=repr,
)
def test_a_misshapen_message_changes_nothing_and_raises_nothing(part, data, wire, caplog):
    before = part.get_state()

    wire(part).say(data)

    assert {**part.get_state(), "value": 0, "problem": ""} == {**before, "value": 0, "problem": ""}
    assert "Exception" not in caplog.text


def test_every_part_names_a_script_that_exists(part):
    assert part._script in files.listing()


def test_a_part_brings_the_shim_and_not_its_script():
    assert Range("Hours", 1, 0, 2).get_state("_esm") == {"_esm": files.shim()}


def test_a_page_may_ask_for_a_file_by_its_name(wire):
    page = wire(Toggle("Lock"))

    page.ask({"file": "toggle.js"})

    content = {"file": "toggle.js", "type": "text/javascript"}
    body = (files.STATIC / "toggle.js").read_bytes()
    assert page.sent == [({"method": "custom", "content": content}, [body])]


@pytest.mark.parametrize(
    "name",
    [
        "../part.py",
        "../../../../pyproject.toml",
        "/etc/passwd",
        "static/toggle.js",
        "toggle",
        "",
        ".",
        "toggle.js\0",
        "TOGGLE.JS",
        "shim",
        None,
        3,
        ["toggle.js"],
        {"a": 1},
    ],
)
def test_no_other_name_leads_to_a_file(name, wire):
    page = wire(Toggle("Lock"))

    page.ask({"file": name})

    assert page.sent == []


def test_an_unknown_keyword_is_refused():
    with pytest.raises(TypeError, match="Press has no colour"):
        Press("Go", colour="red")


def test_a_part_keeps_only_the_words_it_speaks(words):
    assert Toggle("Lock", words=words).words == {"failed": "Could not be loaded"}
    assert set(Draft("Say it", words=words).words) == {"failed", "count", "cut", "refused"}


def test_all_parts_of_a_kind_share_one_class():
    assert type(Toggle("a")) is type(Toggle("b")) is Toggle


def test_a_trait_may_still_be_added():
    part = Toggle("Lock")
    part.add_traits(extra=Unicode("more"))

    assert part.extra == "more"


def test_a_part_says_nothing_it_has_no_words_for():
    assert Part().say("between", low=1, high=2) == ""


def _is_words(statement):
    return isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)


@pytest.mark.parametrize("part", [ChartView, *MAKERS])
def test_every_public_trait_is_explained(part):
    (body,) = (
        node.body
        for node in ast.walk(ast.parse(inspect.getsource(inspect.getmodule(part))))
        if isinstance(node, ast.ClassDef) and node.name == part.__name__
    )
    explained = {
        statement.target.id if isinstance(statement, ast.AnnAssign) else statement.targets[0].id
        for statement, words in pairwise(body)
        if isinstance(statement, ast.Assign | ast.AnnAssign) and _is_words(words)
    }

    assert {name for name in part.class_own_traits() if name[0] != "_"} <= explained
