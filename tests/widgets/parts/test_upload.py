import pytest

from workshop.widgets.parts import Upload

WORDS = {"file_too_large": "At most {limit} MB"}


@pytest.fixture
def got():
    return []


@pytest.fixture
def upload(got):
    part = Upload("Your file", limit=2_000_000, piece=4, words=WORDS)
    part.on_file(got.append)
    return part


def _page(wire, part):
    page = wire(part)

    def piece(place, data):
        page.say({"method": "custom", "content": {"piece_at": place}}, [memoryview(data)])

    return page, piece


def _answers(page):
    return [data["content"] for data, _ in page.sent if data["method"] == "custom"]


def test_a_file_arrives_piece_by_piece_each_asked_for(upload, got, wire):
    page, piece = _page(wire, upload)

    page.ask({"begin": 6})
    piece(0, b"abcd")
    piece(4, b"ef")

    assert got == [b"abcdef"]
    assert _answers(page) == [{"next": 0}, {"next": 4}, {"arrived": True}]


def test_an_empty_file_arrives_too(upload, got, wire):
    wire(upload).ask({"begin": 0})

    assert got == [b""]


@pytest.mark.parametrize("size", [2_000_001, -1, 10**30])
def test_a_size_beyond_the_limit_is_refused_before_a_byte_is_asked_for(size, upload, got, wire):
    page, piece = _page(wire, upload)

    page.ask({"begin": size})
    piece(0, b"abcd")

    assert (got, _answers(page)) == ([], [])
    assert upload.problem == "At most 2 MB"


@pytest.mark.parametrize("begin", [True, "6", None, 6.0, [], {}])
def test_only_a_number_is_a_size(begin, upload, got, wire):
    page = wire(upload)
    page.ask({"begin": begin})

    assert (got, page.sent) == ([], [])


@pytest.mark.parametrize(("place", "data"), [(1, b"a"), (0, b"abcde"), (0, b""), (-1, b"a")])
def test_a_piece_that_does_not_follow_is_dropped(place, data, upload, got, wire):
    page, piece = _page(wire, upload)
    page.ask({"begin": 6})
    piece(place, data)
    piece(0, b"abcd")
    piece(4, b"ef")

    assert got == [b"abcdef"]


def test_a_piece_before_any_file_is_dropped(upload, got, wire):
    _, piece = _page(wire, upload)
    piece(0, b"abcd")

    assert got == []


def test_more_than_was_announced_is_cut_off(upload, got, wire):
    page, piece = _page(wire, upload)
    page.ask({"begin": 3})
    piece(0, b"abcd")

    assert got == [b"abc"]


def test_another_file_takes_the_place_of_one_given_up(upload, got, wire):
    page, piece = _page(wire, upload)
    page.ask({"begin": 6})
    piece(0, b"abcd")
    page.ask({"begin": 2})
    piece(4, b"ef")
    piece(0, b"xy")

    assert got == [b"xy"]


def test_a_disabled_field_takes_no_file(upload, got):
    upload.disabled = True
    upload.receive(b"abc")

    assert got == []
