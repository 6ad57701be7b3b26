"""Looking a pack over: each fault names its file, the rule or key, and the remedy."""

import pytest

from workshop.packs import PackError
from workshop.packs.checking import check_pack
from workshop.reading import linting, load_rules
from workshop.serving.command import main

RULE = """
[[reading.rule]]
id = "own.bell"
criterion = "no_pitch"
side = "pitch"
weight = 2
why = "Rings a bell."
"""
WHOLE = f'{RULE}phrases = ["ring the bakehouse bell"]\nmatch = ["Ring the bakehouse bell"]\n'
WHOLE += 'no_match = ["The bell rang."]\n'


def _says(tmp_path, text, name="own.toml"):
    file = tmp_path / name
    file.write_text(text, encoding="utf-8")
    return [str(fault) for fault in check_pack(file)]


def test_the_pack_that_comes_with_the_workshop_is_well():
    assert check_pack() == []


def test_a_whole_pack_is_well(tmp_path):
    assert _says(tmp_path, WHOLE) == []


def test_a_phrase_is_added_in_one_line(tmp_path):
    text = '[reading.phrases]\n"cta.book" = ["ring the bakehouse bell"]\n'

    assert _says(tmp_path, text) == []


FAULTS = {
    "an example not found": (
        f'{RULE}phrases = ["ring"]\nmatch = ["Sing"]',
        "rule 'own.bell': does not find its own example 'Sing'",
    ),
    "no example": (f'{RULE}phrases = ["ring a bell"]', "rule 'own.bell': has no example"),
    "capitals under ignore-case": (f'{RULE}phrases = ["/[A-Z]{{3}}/"]', "set case = true"),
    "a repeated repetition": (f'{RULE}phrases = ["/(a+)+b/"]', "repeats a repetition"),
    "an endless pattern": (
        f'{RULE}phrases = ["/bells+ ring/"]\nmatch = ["bells ring"]\nno_match = ["a"]',
        "repeats without end. Bound it",
    ),
    "what another rule finds": (
        f'{RULE}phrases = ["link in bio"]\nmatch = ["link in bio"]\nno_match = ["a"]',
        "finds 'link in bio', and so does 'cta.link'",
    ),
    "a rule that never counts": (
        f'{RULE}phrases = ["in bio"]\nmatch = ["Get the link in bio"]\nno_match = ["a"]',
        "rule 'own.bell': never counts",
    ),
    "a phrase for no rule": (
        '[reading.phrases]\n"cta.bok" = ["ring a bell"]',
        "there is no rule 'cta.bok'. Did you mean 'cta.book'?",
    ),
    "an unknown table": ("[reading.rules]\n", "rules: is not known here"),
    "an unknown key": ('[session]\ntitel = "A"\n', "Did you mean title?"),
    "rules in another shape": ("[reading]\nrule = [3]\n", "a rule without an id"),
}


@pytest.mark.parametrize("what", FAULTS)
def test_a_fault_names_the_file_and_the_remedy(what, tmp_path):
    text, expected = FAULTS[what]
    told = _says(tmp_path, text)

    assert any(expected in line for line in told), told
    assert all(line.startswith(str(tmp_path / "own.toml")) for line in told)


def test_in_a_folder_the_file_of_the_rules_is_named(tmp_path):
    (tmp_path / "session.toml").write_text('title = "Mine"\n', encoding="utf-8")
    text = f'{RULE}phrases = ["ring"]'.replace("reading.rule", "rule")
    (tmp_path / "reading.toml").write_text(text, encoding="utf-8")

    assert {str(fault.file) for fault in check_pack(tmp_path)} == {str(tmp_path / "reading.toml")}


def test_a_pack_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(PackError, match="there is no such pack"):
        check_pack(tmp_path / "none.toml")


def test_the_command_says_that_all_is_well(tmp_path, capsys):
    (tmp_path / "own.toml").write_text(WHOLE, encoding="utf-8")

    assert main(["pack", "check", str(tmp_path / "own.toml")]) == 0
    assert capsys.readouterr().out == "All is well.\n"


def test_the_command_lists_what_is_to_mend(tmp_path, capsys):
    (tmp_path / "own.toml").write_text(f'{RULE}phrases = ["ring a bell"]', encoding="utf-8")

    assert main(["pack", "check", str(tmp_path / "own.toml")]) == 1
    assert capsys.readouterr().out.endswith("2 to mend.\n")


def test_the_command_refuses_what_is_not_there(capsys):
    assert main(["pack", "check", "nowhere.toml"]) == 2
    assert "there is no such pack" in capsys.readouterr().err


def test_a_rule_that_takes_too_long_is_named(tmp_path, monkeypatch):
    """What is slow depends on the machine, so here nothing is fast enough."""
    monkeypatch.setattr(linting, "SLOWEST", -1.0)

    assert any("'own.bell': takes too long" in told for told in _says(tmp_path, WHOLE))


def test_faults_of_other_rules_are_not_the_trainers(tmp_path, monkeypatch):
    """Two of ours that say the same are for us to mend."""
    twins = load_rules("en").rules[:2]
    monkeypatch.setattr(linting, "_overlaps", lambda _: [(*twins, "the same")])

    assert _says(tmp_path, WHOLE) == []
