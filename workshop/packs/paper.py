"""The words of what is printed: the guide and the workbook of an agenda, the report of a room."""

from typing import Annotated, Literal

from pydantic import Field

from workshop.packs.base import Table, Text, fills
from workshop.packs.exercise import Points


class Guide(Table):
    """The facilitator's guide; what stands beside a step is named as at the desk."""

    title: Annotated[Text, fills("title")]
    lead: Annotated[Text, fills("minutes", "blocks")]
    objectives: Text
    material: Text
    things: tuple[Text, ...]
    before: Text
    week: Points
    day: Points
    half_hour: Points
    run: Text
    clock: Text
    block: Text
    minutes: Text
    shortest: Text
    times: Annotated[Text, fills("clock", "minutes", "shortest")]
    without: Points


class Ask(Table):
    """One thing to fill in: some lines, or a row for each of what the pack has already named."""

    text: Text
    lines: int = Field(default=2, ge=1, le=20)
    each: Literal["", "activities", "statements"] = ""


class Workbook(Table):
    """The learner's workbook, which is the session on paper."""

    title: Annotated[Text, fills("title")]
    lead: Text
    notes: Text
    exercises: dict[str, tuple[Ask, ...]]


class Report(Table):
    """The report of a room."""

    title: Text
    lead: Annotated[Text, fills("seats", "day")]
    promise: Annotated[Text, fills("least", "date")]
    block: Text
    planned: Text
    used: Text
    answered: Text
    texts: Text


class PaperPack(Table):
    """Everything that is printed beside what people take home."""

    guide: Guide
    workbook: Workbook
    report: Report
