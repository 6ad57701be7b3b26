"""The pack studio: what is typed is tried at once, and only what is well can be saved."""

import pytest

from workshop.packs import load_pack
from workshop.packs.languages import languages
from workshop.widgets.studio import PackStudio


@pytest.fixture
def studio():
    return PackStudio(load_pack("en"))


def _verdicts(studio):
    return [said.html for said in studio._verdicts]


@pytest.mark.parametrize("language", languages())
def test_it_begins_with_a_pack_that_is_well(language):
    assert PackStudio(load_pack(language)).mistake == ""


def test_an_own_phrase_changes_how_an_example_reads(studio):
    studio.text = studio.text.replace("reserve your tasting", "eat with quince").replace(
        "Reserve your tasting", "To eat with quince"
    )
    marked = studio._posts[1].notes

    assert "Asks me to come and buy." in str(marked)


def test_an_own_label_is_shown_beside_the_rubric(studio):
    studio.text = '[post_assessment.criteria.them]\nlabel = "Mostly <you>"\n'

    assert "Mostly &lt;you&gt;" in studio._criteria.html


def test_a_mistake_names_line_and_remedy_and_leaves_the_preview(studio):
    before = _verdicts(studio)
    studio.text = "[post_assessment.criteria.them]\nlabell = 'x'\n"

    assert "line 2: post_assessment.criteria.them.labell" in studio.mistake
    assert studio.mistake.replace("'", "&#39;")[:30] in studio._state.html
    assert _verdicts(studio) == before
    assert not studio._file.wanted


@pytest.mark.parametrize("text", ["[", "= 1", "\x00", "x" * 30_000, "[session]\ntitle = 3"])
def test_nothing_that_is_typed_breaks_it(studio, text):
    studio.text = text
    studio.text = ""

    assert studio.mistake == ""
