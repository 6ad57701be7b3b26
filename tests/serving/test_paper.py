"""What is printed: every block with its number, every word escaped, a PDF where Chromium is."""

import shutil
from datetime import time

import pytest

from workshop.packs import load_pack
from workshop.packs.agendas import agenda_files, measures
from workshop.packs.languages import languages
from workshop.room.agenda_file import read_agenda
from workshop.room.desk import Desk
from workshop.room.rehearsal import rehearse
from workshop.room.rooms import Rooms
from workshop.room.store import Store
from workshop.serving.command import main
from workshop.serving.paper.agenda import guide, workbook
from workshop.serving.paper.report import report

PACK = load_pack("en")
WORDS = (["Calm", "Keen"], ["Otter", "Maple"])


def _agenda(name="45", language="en"):
    return read_agenda(agenda_files(language)[name], measures())


@pytest.fixture
def opened(tmp_path):
    store = Store(tmp_path / "rooms.db")
    yield Rooms(store).open(_agenda())
    store.close()


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("name", ["45", "90", "180"])
def test_guide_and_workbook_number_the_same_blocks(language, name):
    pack, agenda = load_pack(language), _agenda(name, language)
    for page in (guide(pack, agenda), workbook(pack, agenda)):
        for number, step in enumerate(agenda.steps, 1):
            assert f"<h2>{number}. {step.title}</h2>" in page


def test_a_run_sheet_has_the_time_of_day():
    page = guide(PACK, _agenda(), time(13, 30))

    assert '<td>13:34</td><th scope="row">2. Your week</th>' in page


def test_every_exercise_of_a_room_has_its_page_in_the_workbook():
    from workshop.widgets.live.steps import KINDS

    assert set(PACK.paper.workbook.exercises) == set(KINDS)


def test_what_an_agenda_says_is_text_whatever_it_looks_like():
    step = {"key": "a", "title": "<b>A</b>", "minutes": 5, "purpose": "<script>", "wall": "<i>"}
    agenda = _agenda().model_copy(update={"steps": (_agenda().steps[0].model_copy(update=step),)})

    for page in (guide(PACK, agenda), workbook(PACK, agenda)):
        assert "&lt;b&gt;A&lt;/b&gt;" in page
        assert "<script>" not in page


def test_a_report_has_pictures_times_and_only_the_texts_that_were_shown(opened):
    desk = Desk(opened.room, opened.key)
    desk.go_to("thousand")
    rehearse(opened.room, WORDS, {"thousand_people": ["<b>shown</b>", "not shown"]})
    (shown,) = [text for text in desk.changes().texts if "<b>" in text.body]
    desk.show(shown.id)
    page = report(PACK, opened.room)

    assert page.count("<svg") == 1
    assert "First try: how it reads" in page
    assert "&lt;b&gt;shown&lt;/b&gt;" in page
    assert "not shown" not in page


def test_a_report_of_few_people_counts_them_and_draws_nothing(opened):
    Desk(opened.room, opened.key).go_to("week")
    rehearse(opened.room, WORDS, people=4)

    assert "<svg" not in report(PACK, opened.room)


def test_the_command_writes_both_papers(tmp_path, capsys):
    for job in ("guide", "workbook"):
        file = tmp_path / f"{job}.html"

        assert main(["agenda", job, "90", "--lang", "de", "--to", str(file)]) == 0
        assert 'lang="de"' in file.read_text(encoding="utf-8")


@pytest.mark.skipif(not shutil.which("chromium"), reason="makes its PDF with Chromium")
def test_the_command_makes_a_pdf_where_chromium_is(tmp_path):
    file = tmp_path / "guide.pdf"

    assert main(["agenda", "guide", "45", "--to", str(file)]) == 0
    assert file.read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize(
    ("more", "told"),
    [(["--to", "guide.docx"], "an .html or a .pdf file"), (["--start", "soon"], "like 09:30")],
)
def test_what_cannot_be_printed_is_refused_in_a_sentence(more, told, capsys):
    assert main(["agenda", "guide", "45", *more]) == 2
    assert told in capsys.readouterr().err
