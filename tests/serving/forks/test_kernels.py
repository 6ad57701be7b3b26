"""Forked kernels do what started kernels do, and leave nothing behind."""

import asyncio
import contextlib
import os
import signal
from pathlib import Path

import pytest
from jupyter_client.manager import AsyncKernelManager
from jupyter_client.provisioning import KernelProvisionerFactory
from traitlets.config import Config

from workshop.serving.forks import provisioner

PATIENCE = 30  # seconds

pytestmark = pytest.mark.usefixtures("parent")


class Kernel:
    """A running kernel and a client that speaks with it."""

    def __init__(self, manager, client):
        self.manager, self.client = manager, client

    @property
    def process(self):
        return self.manager.provisioner.process

    async def run(self, code):
        """What a piece of code prints, or the name of the error it ends with."""
        printed = []

        def hear(message):
            if message["msg_type"] == "stream":
                printed.append(message["content"]["text"])

        reply = await self.client.execute_interactive(code, output_hook=hear, timeout=PATIENCE)
        return reply["content"].get("ename") or "".join(printed).strip()

    async def sends(self, code):
        """What a piece of code sends to the page's widgets: pairs of widget and state."""
        sent = []

        def hear(message):
            if message["msg_type"] == "comm_msg":
                content = message["content"]
                sent.append((content["comm_id"], content["data"]["state"]))

        await self.client.execute_interactive(code, output_hook=hear, timeout=PATIENCE)
        return sent


@contextlib.asynccontextmanager
async def kernel(folder, **options):
    """A kernel with its files in a folder."""
    KernelProvisionerFactory.clear_instance()
    config = Config(KernelProvisionerFactory={"default_provisioner_name": provisioner.NAME})
    KernelProvisionerFactory.instance(config=config)
    manager = AsyncKernelManager(
        transport="ipc", connection_file=str(folder / f"kernel-{os.urandom(4).hex()}.json")
    )
    try:
        await manager.start_kernel(**options)
        client = manager.client()
        client.start_channels()
        await client.wait_for_ready(PATIENCE)
        yield Kernel(manager, client)
        client.stop_channels()
        if manager.has_kernel:
            await manager.shutdown_kernel()
    finally:
        KernelProvisionerFactory.clear_instance()


def test_a_forked_kernel_runs_code(tmp_path):
    async def journey():
        async with kernel(tmp_path) as one:
            assert one.process.__class__.__name__ == "Fork"
            assert await one.run("print(6 * 7)") == "42"
            assert await one.run("1 / 0") == "ZeroDivisionError"

    asyncio.run(journey())


def test_a_fork_has_the_rules_that_posts_are_read_by(tmp_path):
    loads = """
from workshop.packs.loading import load_pack
from workshop.reading.loading import _load
before = _load.cache_info().misses
load_pack().rules
print(before > 0, _load.cache_info().misses - before)
"""

    async def journey():
        async with kernel(tmp_path) as one:
            assert await one.run(loads) == "True 0"

    asyncio.run(journey())


def test_two_forks_share_no_luck(tmp_path):
    draw = "import random, uuid, numpy; print(random.random(), numpy.random.rand(), uuid.uuid4())"

    async def journey():
        async with kernel(tmp_path) as one, kernel(tmp_path) as other:
            first, second = await one.run(draw), await other.run(draw)
            assert not set(first.split()) & set(second.split())

    asyncio.run(journey())


def test_a_fork_has_the_environment_and_folder_of_its_visit(tmp_path):
    look = "import os; print(os.environ['QUERY_STRING'], os.getcwd(), 'HOME' in os.environ)"

    async def journey():
        options = {"env": {"QUERY_STRING": "lang=de", "PATH": ""}, "cwd": str(tmp_path)}
        async with kernel(tmp_path, **options) as one:
            assert await one.run(look) == f"lang=de {tmp_path} False"

    asyncio.run(journey())


def test_a_busy_kernel_can_be_interrupted(tmp_path):
    async def journey():
        async with kernel(tmp_path) as one:
            busy = asyncio.Event()

            def hear(message):
                if message["msg_type"] == "stream":
                    busy.set()

            work = "print('at work', flush=True)\nimport time\nwhile True: time.sleep(0.01)"
            waiting = asyncio.create_task(
                one.client.execute_interactive(work, output_hook=hear, timeout=PATIENCE)
            )
            await asyncio.wait_for(busy.wait(), PATIENCE)
            await one.manager.interrupt_kernel()
            assert (await waiting)["content"]["ename"] == "KeyboardInterrupt"

    asyncio.run(journey())


def test_a_restarted_kernel_is_another_process(tmp_path):
    async def journey():
        async with kernel(tmp_path) as one:
            before = await one.run("import os; print(os.getpid())")
            await one.manager.restart_kernel(now=True)
            await one.client.wait_for_ready(PATIENCE)
            assert await one.run("import os; print(os.getpid())") != before

    asyncio.run(journey())


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGSEGV])
def test_a_crash_is_seen_with_its_signal(tmp_path, number):
    async def journey():
        async with kernel(tmp_path) as one:
            fork = one.process
            os.kill(fork.pid, number)
            assert fork.wait(PATIENCE) == -number
            assert not await one.manager.is_alive()

    asyncio.run(journey())


def test_an_ordinary_end_has_code_zero(tmp_path):
    async def journey():
        async with kernel(tmp_path) as one:
            fork = one.process
            await one.manager.shutdown_kernel()
            assert fork.wait(PATIENCE) == 0

    asyncio.run(journey())


def test_the_parents_death_is_repaired_and_nobody_notices(tmp_path, parent):
    async def journey():
        async with kernel(tmp_path) as one:
            await one.run("here = 'still here'")
            old = parent()
            os.kill(old.process.pid, signal.SIGKILL)
            old.process.wait(PATIENCE)
            async with kernel(tmp_path) as other:
                assert await other.run("print('new')") == "new"
            assert await one.run("print(here)") == "still here"
            assert parent().process.pid != old.process.pid

    asyncio.run(journey())


def test_a_hundred_kernels_leave_nothing_behind(tmp_path, parent):
    def alive():
        """The parent's children, zombies too."""
        pid = parent().process.pid
        return Path(f"/proc/{pid}/task/{pid}/children").read_text().split()

    def open_files():
        return len(os.listdir("/proc/self/fd"))

    async def visit():
        async with kernel(tmp_path) as one:
            await one.run("pass")

    async def journey():
        await visit()
        children, files = alive(), open_files()
        for _ in range(20):
            await asyncio.gather(*(visit() for _ in range(5)))
        assert alive() == children
        assert open_files() <= files + 2  # the garbage collector's pace
        assert list(tmp_path.iterdir()) == []

    asyncio.run(journey())
