"""Mixes of what the rules find: more pitch never reads as less, and what decides is told truly.

The mixes are drawn with a seed from the rules' own examples, so that every rule meets many others.
"""

import random

import pytest

from workshop.reading import load_rules, read

MIXES = 150
RULES = load_rules().rules
EXAMPLES = [example for rule in RULES for example in rule.match]
PITCHES = [
    example
    for rule in RULES
    # A question that only leads to an offer is a question where no offer follows.
    if rule.pitches and rule.weight and rule.where != "before_pitch"
    for example in rule.match
]


def _sentence(example):
    return example if example[-1] in ".!?" else f"{example}."


def _mixes(seed):
    draw = random.Random(seed)
    for _ in range(MIXES):
        mixed = draw.choices(EXAMPLES, k=draw.randint(1, 6))
        yield " ".join(map(_sentence, mixed)), _sentence(draw.choice(PITCHES))


def _without(text, spans):
    for start, end in reversed(spans):
        text = text[:start] + text[end:]
    return text


def test_adding_a_pitch_never_makes_it_less_of_one():
    for text, pitch in _mixes(1):
        lean = read(text).lean

        assert read(f"{text} {pitch}").lean <= lean, (text, pitch)
        assert read(f"{pitch} {text}").lean <= lean, (pitch, text)


def test_removing_a_pitching_span_never_makes_it_more_of_one():
    for text, _ in _mixes(2):
        reading = read(text)
        for hit in reading.hits:
            if hit.pitches and hit.weighs:
                assert read(_without(text, [hit.span])).lean >= reading.lean, (text, hit)


def test_a_text_without_the_words_that_decide_reads_as_promised():
    for text, _ in _mixes(3):
        reading = read(text)
        if decides := reading.counterfactual:
            then = read(_without(text, decides.spans))

            assert (then.band, then.lean) == (decides.band, decides.lean), text
            assert then.band != reading.band


LEADS = [
    "How was your week? Request a brochure.",
    "How was your week? More oats, less sugar. Request a brochure.",
    "How was your week? Did it rain? Request a brochure.",
]


@pytest.mark.parametrize("text", LEADS)
def test_a_question_leads_to_an_offer_across_questions_and_praise(text):
    assert "hook.lead-in" in {hit.rule for hit in read(text).hits if hit.start == 0}


def test_a_question_leads_nowhere_across_a_sentence_that_sells_nothing():
    reading = read("How was your week? We had snow. Request a brochure.")

    assert "ask.open" in {hit.rule for hit in reading.hits}


def test_of_a_rule_that_hits_twice_the_words_count_that_no_other_rule_hits():
    reading = read("RT for a chance to win. Like and share this.")

    assert {row.rule: row.added for row in reading.contributions} == {
        "cta.follow": 3,
        "gain.prize": 3,
    }


def test_where_the_words_left_over_say_something_new_that_is_what_is_told():
    decides = read("I'd love to hear what came of it. Pre-orders are open. Prices on our page.")

    assert decides.counterfactual.band == "conversation"
