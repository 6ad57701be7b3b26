"""The two papers of an agenda, whose blocks have the numbers that the desk shows."""

from datetime import datetime, time, timedelta
from typing import Any

from workshop.packs import Pack
from workshop.room.agenda import Agenda
from workshop.serving.paper.document import document

NINE = time(9)


def guide(pack: Pack, agenda: Agenda, start: time = NINE) -> str:
    """Return the facilitator's guide as a page.

    Args:
        pack: Words, in the language of the agenda.
        agenda: The session.
        start: When it begins; the run sheet has clock times from then on.
    """
    return document("guide.html", pack, agenda=agenda, blocks=_blocks(agenda, start))


def workbook(pack: Pack, agenda: Agenda) -> str:
    """Return the learner's workbook as a page; a room without devices works with it alone."""
    blocks = [
        {**block, "asks": pack.paper.workbook.exercises.get(block["step"].exercise, ())}
        for block in _blocks(agenda, NINE)
    ]
    statements = list(pack.self_rating.statements.values())
    activities = [one.label for one in pack.time_budget.activities.values()]
    return document(
        "workbook.html",
        pack,
        agenda=agenda,
        blocks=blocks,
        scale=pack.self_rating.scale,
        ends=pack.self_rating.ends,
        tables={"activities": activities, "statements": statements},
    )


def _blocks(agenda: Agenda, start: time) -> list[dict[str, Any]]:
    begins = datetime.combine(datetime.min, start)
    return [
        {"number": number, "clock": f"{begins + timedelta(minutes=minutes):%H:%M}", "step": step}
        for number, (minutes, step) in enumerate(agenda.starts(), 1)
    ]
