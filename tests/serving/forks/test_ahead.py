"""A notebook is run once, before anybody comes; each visitor starts from there."""

import asyncio
import os

import pytest

from tests.serving.forks.test_kernels import kernel
from workshop.serving.forks import nursery

SLIDER = "from ipywidgets import IntSlider\nslider = IntSlider(7)\nslider"


def test_a_fork_has_the_notebook_behind_it(run_ahead, code, tmp_path):
    ahead = run_ahead(code("answer = 41"), code("answer += 1"))

    async def journey():
        async with kernel(tmp_path, ahead=ahead) as one, kernel(tmp_path, ahead=ahead) as other:
            await one.run("answer = 0")
            assert await other.run("print(answer)") == "42"

    asyncio.run(journey())


def test_modules_beside_the_notebook_are_found(parent, write_notebook, code, tmp_path):
    notebook = write_notebook("# Beside", code("from beside_this_one import answer"))
    (notebook.parent / "beside_this_one.py").write_text("answer = 42")
    ahead = nursery.run_ahead(notebook, dict(os.environ))

    assert not isinstance(ahead, str), ahead
    ahead.close()
    ahead.process.wait(30)


def test_what_the_cells_gave_is_kept_as_in_a_notebook_file(run_ahead, code):
    ahead = run_ahead(
        code("print('heard')\n'said'"), code("import sys; print('!', file=sys.stderr)")
    )

    title, first, second = ahead.cells
    assert title == []
    assert [output["output_type"] for output in first] == ["stream", "execute_result"]
    assert first[0]["text"] == "heard\n"
    assert first[1]["data"]["text/plain"] == "'said'"
    assert second[0]["name"] == "stderr"


def test_widgets_are_there_before_the_kernel_is(run_ahead, code, tmp_path):
    ahead = run_ahead(code(SLIDER))

    view = ahead.cells[1][0]["data"]["application/vnd.jupyter.widget-view+json"]
    assert ahead.widgets["state"][view["model_id"]]["state"]["value"] == 7

    async def journey():
        async with kernel(tmp_path, ahead=ahead) as one:
            assert await one.run("print(slider.comm.comm_id)") == view["model_id"]
            assert await one.sends("slider.value = 8") == [(view["model_id"], {"value": 8})]

    asyncio.run(journey())


@pytest.mark.parametrize(
    ("cell", "why"),
    [
        ("1 / 0", "a cell fails: ZeroDivisionError"),
        ("this is no Python", "a cell fails: SyntaxError"),
        ("from threading import Timer; Timer(99, print).start()", "it leaves a thread running"),
        ("import socket; kept = socket.socket()", "it leaves open: socket:"),
        ("import os; os._exit(3)", "it ended with code 3"),
    ],
)
def test_a_notebook_that_a_fork_would_not_survive_is_refused(run_ahead, code, cell, why):
    assert why in run_ahead(code(cell))


def test_a_parent_starts_no_thread(parent):
    assert len(os.listdir(f"/proc/{parent().process.pid}/task")) == 1
