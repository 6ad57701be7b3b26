"""The words of the pack studio, and the posts that it tries a pack on."""

from typing import Annotated

from pydantic import Field

from workshop.packs.base import Table, Text

Post = Annotated[str, Field(min_length=1, max_length=2000)]


class StudioPack(Table):
    """A page on which a trainer changes rubric and phrases, and sees at once what that does."""

    title: Text
    lead: Text
    label: Text
    help: Text
    start: Annotated[str, Field(min_length=1, max_length=5000)]
    well: Text
    examples: Text
    posts: Annotated[tuple[Post, ...], Field(min_length=1, max_length=12)]
    criteria: Text
    save: Text
    save_help: Text
    file: Text
