"""Whether there is enough to judge."""

import pytest

from workshop.reading import read

REASONS = {
    "": "no words",
    "   \n ": "no words",
    "😀🎸🔥🙌": "no words",
    "12 34 !!": "no words",
    "Nice one!": "too short",
    "Zucchini Rhabarber Gorgonzola Pumpernickel": "too short",
    "https://a.example/b #one #two": "mostly links",
    "Grosse Wiedereröffnung am Samstag mit Musik und Kuchen für alle Nachbarn": "another language",
    "Gran fiesta en la plaza con música y comida para todos": "another language",
    "Это просто очень хороший день для всех": "another language",
    "今日はとても良い天気ですね、散歩に行きましょう": "another language",
    "مرحبا بالجميع كيف حالكم اليوم في هذا الصباح": "another language",
    '"It was a long wet spring and nobody came to the fair but the geese." She wrote so.': (
        "mostly quoted"
    ),
}


@pytest.mark.parametrize("text", REASONS)
def test_where_there_is_not_enough_to_judge_it_says_why(text):
    reading = read(text)

    assert (reading.band, reading.reason) == ("not enough to judge", REASONS[text])


def test_a_few_words_are_enough_when_they_are_clear():
    assert read("Link in bio!").band == "pitch"


def test_another_language_keeps_only_what_means_the_same_everywhere():
    text = "Wir feiern mit euch und geben -20% auf alles, link in bio https://a.example"
    reading = read(text)

    assert reading.reason == "another language"
    assert {hit.rule for hit in reading.hits} == {"price.discount", "crowd.link"}
    assert reading.lean < 0


def test_a_foreign_word_in_a_text_does_not_change_its_language():
    assert read("We said adios to the summer and walked home in the rain.").reason is None
