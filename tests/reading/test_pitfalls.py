"""Where readers by rule go wrong. Each test is one way to be fooled."""

import pytest

from workshop.reading import read


def _pitching(text):
    return [hit.rule for hit in read(text).hits if hit.pitches and hit.weighs]


INNOCENT = [
    "Are you free on Tuesday?",
    "Are you free on Sunday morning? We walk the dog round the lake.",
    "I went out to buy eggs and met a heron. What do you find on the way?",
    "Our book club reads slowly. What did you read last?",
    "What price did you pay for staying so long in that job?",
    "She offered me her seat and I said no. Would you?",
    "He sold his bike and regrets it. Do you regret one?",
    "My sister closed her shop in spring. Which one do you miss?",
    "I never follow my own advice. Whose do you follow?",
    "I will call my mother tonight. When did you last call yours?",
    "Please check my sums, I think the cake is too big.",
    "Feel free to sit with us, we are the loud ones by the window.",
    "The sale of work at school made forty pounds and one new friend.",
    "Come and see us on Friday, the kettle is always on.",
    "I would be glad of feedback on my new website. What confuses you?",
    "There is a link between rain and good soup, I am sure of it.",
    "Subscribing to three newspapers and reading none: is it only me?",
]


@pytest.mark.parametrize("text", INNOCENT)
def test_innocent_words_are_left_alone(text):
    assert _pitching(text) == []


def test_selling_denied_is_not_selling():
    text = "I do not sell anything, and there is no link in bio. How was your first week?"

    assert _pitching(text) == []
    assert read(text).band == "conversation"


def test_a_denial_mutes_only_what_it_denies():
    text = "This is not a sales pitch. Book your call now and join our team."

    assert read(text).band == "pitch"


@pytest.mark.parametrize("text", ["Don't miss our summer sale!", "Why not book your table today?"])
def test_a_not_that_urges_denies_nothing(text):
    assert read(text).band == "pitch"


@pytest.mark.parametrize(
    "text",
    [
        "Want to triple your sales?",
        "Tired of chasing clients? TidyBooks sends your invoices. Try it free.",
        "How about a second income?",
        "Are you still paying too much for insurance?",
        "What's stopping you from getting more followers?",
    ],
)
def test_a_pitch_dressed_as_a_question_is_no_question(text):
    reading = read(text)

    assert reading.band == "pitch"
    assert reading.criteria["asks"] == (0, 1)


def test_a_question_straight_before_the_offer_is_its_hook():
    text = "How are your gutters this year? We clean them, request a quote."

    assert "hook.lead-in" in _pitching(text)
    assert read(text).criteria["asks"] == (0, 1)


def test_warm_questions_do_not_hide_the_offer_behind_them():
    text = (
        "How are you? How are the kids? I trust the new year began well. The reason for my "
        "message: our spring promotion for premium audits, get in touch today."
    )

    assert read(text).band == "pitch"


def test_a_quoted_pitch_weighs_nothing_and_is_shown_so():
    reading = read('Somebody wrote "Book your free call now, link in bio" to me. What did you get?')
    pitching = [hit for hit in reading.hits if hit.pitches]

    assert pitching
    assert all(hit.quoted for hit in pitching)
    assert reading.band == "conversation"


def test_a_mocked_pitch_weighs_nothing():
    text = "Shop now, limited stock, blah blah. Which line do you never want to read again?"

    assert _pitching(text) == []


def test_praising_another_post_does_not_excuse_an_offer():
    assert read("Another lovely post! Book your call now, link in bio.").band == "pitch"


def test_a_keyword_in_quotes_is_still_asked_for():
    assert "cta.keyword" in _pitching('Reply "SOAP" and it is yours')


def test_an_expert_who_sells_nothing_is_still_an_expert():
    reading = read(
        "Clients keep asking me for my secret. I notice things most people never will. Agree?"
    )

    assert reading.criteria["not_the_expert"][1] <= 1
    assert reading.criteria["asks"] == (0, 1)


def test_praise_for_somebody_else_is_no_boast():
    assert _pitching("She is the best baker in town, and he is her leading light.") == []


def test_saying_i_is_no_fault():
    said = read("I met a heron. I told my cat. I am learning to whistle.")

    assert said.criteria["not_the_expert"][1] == 4
    assert said.lean >= 0


def test_a_bare_question_mark_is_no_merit():
    assert read("Lovely weather over the harbour today?").criteria["asks"] == (0, 1)


@pytest.mark.parametrize(
    ("typed", "rule"),
    [
        ("Вook yоur table today", "cta.book"),
        ("B\u200book your table for spring", "cta.book"),
        ("Ｂｏｏｋ ｙｏｕｒ table for spring", "cta.book"),
        ("𝗕𝗼𝗼𝗸 your table", "cta.book"),
        ("Please b o o k your table", "cta.book"),
        ("Cl1ck h3re", "cta.see"),
        ("s.h.o.p n.o.w today", "cta.buy"),
    ],
)
def test_disguised_letters_are_read_as_what_they_look_like(typed, rule):
    assert rule in _pitching(typed)


def test_a_disguised_span_is_the_text_as_typed():
    text = "😀👩‍👩‍👧 Вook yоur table now! Ω"
    hit = next(hit for hit in read(text).hits if hit.rule == "cta.book")

    assert text[hit.start : hit.end] == "Вook yоur table"


def test_shouting_for_fun_is_no_pitch():
    text = "BREAKING: THE GOOSE HAS TAKEN THE CAR PARK. WHO RUNS YOUR STREET?"

    assert read(text).band == "conversation"


def test_a_long_warm_story_with_one_offer_is_no_conversation():
    story = "We sat by the kiln and talked about our fathers until it was cold. " * 12

    assert read(story + "Book your place now.").band == "pitch"


def test_thanks_for_an_order_thank_nobody():
    assert read("Thank you for your order! It ships in two days.").criteria["them"] == (0, 2)


def test_a_link_alone_is_a_hint_and_no_verdict():
    reading = read("The river taught me this, in short: https://notes.example/river")

    assert reading.band == "friendly"
    assert reading.criteria["no_pitch"] == (2, 3)
