"""What the system lets one process have."""

import contextlib
import sys

SOCKETS = 20_000
"""How many ends of lines to kernels the server may hold; ZeroMQ's own limit of 1,023 is reached
with 170 participants."""


def open_as_many_files_as_allowed() -> None:
    """Raise the limit of open files to what the system allows without asking.

    A participant takes about six descriptors of the server, and the usual limit of 1,024 would
    turn away the 170th.
    """
    if sys.platform == "win32":
        return
    import resource

    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    with contextlib.suppress(ValueError, OSError):  # some systems call unlimited what they refuse
        resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
