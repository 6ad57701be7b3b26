"""How a text would read without one span."""

from workshop.reading import load_rules, read, turning_point


def test_it_names_the_span_that_decides_and_the_other_band():
    reading = read("Book your call now! Bakers, what went wrong in your kitchen today?")
    hit, band = turning_point(reading)

    assert reading.text[hit.start : hit.end] == "Book your call"
    assert band == "conversation"


def test_where_no_single_span_decides_there_is_none():
    text = "Book your call now! Link in bio. Only 3 places left. 20% off. Results guaranteed."

    assert turning_point(read(text)) is None


def test_where_nothing_pitches_there_is_none():
    assert turning_point(read("What went wrong in your kitchen today?")) is None


def test_it_reads_by_the_same_rules():
    rules = load_rules("en", {"rule": [{"id": "cta.book", "enabled": False}]})
    reading = read("Book your call! Bakers, what went wrong in your kitchen today?", rules=rules)

    assert turning_point(reading, rules) is None
