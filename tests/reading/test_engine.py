"""What a post reads like, and why."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.reading import BANDS, CRITERIA, MAX_LENGTH, read

PITCHES = [
    "Book your free strategy call now! Only 3 spots left this month. Link in bio.",
    "Want to 10x your sales? Our platform does it while you sleep. Request a demo.",
    "Flash sale! 20% off everything in our shop, this weekend only. Use code SPRING.",
    'I help dentists scale to seven figures. DM me "GROW" and I send you the plan.',
    "Hope you are well! How is business? Anyway, the reason I'm writing: we offer a free audit.",
    "Our award-winning team provides tax services to over 200 companies. Contact us to learn more.",
]
CONVERSATIONS = [
    "Hello, I'm Ana and I mend old radios. What are you working on this week?",
    "You mentioned your first market stall yesterday. How did it go? I'd love to hear.",
    "Thank you for your story about the flood, Ben. What did you save first?",
    "Bakers, what went wrong in your kitchen today? I read every reply.",
]
HONEST_DOUBTS = {
    "a calendar question is no offer": "Are you free on Tuesday? We walk the dog at noon.",
    "buying milk is no sale": "I want to buy milk and came home with a plant. What did you buy?",
    "the book club is no booking": "Our book club reads slowly. What did you read last?",
    "selling denied is not selling": "I'm not selling anything. How was your first week?",
    "somebody else's praise is no boast": "She is the best baker in town. What do you bake?",
}


@pytest.mark.parametrize("text", PITCHES)
def test_a_pitch_reads_like_a_pitch(text):
    assert read(text).band == "pitch"
    assert read(text).lean < 0


@pytest.mark.parametrize("text", CONVERSATIONS)
def test_an_opening_reads_like_a_conversation(text):
    assert read(text).band == "conversation"
    assert read(text).lean > 0


@pytest.mark.parametrize("what", HONEST_DOUBTS)
def test_innocent_words_are_left_alone(what):
    reading = read(HONEST_DOUBTS[what])

    assert reading.band in ("conversation", "friendly")
    assert not [hit for hit in reading.hits if hit.side == "pitch" and hit.weighs]


def test_something_useful_with_an_offer_is_told_apart_from_a_pitch():
    text = (
        "Soak the beans overnight, it halves the gas. Hope this helps. Which beans do you cook? "
        "There is more in my weekly newsletter."
    )

    assert read(text).band == "offer"


def test_a_statement_without_any_question_is_friendly():
    assert read("It rained on the market all day and we laughed a lot.").band == "friendly"


@pytest.mark.parametrize("text", PITCHES)
def test_thanks_and_questions_do_not_buy_off_a_call_to_act(text):
    padded = f"Thank you all! How are you? What did you do today? {text} How was your week?"

    assert read(padded).band in ("pitch", "offer")
    assert read(padded).criteria["no_pitch"][1] <= 2


@pytest.mark.parametrize("text", CONVERSATIONS)
@pytest.mark.parametrize(
    "addition", ["Book your call now!", "Only 3 spots left.", "10% off today."]
)
def test_adding_a_pitch_never_makes_it_less_of_one(text, addition):
    assert read(f"{text} {addition}").lean <= read(text).lean


@pytest.mark.parametrize("text", PITCHES)
def test_taking_a_pitching_span_away_never_makes_it_more_of_one(text):
    reading = read(text)
    for hit in reading.hits:
        if hit.side == "pitch":
            assert read(text[: hit.start] + text[hit.end :]).lean >= reading.lean


def test_a_quoted_pitch_weighs_nothing_and_is_shown_so():
    reading = read('Somebody wrote "Book your free call now, link in bio" to me. What did you get?')

    assert {hit.quoted for hit in reading.hits if hit.side == "pitch"} == {True}
    assert reading.band != "pitch"


def test_a_denial_mutes_only_what_it_denies():
    reading = read("This is not a sales pitch. Book your call now and join our team.")

    assert reading.band == "pitch"


@pytest.mark.parametrize(
    ("typed", "rule"),
    [
        ("Вook yоur free call today", "cta.book"),
        ("B\u200book your seat for spring", "cta.book"),
        ("Ｂｏｏｋ ｙｏｕｒ seat for spring", "cta.book"),
        ("Please b o o k your seat, l i n k in bio", "cta.link"),
    ],
)
def test_disguised_letters_are_read_as_what_they_look_like(typed, rule):
    assert rule in {hit.rule for hit in read(typed).hits}


def test_a_span_is_the_text_as_typed():
    text = "😀👩‍👩‍👧 Воok yоur seat now! Ω"
    hit = next(hit for hit in read(text).hits if hit.rule == "cta.book")

    assert text[hit.start : hit.end] == "Воok yоur"


REASONS = {
    "": "no words",
    "😀🎸🔥🙌": "no words",
    "Nice one!": "too short",
    "https://a.example/b #one #two #three #four": "mostly links",
    "Soldes exceptionnelles dans toute la boutique jusqu'à dimanche minuit": "another language",
    "Это просто очень хороший день для всех": "another language",
    '"It was the best of times and the worst of times, we had everything." Dickens wrote so.': (
        "mostly quoted"
    ),
}


@pytest.mark.parametrize("text", REASONS)
def test_where_there_is_not_enough_to_judge_it_says_why(text):
    reading = read(text)

    assert (reading.band, reading.reason) == ("not enough to judge", REASONS[text])
    assert reading.lean == 0


def test_the_question_goes_to_the_strongest_pitch():
    text = "What are you up to? Our services are new. Book your call now!"
    reading = read(text)
    start, end = reading.question_span

    assert text[start:end] == "Book your"


def test_without_a_pitch_the_question_goes_to_what_is_missing():
    reading = read("It rained on the market all day and we laughed a lot.")

    assert (
        reading.question == "What would you honestly like to know about the people who read this?"
    )
    assert reading.question_span is None


def test_a_long_text_is_cut_and_says_so():
    reading = read("word " * 300_000)

    assert reading.cut
    assert len(reading.text) == MAX_LENGTH


def test_only_text_can_be_read():
    with pytest.raises(TypeError, match="text must be a string, got int"):
        read(3)


def test_only_posts_can_be_read_so_far():
    with pytest.raises(ValueError, match="'ode' is not known"):
        read("Hello", kind="ode")


WORDS = st.sampled_from(
    [*" \n.?!\"'#@", "book your", "what", "you", "https://a.example", "😀", "é", "א", "\u200b", "A"]
)
TEXTS = st.one_of(st.text(max_size=300), st.lists(WORDS, max_size=80).map(" ".join))


@given(TEXTS)
def test_every_reading_is_whole(text):
    reading = read(text)

    assert reading.band in BANDS
    assert -100 <= reading.lean <= 100
    assert list(reading.criteria) == list(CRITERIA)
    assert all(0 <= low <= high <= 4 for low, high in reading.criteria.values())
    assert all(0 <= hit.start < hit.end <= len(text) for hit in reading.hits)
    assert (reading.reason is None) == (reading.band != "not enough to judge")


@given(TEXTS)
def test_equal_texts_read_alike(text):
    assert read(text) == read(text)
