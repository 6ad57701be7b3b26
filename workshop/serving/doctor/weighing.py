"""Forks the session's kernel as a server would, and weighs it."""

import asyncio
import os
import tempfile

from jupyter_client.multikernelmanager import AsyncMultiKernelManager
from jupyter_client.provisioning.factory import KernelProvisionerFactory
from traitlets.config import Config

from workshop.serving.door.probe import weigh
from workshop.serving.forks import nursery, provisioner
from workshop.serving.notebooks import find_notebook

CONFIG = Config(
    {
        "KernelProvisionerFactory": {"default_provisioner_name": provisioner.NAME},
        "KernelManager": {"transport": "ipc"},
    }
)


def weigh_session() -> int:
    """Bytes that one more participant of the session takes.

    Raises:
        ForkError: The machine gives no new process.
        RuntimeError: The session cannot be run ahead.
    """
    ahead = nursery.run_ahead(find_notebook().resolve(), dict(os.environ))
    if isinstance(ahead, str):
        raise RuntimeError(ahead)
    KernelProvisionerFactory.clear_instance()
    KernelProvisionerFactory.instance(config=CONFIG)
    try:
        with tempfile.TemporaryDirectory(prefix="workshop_") as folder:
            kernels = AsyncMultiKernelManager(connection_dir=folder, config=CONFIG)
            return asyncio.run(weigh(kernels, kernel_name="python3", ahead=ahead))
    finally:
        KernelProvisionerFactory.clear_instance()
        ahead.close()
        nursery.end()
