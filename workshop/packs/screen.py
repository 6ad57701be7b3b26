"""The words of the projector's view."""

from typing import Annotated

from workshop.packs.base import Table, Text, fills


class ScreenPack(Table):
    """What a room reads on the wall."""

    join: Text
    code: Text
    qr: Annotated[Text, fills("address")]
    here: Annotated[Text, fills("seats")]
    again: Annotated[Text, fills("number")]
    promise: Annotated[Text, fills("least", "date")]
    time: Text
    time_left: Annotated[Text, fills("minutes")]
    time_over: Text
    closed: Text
    away: Text
    gone: Text
    nobody: Annotated[Text, fills("address")]
