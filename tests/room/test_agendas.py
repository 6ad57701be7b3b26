"""Agendas are data: the built-in ones are whole, and a broken one says what to mend."""

import pytest

from workshop.packs.agendas import agenda_files, measures
from workshop.room.agenda_file import AgendaError, read_agenda
from workshop.widgets.live.steps import KINDS

KNOWN = set(KINDS)
STEP = '[[steps]]\nkey = "a"\ntitle = "A"\nminutes = 5\npurpose = "P"\n'
HEAD = 'title = "T"\nminutes = 45\n'


@pytest.fixture
def own(tmp_path):
    def write(text):
        file = tmp_path / "mine.toml"
        file.write_text(text, encoding="utf-8")
        return file

    return write


def _refusal(file):
    with pytest.raises(AgendaError) as caught:
        read_agenda(file, measures(), KNOWN)
    return str(caught.value)


def test_there_are_three_lengths():
    assert list(agenda_files()) == ["45", "90", "180"]


@pytest.mark.parametrize("name", agenda_files())
def test_a_built_in_agenda_fills_its_minutes(name):
    agenda = read_agenda(agenda_files()[name], measures(), KNOWN)

    assert sum(step.minutes for step in agenda.steps) == agenda.minutes == int(name)
    assert next(minutes for minutes, _ in agenda.starts()) == 0


@pytest.mark.parametrize("name", agenda_files())
def test_every_exercise_step_says_what_a_trainer_does_expects_and_asks(name):
    agenda = read_agenda(agenda_files()[name], measures(), KNOWN)
    for step in agenda.steps:
        if step.exercise:
            assert all([step.do, step.say, step.expect, step.debrief, step.if_short, step.if_long])
            assert agenda.counted(step.key)


BROKEN = {
    "no TOML": ("[[steps\n", ["mine.toml", "is not TOML", "line 1"]),
    "nothing": ("", ["title: is missing. Add title = ...", "minutes: is missing", "steps"]),
    "a step without its minutes": (
        HEAD + STEP.replace("minutes = 5\n", ""),
        ["step 1 (a): minutes: is missing. Add minutes = ..."],
    ),
    "a slip in a key": (
        HEAD + STEP + 'debrif = ["x"]\n',
        ["step 1 (a): debrif: is not a key that anything reads. Did you mean debrief?"],
    ),
    "a word where minutes belong": (
        HEAD + STEP.replace("5", '"five"'),
        ["step 1 (a): minutes", "valid number", "'five'"],
    ),
    "more than there is time for": (
        HEAD + STEP.replace("5", "50"),
        ["the steps take 50 minutes, more than the 45 there are"],
    ),
    "the same key twice": (
        HEAD + STEP + STEP,
        ["step 'a' comes with round 1 where round 2 is expected; give it another key"],
    ),
    "a second try without a first": (
        HEAD + STEP + "round = 2\n",
        ["step 'a' comes with round 2 where round 1 is expected"],
    ),
    "a cut longer than the step": (
        HEAD + STEP + "shortest = 9\n",
        ["step 1 (a)", "shortest 9 is longer than minutes 5"],
    ),
    "an exercise that there is not": (
        HEAD + STEP + 'exercise = "time_buget"\n',
        ["step 'a': there is no exercise 'time_buget'. Did you mean time_budget?"],
    ),
    "edges that fall": (
        HEAD + STEP + '[measures.a.b]\npath = "answer.x"\nedges = [3, 1]\n',
        ["measures.a.b", "must rise"],
    ),
    "a measure of no kind": (
        HEAD + STEP + '[measures.a.b]\npath = "answer.x"\n',
        ["needs edges = [...] for a number or options = [...]"],
    ),
    "measures that are a word": (HEAD + 'measures = "x"\n' + STEP, ["measures"]),
    "steps that are a word": (HEAD + 'steps = "x"\n', ["steps"]),
}


@pytest.mark.parametrize("what", BROKEN)
def test_a_broken_agenda_names_the_step_the_key_and_the_remedy(what, own):
    text, expected = BROKEN[what]
    told = _refusal(own(text))

    assert all(part in told for part in expected), told


def test_an_agenda_that_is_not_there_is_told(tmp_path):
    assert "cannot be read: No such file" in _refusal(tmp_path / "none.toml")


def test_a_huge_agenda_is_refused_before_it_is_read(own):
    assert "larger than an agenda can be" in _refusal(own("#" * 500_001))


def test_an_agenda_may_count_what_it_likes(own):
    own_measure = '[measures.time_budget.lock]\npath = "answer.lock"\noptions = ["true", "false"]\n'
    agenda = read_agenda(
        own(HEAD + STEP + 'exercise = "time_budget"\n' + own_measure), measures(), KNOWN
    )

    assert list(agenda.counted("a")) == ["lock"]
