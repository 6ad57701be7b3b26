"""What a message shows of itself, in words: whom it speaks of, what it asks, what changed."""

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from markupsafe import Markup

from workshop.models.audience import PEOPLE
from workshop.packs import Pack
from workshop.reading.mirror import Mirror
from workshop.widgets.markup import element, items, lines, paragraphs, table

OUTCOMES = ("answered", "goodbyes", "silent")
"""What is told of a message's fate, of all that the model knows."""


def sentence(pack: Pack, result: Mapping[str, Any]) -> str:
    """Say in one sentence where the participant stands."""
    words, say, step = pack.thousand_people.sentences, pack.say.number, result["step"]
    if step == "compared":
        first, second = (result[which]["about_them"] for which in ("first", "second"))
        same = words.compared_same.format(asked=say(first))
        both = words.compared.format(first=say(first), second=say(second))
        return same if first == second else both
    if step == "mirrored":
        shown = result["first"]
        return words.mirrored.format(
            theirs=say(shown["theirs"]), own=say(shown["own"]), asked=say(shown["questions"])
        )
    return str(getattr(words, step))


def reflection(pack: Pack, mirror: Mirror) -> Markup:
    """Show one message: its words by whom they speak of, its pitch or introduction, its questions.

    The three questions of the teaching stand beside what the mirror shows of each.
    """
    words = pack.thousand_people
    shown = [
        (words.questions.pitch_or_introduce, _pitch_or_introduction(pack, mirror)),
        (words.questions.what_they_do, _asked(pack, mirror)),
        (words.questions.what_matters, balance(pack, mirror)),
    ]
    head = element("h3", words.mirror.title) + paragraphs(words.mirror.lead)
    return (
        head
        + speaking_of(mirror)
        + Markup("").join(element("h4", question) + answer for question, answer in shown)
        + element("p", words.mirror.no_weight, "wk-help")
    )


def side_by_side(pack: Pack, first: Mirror, second: Mirror) -> Markup:
    """Show both tries beside each other, what is new in the second, and both in one table."""
    words = pack.thousand_people.compared
    tries = [
        element("section", element("h4", title) + speaking_of(mirror), "wk-version")
        for title, mirror in ((words.first, first), (words.second, second))
    ]
    new = [asked for asked in second.about_them if asked not in first.about_them]
    changed = element("h4", words.changed) + items(new) if new else Markup("")
    return (
        element("h3", words.title)
        + element("div", Markup("").join(tries), "wk-versions")
        + changed
        + table(words.caption, [words.what, words.first, words.second], _rows(pack, first, second))
    )


def fate(pack: Pack, result: Mapping[str, Any]) -> Markup:
    """Say what may become of both tries among a thousand people, and how weak the ranges are."""
    words, titles = pack.thousand_people.fate, pack.thousand_people.compared
    tries = [result["fate"][name] for name in ("first", "second")]
    seen = pack.reach_comparison.input("seen_share", pack.reach_comparison.platform).range()
    shown = pack.say.band(PEOPLE * seen.low, PEOPLE * seen.high)
    rows = [(words.shown, shown, shown)]
    for name in OUTCOMES:
        told = [pack.say.band(**each[name]) if each else words.unjudged for each in tries]
        rows.append((getattr(words, name), *told))
    same = result["first"]["kind"] == result["second"]["kind"]
    return (
        element("h3", words.title)
        + paragraphs(words.lead)
        + table(words.caption, [words.what, titles.first, titles.second], rows)
        + paragraphs(words.same if same else "", words.weak)
    )


def speaking_of(mirror: Mirror) -> Markup:
    """Show the message as typed, with the words that speak of the writer and of the readers."""
    text, pieces, at = mirror.reading.text, [], 0
    for word in mirror.words:
        kind = "theirs" if word.theirs else "own"
        mark = Markup('<mark class="wk-of wk-of-{}">{}</mark>').format(
            kind, text[word.start : word.end]
        )
        pieces += [lines(text[at : word.start]), mark]
        at = word.end
    whole = Markup("").join([*pieces, lines(text[at:])])
    return Markup('<blockquote class="wk-quote" dir="auto">{}</blockquote>').format(whole)


def balance(pack: Pack, mirror: Mirror) -> Markup:
    """Draw the words for the writer and for the readers as one line of two parts."""
    words, say = pack.thousand_people.mirror, pack.say.number
    if not mirror.words:
        return paragraphs(words.no_words)
    parts = [
        ("theirs", mirror.theirs, words.theirs.format(count=say(mirror.theirs))),
        ("own", mirror.own, words.own.format(count=say(mirror.own))),
    ]
    drawn = [
        Markup('<span class="wk-of wk-of-{}" style="flex-grow:{}">{}</span>').format(
            kind, count, told
        )
        for kind, count, told in parts
    ]
    return element("p", Markup(" ").join(drawn), "wk-balance")


def outermost(places: Collection[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the places that lie in no other, in the order of the text: nothing is quoted twice."""
    return [
        (start, end)
        for start, end in sorted(places)
        if not any(
            first <= start and end <= last
            for first, last in places
            if (first, last) != (start, end)
        )
    ]


def _pitch_or_introduction(pack: Pack, mirror: Mirror) -> Markup:
    words, reading = pack.thousand_people.mirror, mirror.reading
    weighing = [hit for hit in reading.hits if hit.weighs]
    pitching = outermost({(hit.start, hit.end) for hit in weighing if hit.pitches})
    places = dict.fromkeys(reading.text[start:end] for start, end in pitching)
    sold = paragraphs(words.selling) + items(element("q", place) for place in places)
    introduced = any(hit.criterion == "introduction" for hit in weighing)
    said = words.introduction if introduced else "" if places else words.neither
    return (sold if places else Markup("")) + paragraphs(said)


def _asked(pack: Pack, mirror: Mirror) -> Markup:
    words = pack.thousand_people.mirror
    if not mirror.questions and not mirror.about_them:
        return paragraphs(words.asked_nothing)
    asked = dict.fromkeys([*mirror.questions, *mirror.about_them])
    return items(element("q", question) for question in asked)


def _rows(pack: Pack, first: Mirror, second: Mirror) -> Iterator[tuple[str, str, str]]:
    words, say = pack.thousand_people.compared, pack.say.number
    bands = pack.post_assessment.bands
    yield words.reads, bands[first.reading.band], bands[second.reading.band]
    for name, one, other in (
        (words.own, first.own, second.own),
        (words.theirs, first.theirs, second.theirs),
        (words.questions, len(first.questions), len(second.questions)),
        (words.about_them, len(first.about_them), len(second.about_them)),
    ):
        yield name, say(one), say(other)
