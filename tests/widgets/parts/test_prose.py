from markupsafe import Markup

from workshop.widgets.parts import Prose


def test_marked_html_is_shown_as_it_is():
    assert Prose(Markup("<b>Yes</b>")).html == "<b>Yes</b>"


def test_any_other_text_is_escaped():
    prose = Prose("<img src=x onerror=alert(1)>")
    prose.html = "<script>"

    assert prose.html == "&lt;script&gt;"


def test_what_is_typed_stays_text_inside_marked_html():
    prose = Prose(Markup("<b>{}</b>").format("<i>"))

    assert prose.html == "<b>&lt;i&gt;</b>"


def test_a_page_cannot_change_it(wire):
    prose = Prose("Well")

    wire(prose).update(html="<script>alert(1)</script>")

    assert prose.html == "Well"
