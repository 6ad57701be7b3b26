"""What a post reads like, and why."""

import os
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.reading import BANDS, CRITERIA, MAX_LENGTH, load_rules, read

PITCHES = [
    "Book your free discovery call now! Only 3 places left in May. Link in bio.",
    "Want to double your bookings? Our platform does it while you sleep. Request a demo.",
    "Flash sale! 20% off everything in our shop, this weekend only. Use code SPRING.",
    'We help bakeries to sell more bread. DM me "CRUST" and the plan is yours.',
    "Our award-winning team provides tax services to over 200 companies. Contact us for a quote.",
    "Hey guys, please subscribe to my cooking channel and share it with everyone!",
    "You have won a weekend in Rome! Call 0161 555 0199 to claim your prize. T&Cs apply.",
    "Every pound counts. Please donate today and feed a family in need.",
    "Introducing SudsBox, the leading soap subscription. Learn more: www.suds.example",
    "Earn $400 a day from home, no experience needed. Message me for details.",
]
CONVERSATIONS = [
    "Hello, I'm Ana and I mend old radios. What is on your bench at the moment?",
    "You mentioned your first market stall yesterday. How did it go? I'd love to hear.",
    "Thanks for the story about the flood, Ben. What did you save first?",
    "Bakers, what went wrong in your kitchen today? I answer everybody.",
    "I wonder how your mornings look since the bridge closed. Tell me about the detours you found.",
    "I always burn the first pancake. What do you do with yours?",
]
FRIENDLY = [
    "It rained on the market all day and we laughed a lot.",
    "We walked home along the river and counted the herons.",
]
MINE = st.sampled_from(PITCHES + CONVERSATIONS + FRIENDLY)
PITCHING = [
    "Book your call now!",
    "Only 3 places left.",
    "10% off today.",
    "Link in bio.",
    "DM me for prices.",
]


def _pitching(reading):
    return [hit for hit in reading.hits if hit.pitches and hit.weighs]


@pytest.mark.parametrize("text", PITCHES)
def test_a_pitch_reads_like_a_pitch(text):
    reading = read(text)

    assert reading.band == "pitch"
    assert reading.lean < 0
    assert reading.criteria["no_pitch"][1] <= 1


@pytest.mark.parametrize("text", CONVERSATIONS)
def test_an_opening_reads_like_a_conversation(text):
    reading = read(text)

    assert reading.band == "conversation"
    assert reading.lean > 0


@pytest.mark.parametrize("text", FRIENDLY)
def test_a_statement_without_any_question_is_friendly(text):
    assert read(text).band == "friendly"


def test_something_useful_with_an_offer_is_told_apart_from_a_pitch():
    text = (
        "Soak the beans overnight, they cook in half the time. Hope this helps. There is more in "
        "my weekly newsletter. Which beans do you cook?"
    )

    assert read(text).band == "offer"


@pytest.mark.parametrize("text", PITCHES)
def test_thanks_and_questions_do_not_buy_off_a_call_to_act(text):
    padded = f"Thank you all! How was your garden? What did you plant? {text} Which one grew?"

    assert read(padded).band == "pitch"
    assert read(padded).criteria["no_pitch"][1] <= 1


@given(MINE, st.sampled_from(PITCHING), st.booleans())
def test_adding_a_pitching_sentence_never_makes_it_less_of_a_pitch(text, addition, first):
    longer = f"{addition} {text}" if first else f"{text} {addition}"

    assert read(longer).lean <= read(text).lean
    assert read(longer).criteria["no_pitch"][1] <= read(text).criteria["no_pitch"][1]


@given(MINE, st.sampled_from(PITCHING))
def test_taking_a_pitching_span_away_never_makes_it_more_of_one(text, addition):
    reading = read(f"{text} {addition}")
    for hit in _pitching(reading):
        without = reading.text[: hit.start] + reading.text[hit.end :]

        assert read(without).lean >= reading.lean


def test_a_hit_inside_a_longer_one_of_its_kind_is_told_once():
    text = "Tell me what the sea did to your garden."
    asking = [hit for hit in read(text).hits if hit.criterion == "asks"]

    assert [text[hit.start : hit.end] for hit in asking] == ["Tell me what"]


