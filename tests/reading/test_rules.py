"""Rules are data, and each is held to its examples."""

import re

import pytest

from workshop.reading import CRITERIA, RulesError, load_rules, read
from workshop.reading.linting import lint
from workshop.reading.loading import languages
from workshop.reading.matching import matches
from workshop.reading.rules import USEFUL

RULES = load_rules().rules
ALL = [(language, rule) for language in languages() for rule in load_rules(language).rules]
GOOD = {"id": "x", "criterion": "no_pitch", "side": "pitch", "weight": 2, "why": "w"}
FAMILIES = [
    "announcement",
    "appeal",
    "call to act",
    "copy-paste greeting",
    "engagement",
    "gain",
    "guarantee",
    "hook",
    "insult",
    "introduction",
    "link",
    "listening",
    "own offer",
    "own praise",
    "price",
    "question to nobody",
    "question to the reader",
    "small print",
    USEFUL,
    "stuffing",
    "thanks and credit",
    "the turn",
    "their lives",
    "urgency",
    "what they said",
]


@pytest.mark.parametrize(("language", "rule"), ALL, ids=lambda part: getattr(part, "id", part))
def test_a_rule_finds_its_examples_and_leaves_the_others(language, rule):
    rules = load_rules(language)

    assert rule.match
    assert rule.no_match
    assert all(matches(rule, example, rules) for example in rule.match)
    assert not any(matches(rule, example, rules) for example in rule.no_match)


def test_every_family_has_a_rule():
    assert sorted({rule.family for rule in RULES}) == FAMILIES


@pytest.mark.parametrize("language", languages())
def test_each_language_looks_for_the_same_kinds_of_things(language):
    families = {rule.family for rule in load_rules(language).rules}

    assert set(FAMILIES) - families <= {"small print", "question to nobody"}
    assert families <= set(FAMILIES)


@pytest.mark.parametrize("language", languages())
def test_no_rule_of_ours_needs_mending(language):
    assert lint(language) == []


def test_no_rule_of_weight_finds_a_single_word():
    common = ["free", "buy", "price", "offer", "sold", "sale", "link", "call", "book", "order"]
    texts = [f"We talked of {word} for an hour by the fire." for word in common]

    assert [hit for text in texts for hit in read(text).hits if hit.pitches] == []


@pytest.mark.parametrize("criterion", CRITERIA)
def test_every_criterion_has_rules_and_a_question(criterion):
    assert [rule for rule in RULES if rule.criterion == criterion]
    assert load_rules().questions[criterion].endswith("?")


@pytest.mark.parametrize("rule", [rule for rule in RULES if rule.pitches], ids=lambda r: r.id)
def test_every_pitch_has_a_question_to_the_writer(rule):
    assert rule.prompt.endswith("?")


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_says_why_in_a_sentence(rule):
    assert re.fullmatch(r"[A-Z].*\.", rule.why)


def test_a_trainer_adds_a_phrase_with_one_rule():
    own = {**GOOD, "phrases": ["ring the bakehouse bell"], "match": ["Ring the bakehouse bell"]}
    rules = load_rules("en", {"rule": [own]})

    assert "x" in {hit.rule for hit in read("Come and ring the bakehouse bell", rules=rules).hits}


def test_a_trainer_adds_a_word_to_a_list():
    text = "Our crumpets are the talk of the town and nobody knows why."
    rules = load_rules("en", {"words": {"goods": ["crumpets"]}})

    assert "offer.own" not in {hit.rule for hit in read(text).hits}
    assert "offer.own" in {hit.rule for hit in read(text, rules=rules).hits}


def test_a_trainer_overrides_one_key_and_keeps_the_rest():
    rules = load_rules("en", {"rule": [{"id": "hook.benefit", "weight": 1}]})
    changed = next(rule for rule in rules.rules if rule.id == "hook.benefit")

    assert (changed.weight, changed.side) == (1, "pitch")
    assert changed.phrases


