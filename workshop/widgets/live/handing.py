"""Taking a room's numbers home: each file is made when it is asked for."""

from base64 import b64encode
from collections.abc import Callable, Mapping

from ipywidgets import VBox

from workshop.packs import Pack
from workshop.widgets.controls import control_words
from workshop.widgets.markup import paragraphs
from workshop.widgets.parts.download import Download
from workshop.widgets.parts.prose import Prose

MakeFile = Callable[[], bytes]
"""Makes one file of the room as it is now."""

TYPES = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "zip": "application/zip",
    "html": "text/html",
}


class Handing(VBox):
    """A button for each kind of file.

    Args:
        pack: Words.
        files: What makes each file, by the ending that its name has.
    """

    def __init__(self, pack: Pack, files: Mapping[str, MakeFile]) -> None:
        words = pack.desk.home
        self._downloads = [
            Download(
                getattr(words, ending),
                _as_text(make),
                name=f"{words.file}.{ending}",
                type=TYPES[ending],
                binary=True,
                words=control_words(pack),
            )
            for ending, make in files.items()
        ]
        super().__init__([Prose(html=paragraphs(words.lead)), *self._downloads])
        self.add_class("wk-desk-files")

    def renew(self) -> None:
        """Say that there is more in the room than in the files that the page holds."""
        for download in self._downloads:
            download.renew()


def _as_text(make: MakeFile) -> Callable[[str], str]:
    return lambda _: b64encode(make()).decode("ascii")
