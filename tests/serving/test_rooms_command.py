"""What the keeper of a server types about its rooms."""

from io import BytesIO
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook

from workshop.packs.agendas import agenda_files, measures
from workshop.room.agenda_file import read_agenda
from workshop.room.codes import new_token
from workshop.room.desk import Desk
from workshop.room.rooms import Rooms
from workshop.room.seat import Seat
from workshop.room.store import Store
from workshop.serving.command import main

WORDS = (["quiet", "bright"], ["otter", "maple"])


@pytest.fixture
def where(tmp_path, monkeypatch):
    monkeypatch.setenv("WORKSHOP_ROOMS", str(tmp_path / "rooms.db"))
    return tmp_path / "rooms.db"


@pytest.fixture
def code(where):
    """A room in which five people have answered, and one text is shown, another is not."""
    store = Store(where)
    opened = Rooms(store).open(read_agenda(agenda_files()["45"], measures()))
    desk = Desk(opened.room, opened.key)
    desk.go_to("week")
    for number in range(5):
        seat = Seat.join(opened.room, new_token(), WORDS, later=lambda *_: False)
        hours = {"face_to_face": {"hours_week": 4}, "social": {"hours_week": number}}
        seat.save("week", {"result": {"media": hours}})
    seat.share("week", "=HYPERLINK(1)")
    desk.show(desk.changes().texts[0].id)
    Seat.join(opened.room, new_token(), WORDS).share("week", "never shown")
    store.close()
    return opened.room.code


def test_rooms_are_listed_with_their_date(code, capsys):
    assert main(["rooms", "list"]) == 0

    told = capsys.readouterr().out
    assert f"{code[:3]} {code[3:]}  open" in told
    assert "6 seats" in told


def test_a_room_is_opened_and_its_key_told_once(where, capsys):
    assert main(["rooms", "open", "45"]) == 0

    told = dict(line.rsplit(":", 1) for line in capsys.readouterr().out.splitlines())
    code, key, screen = (value.strip() for value in told.values())
    room = Rooms(Store(where)).find(code)
    assert Desk(room, key).room is room
    assert room.is_screen(screen)
    room.store.close()
    assert key.encode() not in where.read_bytes()


def test_an_empty_server_lists_nothing(where, capsys):
    assert main(["rooms", "list"]) == 0
    assert capsys.readouterr().out == ""


def test_an_export_has_counts_times_and_shown_texts(code, tmp_path):
    file = tmp_path / "room.xlsx"
    assert main(["rooms", "export", code, str(file)]) == 0

    book = load_workbook(file)
    sheets = {sheet.title: list(sheet.values) for sheet in book}
    face = [row for row in sheets["tallies"] if row[2] == "face_to_face"]
    assert [row[3:] for row in face if row[-1]] == [(3, 5, None, 5)]
    assert [row[0] for row in sheets["agenda"]][1:3] == ["welcome", "week"]
    assert sheets["texts"][1:] == [("week", 1, "'=HYPERLINK(1)")]


def test_an_export_for_any_tool_is_zipped_csv(code, tmp_path):
    file = tmp_path / "room.zip"
    assert main(["rooms", "export", code, str(file)]) == 0

    archive = ZipFile(BytesIO(file.read_bytes()))
    texts = archive.read("texts.csv").decode("utf-8-sig")
    assert archive.namelist() == ["agenda.csv", "tallies.csv", "texts.csv"]
    assert texts.splitlines() == ["step,round,text", "week,1,'=HYPERLINK(1)"]


def test_a_closed_room_stays_and_a_deleted_one_is_gone(code, capsys):
    assert main(["rooms", "close", code]) == 0
    assert main(["rooms", "list"]) == 0
    assert "closed" in capsys.readouterr().out
    assert main(["rooms", "delete", code.lower()]) == 0
    assert "Deleted: 6 seats, 5 answers" in capsys.readouterr().out
    assert main(["rooms", "list"]) == 0
    assert capsys.readouterr().out == ""


def test_a_rehearsal_fills_a_room_with_made_up_people(code, capsys):
    assert main(["rooms", "rehearse", code]) == 0
    assert main(["rooms", "list"]) == 0
    assert "18 seats" in capsys.readouterr().out


def test_a_backup_brings_deleted_rooms_back(code, tmp_path, monkeypatch, capsys):
    file = str(tmp_path / "backup.db")
    assert main(["rooms", "backup", file]) == 0
    monkeypatch.setenv("WORKSHOP_ROOMS", str(tmp_path / "another.db"))

    assert main(["rooms", "restore", file]) == 0
    assert main(["rooms", "list"]) == 0

    assert "6 seats" in capsys.readouterr().out


def test_neither_a_backup_nor_a_restore_writes_over_anything(code, tmp_path, capsys):
    file = tmp_path / "backup.db"
    assert main(["rooms", "backup", str(file)]) == 0
    before = file.read_bytes()

    assert main(["rooms", "backup", str(file)]) == 2
    assert main(["rooms", "restore", str(file)]) == 2
    assert main(["rooms", "restore", str(tmp_path / "nothing.db")]) == 2

    told = capsys.readouterr().err
    assert "never writes over" in told
    assert "rooms in it already" in told
    assert "no backup" in told
    assert file.read_bytes() == before


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["rooms", "close", "nowhere"], "there is no room 'nowhere'"),
        (["rooms", "sing"], "invalid choice: 'sing'"),
        (["rooms"], "JOB"),
        (["agenda", "check", "nowhere.toml"], "cannot be read"),
    ],
)
def test_a_slip_is_answered(where, words, told, capsys):
    assert main(words) == 2
    assert told in capsys.readouterr().err


def test_an_export_of_another_kind_is_refused(code, capsys):
    assert main(["rooms", "export", code, "room.pdf"]) == 2
    assert "an .xlsx or a .zip" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["45", "90", "180"])
def test_our_own_agendas_are_well(name, capsys):
    assert main(["agenda", "check", name]) == 0
    assert "All is well." in capsys.readouterr().out


def test_an_agenda_to_mend_is_told_with_its_step(tmp_path, capsys):
    file = tmp_path / "mine.toml"
    file.write_text('title = "T"\nminutes = 45\n[[steps]]\nkey = "a"\ntitle = "A"\nminutes = 5\n')

    assert main(["agenda", "check", str(file)]) == 2
    assert "step 1 (a): purpose: is missing" in capsys.readouterr().err
