"""An exercise of one's own: of your last ten messages, how many asked, and how many sold?"""

from typing import Any

from ipywidgets import Widget
from pydantic import Field

from workshop.packs.exercise import Discuss, ExercisePack
from workshop.widgets.controls import plain_range
from workshop.widgets.exercise import BaseAnswer, Exercise
from workshop.widgets.markup import paragraphs
from workshop.widgets.parts.prose import Prose

OF = 10


class LastTen(Exercise):
    """Two numbers that people can count on their own phone, and one sentence about them."""

    key = "last_ten"
    own_words = ExercisePack(
        title="Your last ten",
        question="Of your last ten messages, how many asked, and how many sold?",
        lead="Open the app you use most, and count. Nobody sees the numbers but you.",
        discuss=Discuss(points=("Which of the ten would you like to have been sent?",)),
    )

    class Answer(BaseAnswer):
        """Messages of the last ten that asked, and that sold; one may do both."""

        asked: int = Field(0, ge=0, le=OF)
        sold: int = Field(0, ge=0, le=OF)

    def start(self) -> dict[str, Any]:
        """Return the answer before anything is touched."""
        return self.Answer().model_dump()

    def build(self) -> list[Widget]:
        """Make the controls and the sentence, without values."""
        self._numbers = {
            name: plain_range(
                self.pack, label=label, help="", unit="times", limits=(0, OF, 1), value=0
            )
            for name, label in (("asked", "Asked a question"), ("sold", "Sold something"))
        }
        for name, control in self._numbers.items():
            self.listen(control, lambda value, name=name: self.change(**{name: int(value)}))
        self._sentence = Prose(live=True)
        return [*self._numbers.values(), self._sentence]

    def solve(self, answer: Answer) -> dict[str, Any]:
        """Return how many more asked than sold; below zero if more sold."""
        return {"more": answer.asked - answer.sold}

    def show(self, answer: Answer, result: dict[str, Any]) -> None:
        """Bring controls and sentence to an answer and its result."""
        for name, control in self._numbers.items():
            control.value = getattr(answer, name)
        more = "asked more than you sold" if result["more"] > 0 else "sold at least as often"
        self._sentence.html = paragraphs(f"Of your last ten, you {more}.")
