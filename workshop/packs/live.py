"""The words of the participant's page of a live session."""

from typing import Annotated

from workshop.packs.base import Table, Text, fills


class SavingWords(Table):
    """Where an answer is, named like what a seat says of it; and why a room did not take it."""

    saved: Text
    saving: Text
    kept: Text
    late: Text
    over: Text
    refused: Text


class RoomWords(Table):
    """What is wrong with the room, if anything is."""

    finding: Text
    no_seat: Text
    away: Text
    gone: Text
    closed: Text


class PaceWords(Table):
    """As the trainer set it, with half as much time again, or not at all."""

    default: Text
    extended: Text
    off: Text


class TimerWords(Table):
    """The timer that all see, and how each has it for themselves."""

    label: Text
    left: Annotated[Text, fills("minutes")]
    over: Text
    pace: Text
    paces: PaceWords


class ShareWords(Table):
    """Giving one text to the room."""

    heading: Text
    lead: Text
    press: Text
    done: Text
    failed: Text
    heard: Text


class LivePack(Table):
    """The page that follows the room."""

    place: Annotated[Text, fills("number", "count", "title")]
    moved: Annotated[Text, fills("title")]
    go: Text
    earlier: Text
    listen: Text
    again: Annotated[Text, fills("number")]
    stay: Text
    stayed: Text
    home: Text
    mine: Text
    other_device: Text
    word: Annotated[Text, fills("word")]
    word_afar: Annotated[Text, fills("word", "address")]
    saving: SavingWords
    room: RoomWords
    timer: TimerWords
    share: ShareWords
