"""A machine that has no more to give: real limits, and a line instead of a stack trace."""

import json
import os
import resource
import shutil
import subprocess
import sys
import time
from contextlib import ExitStack, contextmanager, suppress
from itertools import count, islice
from pathlib import Path
from tempfile import mkdtemp
from typing import NamedTuple
from urllib.error import HTTPError
from urllib.request import urlopen

import psutil
import pytest

from tests.conftest import running_server, told

PATIENCE = 60  # seconds
PIDS = [Path("/sys/fs/cgroup/pids"), Path("/sys/fs/cgroup")]

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="limits a process as Linux does")


class House(NamedTuple):
    """A running server, and how much of its log is about what was before."""

    address: str
    server: subprocess.Popen
    log: Path
    before: int = 0

    def said(self):
        return self.log.read_text()[self.before :]

    def rests(self):
        with suppress(HTTPError), urlopen(f"{self.address}healthz") as answer:
            health = json.load(answer)
            return health["status"] == "ok" and health["kernels"] == 0
        return False


@pytest.fixture(scope="module")
def notebook(write_notebook, code):
    return write_notebook("# A notebook", code("1"))


@pytest.fixture(scope="module")
def shared(notebook, tmp_path_factory):
    folder = tmp_path_factory.mktemp("house")
    with running_server(str(notebook), folder=folder) as (address, server):
        told(server, "There is room")  # a kernel was weighed, and is gone
        yield House(address, server, folder / "server.log")


@pytest.fixture
def house(shared):
    """A server that has recovered from the fault before; a test has to leave it as it was."""
    _until(shared.rests)
    return shared._replace(before=len(shared.log.read_text()))


@pytest.fixture
def small_disk():
    """A folder on a disk of 64 KB."""
    folder = mkdtemp(prefix="wk")
    mount = ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", folder]
    if not shutil.which("mount") or subprocess.run(mount, capture_output=True).returncode:
        os.rmdir(folder)
        pytest.skip("only the administrator may make a small disk")
    yield Path(folder)
    subprocess.run(["umount", "--lazy", folder], check=True)
    os.rmdir(folder)


@contextmanager
def limited(process, what, most):
    """A process with a limit, and then without."""
    before = resource.prlimit(process, what)
    resource.prlimit(process, what, (most, before[1]))
    try:
        yield
    finally:
        resource.prlimit(process, what, before)


def limit_of_descriptors(process, spare):
    """The limit at which a process may open so many more; it takes the lowest free numbers."""
    used = set(map(int, os.listdir(f"/proc/{process}/fd")))
    free = (number for number in count() if number not in used)
    return next(islice(free, spare, None))


@contextmanager
def no_more_processes(server):
    """A server whose parents may fork no more: by a control group, or by the user's own limit."""
    parents = psutil.Process(server.pid).children(recursive=True)
    with ExitStack() as stack:
        if os.getuid():
            for parent in parents:
                stack.enter_context(limited(parent.pid, resource.RLIMIT_NPROC, 1))
        else:
            stack.enter_context(_group_of(parents))
        yield


@contextmanager
def _group_of(processes):
    """A control group that is full; the user's own limit means nothing to the administrator."""
    group = _new_group()
    if not group:
        pytest.skip("run by the administrator, who needs control groups to limit processes")
    try:
        for process in processes:
            (group / "cgroup.procs").write_text(str(process.pid))
        (group / "pids.max").write_text("1")
        yield
    finally:
        (group / "pids.max").write_text("max")
        for process in processes:
            (group.parent / "cgroup.procs").write_text(str(process.pid))
        group.rmdir()


def _new_group():
    """A control group for processes, or None where there are none or they cannot be written."""
    for root in PIDS:
        group = root / f"workshop-test-{os.getpid()}"
        try:
            group.mkdir()
        except OSError:
            continue
        if (group / "pids.max").exists() and os.access(group / "cgroup.procs", os.W_OK):
            return group
        group.rmdir()
    return None


def _waits_with_clear_words(one, house):
    status, page = one.get()
    assert status == 202
    assert "cannot start another copy at the moment" in page
    assert "Traceback" not in page
    assert one.asks()["stuck"]
    assert one.get("healthz")[0] == 503
    said = house.said()
    assert "No kernel could be started, so a visitor waits" in said
    assert "Traceback" not in said


def _until(happens):
    deadline = time.monotonic() + PATIENCE
    while not happens():
        assert time.monotonic() < deadline
        time.sleep(0.05)


def _comes_in(one):
    _until(lambda: one.asks()["come"])
    one.leaves(one.opens())
    assert one.get("healthz")[0] == 200


def test_a_full_disk_makes_people_wait_until_there_is_room(
    own_server, notebook, visitor, small_disk, tmp_path
):
    address, server = own_server(notebook, f"--Voila.connection_dir_root={small_disk}")
    filler = small_disk / "filler"
    one = visitor(address)
    with pytest.raises(OSError, match="No space left"):
        filler.write_bytes(bytes(100_000))

    _waits_with_clear_words(one, House(address, server, tmp_path / "server.log"))
    filler.unlink()
    _comes_in(one)


def test_files_that_may_not_grow_make_people_wait(house, visitor):
    one = visitor(house.address)
    with limited(house.server.pid, resource.RLIMIT_FSIZE, 100):
        status, page = one.get()

    assert status == 202
    assert "cannot start another copy at the moment" in page
    _comes_in(one)


@pytest.mark.parametrize("spare", [1, 2])
def test_no_more_descriptors_make_people_wait(house, visitor, spare):
    one, server = visitor(house.address), house.server
    assert one.get("door")[0] == 200
    most = limit_of_descriptors(server.pid, spare)
    children = psutil.Process(server.pid).children(recursive=True)
    with limited(server.pid, resource.RLIMIT_NOFILE, most):
        status, page = one.get()

    assert status == 202
    assert "cannot start another copy at the moment" in page
    assert psutil.Process(server.pid).children(recursive=True) == children
    _comes_in(one)


def test_a_fork_that_fails_makes_people_wait(house, visitor):
    one = visitor(house.address)
    with no_more_processes(house.server):
        _waits_with_clear_words(one, house)

    _comes_in(one)


def test_a_failed_start_leaves_nothing_behind(house, visitor):
    server = house.server
    people = [visitor(house.address) for _ in range(8)]
    files = len(os.listdir(f"/proc/{server.pid}/fd"))
    with no_more_processes(server):
        for one in people:
            assert one.get()[0] == 202

    assert len(os.listdir(f"/proc/{server.pid}/fd")) <= files + len(people) // 2


def test_a_parent_without_descriptors_leaves_no_orphan(own_server, notebook, visitor):
    address, server = own_server(notebook)
    one = visitor(address)
    parents = psutil.Process(server.pid).children(recursive=True)
    for parent in parents:
        most = limit_of_descriptors(parent.pid, 0)
        resource.prlimit(parent.pid, resource.RLIMIT_NOFILE, (most, most))

    assert one.get()[0] == 202
    assert psutil.Process(server.pid).children(recursive=True) == parents
