"""What a page knows of its room, put together from what is new each time."""

from dataclasses import dataclass, field
from typing import Any


@dataclass
class Standing:
    """The stage, the tallies and the texts of a room as they are."""

    agenda: Any
    stage: Any = None
    tallies: dict[tuple[str, int], Any] = field(default_factory=dict)
    texts: list[Any] = field(default_factory=list)

    def take(self, changes: Any) -> None:
        """Take what is new."""
        self.stage = changes.stage
        self.tallies |= {(one.step, one.round): one for one in changes.tallies}
        if changes.texts is not None:
            self.texts = changes.texts

    @property
    def place(self) -> int:
        """Where the session is in its agenda."""
        place: int = self.agenda.place(self.stage.step, self.stage.round)
        return place

    @property
    def step(self) -> Any:
        """The step that is up."""
        return self.agenda.steps[self.place]

    @property
    def tally(self) -> Any:
        """The tally of the round that is up; None if nothing is counted in it."""
        found = self.tallies.get((self.stage.step, self.stage.round))
        return found if self.step.exercise else None

    @property
    def of_step(self) -> list[Any]:
        """The tallies of all rounds of the step that is up."""
        return [one for (step, _), one in self.tallies.items() if step == self.stage.step]

    @property
    def step_texts(self) -> list[Any]:
        """The texts of the step that is up."""
        return [text for text in self.texts if text.step == self.stage.step]
