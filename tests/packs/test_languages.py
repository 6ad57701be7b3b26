"""Every language says the whole of what the English pack says, each in its own formats."""

import re
from string import Formatter

import pytest

from workshop.packs import load_pack
from workshop.packs.agendas import agenda_files, measures
from workshop.packs.languages import by_preference, chosen, languages, visitor_language
from workshop.packs.loading import spoken
from workshop.room.agenda_file import read_agenda
from workshop.widgets.live.steps import KINDS

ENGLISH = load_pack("en")
OTHERS = [language for language in languages() if language != "en"]


def _texts(value, path=()):
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _texts(item, (*path, key))
    elif isinstance(value, list | tuple):
        for at, item in enumerate(value):
            yield from _texts(item, (*path, at))


def _words(pack):
    return dict(_texts(pack.model_dump(exclude={"reading"})))


@pytest.mark.parametrize("language", OTHERS)
def test_a_language_leaves_no_sentence_in_english(language):
    own, english = _words(load_pack(language)), _words(ENGLISH)
    bare = {path: re.sub(r"{\w+}", "", text) for path, text in english.items()}
    long = {path: english[path] for path, text in bare.items() if len(text.split()) > 3}
    sources = {path for path in long if "sources" in path}

    assert [path for path in long.keys() - sources if own.get(path) == long[path]] == []


@pytest.mark.parametrize("language", OTHERS)
def test_a_language_has_as_many_texts_as_english_at_every_place(language):
    free = ("names", "own_words", "their_words")
    own, english = (
        {path for path in _words(pack) if not set(path) & set(free)}
        for pack in (load_pack(language), ENGLISH)
    )

    assert own == english


@pytest.mark.parametrize("language", OTHERS)
def test_a_sentence_shows_every_number_that_the_english_one_shows(language):
    own, english = _words(load_pack(language)), _words(ENGLISH)

    for path in own.keys() & english.keys():
        assert _fields(own[path]) == _fields(english[path]), path


def _fields(text):
    try:
        return {name for _, name, _, _ in Formatter().parse(text) if name}
    except ValueError:
        return text


@pytest.mark.parametrize("language", languages())
def test_no_two_keys_of_the_desk_are_the_same(language):
    keys = load_pack(language).desk.keys.model_dump(exclude={"label"})

    assert len(set(keys.values())) == len(keys)


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("minutes", ["45", "90", "180"])
def test_every_agenda_is_there_with_the_same_steps(language, minutes):
    known = set(KINDS)
    own, english = (
        read_agenda(agenda_files(name)[minutes], measures(), known) for name in (language, "en")
    )

    assert [step.key for step in own.steps] == [step.key for step in english.steps]
    assert [step.minutes for step in own.steps] == [step.minutes for step in english.steps]


def test_each_language_writes_numbers_and_money_in_its_own_way():
    written = {name: load_pack(name).say for name in languages()}

    assert {name: say.money(123456) for name, say in written.items()} == {
        "en": "€123,456",
        "es": "123.456\xa0€",
        "de": "123.456\xa0€",
    }
    assert written["de"].number(12345.5) == "12.345,5"


def test_the_best_liked_language_that_is_known_is_spoken():
    known = ("de", "en", "es")

    assert chosen(known, preferred="fr, de-AT;q=0.5, en;q=0.7") == "en"
    assert chosen(known, preferred="es-MX,es;q=0.9,en;q=0.8") == "es"


def test_what_an_address_asks_for_comes_before_what_a_browser_likes():
    assert chosen(("de", "en", "es"), "de", "es") == "de"


@pytest.mark.parametrize("asked", ["xx", "", "../es", "ES" * 1000])
def test_a_language_that_is_not_there_is_passed_over(asked):
    assert chosen(("de", "en", "es"), asked, "es") == "es"


@pytest.mark.parametrize("header", ["", ",,;q=1", "*", "es;q=none", "es;q=0", ";;;", "x" * 9999])
def test_a_header_that_says_nothing_leads_to_english(header):
    assert chosen(("de", "en", "es"), preferred=header) == "en"


def test_preferences_are_read_best_first():
    assert by_preference("en;q=0.2, de, es;q=0.9") == ["de", "es", "en"]


def test_a_kernel_of_plain_voila_finds_the_language_in_the_address():
    environment = {"QUERY_STRING": "lang=de&x=1", "HTTP_ACCEPT_LANGUAGE": "es"}

    assert visitor_language(languages(), environment) == "de"


def test_a_pack_that_names_its_language_is_spoken_in_that_one_alone(tmp_path):
    file = tmp_path / "mine.toml"
    file.write_text('[common]\nlanguage = "es"\n[session]\ntitle = "Jueves"\n', encoding="utf-8")

    assert spoken(file) == ("es",)
    assert load_pack("de", file).time_budget.title == "Tu semana"


def test_a_folder_s_own_languages_lie_over_theirs_only(tmp_path):
    (tmp_path / "es").mkdir()
    (tmp_path / "session.toml").write_text('title = "Thursday"', encoding="utf-8")
    (tmp_path / "es/session.toml").write_text('title = "Jueves"', encoding="utf-8")

    assert load_pack("es", tmp_path).session.title == "Jueves"
    assert load_pack("de", tmp_path).session.title == "Thursday"


def test_a_language_of_one_s_own_lies_over_english(tmp_path):
    (tmp_path / "common.toml").write_text('language = "fr"\nlocale = "fr_FR"', encoding="utf-8")
    pack = load_pack(overlay=tmp_path)

    assert (pack.common.language, pack.say.number(1.5)) == ("fr", "1,5")
