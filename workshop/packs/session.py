"""The words around the exercises of a session."""

from typing import Annotated

from workshop.packs.base import Table, Text, fills


class SessionPack(Table):
    """Frame of the session page; `title` is a line of the trainer's own above it, if any.

    `unfinished` says by exercise what it takes to be done with it.
    """

    title: str = ""
    lead: Annotated[Text, fills("count")]
    step: Annotated[Text, fills("number", "count")]
    discuss: Text
    look_back: Text
    finished: Text
    unfinished: dict[str, Text]
    progress: Annotated[Text, fills("done", "count")]
    progress_name: Text
    step_done: Annotated[Text, fills("number", "step")]
    step_open: Annotated[Text, fills("number", "step")]
