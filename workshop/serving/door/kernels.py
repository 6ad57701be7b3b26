"""The kernels of people on pages: counted at the door, ended when nobody needs them."""

import asyncio
import os
import time
from contextvars import ContextVar
from pathlib import Path
from typing import Any

from jupyter_server.services.kernels.kernelmanager import AsyncMappingKernelManager
from tornado.web import HTTPError
from traitlets import Integer

from workshop.serving.door.places import Door
from workshop.serving.forks.client import ForkError
from workshop.serving.watch.metrics import Metrics

AT_ONCE = 4
"""How many kernels are started side by side; more would only wait for each other."""

PORTS = range(1, 6)
"""What Jupyter calls the ends of a kernel's lines where they are files."""

NEVER_CAME = 120.0
"""Seconds until a page whose scripts never asked for their kernel is given up: a preview in a
messenger, a browser that closed at once."""

visitor: ContextVar[str] = ContextVar("visitor", default="")
"""Whom a request is from, as the door knows them."""

carried: ContextVar[dict[str, str] | None] = ContextVar("carried", default=None)
"""What a visitor's kernel finds in its environment, such as whose seat it serves."""


class Kernels(AsyncMappingKernelManager):
    """Starts a few kernels at a time, and ends those that nobody needs."""

    grace = Integer(
        900,
        config=True,
        help="Seconds that a kernel is kept while its page is away, such as on a locked phone.",
    )
    idle = Integer(
        4 * 3600,
        config=True,
        help="Seconds that a kernel is kept when its page is open but nothing is done on it.",
    )

    door: Door
    metrics: Metrics

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self._few = asyncio.Semaphore(AT_ONCE)
        self._born: dict[str, float] = {}  # kernels whose page was never connected
        self._alone: dict[str, float] = {}  # kernels without a page, and since when
        self._begun: dict[str, Any] = {}  # managers of kernels that are being started
        self._crashed: set[str] = set()

    async def start_kernel(self, **kwargs: Any) -> str:  # type: ignore[override]
        """Start a kernel, and count it as its visitor's.

        Raises:
            Exception: What kept it from starting; nothing of it is left behind.
        """
        kernel_id: str = kwargs.setdefault("kernel_id", self.new_kernel_id())
        if brought := carried.get():
            kwargs["env"] = {**(kwargs.get("env") or os.environ), **brought}
        began = time.monotonic()
        try:
            async with self._few:
                await super().start_kernel(**kwargs)
        except HTTPError as problem:  # it began, and something was lacking before it was ready
            await self._clean_up(kernel_id)
            raise ForkError("a kernel could not be finished") from problem
        except BaseException:
            await self._clean_up(kernel_id)
            raise
        self._begun.pop(kernel_id)
        self._born[kernel_id] = began
        self._alone[kernel_id] = time.monotonic()
        if visitor.get():  # nobody comes with a kernel that is only weighed
            self.door.entered(visitor.get(), kernel_id)
        return kernel_id

    def pre_start_kernel(self, *args: Any) -> Any:
        """Remember what is begun, to end it if it is never finished."""
        begun = super().pre_start_kernel(*args)
        self._begun[begun[2]] = begun[0]
        return begun

    def remove_kernel(self, kernel_id: str) -> Any:
        """Forget a kernel; its place is free."""
        removed = super().remove_kernel(kernel_id)
        self._born.pop(kernel_id, None)
        self._alone.pop(kernel_id, None)
        self.door.left(kernel_id, crashed=kernel_id in self._crashed)
        self._crashed.discard(kernel_id)
        return removed

    def notify_connect(self, kernel_id: str) -> None:
        """A page is connected."""
        super().notify_connect(kernel_id)
        self._alone.pop(kernel_id, None)
        began = self._born.pop(kernel_id, None)
        if began:
            self.metrics.ready(time.monotonic() - began)

    def notify_disconnect(self, kernel_id: str) -> None:
        """A page is no longer connected."""
        super().notify_disconnect(kernel_id)
        if kernel_id in self and not self._kernel_connections.get(kernel_id):
            self._alone[kernel_id] = time.monotonic()

    async def cull_kernel_if_idle(self, kernel_id: str) -> None:
        """End a kernel whose page is away, or on whose page nothing is done."""
        if self._abandoned(kernel_id) or self._idle_for(kernel_id) > self.idle:
            self.log.info("Nobody needs kernel %s any more.", kernel_id)
            await self.shutdown_kernel(kernel_id)

    def initialize_culler(self) -> None:
        """Look after kernels from the first one on."""
        self.cull_idle_timeout = max(1, min(self.grace, self.idle))  # switches it on, no more
        super().initialize_culler()

    def _abandoned(self, kernel_id: str) -> bool:
        since = self._alone.get(kernel_id)
        patience = NEVER_CAME if kernel_id in self._born else self.grace
        return since is not None and time.monotonic() - since > min(patience, self.grace)

    def _idle_for(self, kernel_id: str) -> float:
        kernel: Any = self._kernels[kernel_id]
        if kernel.execution_state == "busy":
            return 0.0
        return time.time() - kernel.last_activity.timestamp()

    def _handle_kernel_died(self, kernel_id: str) -> None:
        # Jupyter would only forget it, and leave its files and sockets where they are.
        self.log.warning("A kernel died; its page says so and offers a new one.")
        self._crashed.add(kernel_id)
        self._burying = asyncio.ensure_future(self.shutdown_kernel(kernel_id, now=True))

    async def _clean_up(self, kernel_id: str) -> None:
        self._pending_kernels.pop(kernel_id, None)
        self._kernels.pop(kernel_id, None)
        begun = self._begun.pop(kernel_id, None)
        if begun and begun.provisioner and begun.provisioner.has_process:
            await begun.provisioner.kill()
            await begun.provisioner.wait()
        names = [f"kernel-{kernel_id}{end}" for end in (".json", *(f"-ipc-{n}" for n in PORTS))]
        for name in names:  # by name: to look into the folder may be one descriptor too many
            Path(self.connection_dir, name).unlink(missing_ok=True)
