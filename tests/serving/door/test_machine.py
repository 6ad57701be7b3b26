"""What the machine has, also where a container may have only a part of it."""

import os
import resource

import psutil
import pytest

from workshop.serving.door import capacity, machine
from workshop.serving.door.capacity import Measured, room

GB = 1_000_000_000


@pytest.fixture
def group(tmp_path):
    """`group("path", name=content)` writes files of a control group."""

    def _write(path, **files):
        folder = tmp_path / path
        folder.mkdir(parents=True, exist_ok=True)
        for name, content in files.items():
            (folder / name.replace("__", ".")).write_text(f"{content}\n")
        return tmp_path

    return _write


@pytest.fixture
def has(monkeypatch):
    """`has(memory, files, processes)` is what the machine has left, of 10 GB."""

    def _set(memory=10 * GB, files=10**6, processes=10**6):
        monkeypatch.setattr(machine, "all_memory", lambda: 10 * GB)
        monkeypatch.setattr(machine, "free_memory", lambda: memory)
        monkeypatch.setattr(machine, "free_files", lambda: files)
        monkeypatch.setattr(machine, "free_processes", lambda: processes)

    return _set


def test_a_group_of_the_second_version_counts(group):
    files = {"memory__max": 10**8, "memory__current": 4 * 10**7}
    groups = group("mine", **files, memory__stat="anon 5\ninactive_file 10000000")

    assert machine.free_memory(groups, "/mine") == 7 * 10**7
    assert machine.all_memory(groups, "/mine") == 10**8


def test_a_group_of_the_first_version_counts(group):
    files = {"memory__limit_in_bytes": 10**8, "memory__usage_in_bytes": 9 * 10**7}
    groups = group("memory/mine", **files)

    assert machine.free_memory(groups, "/mine") == 10**7


def test_the_tightest_of_nested_groups_counts(group):
    group("outer", memory__max=10**8, memory__current=10**8 - 1000)
    groups = group("outer/inner", memory__max="max", memory__current=5)

    assert machine.free_memory(groups, "/outer/inner") == 1000


def test_without_a_limit_the_machine_counts(group):
    groups = group("mine", memory__max="max", memory__current=10**9, pids__max="max")

    assert machine.all_memory(groups, "/mine") == psutil.virtual_memory().total
    assert machine.free_processes(groups, "/mine") == machine.UNLIMITED


def test_a_group_may_have_few_processes(group):
    groups = group("mine", pids__max=100, pids__current=30)

    assert machine.free_processes(groups, "/mine") == 70


def test_open_files_count_against_the_limit():
    most, _ = resource.getrlimit(resource.RLIMIT_NOFILE)
    before = machine.free_files()
    ends = os.pipe()
    after = machine.free_files()
    for end in ends:
        os.close(end)

    assert before < most
    assert before - after == 2


def test_what_a_process_shares_is_not_its_own():
    own = machine.own_memory(os.getpid())

    assert 0 < own < psutil.Process().memory_info().rss + 10**7


def test_memory_makes_room_for_so_many(has):
    has(memory=2 * GB)

    assert room(19_000_000) == capacity.Room(50, "memory")  # (2 - 1 spare) GB / 20 MB


def test_those_who_run_are_counted_with_what_they_will_take(has):
    has(memory=2 * GB)

    assert room(19_000_000, running=10, now=9_000_000).most == 55


@pytest.mark.parametrize(
    ("left", "found"),
    [
        ({"files": 280}, capacity.Room(10, "files")),
        ({"processes": 95}, capacity.Room(9, "processes")),
        ({"memory": 0}, capacity.Room(0, "memory")),
    ],
)
def test_the_scarcest_thing_decides(has, left, found):
    has(**left)

    assert room(20_000_000) == found


def test_kernels_that_have_grown_leave_less_room(has, monkeypatch):
    has(memory=2 * GB)
    monkeypatch.setattr(machine, "own_memory", lambda process: 49_000_000)
    measured = Measured(19_000_000)

    assert measured.look([]).most == 50
    assert measured.look([1, 2]).most == 22  # (1 GB + 2 x 50 MB) / 50 MB


def test_kernels_that_end_while_they_are_measured_do_not_matter(has, monkeypatch):
    has(memory=2 * GB)

    def _gone(process):
        raise psutil.NoSuchProcess(process)

    monkeypatch.setattr(machine, "own_memory", _gone)

    assert Measured(19_000_000).look([1]).limit == "memory"