def test_a_trainer_leaves_a_rule_out():
    rules = load_rules("en", {"rule": [{"id": "urgency.few", "enabled": False}]})

    assert "urgency.few" not in {rule.id for rule in rules.rules}


def test_a_trainer_asks_their_own_question():
    rules = load_rules("en", {"questions": {"asks": "Who are they?"}})

    assert read("It rained on the market all day.", rules=rules).question == "Who are they?"


def test_changed_rules_have_another_version():
    assert load_rules("en", {"questions": {"asks": "Hm?"}}).version != load_rules().version


def test_a_version_names_engine_and_rules():
    assert re.fullmatch(r"\d+-[0-9a-f]{8}", read("Hello").version)


def test_a_plain_phrase_between_slashes_sees_capitals_only_when_asked():
    own = {**GOOD, "phrases": ["/[A-Z]{4}/"], "case": True, "match": ["LOUD"], "no_match": ["loud"]}

    assert load_rules("en", {"rule": [own]})


REFUSED = {
    "an unknown key": ({**GOOD, "phrase": ["a b"]}, "phrase is not known. Did you mean phrases"),
    "a missing key": ({"id": "x", "side": "pitch"}, "criterion is missing. Add criterion"),
    "no id": ({"phrases": ["a b"]}, "without an id"),
    "nothing to find": ({**GOOD, "phrases": []}, "finds nothing"),
    "an unknown criterion": ({**GOOD, "phrases": ["a"], "criterion": "charm"}, "'charm' is none"),
    "an unknown side": ({**GOOD, "phrases": ["a"], "side": "left"}, "'left' is none"),
    "an unknown place": ({**GOOD, "phrases": ["a"], "where": "top"}, "'top' is none"),
    "a weight beyond three": ({**GOOD, "phrases": ["a"], "weight": 9}, "weight 9 is none"),
    "a weight in words": ({**GOOD, "phrases": ["a"], "weight": "2"}, "write a whole number"),
    "one phrase without a list": ({**GOOD, "phrases": "a b"}, "write a list of texts"),
    "an empty phrase": ({**GOOD, "phrases": [" "]}, "which is empty"),
    "an example not found": ({**GOOD, "phrases": ["a b"], "match": ["c"]}, "own example 'c'"),
    "an example too many": ({**GOOD, "phrases": ["a b"], "no_match": ["a b"]}, "leave alone"),
    "capitals that mean nothing": ({**GOOD, "phrases": ["/[A-Z]{3}/"]}, "case = true"),
    "a repeated repetition": ({**GOOD, "phrases": ["/(a+)+b/"]}, "repeats a repetition"),
    "a broken pattern": ({**GOOD, "phrases": ["/(a/"]}, "no regular expression"),
    "an unknown list": ({**GOOD, "phrases": ["<guds> a"]}, "<guds> is no list"),
}


@pytest.mark.parametrize("what", REFUSED)
def test_a_broken_rule_names_itself_and_the_remedy(what):
    row, expected = REFUSED[what]
    with pytest.raises(RulesError) as caught:
        load_rules("en", {"rule": [row]})

    assert expected in str(caught.value)
    assert what == "no id" or "rule 'x'" in str(caught.value)


MISSHAPEN = {
    "an unknown table": ({"rules": []}, "rules: is not known here"),
    "rules that are no list": ({"rule": {"id": "x"}}, "must be a list of tables"),
    "a list of words that is a text": ({"words": {"goods": "bread"}}, "write a list of texts"),
    "a question to nothing": ({"questions": {"charm": "Hm?"}}, "questions: charm"),
    "words that are no table": ({"words": 3}, "must be a table"),
}


@pytest.mark.parametrize("what", MISSHAPEN)
def test_changes_in_another_shape_are_refused(what):
    changes, expected = MISSHAPEN[what]
    with pytest.raises(RulesError, match=re.escape(expected)):
        load_rules("en", changes)


@pytest.mark.parametrize("language", ["tlh", "", "../en", "en.toml"])
def test_a_language_without_rules_is_refused(language):
    with pytest.raises(RulesError, match="no reading rules for language"):
        load_rules(language)
