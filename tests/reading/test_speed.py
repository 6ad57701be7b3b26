"""No text takes long: work is counted here, and `bench/reading.py` measures time."""

import subprocess
import sys

import pytest

from workshop.reading import MAX_LENGTH, load_rules, read
from workshop.reading.patterns import is_endless, is_pattern

CRAFTED = {
    "one endless word": "a" * 10_000,
    "tags": "#a " * 5_000,
    "one word": "you " * 5_000,
    "marks": "!" * 10_000,
    "marks that end in a word": "!" * 9_999 + "a",
    "lines": "\n" * 10_000,
    "money": "$1 " * 3_400,
    "calls to act": "check out my " * 800,
    "addresses": "https://a " * 1_000,
    "quotation marks": '"a ' * 3_400,
    "emoji": "👉" * 10_000,
    "signs that fold into many": "\ufdfa" * 10_000,
    "accents": "a" + "\u0301" * 9_999,
    "gaps": "we help you " * 900,
    "a paste of a million letters": "word " * 200_000,
}


def _work(text):
    """Count the calls that a reading takes: the same on every machine, however busy."""
    calls = 0

    def count(frame, event, argument):
        nonlocal calls
        calls += event in ("call", "c_call")

    sys.setprofile(count)
    try:
        read(text)
    finally:
        sys.setprofile(None)
    return calls


@pytest.mark.parametrize("what", CRAFTED)
def test_the_work_grows_no_faster_than_the_text(what):
    text = CRAFTED[what][:MAX_LENGTH]

    assert _work(text) < 2.5 * _work(text[: len(text) // 2]) + 2_000


def test_beyond_the_limit_more_text_is_no_more_work():
    assert _work("word " * 200_000) == pytest.approx(_work("word " * 2_000), rel=0.01)


def test_no_pattern_of_ours_repeats_without_end():
    patterns = [
        phrase
        for rule in load_rules().rules
        for phrase in (*rule.phrases, *rule.unless, *rule.near)
        if is_pattern(phrase)
    ]

    assert not [phrase for phrase in patterns if is_endless(phrase)]


def test_importing_it_loads_nothing_heavy():
    heavy = "pandas numpy altair ipywidgets pydantic emoji linkify_it hypothesis"
    code = f"import sys, workshop.reading; print(*set('{heavy}'.split()) & set(sys.modules))"
    printed = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )

    assert printed.stdout.strip() == ""
