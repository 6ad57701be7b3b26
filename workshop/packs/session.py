"""The words around the exercises of a session."""

from typing import Annotated

from workshop.packs.base import Table, Text, fills


class SessionPack(Table):
    """Title and frame of the session page."""

    title: Text
    lead: Text
    step: Annotated[Text, fills("number", "count")]
    discuss: Text
