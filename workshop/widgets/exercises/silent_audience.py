"""The silent audience: ten messages to a thousand people, and a mirror that turns around."""

import secrets
from typing import Any, Literal

from ipywidgets import Widget
from pydantic import Field, ValidationInfo, model_validator

from workshop.models.audience import (
    KINDS,
    MOST_MESSAGES,
    TYPICAL,
    Audience,
    audience,
    counts,
    per_message,
    places,
    ranges,
    totals,
)
from workshop.packs.base import check_own
from workshop.packs.silent_audience import MessageKind, View
from workshop.widgets.controls import control_words
from workshop.widgets.exercise import BaseAnswer, Exercise, boxed, pack_of
from workshop.widgets.inputs import Inputs
from workshop.widgets.markup import paragraphs
from workshop.widgets.parts.choice import Choice
from workshop.widgets.parts.dots import Dots
from workshop.widgets.parts.offers import Offers
from workshop.widgets.parts.press import Press
from workshop.widgets.parts.prose import Prose
from workshop.widgets.parts.range import Range
from workshop.widgets.tellings.silent_audience import (
    also,
    describe,
    honesty,
    legend,
    message_table,
    sentence,
)

LAST_SEED = 999_999


class SilentAudience(Exercise):
    """A thousand dots that hear ten messages: what the sender sees, and what happened.

    Messages cannot be unsent, as in life. The same people can hear ten others from the start.

    Examples:
        >>> crowd = SilentAudience()
        >>> crowd.change(messages=["pitch"] * 10)
        >>> crowd.result["totals"]["silent"]
        6
    """

    key = "silent_audience"

    class Answer(BaseAnswer):
        """What was sent, to which audience, the ten before, and where one looks."""

        messages: tuple[MessageKind, ...] = Field(max_length=MOST_MESSAGES)
        before: tuple[MessageKind, ...] = Field(default=(), max_length=MOST_MESSAGES)
        seed: int = Field(ge=TYPICAL, le=LAST_SEED)
        turned: bool = False
        view: Literal["seen", "happened"] = "seen"
        until: int = Field(default=MOST_MESSAGES, ge=1, le=MOST_MESSAGES)
        inputs: dict[str, float]

        @model_validator(mode="after")
        def _fits_together(self, info: ValidationInfo) -> "SilentAudience.Answer":
            check_own(self.inputs, pack_of(info).silent_audience.inputs)
            if self.turned and len(self.messages) < MOST_MESSAGES:
                raise ValueError(f"the mirror turns after {MOST_MESSAGES} messages")
            if not self.turned and self.view != "seen":
                raise ValueError("before the mirror turns there is one view, seen")
            return self

    def start(self) -> dict[str, Any]:
        """Return the typical audience, before anybody has said anything."""
        return {
            "messages": [],
            "before": [],
            "seed": TYPICAL,
            "turned": False,
            "view": "seen",
            "until": MOST_MESSAGES,
            "inputs": {},
        }

    def build(self) -> list[Widget]:
        """Make the four messages to choose from, the dots, and what is shown after the turn."""
        self._sender = boxed("wk-rest", *self._make_sender())
        self._mirror = boxed("wk-rest", *self._make_mirror())
        self._inputs = Inputs(self, lambda name: self.words.inputs[name])
        fold = self._inputs.fold(self.words.controls.inputs, list(self.words.inputs))
        controls = boxed("wk-controls", self._sender, self._mirror, fold)
        self._sentence, self._also, self._table = Prose(live=True), Prose(), Prose()
        self._sentence.add_class("wk-sentence")
        spoken = control_words(self.pack)
        self._dots, self._room = Dots(words=spoken), Dots(words=spoken)
        stage = boxed("wk-stage", self._sentence, boxed("wk-crowds", self._dots, self._room))
        stage.add_class("wk-stage-above")
        rest = boxed("wk-rest", self._table, self._also, Prose(html=honesty(self.pack)))
        return [boxed("wk-body", controls, boxed("wk-picture", stage, rest))]

    def solve(self, answer: Answer) -> dict[str, Any]:
        """Send the messages to one audience, and to all that the assumptions allow."""
        assumptions = self.words.assumptions(answer.inputs)
        people = self._people(answer)
        rows = per_message(people).to_dict("records")
        all_sent = len(answer.messages) == MOST_MESSAGES
        return {
            "messages": [
                {**row, "kind": kind} for row, kind in zip(rows, answer.messages, strict=True)
            ],
            "totals": totals(people),
            "before": self._before(answer),
            # Said only in the end, and most of the work: a message must not wait for it.
            "ranges": ranges(assumptions, answer.messages).to_dict("records") if all_sent else [],
        }

    def finished(self, answer: Answer, result: dict[str, Any]) -> bool:
        """Tell whether the mirror has turned."""
        return answer.turned

    def show(self, answer: Answer, result: dict[str, Any]) -> None:
        """Bring dots, controls and sentences to the answer."""
        # The dots first: they are what the eye waits for.
        self._show_dots(answer)
        self._sentence.html = paragraphs(sentence(self.pack, result, answer.turned))
        self._show_sender(len(answer.messages), answer.turned)
        self._table.html = message_table(self.pack, result, answer.turned)
        self._also.html = also(self.pack, result) if answer.turned else ""
        self._mirror.layout.display = None if answer.turned else "none"
        self._view.value, self._until.value = answer.view, answer.until
        self._inputs.show(answer.inputs)

    def _show_dots(self, answer: Answer) -> None:
        """Show the crowd and, once the mirror has turned, the same people in a room beside it."""
        sent = len(answer.messages)
        until = min(answer.until, sent) if answer.turned else sent
        self._show_crowd(self._dots, answer, answer.view, until)
        self._room.layout.display = None if answer.turned else "none"
        if answer.turned:
            self._show_crowd(self._room, answer, "room", until)

    def _show_crowd(self, part: Dots, answer: Answer, view: View, until: int) -> None:
        dots = places(self._people(answer), view, until)
        kinds = legend(self.pack, counts(dots, view), view)
        title = self.words.views[view] if answer.turned else ""
        part.show(dots.tolist(), kinds, describe(self.pack, kinds, until), title)

    def _show_sender(self, sent: int, turned: bool) -> None:
        words = self.words.controls
        all_sent = sent == MOST_MESSAGES
        told = words.all_sent if all_sent else words.next
        offers = [
            {
                "value": kind,
                "label": self.words.kinds[kind],
                "hint": self.words.messages[kind][sent],
            }
            for kind in ([] if all_sent else KINDS)
        ]
        self._offers.show(told.format(number=sent + 1, count=MOST_MESSAGES), offers)
        self._turn.layout.display = None if all_sent else "none"
        self._sender.layout.display = "none" if turned else None

    def _before(self, answer: Answer) -> dict[str, int]:
        """Return what the ten messages before these did to the same people, if there were any."""
        if not answer.before:
            return {}
        before = audience(self.words.assumptions(answer.inputs), answer.before, answer.seed)
        return {name: totals(before)[name] for name in ("silent", "answered")}

    def _people(self, answer: Answer) -> Audience:
        return audience(self.words.assumptions(answer.inputs), answer.messages, answer.seed)

    def _make_sender(self) -> list[Widget]:
        self._offers = Offers()
        self._offers.on_chosen(self._on_chosen)
        self._turn = Press(self.words.controls.turn)
        self._turn.on_press(lambda _: self.change(turned=True, view="happened"))
        return [self._offers, self._turn]

    def _make_mirror(self) -> list[Widget]:
        words = self.words.controls
        # Beside what one looks at, the room is always in view.
        views = [{"value": view, "label": self.words.views[view]} for view in ("seen", "happened")]
        self._view = Choice(words.view, views, words=control_words(self.pack))
        self.listen(self._view, lambda view: self.change(view=view))
        self._until = Range(
            words.until, MOST_MESSAGES, 1, MOST_MESSAGES, words=control_words(self.pack)
        )
        self.listen(self._until, lambda value: self.change(until=round(value)))
        same, other = Press(words.same), Press(words.other, kind="quiet")
        same.on_press(lambda _: self._again(self.answer["seed"], self.answer["messages"]))
        other.on_press(lambda _: self._again(1 + secrets.randbelow(LAST_SEED), []))
        return [self._view, self._until, same, other]

    def _on_chosen(self, kind: str) -> None:
        self.change(messages=[*self.answer["messages"], kind])

    def _again(self, seed: int, before: list[str]) -> None:
        kept = {"inputs": self.answer["inputs"], "seed": seed, "before": before}
        self.change(**{**self.start(), **kept})
