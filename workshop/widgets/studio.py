"""A page for trainers: change rubric and phrases, and see at once how examples read with them."""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from ipywidgets import VBox

from workshop.packs import Pack, PackError, load_pack
from workshop.reading import CRITERIA, read
from workshop.widgets.controls import control_words
from workshop.widgets.markup import element, items, paragraphs
from workshop.widgets.parts.annotated import Annotated
from workshop.widgets.parts.download import Download
from workshop.widgets.parts.draft import Draft
from workshop.widgets.parts.prose import Prose
from workshop.widgets.tellings.post_assessment import marks, verdict

LONGEST = 20_000  # characters of a pack that is written here; larger ones are written in files


class PackStudio(VBox):
    r"""A pack as text beside what it does to some posts; nothing but the saved file leaves it.

    Args:
        pack: The words of the page itself, and the posts; the default pack if None.

    Examples:
        >>> studio = PackStudio()
        >>> studio.text = "[session]\ntitle = 3"
        >>> studio.mistake
        'my-pack.toml, line 2: session.title: Input should be a valid string; found 3.'
    """

    def __init__(self, pack: Pack | None = None) -> None:
        self.pack = pack or load_pack()
        words = self.pack.studio
        spoken = control_words(self.pack)
        self._draft = Draft(
            words.label, words.start.strip(), help=words.help, limit=LONGEST, rows=16, words=spoken
        )
        self._state, self._criteria = Prose(live=True), Prose()
        self._verdicts = [Prose() for _ in words.posts]
        self._posts = [Annotated(post) for post in words.posts]
        self._file = Download(
            words.save,
            lambda _: self.text,
            name=words.file,
            type="application/toml",
            help=words.save_help,
            words=spoken,
        )
        shown = [part for pair in zip(self._verdicts, self._posts, strict=True) for part in pair]
        head = Prose(html=element("h2", words.title) + element("p", words.lead))
        examples = Prose(html=element("h3", words.examples))
        above = [head, self._draft, self._state, self._file, self._criteria, examples]
        super().__init__([*above, *shown])
        self.add_class("wk-exercise")
        self._draft.observe(self._on_text, "value")
        self._on_text()

    def __repr__(self) -> str:
        """Name the page; ipywidgets would print the whole tree below it."""
        return "PackStudio()"

    @property
    def text(self) -> str:
        """The pack that is being written."""
        return str(self._draft.value)

    @text.setter
    def text(self, text: str) -> None:
        self._draft.value = text

    @property
    def mistake(self) -> str:
        """What is wrong with it and what to do, or nothing."""
        return "" if isinstance(self._tried, Pack) else self._tried

    def _on_text(self, _: Any = None) -> None:
        self._tried = _try_out(self.text, self.pack.studio.file)
        self._file.wanted = isinstance(self._tried, Pack)
        self._file.renew()
        well = self.pack.studio.well
        self._state.html = paragraphs(*(self.mistake or well).splitlines())
        if isinstance(self._tried, Pack):
            self._show(self._tried)

    def _show(self, own: Pack) -> None:
        asked = own.post_assessment.criteria
        told = [f"{asked[name].label}: {' · '.join(asked[name].anchors)}" for name in CRITERIA]
        self._criteria.html = element("h3", self.pack.studio.criteria) + items(told)
        for post, said, shown in zip(
            self.pack.studio.posts, self._verdicts, self._posts, strict=True
        ):
            reading = read(post, rules=own.rules)
            said.html = element("h4", verdict(own, reading.band, reading.reason))
            shown.show(post, marks(own, reading))


def _try_out(text: str, name: str) -> Pack | str:
    """Lay a pack over ours as serving it would; what is wrong with it where that fails."""
    with TemporaryDirectory() as folder:
        file = Path(folder, name)
        file.write_text(text, encoding="utf-8")
        try:
            return load_pack(overlay=file)
        except PackError as problem:
            return str(problem).replace(str(file), name)
