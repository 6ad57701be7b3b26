"""One room: who may come in, what is delivered to it, and what it tells."""

from collections import Counter
from collections.abc import Callable, Sequence
from functools import cached_property
from typing import Any, TypeVar

from sqlalchemy import Connection, Row, select, update

from workshop.room import answers, codes, seating, tallies, texts
from workshop.room.agenda import Agenda
from workshop.room.changes import Changes
from workshop.room.delivery import Delivery, checked, checked_text
from workshop.room.errors import Refused
from workshop.room.guard import Bucket
from workshop.room.schema import rooms, rounds
from workshop.room.settings import Settings
from workshop.room.stage import Stage, stage_of
from workshop.room.store import Store
from workshop.room.tally import Tally

T = TypeVar("T")
Work = Callable[[Connection, Any], T]

BURST = 60
A_SECOND = 4.0
"""Deliveries of one seat: what an afternoon offline leaves at once, and a slider never at rest."""


class Room:
    """One session, with what may be known about it by everybody who has the code.

    Get one from `Rooms`. Everything that changes a room passes through `change`, which gives it the
    next revision; readers ask for what is newer than the last one they know.
    """

    def __init__(self, store: Store, room_id: int) -> None:
        self.store = store
        self.id = room_id
        self.refused: Counter[str] = Counter()
        """What this process has refused, by reason."""
        self._pace = Bucket(BURST, A_SECOND)

    @cached_property
    def _fixed(self) -> tuple[str, Agenda, Settings]:
        """What stays as it is from opening to deletion."""
        row = self.store.read(self._row)
        return row.code, Agenda.model_validate(row.agenda), Settings(**row.settings)

    @property
    def code(self) -> str:
        """The address on the wall; it lets people answer, and nothing else."""
        return self._fixed[0]

    @property
    def agenda(self) -> Agenda:
        """The steps it was opened with."""
        return self._fixed[1]

    @property
    def settings(self) -> Settings:
        """The limits it was opened with."""
        return self._fixed[2]

    def stage(self) -> Stage:
        """Return the step that is up, and how many seats are taken."""
        return stage_of(self.store.read(self._row))

    def is_key(self, key: str) -> bool:
        """Whether this is the trainer's key."""
        row = self.store.read(self._row)
        return codes.same(codes.hashed(key, self.id), row.key_hash)

    def is_screen(self, token: str) -> bool:
        """Whether this is the screen's token, which may read what all may see."""
        row = self.store.read(self._row)
        return codes.same(codes.hashed(token, self.id), row.screen_hash)

    def deliver(self, seat_id: int, sent: Sequence[Delivery]) -> list[answers.Outcome]:
        """Store what one seat has answered; see `deliver_all`."""
        return self.deliver_all([(seat_id, one) for one in sent])

    def deliver_all(self, sent: Sequence[tuple[int, Delivery]]) -> list[answers.Outcome]:
        """Store answers of several seats in one transaction.

        Args:
            sent: Seats (as `Seat.id`, never from a browser) and what they deliver.

        Returns:
            For each, a receipt once it is committed, or why it is refused; one that is refused
            does the others no harm.

        Raises:
            Unavailable: If nothing could be stored.
            Refused: If the room is closed or was deleted.
        """
        outcomes: dict[int, answers.Outcome] = {}
        good: dict[int, answers.Sent] = {}
        for place, (seat_id, one) in enumerate(sent):
            try:
                good[place] = (seat_id, one, self._admitted(seat_id, one))
            except Refused as refusal:
                outcomes[place] = refusal
        if good:
            outcomes |= self.change(lambda connection, turn: self._save(connection, turn, good))
        ordered = [outcomes[place] for place in range(len(sent))]
        self.refused.update(one.reason for one in ordered if isinstance(one, Refused))
        return ordered

    def share(self, seat_id: int, step: str, number: int, text: str) -> None:
        """Give a text to the trainer, who may show it to all without saying whose it is.

        Raises:
            Refused: If it is none, or belongs to no step; or too many come too fast.
            Unavailable: If it could not be stored.
        """
        body = checked_text(text)
        if step not in self.agenda or type(number) is not int or number < 1:
            raise Refused("no_such_step")
        if not self._pace.take(seat_id, 4):
            raise Refused("too_fast")

        def work(connection: Connection, turn: Any) -> None:
            if not seating.seated(connection, self.id, {seat_id}):
                raise Refused("no_seat")
            if texts.share(connection, self.id, seat_id, step, number, body):
                self.note_texts(connection, turn.revision)

        self.change(work)

    def tally(self, step: str, number: int) -> Tally | None:
        """Return what may be told of one round; None if it was never opened."""
        changes = self.changes(desk=True)
        found = changes.tallies if changes else []
        return next((one for one in found if (one.step, one.round) == (step, number)), None)

    def changes(self, since: int = 0, *, desk: bool = False) -> Changes | None:
        """Return what is newer than a revision, or None; no count or text leaves another way.

        Args:
            since: The revision of the last changes that were read; 0 for everything.
            desk: With the tallies that are not yet revealed and the texts not yet shown.
        """
        if self.store.read(self._row).revision <= since:
            return None
        protection = self.settings.protection
        rows = self.store.read(lambda connection: self._rounds(connection, since))
        if any(tallies.behind(row, protection) for row in rows):
            self.store.write(self._publish)
        return self.store.read(lambda connection: self._changes(connection, since, desk))

    def change(self, work: Work[T], *, closed_too: bool = False) -> T:
        """Do something to the room in its turn, with the next revision.

        Args:
            work: Called with the connection and the room's row as it is now.
            closed_too: Whether a closed room may still be changed like this.

        Raises:
            Refused: If the room is closed, or was deleted.
            Unavailable: If it could not be done; then nothing of it was.
        """

        def turn(connection: Connection) -> T:
            row = connection.execute(
                update(rooms)
                .where(rooms.c.id == self.id)
                .values(revision=rooms.c.revision + 1, touched_at=self.store.now())
                .returning(*_STANDING)
            ).one_or_none()
            if row is None or (row.state == "closed" and not closed_too):
                raise Refused("closed")
            return work(connection, row)

        return self.store.write(turn)

    def note_texts(self, connection: Connection, revision: int) -> None:
        """Let readers know that the texts are others now."""
        connection.execute(
            update(rooms).where(rooms.c.id == self.id).values(texts_revision=revision)
        )

    def _row(self, connection: Connection) -> Row[Any]:
        row = connection.execute(select(rooms).where(rooms.c.id == self.id)).one_or_none()
        if row is None:
            raise Refused("closed", "the room was deleted")
        return row

    def _changes(self, connection: Connection, since: int, desk: bool) -> Changes:
        # The revision first: what is newer than it by the time the rest is read comes again.
        row = self._row(connection)
        told = [
            tallies.told(one, self.agenda, self.settings.protection)
            for one in self._rounds(connection, since)
        ]
        listed = None
        if row.texts_revision > since:
            listed = texts.listed(connection, self.id, only_shown=not desk)
        seen = [one if desk or one.revealed else one.hidden() for one in told]
        return Changes(stage_of(row), seen, listed)

    def _rounds(self, connection: Connection, since: int) -> Sequence[Row[Any]]:
        return connection.execute(
            select(rounds)
            .where(rounds.c.room_id == self.id, rounds.c.revision > since)
            .order_by(rounds.c.step, rounds.c.round)
        ).all()

    def _admitted(self, seat_id: int, one: Delivery) -> str:
        if not self._pace.take(seat_id):
            raise Refused("too_fast")
        return checked(one, self.agenda)

    def _save(
        self, connection: Connection, turn: Any, good: dict[int, answers.Sent]
    ) -> dict[int, answers.Outcome]:
        seats = seating.seated(connection, self.id, {seat for seat, _, _ in good.values()})
        sent = {place: one for place, one in good.items() if one[0] in seats}
        saved = answers.save(
            connection,
            self.id,
            turn.revision,
            self.store.now(),
            self.agenda,
            list(sent.values()),
        )
        outcomes = dict(zip(sent, saved, strict=True))
        return {place: outcomes.get(place, Refused("no_seat")) for place in good}

    def _publish(self, connection: Connection) -> None:
        """Publish what is behind; the revision moves only if something was."""
        ours = rooms.c.id == self.id
        lock = update(rooms).where(ours).values(revision=rooms.c.revision)
        revision = 1 + connection.execute(lock.returning(rooms.c.revision)).scalar_one()
        protection = self.settings.protection
        published = [
            tallies.publish(connection, row, revision, self.agenda, protection)
            for row in self._rounds(connection, 0)
            if tallies.behind(row, protection)
        ]
        if any(published):
            connection.execute(update(rooms).where(ours).values(revision=revision))


_STANDING = (
    rooms.c.revision,
    rooms.c.state,
    rooms.c.step,
    rooms.c.round,
    rooms.c.seats,
)
