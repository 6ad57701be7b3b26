"""The words of the door to a live room."""

from typing import Annotated

from pydantic import Field

from workshop.packs.base import Table, Text, fills

Word = Annotated[str, Field(min_length=1, max_length=24)]


class SeatNames(Table):
    """Two lists that a pseudonym is made of."""

    first: tuple[Word, ...] = Field(min_length=8)
    second: tuple[Word, ...] = Field(min_length=8)


class Inside(Table):
    """What somebody reads who has joined."""

    name: Annotated[Text, fills("name")]
    private: Text
    date: Annotated[Text, fills("date")]


class Refusals(Table):
    """Why somebody cannot come in, and what to do; named like the room's reasons."""

    wrong_code: Text
    wrong_word: Text
    too_many_tries: Text
    full: Text
    closed: Text
    no_seat: Text
    unavailable: Text


class JoiningPack(Table):
    """Joining a room by its code, or with the word of another device."""

    title: Text
    lead: Text
    code: Text
    join: Text
    elsewhere: Text
    word: Text
    back_to_code: Text
    names: SeatNames
    inside: Inside
    refusals: Refusals
