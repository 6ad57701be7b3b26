"""What stands of all that was found: 'not here', contributions, questions."""

import pytest

from workshop.reading import CRITERIA, QUESTIONS, read

POST = "Book your free call now! Which loaf did your neighbours like?"


def _dismissed(text, rule, words, **how):
    return read(text, dismissed=[(rule, words)], **how)


def test_what_the_writer_dismissed_is_shown_and_weighs_nothing():
    reading = _dismissed(POST, "cta.book", "Book your free call")
    hit = next(hit for hit in reading.hits if hit.rule == "cta.book")

    assert hit.dismissed
    assert hit.weighs == 0
    assert reading.band == "conversation"


@pytest.mark.parametrize(
    "edited",
    [
        f"Good morning! {POST}",
        POST.replace("Book your free call", "BOOK  your free\u200b call"),
        f"{POST} 😀",
    ],
)
def test_it_stays_dismissed_when_the_text_around_it_changes(edited):
    assert _dismissed(edited, "cta.book", "Book your free call").band == "conversation"


def test_only_those_words_are_dismissed():
    longer = f"{POST} Reserve your seat."

    assert _dismissed(longer, "cta.book", "Book your free call").band == "pitch"


def test_words_that_are_gone_dismiss_nothing():
    assert _dismissed("It rained.", "cta.book", "Book your call") == read("It rained.")


def test_a_dismissed_question_counts_no_more():
    reading = _dismissed("Which loaf did you like?", "ask.open", "Which loaf did you")

    assert reading.criteria["asks"] == (0, 1)


def test_contributions_add_up_to_the_evidence():
    rows = read(f"{POST} Only 3 places left. Link in bio.").contributions
    added = {row.rule: row.added for row in rows}

    assert added["cta.book"] == 3
    assert added["urgency.few"] == 2
    assert [CRITERIA.index(row.criterion) for row in rows] == sorted(
        CRITERIA.index(row.criterion) for row in rows
    )


def test_every_hit_is_in_a_contribution():
    reading = read(f'{POST} Somebody wrote: "Only 3 places left in the boat".')

    assert {hit.span for hit in reading.hits} == {
        span for row in reading.contributions for span in row.spans
    }
    assert next(row.added for row in reading.contributions if row.rule == "urgency.few") == 0


QUESTIONS_BY_KIND = {
    "What are you mending this week?": "open",
    "Did you find your way home?": "closed",
    "Want to double your sales?": "hook",
    "Isn't the sea odd?": "rhetorical",
    "Rain on a Sunday?": "other",
}


@pytest.mark.parametrize("text", QUESTIONS_BY_KIND)
def test_a_question_has_a_kind(text):
    (question,) = read(f"It rained. {text}").questions

    assert question.kind == QUESTIONS_BY_KIND[text]
    assert question.kind in QUESTIONS


def test_a_question_that_leads_to_the_offer_is_a_hook():
    text = "How are your gutters this year? We clean them, request a quote."

    assert [question.kind for question in read(text).questions] == ["hook"]
