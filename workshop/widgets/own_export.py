"""A participant's own export: what it measures takes the place of assumptions, with a way back."""

from typing import Any

from ipywidgets import Widget
from pydantic import BaseModel, ConfigDict, Field, StrictBool, StrictInt

from workshop.models.measured import LEAST_POSTS, measure
from workshop.packs import Pack
from workshop.packs.reach_comparison import ReachComparisonPack
from workshop.sheets import History, read_export
from workshop.widgets.bring import Bring
from workshop.widgets.exercise import Exercise, boxed
from workshop.widgets.parts.fold import Fold
from workshop.widgets.parts.press import Press
from workshop.widgets.parts.prose import Prose
from workshop.widgets.tellings.export import measured, posts

NUMBERS = ("following", "seen_share", "answer_share")
"""The inputs that an export can measure."""


class Measured(BaseModel):
    """One number from a file, in its input's unit, with its 80 % interval."""

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)

    low: float
    typical: float
    high: float
    posts: StrictInt = Field(ge=0)
    screens: StrictBool = False


class Exported(BaseModel):
    """What a file measured, and where it came from."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    platform: str
    numbers: dict[str, Measured]

    def check(self, pack: Pack, platform: str) -> None:
        """Check that everything is a number of the pack, in order and within its limits.

        Raises:
            ValueError: Naming the first that is not.
        """
        if self.platform not in pack.files.platforms:
            raise ValueError(f"{self.platform!r} is no platform")
        for name, number in self.numbers.items():
            if name not in NUMBERS:
                raise ValueError(f"{name!r} cannot be measured")
            limits = pack.reach_comparison.input(name, platform)
            ends = (limits.lowest, number.low, number.typical, number.high, limits.highest)
            if list(ends) != sorted(ends):
                raise ValueError(f"{name} must be a range from {ends[0]:g} to {ends[-1]:g}")

    def in_force(self, own: dict[str, float]) -> dict[str, Measured]:
        """Return the numbers that the participant has not replaced since."""
        return {k: number for k, number in self.numbers.items() if own.get(k) == number.typical}


class OwnExport:
    """The field for a file, and the note that says which numbers came from it.

    Args:
        exercise: Whose answer holds `platform`, `inputs` and `export`.
    """

    def __init__(self, exercise: Exercise) -> None:
        self._exercise, self._pack = exercise, exercise.pack
        words = self._pack.files.export
        self._note = Prose()
        self._back = Press(words.back, kind="quiet")
        self._back.on_press(self._on_back)
        self._box = boxed("wk-from-file", self._note, self._back)
        self._fold = Fold(words.fold, self._field)

    @property
    def widgets(self) -> list[Widget]:
        """What is shown of it."""
        return [self._fold, self._box]

    def show(self, platform: str, found: dict[str, Measured]) -> None:
        """Say which numbers come from a file."""
        plain = {name: number.model_dump() for name, number in found.items()}
        self._note.html = measured(self._pack, platform, plain)
        self._box.layout.display = None if found else "none"

    def _field(self) -> list[Widget]:
        words = self._pack.files.export
        accept = self._pack.files.accept
        bring = Bring(
            self._pack, label=words.label, help=words.help, accept=accept, read=self._on_file
        )
        return [bring.box]

    def _on_file(self, data: bytes, order: Any) -> str:
        history = read_export(data, order)
        said = posts(self._pack, history)
        found = self._measured(history)
        if not found:
            name = self._pack.files.platforms[history.platform]
            few = self._pack.files.export.few.format(platform=name, least=LEAST_POSTS)
            return f"{few} {said}".strip()
        answer = self._exercise.answer
        numbers = {name: number.model_dump() for name, number in found.items()}
        self._exercise.change(
            platform=history.platform,
            inputs={**answer["inputs"], **{name: n.typical for name, n in found.items()}},
            export={"platform": history.platform, "numbers": numbers},
        )
        return said

    def _measured(self, history: History) -> dict[str, Measured]:
        words: ReachComparisonPack = self._pack.reach_comparison
        if history.platform not in words.platforms.ranges:
            return {}
        own = self._exercise.answer["inputs"].get("following")
        told = [(post.reached, post.answers) for post in history.posts]
        found = measure(history.followers or own, told)
        numbers = {
            name: _within(words, name, history, values.low, values.typical, values.high)
            for name, values in found.items()
        }
        if history.followers:
            numbers["following"] = _within(
                words, "following", history, *[float(history.followers)] * 3
            )
        return numbers

    def _on_back(self, _: Press) -> None:
        answer = self._exercise.answer
        own = {k: v for k, v in answer["inputs"].items() if k not in answer["export"]["numbers"]}
        self._exercise.change(inputs=own, export=None)


def _within(words: ReachComparisonPack, name: str, history: History, *ends: float) -> Measured:
    """Return a measured number in its input's unit; what lies beyond its limits stops there."""
    limits = words.input(name, history.platform)
    low, typical, high = (
        min(max(limits.people_read(end), limits.lowest), limits.highest) for end in ends
    )
    return Measured(
        low=low, typical=typical, high=high, posts=len(history.posts), screens=history.screens
    )
