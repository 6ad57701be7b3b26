"""One kernel, used as a participant would use it, and then weighed."""

from typing import Any

from jupyter_core.utils import ensure_async

from workshop.serving.door import machine

PATIENCE = 60.0  # seconds, for a machine that is busy with other things

# Each number up and down once, so that models, charts and words have all been at work.
USE = """
def _use():
    import contextlib
    from ipywidgets.widgets.widget import _instances
    for widget in list(_instances.values()):
        if all(hasattr(widget, name) for name in ("value", "min", "max")):
            for end in (widget.max, widget.min):
                with contextlib.suppress(Exception):
                    widget.value = end
_use()
del _use
"""


async def weigh(kernels: Any, **start: Any) -> int:
    """Bytes that one more participant takes.

    Args:
        kernels: The server's kernel manager.
        start: How it starts a kernel.

    Raises:
        Exception: A kernel does not start, or does not answer.
    """
    kernel_id = await kernels.start_kernel(**start)
    kernel = kernels.get_kernel(kernel_id)
    client = kernel.client()
    client.start_channels()
    try:
        await client.wait_for_ready(PATIENCE)
        await client.execute_interactive(USE, output_hook=_nothing, timeout=PATIENCE)
        return machine.own_memory(kernel.provisioner.pid)
    finally:
        client.stop_channels()
        await ensure_async(kernels.shutdown_kernel(kernel_id))


def _nothing(_: Any) -> None:
    """What the probe says is for nobody."""
