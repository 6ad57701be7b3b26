"""What stands on the trainer's desk, in sentences."""

from datetime import UTC, datetime
from typing import Any

from markupsafe import Markup

from workshop.packs import Pack
from workshop.widgets.markup import element, items, paragraphs


def notes(pack: Pack, step: Any) -> Markup:
    """Write what an agenda says about a step; what it leaves out has no heading."""
    words = pack.desk.notes
    lists = [(words.do, step.do, ""), (words.say, step.say, "wk-desk-say")]
    texts = [(words.if_short, step.if_short), (words.if_long, step.if_long)]
    parts = [
        element("p", step.purpose, "wk-desk-purpose"),
        *(_part(name, items(points, css_class=style)) for name, points, style in lists if points),
        *(_part(words.expect, paragraphs(step.expect)) for _ in [0] if step.expect),
        *(_part(words.debrief, items(points)) for points in [step.debrief] if points),
        *(_part(name, paragraphs(text)) for name, text in texts if text),
        *(_part(words.goes_wrong, items(points)) for points in [step.goes_wrong] if points),
    ]
    return Markup("").join(parts)


def here(pack: Pack, code: str, stage: Any) -> Markup:
    """Say which room this is, how many are in it, and until when it is kept."""
    words = pack.desk
    day = datetime.fromtimestamp(stage.expires_at, UTC).date()
    told = [
        words.room.format(code=code),
        words.here.format(seats=pack.say.number(stage.seats)),
        words.deleted.format(date=pack.say.day(day)),
    ]
    return element("p", " · ".join(told))


def standing(pack: Pack, late: float) -> str:
    """Say whether a session is on time."""
    words, minutes = pack.desk, round(abs(late))
    if minutes < 1:
        return words.on_time
    told = words.behind if late > 0 else words.ahead
    return told.format(minutes=pack.say.number(minutes))


def used(pack: Pack, step: Any, minutes: float) -> str:
    """Say how much of a step's time is used."""
    number = pack.say.number
    return pack.desk.used.format(used=number(int(minutes)), minutes=number(step.minutes))


def suggestion(pack: Pack, advice: Any, late: float, titles: dict[str, str]) -> str:
    """Write one suggestion with its reason."""
    told: str = getattr(pack.desk.advice, f"{advice.kind}_{advice.reason}")
    number = pack.say.number
    return told.format(
        minutes=number(round(advice.minutes)),
        late=number(round(late)),
        step=titles.get(advice.step, ""),
    )


def state_of(pack: Pack, state: str) -> str:
    """Say who sees a text."""
    told: str = getattr(pack.desk.texts, state)
    return told


def _part(name: str, content: Markup) -> Markup:
    return element("section", element("h3", name) + content, "wk-desk-note")
