"""Processes as Linux tells of them."""

import os
import select
import signal
from pathlib import Path

PATIENCE = 30  # seconds


def descendants(process: int) -> list[int]:
    """Every process that came from one, the nearest first."""
    children = [
        int(child)
        for file in Path(f"/proc/{process}/task").glob("*/children")
        for child in file.read_text().split()
    ]
    return children + [each for child in children for each in descendants(child)]


def end_at_once(process: int) -> None:
    """Kill a process and wait until it is gone."""
    watched = os.pidfd_open(process)
    signal.pidfd_send_signal(watched, signal.SIGKILL)
    assert select.select([watched], [], [], PATIENCE)[0]
    os.close(watched)
