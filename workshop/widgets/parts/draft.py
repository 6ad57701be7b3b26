"""Text that a person is writing."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, ClassVar

from traitlets import Bool, Int, Unicode, observe, validate
from traitlets.utils.bunch import Bunch

from workshop.widgets.parts.marks import Mark, groups
from workshop.widgets.parts.part import Part

Look = Callable[[str], Iterable[Mark]]
"""Takes a text and returns what is to be marked in it, in a few milliseconds."""


def _plain_text(text: str) -> str:
    """Drop what no text holds: NUL bytes, and halves of surrogate pairs that no file can store."""
    return "".join(
        letter for letter in text if letter != "\0" and not "\ud800" <= letter <= "\udfff"
    )


def _drawn(group: dict[str, Any]) -> dict[str, Any]:
    """Leave out what is said of a stretch: while somebody writes it is only drawn."""
    return {name: value for name, value in group.items() if name != "notes"}


def _text(part: "Draft", sent: Any) -> str:
    """Check a text from the browser, and keep as much of it as the area holds."""
    if not isinstance(sent, str):
        raise ValueError(part.say("cut", limit=part.limit))
    return part.shorten(sent)


class Draft(Part):
    """A text area that never takes a letter from the writer.

    The page owns the text while somebody writes and ignores what the kernel echoes. Only when the
    kernel itself changes the text (a reset, an answer that is restored) does `_revision` go up, and
    the page takes the new text. What is typed comes with the revision the page has seen, so that
    letters that were on their way when the kernel spoke are dropped.

    Marks may follow the letters: with every change the page asks for the marks of the text it
    shows, a few questions at a time, and paints them behind the letters, which it leaves alone.

    Args:
        label: What to write.
        value: What stands there at first.
        **traits: Any of the traits below.
    """

    _accepts: ClassVar = {"value": _text}
    _speaks: ClassVar = ("count", "cut", "refused")

    label = Unicode().tag(sync=True)
    """What to write."""
    # The page ignores its own text, so none is sent back.
    value = Unicode().tag(sync=True, echo_update=False)
    """The text, at most `limit` characters."""
    limit = Int(5000, min=1).tag(sync=True)
    """The greatest number of characters."""
    rows = Int(6, min=1).tag(sync=True)
    """Lines shown before the area grows."""
    help = Unicode().tag(sync=True)
    """A sentence below the label."""
    placeholder = Unicode().tag(sync=True)
    """An example in the empty area."""
    disabled = Bool(False).tag(sync=True)
    """Whether it can be written in; its text can be read and copied all the same."""
    _revision = Int(0).tag(sync=True)
    # How often somebody else had reason to look again; 0 as long as nothing is ever marked.
    _looks = Int(0).tag(sync=True)

    def __init__(self, label: str, value: str = "", **traits: Any) -> None:
        self._heard: str | None = value
        self._look: Look | None = None
        super().__init__(label=label, value=value, _script="draft.js", **traits)
        self._heard = None

    def mark(self, look: Look) -> None:
        """Mark what `look` finds from now on, and whenever this is called again."""
        self._look = look
        self._looks += 1

    def shorten(self, text: str) -> str:
        """Return a text the area can hold."""
        return _plain_text(text[: 2 * self.limit])[: self.limit]

    def set_state(self, sync_data: Mapping[str, Any]) -> None:
        """Take the text as the page's own, which needs no revision."""
        sent = self._heard = sync_data.get("value")
        try:
            super().set_state(sync_data)
        finally:
            self._heard = None
        if isinstance(sent, str) and len(sent) > self.limit:
            self.problem = self.say("cut", limit=self.limit)

    def _handle_custom_msg(self, content: Any, buffers: list[bytes]) -> None:
        """Take what was typed, unless the page had not yet seen the kernel's own change."""
        if isinstance(content, dict) and "typed" in content:
            if content.get("revision") == self._revision:
                self.set_state({"value": content["typed"]})
        elif isinstance(content, dict) and "look" in content:
            self._answer(content["look"], content.get("text"))
        else:
            super()._handle_custom_msg(content, buffers)

    def _answer(self, question: Any, text: Any) -> None:
        """Answer which marks a text has; what is no question of our page's gets no answer."""
        if self._look and type(question) is int and isinstance(text, str):
            fits = len(text) <= self.limit
            found = groups(text, self._look(text)) if fits else []
            self.send({"seen": question, "groups": [_drawn(group) for group in found]})

    @validate("value")
    def _value_fits(self, proposal: Bunch) -> str:
        return self.shorten(proposal.value)

    @observe("value")
    def _on_value_changed(self, change: Bunch) -> None:
        if change.new != self._heard:
            self._revision += 1
