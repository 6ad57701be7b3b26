"""Whether there is enough to judge."""

import pytest

from workshop.reading import RulesError, load_rules, read

REASONS = {
    "": "no words",
    "   \n ": "no words",
    "😀🎸🔥🙌": "no words",
    "12 34 !!": "no words",
    "Nice one!": "too short",
    "Zucchini Rhabarber Gorgonzola Pumpernickel": "too short",
    "https://a.example/b #one #two": "mostly links",
    "Grande fête samedi sur la place avec de la musique et des gâteaux pour tous les voisins": (
        "another language"
    ),
    "Hoje não consegui dormir e fiquei a pensar no que me disseste sobre o teu jardim": (
        "another language"
    ),
    "Stasera cuciniamo insieme per tutti i vicini e poi suoniamo qualcosa": "another language",
    "Vandaag heb ik met mijn buurman over zijn tuin gepraat en dat was heel fijn": (
        "another language"
    ),
    "Avui he parlat amb la veïna i hem rigut molt de les nostres coses": "another language",
    "I dag har jag pratat med min granne och det var så roligt att vi glömde tiden": (
        "another language"
    ),
    "Dziś rozmawiałem z sąsiadem i było nam bardzo wesoło, bo on też nie śpi": "another language",
    "Zucchini, Gorgonzola, Hamburg, Merlot, Gouda, Chianti, Camembert, Rioja": "another language",
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
    text = "Nous fêtons avec vous et c'est -20% sur tout, link in bio https://a.example"
    reading = read(text)

    assert reading.reason == "another language"
    assert {hit.rule for hit in reading.hits} == {"price.discount", "crowd.link"}
    assert reading.lean < 0


def test_a_foreign_word_in_a_text_does_not_change_its_language():
    assert read("We said adios to the summer and walked home in the rain.").reason is None


SPOKEN = {
    "Are you free on Tuesday, and would your sister come along?": "en",
    "¿Estás libre el martes, y vendría también tu hermana?": "es",
    "Hast du am Dienstag frei, und würde deine Schwester mitkommen?": "de",
    "Reserva tu plaza hoy, que quedan dos.": "es",
    "Jetzt bestellen!": "de",
}


@pytest.mark.parametrize("text", SPOKEN)
def test_each_language_is_read_by_its_own_rules(text):
    assert read(text).language == SPOKEN[text]


@pytest.mark.parametrize("language", ["en", "es", "de"])
@pytest.mark.parametrize("text", SPOKEN)
def test_no_text_is_read_by_the_rules_of_another_language(text, language):
    reading = read(text, rules=load_rules(language))

    if language != SPOKEN[text]:
        assert (reading.reason, reading.language) == ("another language", None)
        assert all(_by_id(language)[hit.rule].any_language for hit in reading.hits)


def _by_id(language):
    return {rule.id: rule for rule in load_rules(language).rules}


def test_where_two_languages_are_as_likely_neither_judges():
    reading = read("Alpha Beta in Gamma Delta")

    assert (reading.band, reading.reason) == ("not enough to judge", "too short")


def test_a_language_without_rules_is_refused():
    with pytest.raises(RulesError, match="There are: de, en, es"):
        read("Bonjour", language="fr")
