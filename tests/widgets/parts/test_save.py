from workshop.widgets.parts import Save


def test_the_file_is_made_when_it_is_asked_for(wire):
    made = []
    save = Save("Save", lambda: made.append(1) or b"Hello", name="hello.txt", type="text/plain")
    page = wire(save)

    assert made == []

    page.ask({"save": True})

    assert page.sent[-1][0]["content"] == {"saved": True}
    assert page.sent[-1][1] == [b"Hello"]


def test_nothing_else_saves(wire):
    page = wire(Save("Save", lambda: b"Hello"))
    for content in (None, "save", {"save": 1.5}, {"save": False}, {}):
        page.ask(content)

    assert page.sent == []
