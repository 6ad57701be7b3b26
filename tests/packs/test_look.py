"""A trainer's logo and colours are checked before anybody sees them."""

import re
from pathlib import Path

import pytest

from workshop.packs import PackError, load_pack
from workshop.packs.look import GROUNDS, LARGEST_LOGO, contrast

TOKENS = Path(__file__).parents[2] / (
    "workshop/serving/jupyter/voila/templates/workshop/static/tokens.css"
)


@pytest.fixture
def own_pack(tmp_path):
    def write(text):
        file = tmp_path / "mine.toml"
        file.write_text(text, encoding="utf-8")
        return file

    return write


def test_the_grounds_are_those_of_the_page():
    css = TOKENS.read_text(encoding="utf-8")
    papers, cards = (re.findall(rf"--wk-{name}: (#\w+);", css) for name in ("paper", "card"))

    assert list(GROUNDS.values()) == list(zip(papers, cards, strict=True))


def test_black_on_white_stands_out_twenty_one_to_one():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)


def test_a_logo_is_looked_for_beside_the_pack(own_pack, tmp_path):
    (tmp_path / "logo.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>")
    pack = load_pack(overlay=own_pack('[look]\nlogo = "logo.svg"\n'))

    assert pack.look.logo == str(tmp_path / "logo.svg")


WRONG = {
    'logo = "logo.svg"': "there is no 'logo.svg' in",
    'logo = "logo.exe"': "is no .svg",
    'colours = {face = "#ffee00"}': "stands out 1.1 to 1 from the light page",
    'dark = {accent = "#222222"}': "make it lighter",
    'colours = {face = "red"}': "should match pattern",
    'colours = {paper = "#000000"}': "'accent', 'face', 'social' or 'broadcast'",
}


@pytest.mark.parametrize(("text", "says"), WRONG.items())
def test_a_wrong_look_says_what_to_do(own_pack, text, says):
    with pytest.raises(PackError, match=re.escape(says)):
        load_pack(overlay=own_pack(f"[look]\n{text}\n"))


def test_a_logo_that_is_too_large_for_phones_is_refused(own_pack, tmp_path):
    (tmp_path / "logo.png").write_bytes(b"x" * (LARGEST_LOGO + 1))

    with pytest.raises(PackError, match="has more than 300 KB"):
        load_pack(overlay=own_pack('[look]\nlogo = "logo.png"\n'))


def test_writing_on_an_own_accent_is_the_one_that_can_be_read(own_pack):
    look = load_pack(overlay=own_pack('[look]\ncolours = {accent = "#0a3d62"}\n')).look

    assert (look.on_accent("light"), look.on_accent("dark")) == ("#ffffff", "")


def test_a_mistake_names_its_line(own_pack):
    text = '[session]\ntitle = "Ours"\n\n[time_budget.activities.events]\n# long\nhours = "many"\n'

    with pytest.raises(
        PackError, match=r"mine\.toml, line 6: time_budget\.activities\.events\.hours"
    ):
        load_pack(overlay=own_pack(text))


def test_a_mistake_in_a_folder_names_its_line_too(tmp_path):
    (tmp_path / "session.toml").write_text('title = "Ours"\ntitel = "Ours"\n', encoding="utf-8")

    with pytest.raises(PackError, match=r"session\.toml, line 2: session\.titel: .*title\?"):
        load_pack(overlay=tmp_path)
