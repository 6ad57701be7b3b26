"""No text takes long. The limits here are wide, since a busy machine is slow; bench/ measures."""

import subprocess
import sys
import time

import pytest

from workshop.reading import read

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


@pytest.mark.parametrize("what", CRAFTED)
def test_a_crafted_text_is_read_soon(what):
    read("warm up")
    start = time.process_time()
    read(CRAFTED[what])

    assert time.process_time() - start < 0.25


def test_importing_it_loads_nothing_heavy():
    heavy = "pandas numpy altair ipywidgets pydantic emoji linkify_it hypothesis"
    code = f"import sys, workshop.reading; print(*set('{heavy}'.split()) & set(sys.modules))"
    printed = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )

    assert printed.stdout.strip() == ""
