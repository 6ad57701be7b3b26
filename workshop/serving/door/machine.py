"""What this machine has to give: memory, open files and processes. Control groups count."""

import sys
from pathlib import Path

import psutil

GROUPS = Path("/sys/fs/cgroup")
UNLIMITED = sys.maxsize
ENDLESS = 1 << 60  # what control groups of the first version write where there is no limit


def free_memory(groups: Path = GROUPS, own: str | None = None) -> int:
    """Bytes that may still be used, by this machine and by the group this process is in."""
    free = psutil.virtual_memory().available
    return max(0, min(free, *(_group_memory(folder) for folder in _folders(groups, own))))


def all_memory(groups: Path = GROUPS, own: str | None = None) -> int:
    """Bytes that this machine has, or its group may have."""
    limits = [_limit(folder) for folder in _folders(groups, own)]
    return min(psutil.virtual_memory().total, *limits)


def free_processes(groups: Path = GROUPS, own: str | None = None) -> int:
    """How many more processes and threads may be started."""
    free = [UNLIMITED]
    for folder in _folders(groups, own, "pids"):
        most, now = _number(folder / "pids.max"), _number(folder / "pids.current")
        free.append(most - now if most is not None and now is not None else UNLIMITED)
    return min(free)


def free_files() -> int:
    """How many more files and sockets this process may open."""
    if sys.platform == "win32":
        return UNLIMITED
    import resource

    most, _ = resource.getrlimit(resource.RLIMIT_NOFILE)
    if most == resource.RLIM_INFINITY:
        return UNLIMITED
    return int(most) - psutil.Process().num_fds()


def own_memory(process: int) -> int:
    """Bytes of a process that it shares with no other: what one more of its kind costs.

    Not its PSS: of one fork alone that has a third of what all forks share in it. The two meet
    where there are many.

    Raises:
        psutil.Error: There is no such process.
    """
    own: int = psutil.Process(process).memory_full_info().uss
    return own + _page_tables(process)


def _page_tables(process: int) -> int:
    try:
        status = Path(f"/proc/{process}/status").read_text()
    except OSError:
        return 0
    found = [line.split()[1] for line in status.splitlines() if line.startswith("VmPTE:")]
    return int(found[0]) * 1024 if found else 0


def _folders(groups: Path, own: str | None, kind: str = "memory") -> list[Path]:
    """The group of this process and all groups around it, where they can be seen."""
    path = own if own is not None else _own_group(kind)
    root = groups / kind if (groups / kind).is_dir() else groups
    inner = root / path.strip("/")
    around = [inner, *inner.parents]
    return [folder for folder in around if folder == root or root in folder.parents]


def _own_group(kind: str) -> str:
    try:
        lines = Path("/proc/self/cgroup").read_text().splitlines()
    except OSError:
        return ""
    groups = {names: path for _, names, path in (line.split(":", 2) for line in lines)}
    own = [path for names, path in groups.items() if kind in names.split(",")]
    return own[0] if own else groups.get("", "")


def _group_memory(folder: Path) -> int:
    limit = _limit(folder)
    used = _number(folder / "memory.current") or _number(folder / "memory.usage_in_bytes")
    return limit if limit == UNLIMITED or used is None else limit - used + _cache(folder)


def _limit(folder: Path) -> int:
    limit = _number(folder / "memory.max") or _number(folder / "memory.limit_in_bytes")
    return limit if limit and limit < ENDLESS else UNLIMITED


def _cache(folder: Path) -> int:
    """Bytes of files that the system lets go of as soon as memory is needed."""
    try:
        counts = dict(line.split() for line in (folder / "memory.stat").read_text().splitlines())
    except (OSError, ValueError):
        return 0
    return int(counts.get("total_inactive_file", counts.get("inactive_file", 0)))


def _number(file: Path) -> int | None:
    try:
        return int(file.read_text())
    except (OSError, ValueError):  # not there, or "max"
        return None
