"""Lints `deploy/Containerfile` and runs its every step in a fresh Debian, without an engine.

The fresh Debian is a folder made by mmdebstrap; steps run in it by `chroot`, which only root may.
What this computer knows of its own package mirrors is told to it.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from io import BytesIO
from json import loads
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from dockerfile_parse import DockerfileParser

ROOT = Path(__file__).resolve().parents[1]
FILE = ROOT / "deploy/Containerfile"
MIRRORS = ["/etc/pip.conf", "/etc/resolv.conf", "/root/.config/pip", "/root/.pip"]
NEEDED = ["mmdebstrap", "chroot", "mount"]
PATIENCE = 120  # seconds
RELEASES = {"debian:12-slim": "bookworm"}


@dataclass
class Machine:
    """A folder with a Debian in it, and what the steps have said so far."""

    root: Path
    user: str = "root"
    folder: str = "/"
    known: dict[str, str] = field(default_factory=lambda: {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin"})

    def run(self, command: list[str]) -> None:
        """Run a step to its end; what steps before it have written over is told anew."""
        for name in [*MIRRORS, *_named_by_pip()]:
            _tell(Path(name), self.root / name.lstrip("/"))
        subprocess.run(self.inside(command), check=True)

    def inside(self, command: list[str]) -> list[str]:
        """What runs a command in here."""
        knowing = [f"{name}={value}" for name, value in self.known.items()]
        there = ["/usr/bin/env", "-i", "--chdir", self.folder, *knowing]
        return ["chroot", f"--userspec={self.user}", str(self.root), *there, *command]


def lint() -> None:
    """Have hadolint look the file over."""
    hadolint = Path(sys.executable).with_name("hadolint")
    subprocess.run([hadolint, "--failure-threshold", "style", FILE], check=True)


@contextmanager
def fresh(release: str, folder: Path) -> Iterator[Machine]:
    """A Debian with nothing in it, and the mirrors that this computer knows."""
    root = folder / "root"
    debian = ["mmdebstrap", "--quiet", "--variant=minbase", "--mode=root", release, root]
    sources = [*Path("/etc/apt/sources.list.d").glob("*"), Path("/etc/apt/sources.list")]
    subprocess.run([*debian, *(each for each in sources if each.is_file())], check=True)
    # Nothing of this computer is bound in: the folder is deleted in the end.
    subprocess.run(["mount", "-t", "proc", "proc", root / "proc"], check=True)
    try:
        yield Machine(root)
    finally:
        subprocess.run(["umount", "--lazy", root / "proc"], check=True)


@cache
def _named_by_pip() -> list[str]:
    """Files that pip's settings here point to, such as a certificate of the house."""
    pip = [sys.executable, "-m", "pip", "config", "list"]
    told = subprocess.run(pip, capture_output=True, check=True, text=True).stdout
    values = [line.partition("=")[2].strip("'\"") for line in told.splitlines()]
    return [value for value in values if value.startswith("/") and Path(value).is_file()]


def _tell(ours: Path, theirs: Path) -> None:
    theirs.parent.mkdir(parents=True, exist_ok=True)
    if ours.is_dir():
        shutil.copytree(ours, theirs, dirs_exist_ok=True)
    elif ours.is_file():
        shutil.copy(ours, theirs)


def follow(machine: Machine, steps: list[dict[str, str]]) -> list[str]:
    """Do every step; returns the command that the container is to run."""
    command: list[str] = []
    for step in steps:
        what, value = step["instruction"], step["value"]
        print(f"{what:12} {' '.join(value.split())[:80]}", flush=True)
        if what == "RUN":
            machine.run(["sh", "-c", value])
        elif what == "COPY":
            _copy(machine.root, value)
        elif what == "USER":
            machine.user = value
        elif what == "WORKDIR":
            machine.folder = value
        elif what == "ENV":
            machine.known |= dict(pair.split("=", 1) for pair in value.split())
        elif what == "CMD":
            command = loads(value)
    return command


def _copy(root: Path, value: str) -> None:
    """Copy what git knows: that is what a build from a clean checkout is given."""
    source, target = value.split()
    assert source == "."
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True)
    for name in filter(None, listed.stdout.decode().split("\0")):
        place = root / target.lstrip("/") / name
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, place)


def serve(machine: Machine, command: list[str]) -> str:
    """Run the container's command until it answers; returns what it says of its health."""
    with subprocess.Popen(machine.inside(command), stdout=subprocess.DEVNULL) as server:
        try:
            return _health()
        finally:
            server.terminate()


def _health() -> str:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            with urlopen("http://localhost:8866/healthz") as answer:
                return str(answer.read().decode())
        except URLError:
            time.sleep(0.2)
    raise SystemExit("the server in the container does not answer")


def main() -> None:
    """Lint, build and serve; ends with an error if anything is wrong."""
    lint()
    missing = [name for name in NEEDED if not shutil.which(name)]
    if os.getuid() or missing:
        raise SystemExit(
            f"Linted. The steps need root, and: {', '.join(missing) or 'all is there'}"
        )
    parser = DockerfileParser(fileobj=BytesIO(FILE.read_bytes()))
    with tempfile.TemporaryDirectory() as name, fresh(RELEASES[parser.baseimage], Path(name)) as it:
        command = follow(it, parser.structure)
        print(serve(it, command), flush=True)


if __name__ == "__main__":
    main()
