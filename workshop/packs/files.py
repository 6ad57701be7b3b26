"""What is said about files that people bring."""

from typing import Literal

from pydantic import model_validator

from workshop.packs.base import Table, Text, fills
from workshop.sheets import KINDS, SheetError

Order = Literal["dmy", "mdy"]
Platform = Literal["linkedin", "x", "facebook", "instagram", "mastodon"]


class FilesPack(Table):
    """Words of choosing a file, and a sentence for each mistake in one."""

    accept: Text
    journal: Text
    order: Text
    orders: dict[Order, Text]
    platforms: dict[Platform, Text]
    mistakes: dict[str, Text]

    @model_validator(mode="after")
    def _has_a_sentence_for_each_mistake(self) -> "FilesPack":
        if odd := sorted(set(self.mistakes) ^ set(KINDS)):
            raise ValueError(f"mistakes: {odd[0]!r} is missing, or is no mistake that a file has")
        for kind, text in self.mistakes.items():
            try:
                fills(*KINDS[kind]).func(text)  # type: ignore[call-arg]
            except ValueError as problem:
                raise ValueError(f"mistakes.{kind} {problem}") from None
        return self

    def mistake(self, problem: SheetError) -> str:
        """Say what is wrong with a file, and where."""
        return self.mistakes[problem.kind].format(**problem.where)
