"""A translation is begun from a language, and told what it still lacks."""

import pytest

from workshop.packs import PackError, load_pack
from workshop.packs.agendas import agenda_files
from workshop.packs.checking import check_pack
from workshop.packs.translating import begin, lacks
from workshop.reading.loading import languages as languages_read
from workshop.serving.command import main


@pytest.fixture
def french(tmp_path):
    begin(tmp_path / "fr", language="fr")
    return tmp_path / "fr"


def _says(path):
    return [str(lack) for lack in lacks(path)]


@pytest.mark.parametrize("language", ["es", "de"])
def test_spanish_and_german_lack_no_word_and_no_agenda(language):
    words = [lack for lack in lacks(language) if "no rules" not in lack.says]

    assert words == []
    assert (language in languages_read()) == (lacks(language) == [])


def test_a_new_pack_can_be_used_at_once_in_the_language_that_it_names(french):
    assert load_pack(overlay=french).common.language == "fr"
    assert check_pack(french) == []


def test_a_new_pack_lacks_its_sentences_at_first(french):
    first = load_pack().session.lead

    assert f"session.lead: is the same: {first}" in _says(french)


def test_a_sentence_that_is_translated_is_lacking_no_more(french):
    file = french / "session.toml"
    text = file.read_text(encoding="utf-8").replace("short exercises", "petits exercices")
    file.write_text(text, encoding="utf-8")

    assert not [lack for lack in _says(french) if lack.startswith("session.lead")]


def test_a_number_that_a_translation_does_not_show_is_told(french):
    file = french / "tally.toml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("{answered} of {seats} have", "{answered} ont"), encoding="utf-8")

    assert any("does not show {seats}" in lack for lack in _says(french))


def test_what_is_not_there_is_told_text_by_text(french):
    (french / "screen.toml").unlink()
    (french / "agendas/45.toml").unlink()
    told = _says(french)

    assert "screen.join: is missing: Join at" in told
    assert "agendas/45.toml: is missing" in told


def test_a_trainer_s_agenda_is_offered_beside_ours(french):
    (french / "agendas/45.toml").rename(french / "agendas/breakfast.toml")

    assert list(agenda_files(overlay=french)) == ["45", "90", "180", "breakfast"]
    assert agenda_files(overlay=french)["90"] == french / "agendas/90.toml"


def test_no_folder_is_written_over(french):
    with pytest.raises(PackError, match="is there already"):
        begin(french)


def test_the_command_begins_and_compares(tmp_path, capsys):
    assert main(["pack", "new", str(tmp_path / "mine"), "--from", "es"]) == 0
    assert main(["pack", "lacks", str(tmp_path / "nowhere")]) == 2
    assert main(["pack", "new", str(tmp_path / "other"), "--from", "tlh"]) == 2
    assert load_pack(overlay=tmp_path / "mine").session.discuss == "Para hablarlo"
