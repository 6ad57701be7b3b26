"""The words of the page around everything: starting, waiting, losing the connection."""

from typing import Annotated

from workshop.packs.base import Table, Text, fills


class PagePack(Table):
    """What a page says that has no kernel, not yet, or no longer."""

    skip: Text
    starting: Text
    part: Annotated[Text, fills("part", "parts")]
    drawing: Text
    slow: Text
    stuck: Text
    broken: Text
    no_script: Text
    interrupted: Text
    lost: Text
    unanswered: Text
    reload: Text
    cell_error: Text
    cell_error_help: Text
    missing: Text
    missing_help: Text
    failed: Text
    failed_help: Text
    waiting: Text
    ahead: Annotated[Text, fills("people")]
    one_ahead: Text
    next: Text
    come: Text
    no_room: Text
    unheard: Text
    waiting_help: Text
    home: Text
    choose: Text
    back: Text
    languages: Text
    titles: dict[str, Text]
    """What a notebook's heading is in this language, by the heading as it stands there."""
