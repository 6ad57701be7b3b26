"""A trainer's pack is laid over ours, and a broken one says what to mend."""

import pytest

from workshop.packs import PackError, load_pack
from workshop.packs.loading import merge


@pytest.fixture
def own_pack(tmp_path):
    def write(text, name="mine.toml"):
        file = tmp_path / name
        file.write_text(text, encoding="utf-8")
        return file

    return write


def test_the_english_pack_is_whole():
    assert load_pack().common.language == "en"


def test_unchanged_files_give_the_same_pack():
    assert load_pack() is load_pack()


def test_a_file_changes_one_number_and_leaves_the_rest(own_pack):
    pack = load_pack(overlay=own_pack("[time_budget.activities.events]\nhours = 3.25\n"))

    assert pack.time_budget.activities["events"].hours == 3.25
    assert pack.time_budget.activities["events"].label == "Events and meet-ups"
    assert pack.time_budget.activities["meetings"].hours == 1.0


def test_a_folder_is_laid_over_table_by_table(own_pack, tmp_path):
    own_pack('title = "Our morning"\n', "session.toml")
    own_pack('currency = "GBP"\n', "common.toml")
    pack = load_pack(overlay=tmp_path)

    assert pack.session.title == "Our morning"
    assert pack.say.money(1200) == "£1,200"


def test_the_environment_names_the_pack_of_a_kernel(own_pack, monkeypatch):
    file = own_pack('[session]\ntitle = "From outside"\n')
    monkeypatch.setenv("WORKSHOP_PACK", str(file))

    assert load_pack().session.title == "From outside"


def test_a_changed_file_is_read_again(own_pack):
    first = load_pack(overlay=own_pack('[session]\ntitle = "First"\n'))
    second = load_pack(overlay=own_pack('[session]\ntitle = "Second, longer"\n'))

    assert (first.session.title, second.session.title) == ("First", "Second, longer")


BROKEN = {
    "no TOML at all": ("[session\ntitle", ["mine.toml", "is not TOML", "line 1"]),
    "an unknown key": (
        '[session]\ntitel = "x"\n',
        ["session.titel", "not a key that anything reads", "Did you mean title?"],
    ),
    "an unknown table": ("[sesion]\n", ["sesion", "Did you mean session?"]),
    "a new activity without its medium": (
        '[time_budget.activities.clubs]\nlabel = "Clubs"\nhours = 1.0\n',
        ["mine.toml", "time_budget.activities.clubs.medium", "is missing", "Add medium"],
    ),
    "hours that are no quarters": (
        "[time_budget.activities.events]\nhours = 1.1\n",
        ["mine.toml", "time_budget.activities.events.hours", "multiple of 0.25", "1.1"],
    ),
    "a word where a number belongs": (
        '[time_budget.activities.events]\nhours = "many"\n',
        ["time_budget.activities.events.hours", "valid number", "'many'"],
    ),
    "a number that is none": (
        "[time_budget.activities.events]\nhours = nan\n",
        ["time_budget.activities.events.hours"],
    ),
    "a range out of order": (
        "[reach_comparison.inputs.reply_share]\nlow = 70\n",
        ["reach_comparison.inputs.reply_share", "low 70, typical 30", "not in order"],
    ),
    "a range beyond its control": (
        "[reach_comparison.inputs.people]\nlow = 1\ntypical = 1\nhigh = 1\n",
        ["reach_comparison.inputs.people", "leaves the limits 10 to 5000"],
    ),
    "a place in a sentence that nobody fills": (
        '[time_budget.sentences]\nequal = "Both get {ours}."\n',
        ["time_budget.sentences.equal", "{ours}", "use {hours}"],
    ),
    "an open brace": (
        '[time_budget.sentences]\nequal = "Both get {hours"\n',
        ["time_budget.sentences.equal", "brace out of place"],
    ),
    "an empty sentence": (
        '[time_budget.sentences]\nnothing = ""\n',
        ["time_budget.sentences.nothing", "at least 1 character"],
    ),
    "a platform without a range": (
        '[reach_comparison.platforms.labels]\nmyspace = "Myspace"\n',
        ["'myspace' needs both a label and a range"],
    ),
    "an address that is none": (
        '[[time_budget.evidence.social.sources]]\nname = "x"\nurl = "javascript:alert(1)"\n',
        ["time_budget.evidence.social.sources.0.url"],
    ),
    "a locale that is none": ('[common]\nlocale = "xx_YY"\n', ["common.locale", "such as en_GB"]),
    "a currency that is none": ('[common]\ncurrency = "euro"\n', ["common.currency", "EUR"]),
}


@pytest.mark.parametrize("what", BROKEN)
def test_a_broken_pack_names_the_key_and_the_remedy(what, own_pack):
    text, expected = BROKEN[what]
    with pytest.raises(PackError) as caught:
        load_pack(overlay=own_pack(text))

    assert all(part in str(caught.value) for part in expected), str(caught.value)


def test_a_pack_that_is_not_there_is_named():
    with pytest.raises(PackError, match=r"nowhere\.toml: there is no such pack"):
        load_pack(overlay="nowhere.toml")


def test_an_empty_folder_says_what_to_put_there(tmp_path):
    with pytest.raises(PackError, match="holds no TOML file"):
        load_pack(overlay=tmp_path)


def test_a_pack_in_another_encoding_is_refused(tmp_path):
    file = tmp_path / "mine.toml"
    file.write_bytes('[session]\ntitle = "Zoë"\n'.encode("latin-1"))
    with pytest.raises(PackError, match="not UTF-8"):
        load_pack(overlay=file)


def test_a_byte_order_mark_does_no_harm(tmp_path):
    file = tmp_path / "mine.toml"
    file.write_bytes('[session]\ntitle = "Zoë"\n'.encode("utf-8-sig"))

    assert load_pack(overlay=file).session.title == "Zoë"


def test_a_huge_file_is_refused_before_it_is_read(tmp_path):
    file = tmp_path / "mine.toml"
    file.write_bytes(b"#" * 1_000_001)
    with pytest.raises(PackError, match="larger than a pack can be"):
        load_pack(overlay=file)


def test_a_language_without_a_pack_says_which_there_are():
    with pytest.raises(PackError, match=r"no pack for language 'tlh'\. There is: de, en, es"):
        load_pack("tlh")


def test_a_broken_reading_rule_is_told_with_the_pack(own_pack):
    text = '[[reading.rule]]\nid = "x"\n'
    with pytest.raises(PackError, match="reading"):
        load_pack(overlay=own_pack(text))


def test_later_trees_win_key_by_key():
    merged = merge([{"a": {"b": 1, "c": 2}, "d": [1]}, {"a": {"b": 3}, "d": [2]}])

    assert merged == {"a": {"b": 3, "c": 2}, "d": [2]}
