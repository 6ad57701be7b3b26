"""Desk and screen as a notebook calls them: widgets, with the room that the server handed in."""

from ipywidgets import VBox

from workshop.packs import Pack, load_pack
from workshop.room.advice import advise, minutes_late
from workshop.room.codes import screen_token, spoken
from workshop.room.desk import Desk as RoomDesk
from workshop.room.export import as_csv, as_xlsx, tables
from workshop.room.rehearsal import rehearse
from workshop.room.room import Room
from workshop.room.screen import Screen as RoomScreen
from workshop.serving.room.handed import Handed
from workshop.widgets.live.addresses import Addresses
from workshop.widgets.live.desk import DeskPage
from workshop.widgets.live.screen import ScreenPage
from workshop.widgets.markup import paragraphs
from workshop.widgets.parts.prose import Prose


class Desk(VBox):
    """The trainer's desk of the room that this page was opened for; without one, the way to it.

    Example:
        >>> Desk()
    """

    def __init__(self) -> None:
        handed, pack = Handed.to_us(), load_pack()
        if handed is None:
            super().__init__([Prose(html=paragraphs(pack.desk.nobody.format(address="/desk")))])
            return
        room = handed.rooms().find(handed.code)
        desk = RoomDesk(room, handed.secret)
        names = pack.joining.names
        page = DeskPage(
            pack,
            desk,
            advise=advise,
            late=minutes_late,
            at=_addresses(handed, handed.secret),
            rehearse=lambda: rehearse(room, (names.first, names.second), pack.desk.rehearsal_texts),
            files={
                "xlsx": lambda: as_xlsx(tables(room)),
                "zip": lambda: as_csv(tables(room)),
                "html": lambda: _report(pack, room),
            },
        )
        super().__init__([page])


class Screen(VBox):
    """The projector's view of the room that this page was opened for; without one, the way to it.

    Example:
        >>> Screen()
    """

    def __init__(self) -> None:
        handed, pack = Handed.to_us(), load_pack()
        if handed is None:
            super().__init__([Prose(html=paragraphs(pack.screen.nobody.format(address="/screen")))])
            return
        screen = RoomScreen(handed.rooms().find(handed.code), handed.secret)
        super().__init__([ScreenPage(pack, screen, _addresses(handed))])


def _report(pack: Pack, room: Room) -> bytes:
    # Brings a JavaScript engine with it, which no desk needs before somebody asks for a report.
    from workshop.serving.paper.report import report

    return report(pack, room).encode()


def _addresses(handed: Handed, key: str = "") -> Addresses:
    at = handed.address
    return Addresses(
        code=spoken(handed.code),
        join=f"{at}join/{handed.code}",
        desk=f"{at}desk/{handed.code}" if key else "",
        screen=f"{at}screen/{handed.code}" if key else "",
        own_screen=f"{handed.base}screen/{handed.code}" if key else "",
        key=key,
        token=screen_token(key) if key else "",
    )
