"""`workshop rooms`: what the keeper of a server does with its rooms."""

import os
from argparse import Namespace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from workshop.serving.errors import ServingError

if TYPE_CHECKING:
    from workshop.room.room import Room
    from workshop.room.rooms import Rooms
    from workshop.room.store import Store

ROOMS_VARIABLE = "WORKSHOP_ROOMS"

JOBS = {
    "open": "open a room with an agenda; its key is told once",
    "list": "codes, titles, seats and the day of deletion",
    "export": "published counts, times used and shown texts, as XLSX or zipped CSV",
    "report": "the same with its pictures, to print: HTML, or PDF where Chromium is",
    "rehearse": "let made-up people in, who answer the step that is up",
    "close": "let nobody join or answer any more",
    "delete": "delete a room with all that is in it, now",
    "backup": "copy all rooms into a new file, while people go on",
    "restore": "copy the rooms of a backup into a database that has none",
}


def add(commands: Any) -> None:
    """Name the options."""
    rooms = commands.add_parser("rooms", help=", ".join(JOBS))
    jobs = rooms.add_subparsers(dest="job", metavar="JOB", required=True, parser_class=type(rooms))
    for job, told in JOBS.items():
        one = jobs.add_parser(job, help=told, description=told)
        if job == "open":
            one.add_argument("agenda", metavar="AGENDA", help="a TOML file; or 45, 90 or 180")
            one.add_argument("--lang", metavar="LANGUAGE", help="of 45, 90 and 180, such as es")
        elif job not in {"list", "backup", "restore"}:
            one.add_argument("code", metavar="CODE")
        if job == "export":
            one.add_argument("file", metavar="FILE", help="ending in .xlsx or .zip")
        if job == "report":
            one.add_argument("file", metavar="FILE", help="ending in .html or .pdf")
            one.add_argument("--lang", metavar="LANGUAGE", help="of its words, such as es")
        if job in {"backup", "restore"}:
            one.add_argument("file", type=Path, metavar="FILE", help="of the backup")
        one.add_argument(
            "--rooms", metavar="WHERE", help=f"a file or a URL; {ROOMS_VARIABLE} or our own if not"
        )
        one.set_defaults(run=run)


def rooms_database(asked: str | None = None) -> str:
    """Return where the rooms are: as asked for, from the environment, or among Jupyter's data."""
    if where := asked or os.environ.get(ROOMS_VARIABLE):
        return where
    from jupyter_core.paths import jupyter_data_dir

    folder = Path(jupyter_data_dir(), "workshop")
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return str(folder / "rooms.db")


def run(options: Namespace, rest: list[str]) -> int:
    """Do what is asked.

    Raises:
        ServingError: If it cannot be done.
    """
    from workshop.room.errors import RoomError
    from workshop.room.rooms import Rooms
    from workshop.room.store import Store

    store = Store(rooms_database(options.rooms))
    try:
        rooms = Rooms(store)
        if options.job == "open":
            return _open(rooms, options.agenda, options.lang)
        if options.job in {"backup", "restore"}:
            return (_back_up if options.job == "backup" else _restore)(store, options.file)
        return _list(rooms) if options.job == "list" else _do(rooms, options)
    except RoomError as problem:
        raise ServingError(str(problem)) from None
    finally:
        store.close()


def _open(rooms: "Rooms", name: str, language: str | None) -> int:
    from workshop.room.codes import spoken
    from workshop.serving.commands.agenda import agenda_named

    opened = rooms.open(agenda_named(name, language))
    print(f"Code, for everybody:        {spoken(opened.room.code)}")
    print(f"Key, for the trainer only:  {opened.key}")
    print(f"Token, for the screen only: {opened.screen}")
    return 0


def _list(rooms: "Rooms") -> int:
    from workshop.room.codes import spoken

    for room in rooms.all():
        print(
            f"{spoken(room.code)}  {room.state:<6}  {room.seats:>4} seats  "
            f"opened {_day(room.opened_at)}  deleted {_day(room.expires_at)}  {room.title}"
        )
    return 0


def _back_up(store: "Store", file: Path) -> int:
    from workshop.room.copying import copy
    from workshop.room.store import Store

    if file.exists():
        raise ServingError(f"{file} is there already; a backup never writes over another")
    copies = Store(file)
    try:
        count = copy(store, copies)
    except BaseException:
        file.unlink(missing_ok=True)
        raise
    finally:
        copies.close()
    print(f"{count} rooms are in {file}. Rooms that are deleted later stay in it: delete it too.")
    return 0


def _restore(store: "Store", file: Path) -> int:
    from workshop.room.copying import copy
    from workshop.room.store import Store

    if not file.is_file():
        raise ServingError(f"there is no backup {file}")
    copies = Store(file)
    try:
        print(f"{copy(copies, store)} rooms are back, in {store.url.render_as_string()}")
    finally:
        copies.close()
    return 0


def _do(rooms: "Rooms", options: Namespace) -> int:
    from workshop.room.desk import close
    from workshop.room.errors import Refused

    try:
        room = rooms.find(options.code)
    except Refused:
        raise ServingError(
            f"there is no room {options.code!r}. Those there are: workshop rooms list"
        ) from None
    if options.job == "export":
        _export(room, Path(options.file))
    elif options.job == "report":
        _report(room, Path(options.file), options.lang)
    elif options.job == "rehearse":
        _rehearse(room)
    elif options.job == "close":
        close(room)
        print("Closed. It is kept until its date, or: workshop rooms delete")
    else:
        receipt = rooms.wipe(room)
        print(
            f"Deleted: {receipt.seats} seats, {receipt.answers} answers, "
            f"{_moment(receipt.deleted_at)}"
        )
    return 0


def _rehearse(room: "Room") -> None:
    from workshop.packs import load_pack
    from workshop.room.rehearsal import PEOPLE, rehearse

    pack = load_pack()
    names = pack.joining.names
    rehearse(room, (names.first, names.second), pack.desk.rehearsal_texts)
    print(f"{PEOPLE} made-up people have answered. Again at the next step; delete the room after.")


def _export(room: "Room", file: Path) -> None:
    from workshop.room.export import as_csv, as_xlsx, tables

    kinds = {".xlsx": as_xlsx, ".zip": as_csv}
    if file.suffix not in kinds:
        raise ServingError(f"an export is an .xlsx or a .zip file, not {file.name!r}")
    try:
        file.write_bytes(kinds[file.suffix](tables(room)))
    except OSError as problem:
        raise ServingError(f"{file} cannot be written: {problem.strerror}") from None
    print(file)


def _report(room: "Room", file: Path, language: str | None) -> None:
    from workshop.packs import load_pack
    from workshop.serving.paper.document import write
    from workshop.serving.paper.report import report

    write(report(load_pack(language), room), file)
    print(file)


def _day(seconds: int) -> str:
    return datetime.fromtimestamp(seconds, UTC).date().isoformat()


def _moment(seconds: int) -> str:
    return datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%d %H:%M UTC")
