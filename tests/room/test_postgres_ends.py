"""The tests' own database server ends with them, also when nobody tells it to."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

SCRIPT = """
import sys
from tests.postgres import Cluster
cluster = Cluster()
print(cluster.folder, (cluster.folder / "data/postmaster.pid").read_text().split()[0], flush=True)
sys.stdin.read()
"""
PATIENCE = 30  # seconds


def test_a_test_run_that_is_killed_leaves_no_server_and_no_folder():
    with subprocess.Popen(
        [sys.executable, "-c", SCRIPT],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[2],
    ) as run:
        folder, server = run.stdout.readline().split()
        os.kill(int(server), 0)  # it is there
        run.send_signal(signal.SIGKILL)
    until = time.monotonic() + PATIENCE
    while (Path(folder).exists() or _runs(server)) and time.monotonic() < until:
        time.sleep(0.05)

    assert not Path(folder).exists()
    assert not _runs(server)


def _runs(process):
    try:
        state = Path(f"/proc/{process}/stat").read_text()
    except FileNotFoundError:
        return False
    return ") Z " not in state  # one that has ended may wait for its parent to take notice
