"""The words around the exercises of a session."""

from workshop.packs.base import Table, Text, template


class SessionPack(Table):
    """Title and frame of the session page."""

    title: Text
    lead: Text
    step: template("number", "count")
    discuss: Text
