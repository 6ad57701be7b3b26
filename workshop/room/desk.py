"""The trainer's side of a room: pacing, revealing, showing texts, closing."""

from typing import Any

from sqlalchemy import Connection, update

from workshop.room import stage, texts
from workshop.room.agenda import Step
from workshop.room.changes import Changes
from workshop.room.errors import Refused
from workshop.room.room import Room
from workshop.room.rooms import Receipt, Rooms
from workshop.room.schema import rooms


class Desk:
    """What the holder of a room's key may do. Any number of desks may be open; each sees the same.

    Args:
        room: The room.
        key: The trainer's key.

    Raises:
        Refused: wrong_key.
    """

    def __init__(self, room: Room, key: str) -> None:
        if not room.is_key(key):
            raise Refused("wrong_key")
        self.room = room

    def changes(self, since: int = 0) -> Changes | None:
        """Return what is newer than a revision, with what is not yet revealed or shown."""
        return self.room.changes(since, desk=True)

    def go_to(self, step: str, number: int = 1) -> None:
        """Bring a step up; opening another round lets the one before it end softly."""
        if step not in self.room.agenda or not 1 <= number <= 9:
            raise Refused("no_such_step")

        def work(connection: Connection, turn: Any) -> None:
            self._go(connection, turn, step, number)

        self.room.change(work)

    def next(self) -> None:
        """Go one step on; at the last one nothing happens."""
        self._move(1)

    def back(self) -> None:
        """Go one step back; at the first one nothing happens."""
        self._move(-1)

    def again(self) -> None:
        """Ask the step that is up once more, as a further round."""
        self.room.change(lambda c, turn: self._go(c, turn, turn.step, min(9, turn.round + 1)))

    def set_timer(self, seconds: int | None) -> None:
        """Let a timer end in so many seconds, for all to see; None takes it away."""
        if seconds is not None and not 0 < seconds <= 4 * 60 * 60:
            raise ValueError(f"seconds must be from 1 to four hours, got {seconds}")
        ends_at = None if seconds is None else self.room.store.now() + seconds
        here = rooms.c.id == self.room.id
        self.room.change(
            lambda connection, _: connection.execute(
                update(rooms).where(here).values(ends_at=ends_at)
            )
        )

    def freeze(self, step: str, number: int = 1) -> None:
        """Take no more answers to a round."""
        self._set_round(step, number, closes_at=self.room.store.now())

    def thaw(self, step: str, number: int = 1) -> None:
        """Take answers to a round again."""
        self._set_round(step, number, closes_at=None)

    def reveal(self, step: str, number: int = 1, revealed: bool = True) -> None:
        """Let all see a round's tally, as far as it is published, or no longer."""
        self._set_round(step, number, revealed=revealed)

    def show(self, text_id: int) -> None:
        """Let all see a text."""
        self._moderate(text_id, "shown")

    def hide(self, text_id: int) -> None:
        """Let nobody see a text but its writer."""
        self._moderate(text_id, "hidden")

    def put_up(self, text_id: int) -> None:
        """Let the screen show a text large, in place of the one before."""
        self._moderate(text_id, "up")

    def minutes_used(self) -> dict[tuple[str, int], float]:
        """Return the minutes that each round of a step has been up."""
        now = self.room.store.now()
        return self.room.store.read(lambda c: stage.minutes_used(c, self.room.id, now))

    def seconds_left(self, ends_at: int) -> int:
        """Return how long a timer still runs, by the room's clock; below zero once it is over."""
        return ends_at - self.room.store.now()

    def wipe(self) -> Receipt:
        """Delete the room with all that is in it, now, and say how much there was."""
        return Rooms(self.room.store).wipe(self.room)

    def close(self) -> None:
        """End the session: nobody joins or answers any more; everything stays until its date."""
        close(self.room)

    def _move(self, by: int) -> None:
        def work(connection: Connection, turn: Any) -> None:
            steps = self.room.agenda.steps
            place = self.room.agenda.place(turn.step, turn.round)
            step: Step = steps[min(max(place + by, 0), len(steps) - 1)]
            if step is not steps[place]:
                self._go(connection, turn, step.key, step.round)

        self.room.change(work)

    def _go(self, connection: Connection, turn: Any, step: str, number: int) -> None:
        now, late = self.room.store.now(), self.room.settings.late
        stage.go_to(connection, self.room.id, turn.revision, now, step, number, late)

    def _set_round(self, step: str, number: int, **values: object) -> None:
        def work(connection: Connection, turn: Any) -> None:
            if not stage.set_round(connection, self.room.id, turn.revision, step, number, **values):
                raise Refused("not_open")

        self.room.change(work, closed_too=True)

    def _moderate(self, text_id: int, state: texts.State) -> None:
        def work(connection: Connection, turn: Any) -> None:
            if not texts.moderate(connection, self.room.id, text_id, state):
                raise Refused("not_open", "there is no such text any more")
            self.room.note_texts(connection, turn.revision)

        self.room.change(work, closed_too=True)


def close(room: Room) -> None:
    """End a room's session, on the authority of whoever has the database."""
    here = rooms.c.id == room.id
    room.change(
        lambda connection, _: connection.execute(update(rooms).where(here).values(state="closed")),
        closed_too=True,
    )
