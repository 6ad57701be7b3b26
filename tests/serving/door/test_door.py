"""The door of a running server: a full house, a line, and a way in."""

import time

import pytest

from tests.conftest import told

PATIENCE = 60  # seconds


def _until(happens):
    """Ask until something is true; a server that never gets there fails."""
    deadline = time.monotonic() + PATIENCE
    while not (done := happens()):
        assert time.monotonic() < deadline
        time.sleep(0.05)
    return done


@pytest.fixture
def small(own_server, write_notebook, code):
    """A house for two."""
    notebook = write_notebook("# A notebook", code("import os; print('process', os.getpid())"))
    return own_server(notebook, "--most", "2")[0]


def test_a_full_house_has_a_line_and_whoever_waits_comes_in(small, visitor):
    people = [visitor(small) for _ in range(5)]
    kernels = [one.opens() for one in people]
    assert [kernel is not None for kernel in kernels] == [True, True, False, False, False]

    waiting = people[2:]
    assert [one.asks()["ahead"] for one in waiting] == [0, 1, 2]
    assert waiting[1].opens() is None  # a reload
    assert [one.asks()["ahead"] for one in waiting] == [0, 1, 2]

    people[0].leaves(kernels[0])
    _until(lambda: waiting[0].asks()["come"])
    assert waiting[0].opens("?lang=de")
    assert [one.asks()["ahead"] for one in waiting[1:]] == [0, 1]
    assert visitor(small).asks()["ahead"] == 2


def test_whoever_is_inside_may_reload(small, visitor):
    people = [visitor(small) for _ in range(3)]
    first, *_ = [one.opens() for one in people]
    again = people[0].opens()
    people[0].leaves(first)

    assert again not in {first, None}
    assert not people[2].asks()["come"]


@pytest.mark.parametrize("run_ahead", [True, False])
def test_the_line_takes_no_kernel(own_server, write_notebook, code, visitor, run_ahead):
    notebook = write_notebook("# A notebook", code("1"), workshop={"run_ahead": run_ahead})
    address, _ = own_server(notebook, "--most", "1")
    visitor(address).get()
    before = visitor(address).get("healthz")
    people = [visitor(address) for _ in range(10)]
    for one in people:
        assert one.get()[0] == 202

    assert '"kernels": 1' in before[1]
    assert '"kernels": 1' in visitor(address).get("healthz")[1]
    assert '"waiting": 10' in visitor(address).get("healthz")[1]


def test_a_word_that_is_no_place_gets_one(small, visitor):
    for odd in ("x", "../../etc", "0" * 33):
        one = visitor(small)
        status, _ = one.get("door")
        assert status == 200
        cookie = next(cookie for cookie in one.cookies if cookie.name == "workshop_place")
        cookie.value = odd
        one.get("door")
        kept = [cookie.value for cookie in one.cookies if cookie.name == "workshop_place"]
        assert odd not in kept


def test_files_and_missing_pages_need_no_place(small, visitor):
    people = [visitor(small) for _ in range(3)]
    for one in people:
        one.opens()

    assert people[2].get("nothing")[0] == 404
    assert people[2].get("voila/templates/workshop/static/waiting.js")[0] == 200


def test_the_host_is_told_how_many_fit(own_server, write_notebook):
    _, server = own_server(write_notebook("# A notebook"), "--most", "7")

    assert "for about 7 participants (as you asked for)" in told(server, "There is room")
