"""The report of a room: what its export holds, with pictures, as a page that prints."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import vl_convert
from markupsafe import Markup

from workshop.charts.tally import Series, in_order, tally_chart, tally_rows
from workshop.packs import Pack
from workshop.room.room import Room
from workshop.room.stage import minutes_used
from workshop.room.texts import SEEN
from workshop.serving.paper.document import document
from workshop.widgets.tellings.tally import aloud, titled

WIDTH = 640  # pixels of a picture


def report(pack: Pack, room: Room) -> str:
    """Return the report of a room: published counts, times, and the texts that were shown."""
    changes = room.changes(desk=True)
    assert changes is not None  # everything is newer than nothing
    stage = changes.stage
    ended = stage.touched_at if stage.state == "closed" else room.store.now()
    used = room.store.read(lambda connection: minutes_used(connection, room.id, ended))
    answered = {(one.step, one.round): one.answered for one in changes.tallies}
    shown = [text for text in changes.texts or [] if text.state in SEEN]
    blocks = [
        {
            "number": number,
            "step": step,
            "used": round(used.get((step.key, step.round), 0.0)),
            "answered": answered.get((step.key, step.round), 0),
            "pictures": list(_pictures(pack, room, step, changes.tallies)),
            "texts": [text.body for text in shown if text.step == step.key],
        }
        for number, step in enumerate(room.agenda.steps, 1)
    ]
    day = datetime.fromtimestamp(stage.began_at, UTC).date()
    gone = datetime.fromtimestamp(stage.expires_at, UTC).date()
    return document(
        "report.html",
        pack,
        title=room.agenda.title,
        seats=stage.seats,
        day=pack.say.day(day),
        gone=pack.say.day(gone),
        least=room.settings.group,
        blocks=blocks,
    )


def _pictures(pack: Pack, room: Room, step: Any, tallies: Any) -> Iterator[dict[str, Any]]:
    measures = room.agenda.counted(step.key)
    rounds = sorted((one for one in tallies if one.step == step.key), key=lambda one: one.round)
    for tally in rounds:
        if tally.round != step.round:
            continue
        for group in pack.tally.together(step.exercise, measures):
            found = [
                _series(pack, step.exercise, name, tally, several=len(rounds) > 1)
                for name in group
                if tally.bars.get(name)
            ]
            if found:
                yield _picture(pack, found, measures[group[0]])


def _series(pack: Pack, exercise: str, name: str, tally: Any, *, several: bool) -> Series:
    words = pack.tally.measure(exercise, name)
    title = titled(pack, words, tally.round, several=several)
    return Series(title, words.tint, tally.bars[name], words)


def _picture(pack: Pack, series: list[Series], measure: Any) -> dict[str, Any]:
    drawn = series if in_order(measure) else series[:1]
    rows = tally_rows(drawn, measure, pack)
    chart = tally_chart(rows, drawn, measure, pack).properties(width=WIDTH)
    svg = vl_convert.vegalite_to_svg(chart.to_dict())
    titles = [(one.title, one.tint or "plain") for one in drawn]
    return {"svg": Markup(svg), "titles": titles, "told": aloud(pack, rows)}
