"""The base of every part: brings its script to the page and trusts nothing that comes back.

A part's script is named in `_script`. What reaches the browser with each part is only a shim, which
takes the script from the workshop's static address or, where nobody serves that (JupyterLab without
Voila, VS Code, Colab), asks the kernel for it once a page.

A browser may send anything. A part takes the traits named in `_accepts` and looks at each value
first; every other name is ignored, and a refused value is answered with the true state and a
`problem`, so that page and kernel agree again.
"""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, ClassVar

import anywidget
from traitlets import Dict, Unicode, default, validate
from traitlets.utils.bunch import Bunch

from workshop.widgets.parts import files

Check = Callable[[Any, Any], Any]
"""Takes a part and what the wire brought; returns the clean value or raises ValueError."""


class Part(anywidget.AnyWidget):
    """A control or a picture that knows no subject. Every word arrives through its traits."""

    _accepts: ClassVar[Mapping[str, Check]] = {}
    _speaks: ClassVar[tuple[str, ...]] = ()

    _esm = Unicode().tag(sync=True)
    _anywidget_id = Unicode().tag(sync=True)
    _script = Unicode().tag(sync=True)

    words = Dict().tag(sync=True)
    """Sentences by name, such as {"between": "Between {low} and {high}"}. One dictionary may serve
    all parts: each keeps what it speaks, and `failed`, said when its script cannot be loaded."""
    problem = Unicode().tag(sync=True)
    """What was wrong with the last value the browser sent; empty once a good one has come."""

    def __init__(self, **traits: Any) -> None:
        unknown = sorted(set(traits) - set(self.trait_names()))
        if unknown:
            raise TypeError(f"{type(self).__name__} has no {', '.join(unknown)}.")
        super().__init__(**traits)

    @default("_esm")
    def _default_esm(self) -> str:
        return files.shim()

    @default("_anywidget_id")
    def _default_anywidget_id(self) -> str:
        return f"{type(self).__module__}.{type(self).__name__}"

    @validate("words")
    def _keep_what_is_spoken(self, proposal: Bunch) -> dict[str, str]:
        spoken = {"failed", *self._speaks}
        return {name: str(words) for name, words in proposal.value.items() if name in spoken}

    def say(self, name: str, **values: object) -> str:
        """Fill in one of the part's sentences; one that nobody gave is empty."""
        return str(self.words.get(name, "")).format(**values)

    def add_traits(self, **traits: Any) -> None:
        """Add traits, save those the class declares: anywidget would build a class per instance."""
        missing = {name: trait for name, trait in traits.items() if not self.has_trait(name)}
        if missing:
            super().add_traits(**missing)

    def set_state(self, sync_data: Mapping[str, Any]) -> None:
        """Take what the browser sent, as far as it can be taken."""
        clean, corrected, problem = {}, [], ""
        for name in self._accepts.keys() & sync_data.keys():
            try:
                clean[name] = self._accepts[name](self, sync_data[name])
            except ValueError as error:
                problem = str(error)
            if name not in clean or clean[name] != sync_data[name]:
                corrected.append(name)
        super().set_state(clean)
        if clean or corrected:
            self.problem = problem
        if corrected:
            self.send_state(corrected)

    def _handle_msg(self, msg: dict[str, Any]) -> None:
        """Pass on a message that is shaped like one; no part takes binary state."""
        data = msg["content"]["data"]
        if isinstance(data, dict) and isinstance(data.get("state", {}), dict) and "method" in data:
            data = {key: value for key, value in data.items() if key != "buffer_paths"}
            super()._handle_msg({**msg, "content": {**msg["content"], "data": data}})

    def _handle_custom_msg(self, content: Any, buffers: list[bytes]) -> None:
        """Answer a page that asks for a file."""
        name = content.get("file") if isinstance(content, dict) else None
        if not isinstance(name, str):
            return
        found = files.content(name)
        if found is not None:
            self.send({"file": name, "type": files.TYPES[Path(name).suffix]}, [found])


def flag(_part: Part, sent: Any) -> bool:
    """Check a yes or no."""
    if not isinstance(sent, bool):
        raise ValueError("")
    return sent
