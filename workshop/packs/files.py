"""What is said about files that people bring."""

from typing import Annotated, Literal

from pydantic import model_validator

from workshop.packs.base import Table, Text, fills
from workshop.sheets import KINDS, SheetError

Order = Literal["dmy", "mdy"]
Platform = Literal["linkedin", "x", "facebook", "instagram", "mastodon"]


class Export(Table):
    """Words about what an export measures and how its posts read."""

    fold: Text
    label: Text
    help: Text
    yours: Text
    title: Annotated[Text, fills("platform")]
    following: Annotated[Text, fills("typical")]
    seen_share: Annotated[Text, fills("low", "high", counted=("posts",))]
    seen_screens: Annotated[Text, fills("low", "high", "platform", counted=("posts",))]
    answer_share: Annotated[Text, fills("low", "high", counted=("posts",))]
    back: Text
    few: Annotated[Text, fills("platform", "least")]
    posts: Annotated[Text, fills("low", "high", counted=("of", "count"))]
    not_judged: Text


class FilesPack(Table):
    """Words of choosing a file, and a sentence for each mistake in one."""

    accept: Text
    journal: Text
    order: Text
    orders: dict[Order, Text]
    platforms: dict[Platform, Text]
    mistakes: dict[str, Text]
    export: Export

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
