"""What stands on the wall, in sentences."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from markupsafe import Markup

from workshop.packs import Pack
from workshop.widgets.markup import element, lines
from workshop.widgets.tellings.tally import answered

LONG = 220
"""Letters from which on a text is set smaller, so that it is on the wall as a whole."""


def here(pack: Pack, stage: Any, least: int) -> Markup:
    """Say how many are in, what is seen of them, and until when."""
    words = pack.screen
    date = pack.say.day(datetime.fromtimestamp(stage.expires_at, UTC).date())
    seats = element("p", words.here.format(seats=pack.say.number(stage.seats)), "wk-screen-here")
    return seats + element("p", words.promise.format(least=least, date=date))


def answers(pack: Pack, tally: Any, stage: Any) -> Markup:
    """Say how many have answered, and in which try."""
    told = answered(pack, tally, stage.seats)
    if not told:
        return Markup("")
    again = pack.screen.again.format(number=stage.round) if stage.round > 1 else ""
    return element("p", " · ".join(filter(None, [again, told])))


def text_up(texts: Sequence[Any]) -> Markup:
    """Set the one text that is up."""
    for text in texts:
        if text.state == "up":
            size = "wk-screen-long" if len(text.body) > LONG else ""
            return element("blockquote", lines(text.body), size)
    return Markup("")
