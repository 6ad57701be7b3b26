"""Rules are data, and each is held to its examples."""

import pytest

from workshop.reading import CRITERIA, RulesError, load_rules, read
from workshop.reading.matching import matches

RULES = load_rules().rules
GOOD = {"id": "x", "criterion": "no_pitch", "side": "pitch", "weight": 2, "why": "w"}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_finds_its_examples_and_leaves_the_others(rule):
    assert rule.match
    assert rule.no_match
    assert all(matches(rule, example) for example in rule.match)
    assert not any(matches(rule, example) for example in rule.no_match)


@pytest.mark.parametrize("criterion", CRITERIA)
def test_every_criterion_has_rules_and_a_question(criterion):
    assert [rule for rule in RULES if rule.criterion == criterion]
    assert load_rules().questions[criterion].endswith("?")


@pytest.mark.parametrize("rule", [rule for rule in RULES if rule.pitches], ids=lambda r: r.id)
def test_every_pitch_has_a_question_to_the_writer(rule):
    assert rule.prompt.endswith("?")


@pytest.mark.parametrize(
    "text", ["a" * 9999, "#a " * 3333, "you " * 2500, "!" * 9999, "a? " * 3333]
)
def test_crafted_texts_are_read_in_the_end(text):
    assert read(text).text == text


def test_a_trainer_adds_a_phrase_with_one_rule():
    own = {**GOOD, "phrases": ["join the tribe"], "match": ["Come and join the tribe"]}
    rules = load_rules("en", {"rule": [own]})

    assert "x" in {hit.rule for hit in read("Come here and join the tribe", rules=rules).hits}


def test_a_trainer_leaves_a_rule_out():
    rules = load_rules("en", {"rule": [{"id": "urgency", "enabled": False}]})

    assert "urgency" not in {rule.id for rule in rules.rules}


def test_changed_rules_have_another_version():
    assert load_rules("en", {"questions": {"asks": "Hm?"}}).version != load_rules().version


REFUSED = {
    "an unknown key": ({**GOOD, "phrase": ["a b"]}, "phrase is not known. Did you mean phrases"),
    "a missing key": ({"id": "x", "side": "pitch"}, "criterion is missing"),
    "no id": ({"phrases": ["a b"]}, "without an id"),
    "nothing to find": (GOOD, "finds nothing"),
    "an unknown criterion": ({**GOOD, "phrases": ["a"], "criterion": "charm"}, "'charm' is none"),
    "an unknown side": ({**GOOD, "phrases": ["a"], "side": "left"}, "'left' is none"),
    "an unknown place": ({**GOOD, "phrases": ["a"], "where": "top"}, "'top' is none"),
    "a weight beyond three": ({**GOOD, "phrases": ["a"], "weight": 9}, "weight 9 is none"),
    "an example not found": ({**GOOD, "phrases": ["a b"], "match": ["c"]}, "own example 'c'"),
    "an example too many": ({**GOOD, "phrases": ["a b"], "no_match": ["a b"]}, "leave alone"),
    "capitals that mean nothing": ({**GOOD, "pattern": "[A-Z]{3}"}, "case = true"),
    "a repeated repetition": ({**GOOD, "pattern": "(a+)+b"}, "repeats a repetition"),
    "a broken pattern": ({**GOOD, "pattern": "(a"}, "pattern:"),
}


@pytest.mark.parametrize("what", REFUSED)
def test_a_broken_rule_names_itself_and_the_remedy(what):
    row, expected = REFUSED[what]
    with pytest.raises(RulesError) as caught:
        load_rules("en", {"rule": [row]})

    assert expected in str(caught.value)


def test_a_language_without_rules_is_refused():
    with pytest.raises(RulesError, match="no reading rules for language 'tlh'"):
        load_rules("tlh")
