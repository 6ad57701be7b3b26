"""What every exercise is: an answer, a result, and a way back to the start.

Everything around the exercises (memory, a live room, what people take home) works on `answer` and
`result` alone. The way through is one circle: a control moves, `change` makes a new answer, the
answer is checked, the model makes a result of it, and both are shown.
"""

import logging
import math
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any, ClassVar

from ipywidgets import VBox, Widget
from markupsafe import Markup
from pydantic import BaseModel, ConfigDict, ValidationError, ValidationInfo
from traitlets import Bool, Bunch, Dict, TraitError, observe, validate

from workshop.packs import Pack, load_pack
from workshop.packs.exercise import ExercisePack
from workshop.widgets.markup import element, items, paragraphs
from workshop.widgets.parts.memory import Memory
from workshop.widgets.parts.press import Press
from workshop.widgets.parts.prose import Prose

log = logging.getLogger("workshop")


class BaseAnswer(BaseModel):
    """What a participant chose and wrote; each exercise has its own. The pack is the context."""

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)


def pack_of(info: ValidationInfo) -> Pack:
    """Return the pack that an answer is checked against."""
    if not isinstance(info.context, Pack):
        raise TypeError("an answer is checked with its pack as the context")
    return info.context


class Exercise(VBox):
    """One exercise, usable alone in a notebook or in a session.

    The browser keeps the answer and brings it back after a reload, unless one is given here.

    Args:
        pack: Words and numbers; the default pack if None.
        eyebrow: A short line above the question, such as "1 of 7".
        answer: What was answered before, to go on from there.
    """

    key: ClassVar[str]
    """The exercise's name in the pack."""

    own_words: ClassVar[ExercisePack | None] = None
    """The words of an exercise that is in no pack; those of the pack under its key if None."""

    takes_up: ClassVar[Mapping[str, str]] = {}
    """Exercises before it in a session that it is made with: its own argument for each key."""

    written: ClassVar[frozenset[str]] = frozenset()
    """Fields of the answer that hold what somebody wrote: they never leave the page by themselves.

    What stands in the result is never a text of theirs.
    """

    Answer: ClassVar[type[BaseAnswer]]
    """The shape of `answer`."""

    answer = Dict()
    """What the participant chose and wrote, as plain JSON; replaced as a whole, and checked."""

    result = Dict()
    """What the model made of the answer, as plain JSON."""

    done = Bool(False)
    """Whether the participant has been through it."""

    def __init__(
        self,
        pack: Pack | None = None,
        *,
        eyebrow: str = "",
        answer: Mapping[str, Any] | None = None,
    ) -> None:
        self.pack = pack or load_pack()
        self.words: Any = self.own_words or getattr(self.pack, self.key)
        self._showing = False
        super().__init__()
        self.add_class("wk-exercise")
        self._problem = Prose(live=True)
        self._memory = Memory(self.key, words=self.pack.takehome.model_dump())
        body = [self._head(eyebrow), *self.build(), self._problem, self._foot()]
        self.children = body if answer else [*body, self._memory]
        self.answer = dict(answer) if answer else self.start()
        self._memory.on_recalled(self._on_recalled)

    def __repr__(self) -> str:
        """Name the exercise; ipywidgets would print the whole tree below it into every page."""
        return f"{type(self).__name__}()"

    @property
    def told(self) -> dict[str, Any]:
        """Answer and result as they may leave the page: without anything that somebody wrote."""
        answer = {name: value for name, value in self.answer.items() if name not in self.written}
        return {"answer": answer, "result": self.result}

    @property
    def latest_text(self) -> str:
        """What its writer might want to share: the text they wrote last, or nothing."""
        return ""

    def keep_at(self, place: str) -> None:
        """Let the browser keep the answer for one place, such as a room, apart from all others."""
        self._memory.place = place

    def take_up(self, told: Mapping[str, Any]) -> bool:
        """Go on from an answer that was told elsewhere; say whether it fits without texts."""
        kept = {name: value for name, value in told.items() if name not in self.written}
        try:
            self.answer = _in_order({**self.start(), **kept}, self.start())
        except TraitError as problem:
            log.warning("Not taken up: %s: %s", self.key, problem)
            return False
        return True

    def start(self) -> dict[str, Any]:
        """Return the answer before anything is touched."""
        raise NotImplementedError

    def build(self) -> list[Widget]:
        """Make the controls and pictures, without values."""
        raise NotImplementedError

    def solve(self, answer: Any) -> dict[str, Any]:
        """Return the result of a checked answer."""
        raise NotImplementedError

    def show(self, answer: Any, result: dict[str, Any]) -> None:
        """Bring controls, pictures and sentences to an answer and its result."""
        raise NotImplementedError

    def finished(self, answer: Any, result: dict[str, Any]) -> bool:
        """Tell whether the participant has been through it: by itself, once they changed it."""
        return self.answer != self.start()

    def reset(self) -> None:
        """Go back to the start."""
        self.answer = self.start()

    def change(self, **fields: Any) -> None:
        """Replace some fields of the answer; a refused change leaves everything as it was."""
        try:
            self.answer = {**self.answer, **fields}
        except TraitError as problem:
            self._tell(problem)
            self._show_answer()

    def listen(self, part: Widget, handler: Callable[..., None], *names: str) -> None:
        """Call a handler when the participant moves a part, not when the exercise shows it."""

        def on_moved(change: Bunch) -> None:
            if not self._showing:
                handler(change.new)

        part.observe(on_moved, list(names or ("value",)))

    @contextmanager
    def showing(self) -> Iterator[None]:
        """Move parts without hearing them: what is shown was not done by the participant."""
        before, self._showing = self._showing, True
        try:
            yield
        finally:
            self._showing = before

    @validate("answer")
    def _check_answer(self, proposal: Bunch) -> dict[str, Any]:
        try:
            checked = self.Answer.model_validate(proposal.value, context=self.pack)
        except ValidationError as problem:
            first = problem.errors(include_url=False)[0]
            where = ".".join(str(step) for step in first["loc"])
            raise TraitError(
                f"{type(self).__name__}.answer: {where}: {first['msg']}; "
                f"found {first['input']!r:.80}"
            ) from None
        return checked.model_dump(mode="json")

    @observe("answer")
    def _on_answer_changed(self, change: Bunch) -> None:
        self._show_answer()

    def _on_recalled(self, kept: dict[str, Any]) -> None:
        """Go on from what the browser kept; what no longer fits (another pack) is let go."""
        try:
            self.answer = kept or self.start()
        except TraitError as problem:
            log.warning("Not taken up again: %s", problem)
            self._problem.html = paragraphs(self.pack.takehome.let_go)

    def _show_answer(self) -> None:
        with self.showing():
            try:
                answer = self.Answer.model_validate(self.answer, context=self.pack)
                result = _plain(self.solve(answer))
                self.show(answer, result)
                self.done = self.finished(answer, result)
                self._memory.kept = {} if self.answer == self.start() else self.answer
                self._problem.html = ""
                self.result = result  # last: exercises that follow it have pictures of their own
            except Exception as problem:  # a participant's page must outlive any mistake of ours
                self._tell(problem)

    def _tell(self, problem: Exception) -> None:
        log.error("%s: %s", type(self).__name__, problem, exc_info=problem)
        words = self.pack.common.controls.broken.format(problem=type(self).__name__)
        self._problem.html = paragraphs(words)

    def _head(self, eyebrow: str) -> Prose:
        place = f"{eyebrow} · {self.words.title}" if eyebrow else ""
        above = element("p", place, "wk-eyebrow") if place else Markup("")
        title, lead = element("h2", self.words.question), element("p", self.words.lead)
        head = Prose(html=above + title + lead)
        head.add_class("wk-head")
        return head

    def _foot(self) -> VBox:
        points = self.words.discuss.points
        discuss = Prose(html=element("h3", self.pack.session.discuss) + items(points))
        reset = Press(self.pack.common.controls.reset, kind="quiet")
        reset.on_press(lambda _: self.reset())
        return boxed("wk-discuss", discuss, reset)


def _in_order(value: Any, pattern: Any) -> Any:
    """Bring names back into their order, which a database that keeps JSON does not."""
    if not (isinstance(value, dict) and isinstance(pattern, dict)):
        return value
    names = [*(name for name in pattern if name in value), *(value.keys() - pattern.keys())]
    return {name: _in_order(value[name], pattern.get(name)) for name in names}


def _plain(value: Any) -> Any:
    """Make a result plain JSON, which knows no infinity: what has no finite value is null."""
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_plain(item) for item in value]
    return None if isinstance(value, float) and not math.isfinite(value) else value


def boxed(name: str, *children: Widget) -> VBox:
    """Put widgets into a box that the stylesheet knows by this class."""
    box = VBox(list(children))
    box.add_class(name)
    return box
