"""Kernels do not outlive their use: neither an idle one nor those of a server that is stopped."""

import os
import re
import select
import signal
import sys
from contextlib import contextmanager
from pathlib import Path
from urllib.request import urlopen

import pytest

from workshop.serving.app import DEFAULTS

PATIENCE = 30  # seconds

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="watches processes as Linux does")


@pytest.fixture(scope="module")
def notebook(write_notebook, code):
    ask = code("import os; print('kernel', os.getpid())")
    return write_notebook("# A kernel", ask, workshop={"run_ahead": False})


@contextmanager
def _kernel_of(address):
    """A visit's kernel, as something to wait on."""
    with urlopen(address) as page:
        process = int(re.search(r"kernel (\d+)", page.read().decode())[1])
    watched = os.pidfd_open(process)
    yield watched
    os.close(watched)


def _ends(watched):
    return bool(select.select([watched], [], [], PATIENCE)[0])


def test_a_kernel_without_a_page_is_culled(serve, notebook):
    soon = [f"--MappingKernelManager.cull_{what}=1" for what in ["idle_timeout", "interval"]]
    with _kernel_of(serve(notebook, *soon)) as kernel:
        assert _ends(kernel)


def test_a_kernel_with_a_page_is_never_culled():
    assert DEFAULTS["MappingKernelManager"]["cull_connected"] is False


@pytest.mark.parametrize("stop", [signal.SIGINT, signal.SIGKILL])
def test_nothing_at_all_is_left_of_a_server(own_server, write_notebook, code, stop):
    """Neither the parents that kernels are forked from, nor the kernels."""
    address, server = own_server(write_notebook("# Ahead", code("'here'")))
    for _ in range(3):
        urlopen(address).close()
    family = [os.pidfd_open(process) for process in _descendants(server.pid)]
    server.send_signal(stop)

    assert len(family) >= 5  # the warm parent, the one that has run the notebook, three kernels
    assert all(_ends(process) for process in family)
    server.wait(PATIENCE)
    for process in family:
        os.close(process)


def _descendants(process):
    children = [
        int(child)
        for file in Path(f"/proc/{process}/task").glob("*/children")
        for child in file.read_text().split()
    ]
    return children + [each for child in children for each in _descendants(child)]


@pytest.mark.parametrize("stop", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_a_server_that_stops_takes_its_kernels_along(own_server, notebook, stop):
    address, server = own_server(notebook)
    with _kernel_of(address) as kernel:
        server.send_signal(stop)

        assert _ends(kernel)
        server.wait(PATIENCE)