def test_every_question_comes_from_the_rules():
    rules = load_rules()
    known = {rule.prompt for rule in rules.rules} | set(rules.questions.values())

    assert {read(text).question for text in PITCHES + CONVERSATIONS + FRIENDLY} <= known


def test_a_long_text_is_cut_and_says_so():
    reading = read("word " * 300_000)

    assert reading.cut
    assert len(reading.text) == MAX_LENGTH
    assert not read("word").cut


@pytest.mark.parametrize("wrong", [None, 3, b"text", ["text"]])
def test_only_text_can_be_read(wrong):
    with pytest.raises(TypeError, match="text must be a string, got"):
        read(wrong)


def test_an_unknown_kind_is_refused_with_those_that_are_known():
    with pytest.raises(ValueError, match="'ode' is not known; use one of post, message, blog, eve"):
        read("Hello", kind="ode")


ODDITIES = {
    "NUL bytes": "Hello\x00 you, what\x00 did you plant?",
    "a lone surrogate": "Hello \ud800 you, what did you plant?",
    "Hebrew with a Latin handle": "שלום @ana, מה שלומך היום?",
    "direction marks": "Hello \u202eyou\u202c, what did you plant?",
    "something like HTML": "<script>alert(1)</script> <img onerror=x> what did you plant?",
    "a tower of accents": "What did you pla" + "\u0301" * 500 + "nt?",
    "one endless word": "a" * 20_000,
    "control characters": "".join(map(chr, range(1, 32))) * 9 + "what did you plant?",
    "ten thousand emoji": "😀" * 10_000,
    "nothing": "",
}


@pytest.mark.parametrize("what", ODDITIES)
def test_odd_letters_are_plain_letters(what):
    text = ODDITIES[what]
    reading = read(text)

    assert reading.text == text[:MAX_LENGTH]
    assert reading.band in BANDS


@pytest.mark.parametrize("what", ODDITIES)
def test_behind_odd_letters_spans_are_still_right(what):
    text = f"{ODDITIES[what][:5_000]}\nCome and see, link in bio!"
    spans = [text[hit.start : hit.end] for hit in read(text).hits if hit.rule == "cta.link"]

    assert spans == ["link in bio"]


WORDS = st.sampled_from(
    [
        *" \n.?!\"'#@>",
        "book your call now",
        "what do you do",
        "my shop",
        "https://a.example",
        "😀",
        "👩‍👩‍👧",
        "é",
        "e\u0301",
        "אב",
        "مرحبا",
        "\u200b",
        "ﬁ",
        "İ",
        "A",
        "$5",
        "f r e e",
    ]
)
TEXTS = st.one_of(st.text(max_size=300), st.lists(WORDS, max_size=80).map(" ".join))


@given(TEXTS)
def test_every_reading_is_whole(text):
    reading = read(text)

    assert reading.text == text
    assert reading.band in BANDS
    assert -100 <= reading.lean <= 100
    assert list(reading.criteria) == list(CRITERIA)
    assert all(0 <= low <= high <= 4 for low, high in reading.criteria.values())
    assert all(0 <= hit.start < hit.end <= len(text) for hit in reading.hits)
    assert list(reading.hits) == sorted(reading.hits, key=lambda h: (h.start, h.end, h.rule))
    assert (reading.reason is None) == (reading.band != "not enough to judge")


ODD = st.lists(st.sampled_from(["😀", "e\u0301", "אב", "👩‍👩‍👧", "ﬁ", "\u2066", "İ"]), max_size=3)


@given(ODD.map("".join))
def test_a_span_is_the_text_as_typed_whatever_stands_before(odd):
    text = f"{odd} Come and see, said the fox to the hen, link in bio! {odd}"
    spans = [text[hit.start : hit.end] for hit in read(text).hits if hit.rule == "cta.link"]

    assert spans == ["link in bio"]


@given(TEXTS)
def test_equal_texts_read_alike(text):
    assert read(text) == read(text)


def test_a_reading_is_the_same_in_every_process():
    code = (
        "from workshop.reading import read; "
        "print(read('Thanks, Ben! What did you plant? Book your call now, 10% off, link in bio.'))"
    )
    printed = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2", "3")
    }

    assert len(printed) == 1
