"""Where the room is and where its participant looks: going along, looking back, coming again."""

from collections.abc import Callable

from workshop.packs import Pack
from workshop.widgets.exercise import boxed
from workshop.widgets.live.places import AgendaLike
from workshop.widgets.markup import element, paragraphs
from workshop.widgets.parts.fold import Fold
from workshop.widgets.parts.press import Press
from workshop.widgets.parts.prose import Prose


class Looking:
    """Follows the room, unless its participant looks at another step or is still writing.

    Args:
        pack: The words.
        agenda: The steps.
        show: Brings the step of a key into view.
    """

    def __init__(self, pack: Pack, agenda: AgendaLike, show: Callable[[str], object]) -> None:
        self._words, self._agenda, self._show = pack.live, agenda, show
        self._up, self._shown, self._reached = "", "", 0
        self.place = Prose(live=True)
        self._moved = Prose(live=True)
        go = Press(self._words.go)
        go.on_press(lambda _: self.look(self._up))
        self.ahead = boxed("wk-live-ahead", self._moved, go)
        self._ways = {key: self._way(key, title) for key, title in self._titles().items()}
        self._list = boxed("wk-live-ways", *self._ways.values())
        self.earlier = Fold(self._words.earlier, lambda: [self._list])

    def follow(self, step: str, number: int, *, ask: bool) -> None:
        """Go where the room is; where `ask` is true, only say where that is."""
        here = self._shown == self._up
        if step != self._up:
            self._reached = max(self._reached, self._agenda.place(step, number))
        self._up = step
        if not self._shown or (here and not ask and step != self._shown):
            self.look(step)
        else:
            if step == self._shown:
                self._show(step)  # perhaps another round of it
            self._tell()

    def look(self, key: str) -> None:
        """Look at a step."""
        before, self._shown = self._shown, key
        self._show(key)
        self._tell()
        if before:
            self.place.take_focus()

    def _way(self, key: str, title: str) -> Press:
        way = Press(title, kind="quiet")
        way.on_press(lambda _: self.look(key))
        return way

    def _titles(self) -> dict[str, str]:
        titles: dict[str, str] = {}
        for step in self._agenda.steps:
            titles.setdefault(step.key, step.title)
        return titles

    def _tell(self) -> None:
        titles = self._titles()
        keys = list(titles)
        number = keys.index(self._shown) + 1
        place = self._words.place.format(number=number, count=len(keys), title=titles[self._shown])
        self.place.html = element("p", place)
        behind = self._shown != self._up
        self._moved.html = paragraphs(self._words.moved.format(title=titles[self._up]))
        self.ahead.layout.display = None if behind else "none"
        reached = {step.key for step in self._agenda.steps[: self._reached + 1]}
        for key, way in self._ways.items():
            there = key in reached and key != self._shown
            way.layout.display = None if there else "none"
        self.earlier.layout.display = None if len(reached) > 1 else "none"
