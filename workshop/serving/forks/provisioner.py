"""Where Jupyter asks for a kernel: forked if it can be, started as usual if not.

Registered as `workshop-fork` in the entry point group `jupyter_client.kernel_provisioners`.
"""

import asyncio
import os
from pathlib import Path
from typing import Any

from jupyter_client.connect import KernelConnectionInfo
from jupyter_client.provisioning.local_provisioner import LocalProvisioner

from workshop.serving.forks import nursery
from workshop.serving.forks.client import Parent

NAME = "workshop-fork"


class ForkProvisioner(LocalProvisioner):
    """Forks a kernel where the machine can and the kernel is an ordinary Python one.

    Whoever starts a kernel may hand it `ahead`, a parent that has run the notebook already.
    """

    process: Any  # a Popen or, speaking like one, a Fork

    async def launch_kernel(self, cmd: list[str], **kwargs: Any) -> KernelConnectionInfo:
        """Fork, or start as usual.

        Raises:
            ForkError: The machine gives no new process, even after the warm parent was replaced.
        """
        ahead: Parent | None = kwargs.pop("ahead", None)
        if not (nursery.possible() and _ours(cmd)):
            return await super().launch_kernel(cmd, **kwargs)
        file = cmd[cmd.index("-f") + 1]
        folder = str(Path(kwargs.get("cwd") or os.getcwd()).resolve())
        fork = await asyncio.to_thread(nursery.fork, file, kwargs["env"], folder, ahead)
        self.process, self.pid, self.pgid = fork, fork.pid, fork.pid
        return self.connection_info


def _ours(cmd: list[str]) -> bool:
    return "ipykernel_launcher" in cmd and "-f" in cmd
