"""What the built-in packs promise: every number has a source or says that it has none."""

import re
from pathlib import Path

import pytest

from workshop.packs import load_pack

PACK = load_pack()
REACH = PACK.reach_comparison
FOUND = {"research", "survey", "weak"}


def _texts(value):
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for item in value.values():
            yield from _texts(item)
    elif isinstance(value, list | tuple):
        for item in value:
            yield from _texts(item)


@pytest.mark.parametrize("name", REACH.input_names)
def test_every_input_that_was_found_names_a_source(name):
    source = REACH.input(name, REACH.platform)

    assert (source.confidence in FOUND) <= bool(source.sources)


@pytest.mark.parametrize(
    "source",
    [*PACK.relationship_growth.inputs.values(), *PACK.silent_audience.inputs.values()],
)
def test_every_number_of_growth_and_audience_that_was_found_names_a_source(source):
    assert (source.confidence in FOUND) <= bool(source.sources)


@pytest.mark.parametrize("platform", REACH.platforms.ranges)
def test_every_platform_names_a_source_with_its_year(platform):
    assert all(source.year for source in REACH.platforms.ranges[platform].sources)


def test_the_example_tells_of_eight_hundred_people():
    assert REACH.inputs["people"].typical == 800


def test_the_presets_are_those_of_the_teaching():
    assert list(PACK.time_budget.presets.hours.values()) == [2, 3, 5]


def test_an_own_number_that_can_be_known_replaces_the_range():
    own = REACH.inputs["following"].range(1234)

    assert (own.low, own.high) == (1234, 1234)


def test_an_own_number_that_cannot_be_known_moves_the_range():
    own = REACH.inputs["reply_share"].range(50)

    assert own.typical == pytest.approx(0.5)
    assert own.low < 0.5 < own.high


def test_no_sentence_of_the_article_is_in_the_pack():
    article = Path(__file__).parents[3] / "shared" / "teaching.txt"
    if not article.exists():
        pytest.skip("the article that is taught is not part of this repository")
    sentences = re.split(r"[.?!:\n]+", article.read_text(encoding="utf-8"))
    taught = {_plain(sentence) for sentence in sentences if len(sentence.split()) >= 6}
    words = _plain(" ".join(_texts(PACK.model_dump())))

    assert not {sentence for sentence in taught if sentence in words}


def _plain(text):
    return " ".join(re.findall(r"[a-z0-9]+", text.lower()))
