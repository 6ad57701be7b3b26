"""Files are told by what they hold, checked before they are read, and never executed."""

import gzip
import io
import zipfile
from datetime import date, datetime, time

import openpyxl
import pytest
import samples

from workshop.sheets.errors import KINDS, SheetError
from workshop.sheets.opening import LARGEST, MOST_UNPACKED, Formula, open_file


def _mistake(data):
    with pytest.raises(SheetError) as told:
        open_file(data)
    assert set(told.value.where) == set(KINDS[told.value.kind])
    return told.value.kind


def _with(data, **parts):
    out = io.BytesIO(data)
    with zipfile.ZipFile(out, "a") as archive:
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/"), content)
    return out.getvalue()


def test_fifty_megabytes_are_refused_before_they_are_read(monkeypatch):
    monkeypatch.setattr("workshop.sheets.opening.decoded", lambda data: pytest.fail("was read"))

    assert _mistake(b"a,b\n" * 12_500_000) == "too_large"
    assert _mistake(b"a" * (LARGEST + 1)) == "too_large"


@pytest.mark.parametrize("data", [b"", b" \n "])
def test_an_empty_file_says_so(data):
    assert _mistake(data) == "empty"


@pytest.mark.parametrize(
    "data",
    [
        b"PK\x03\x04 this is no archive at all",
        samples.mastodon_zip()[:200],
        samples.mastodon_tar()[:60],
        b"\x1f\x8b\x08\x00 and no more",
        gzip.compress(b"no tar file inside"),
        samples.zipped({"xl/workbook.xml": "<nothing"}),
        b"{ this is no JSON",
        b'{"a":' * 100_000,
    ],
    ids=["no zip", "half zip", "half tar", "no gzip", "no tar", "no workbook", "no json", "deep"],
)
def test_a_file_that_is_not_what_it_says_is_broken(data):
    assert _mistake(data) == "broken"


def test_an_archive_of_other_things_holds_no_posts():
    assert _mistake(samples.zipped({"readme.txt": "hello"})) == "nothing_inside"


def test_a_tar_archive_of_other_things_holds_no_posts():
    data = gzip.decompress(samples.mastodon_tar()).replace(b"outbox.json", b"inboxx.json")
    checked = data.replace(
        data[148:156], b"%06o\0 " % (sum(data[:148]) + 32 * 8 + sum(data[156:512]))
    )

    assert _mistake(gzip.compress(checked)) == "nothing_inside"


def test_a_bomb_is_not_unpacked():
    zeros = b"\0" * (MOST_UNPACKED + 1)

    assert _mistake(samples.zipped({"outbox.json": zeros})) == "bomb"
    assert _mistake(gzip.compress(zeros)) == "bomb"


def test_thousands_of_little_files_are_a_bomb_too():
    assert _mistake(samples.zipped({f"{at}.txt": "" for at in range(5001)})) == "bomb"


def test_macros_are_refused():
    data = samples.workbook(Journal=[["Week"]])

    assert _mistake(_with(data, xl__vbaProject=b"Sub AutoOpen()")) == "macros"
    assert _mistake(_with(data, **{"xl__vbaProject.bin": b""})) == "macros"
    assert _mistake(_with(data, **{"xl__macrosheets__sheet1.xml": b""})) == "macros"


def test_links_to_other_files_are_refused():
    data = samples.workbook(Journal=[["Week"]])

    assert _mistake(_with(data, **{"xl__externalLinks__externalLink1.xml": b""})) == "links"


def test_locked_and_old_workbooks_are_told():
    locked = bytearray(samples.zipped({"xl/workbook.xml": "x"}))
    locked[locked.find(b"PK\x01\x02") + 8] |= 1

    assert _mistake(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 and so on") == "locked"
    assert _mistake(bytes(locked)) == "locked"


@pytest.mark.parametrize(
    "data",
    [b"\x89PNG\r\n\x1a\n" + b"\0\1\2\3\0\0\0\7" * 50, b"\0" * 100],
    ids=["picture", "zeros"],
)
def test_what_is_no_text_is_unknown(data):
    assert _mistake(data) == "unknown"


@pytest.mark.parametrize("data", [b"a,b\x81\n", b"\xff\xfea", b"\xef\xbb\xbf\xff"])
def test_an_encoding_that_nobody_knows_says_so(data):
    assert _mistake(data) == "encoding"


def test_a_cell_of_megabytes_is_broken():
    assert _mistake(b'a,"' + b"x" * 200_000 + b'"\n') == "broken"


def test_cells_of_a_workbook_come_as_plain_values():
    cells = [1, 1.5, "text", None, date(2026, 7, 6), datetime(2026, 7, 6, 9), time(9), True, "=A1"]
    (sheet,) = open_file(samples.workbook(One=[cells]))
    *plain, formula = sheet.rows[0]

    assert plain == [1, 1.5, "text", None, date(2026, 7, 6), date(2026, 7, 6), "09:00:00", "True"]
    assert isinstance(formula, Formula)


def test_a_workbook_of_too_many_rows_is_not_read_to_its_end():
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet()
    for _ in range(20_001):
        sheet.append([1])
    out = io.BytesIO()
    book.save(out)

    assert _mistake(out.getvalue()) == "too_many_rows"


def test_json_that_is_a_list_is_unknown():
    with pytest.raises(SheetError, match="unknown"):
        open_file(samples.zipped({"outbox.json": "[1]"}))


def test_a_message_repeats_only_the_start_of_a_long_cell():
    assert len(str(SheetError("not_a_number", found="x" * 999).where["found"])) == 40
