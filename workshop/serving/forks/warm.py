"""What a warm parent has imported before it forks."""

import importlib
import os
import threading
from contextlib import suppress

from workshop.packs.languages import languages
from workshop.packs.loading import PackError, load_pack
from workshop.serving.forks.kernel import OPTIONS, ParticipantApp

NEEDED = (
    "workshop.widgets.session",
    "altair",
    "anywidget",
    "ipywidgets",
    "nbformat",
    "numpy.random",
    "pandas",
    # What a kernel imports while it answers its first messages.
    "encodings.ascii",
    "encodings.idna",
    "encodings.latin_1",
    "faulthandler",
    "ipykernel.comm.comm",
    "pdb",
    "stringprep",
    "tornado.gen",
    "tornado.locks",
    "tornado.platform.asyncio",
    "tornado.queues",
)


def warm_up() -> ParticipantApp:
    """Import what participants need, and prepare a kernel as far as it goes without sockets.

    Raises:
        RuntimeError: Something of it has started a thread, so no fork could be trusted.
    """
    app = ParticipantApp.instance(config=OPTIONS)
    app.prepare()  # first: what is imported looks whether there is a shell
    for name in NEEDED:
        importlib.import_module(name)
    load_ahead()
    found = threads()
    if found > 1:
        raise RuntimeError(f"{found} threads are running: {threading.enumerate()}")
    return app


def load_ahead() -> None:
    """Load the words of each language, and the rules that posts are read by, once for all."""
    for language in languages():
        with suppress(PackError):  # what is wrong with a trainer's pack is told where it is shown
            _ = load_pack(language).rules.index


def threads() -> int:
    """Count this process's threads, those that Python does not know as well."""
    return len(os.listdir("/proc/self/task"))
