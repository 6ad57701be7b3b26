"""Saved answers are read with suspicion: whatever else a file is, there is a reason for it."""

import json

import pytest

from workshop.packs import load_pack
from workshop.takehome.answers import AnswersError, envelope, page_template, read_answers

PACK = load_pack()


def _file(**changes):
    return json.dumps({**envelope(), "answers": {"time_budget": {"lock": True}}, **changes})


def test_what_was_saved_comes_back():
    assert read_answers(_file()) == {"time_budget": {"lock": True}}


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("x" * 1_000_001, "too_large"),
        ("", "unreadable"),
        ("{", "unreadable"),
        ("[" * 100_000, "unreadable"),
        ('{"a": NaN}', "unreadable"),
        ('{"a": ' + "9" * 5000 + "}", "unreadable"),
        ("[]", "not_ours"),
        ("3", "not_ours"),
        ("{}", "not_ours"),
        (_file(format="other"), "not_ours"),
        (_file(version="1"), "not_ours"),
        (_file(version=True), "not_ours"),
        (_file(version=0), "not_ours"),
        (_file(answers=[1]), "not_ours"),
        (_file(answers={"time_budget": 3}), "not_ours"),
        (_file(version=2), "newer"),
    ],
)
def test_anything_else_has_a_reason_with_a_sentence(text, reason):
    with pytest.raises(AnswersError) as refused:
        read_answers(text)

    assert refused.value.reason == reason
    assert getattr(PACK.takehome, reason)


def test_the_page_runs_nothing_and_asks_for_nothing():
    page = page_template()

    assert "default-src 'none'" in page
    assert "<script src" not in page
    assert "http" not in page.replace("http-equiv", "")
