"""Words of `ThousandPeople`."""

from typing import Annotated

from pydantic import Field

from workshop.packs.base import Table, Text, fills
from workshop.packs.exercise import ExercisePack


class Draft(Table):
    """A field to write in."""

    label: Text
    placeholder: str = ""
    help: str = ""


class MirrorWords(Table):
    """The mirror: what a try shows of itself, and the words that speak of each side."""

    title: Text
    lead: Text
    open: Text
    missing: Text
    own_words: frozenset[Text]
    their_words: frozenset[Text]
    own: Annotated[Text, fills("count")]
    theirs: Annotated[Text, fills("count")]
    no_words: Text
    no_weight: Text
    selling: Text
    introduction: Text
    neither: Text
    asked: Text
    asked_nothing: Text


class Questions(Table):
    """The three questions of the teaching, and the listening that comes before the second try."""

    title: Text
    pitch_or_introduce: Text
    what_they_do: Text
    what_matters: Text
    matters: Draft


class SecondTry(Draft):
    """The field for the second try, and the way to the comparison."""

    title: Text
    open: Text
    missing: Text


class Compared(Table):
    """Both tries side by side."""

    title: Text
    first: Text
    second: Text
    changed: Text
    caption: Text
    what: Text
    reads: Text
    own: Text
    theirs: Text
    questions: Text
    about_them: Text


class Fate(Table):
    """What may become of both tries among a thousand who hear them."""

    title: Text
    lead: Text
    caption: Text
    what: Text
    shown: Text
    answered: Text
    goodbyes: Text
    silent: Text
    unjudged: Text
    same: Text
    weak: Text


class Sentences(Table):
    """The one sentence, at each step."""

    start: Text
    written: Text
    mirrored: Annotated[Text, fills("theirs", "own", "asked")]
    compared: Annotated[Text, fills("first", "second")]
    compared_same: Annotated[Text, fills("asked")]


class ThousandPeoplePack(ExercisePack):
    """Everything `ThousandPeople` shows."""

    longest: int = Field(ge=280, le=10_000)
    draft: Draft
    mirror: MirrorWords
    questions: Questions
    second: SecondTry
    compared: Compared
    fate: Fate
    sentences: Sentences
