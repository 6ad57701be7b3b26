"""A person's place in a room, in the shape in which an exercise is handed one."""

from collections.abc import Callable, Sequence
from typing import Any, Protocol

from sqlalchemy import Connection

from workshop.room import answers, codes, seating
from workshop.room.delivery import Delivery, without_writing
from workshop.room.errors import Refused
from workshop.room.outbox import Later, Outbox, Status, on_the_loop
from workshop.room.room import Room
from workshop.room.stage import Stage

Words = tuple[Sequence[str], Sequence[str]]
"""Two lists that a pseudonym is made of."""


class SeatLike(Protocol):
    """What an exercise may do with its participant's seat, wherever the room is."""

    pseudonym: str
    """A friendly name that only its owner is shown."""
    word: str
    """What its owner types on a second device to go on there."""

    @property
    def status(self) -> Status:
        """Whether the room has every answer, is being told, or this device keeps some."""

    def stage(self) -> Stage:
        """Return the step that is up."""

    def answer(self, step: str, number: int = 1) -> Any:
        """Return what was last answered here, or on another device; None if nothing was."""

    def save(self, step: str, answer: Any, number: int = 1) -> None:
        """Keep an answer and bring it to the room; an unreachable room is no error."""

    def flush(self) -> bool:
        """Deliver what is waiting now, and say whether the room has everything."""

    def refusal(self, step: str, number: int = 1) -> Refused | None:
        """Return why the room did not take the last answer, if it did not."""

    def share(self, step: str, text: str, number: int = 1) -> None:
        """Give a text to the trainer, because its writer pressed for it."""

    def leave(self) -> None:
        """Give the seat up, with everything that was answered and shared."""


class Seat:
    """A seat in a room of this process's own store; a `SeatLike`.

    Example:
        >>> seat = Seat.join(room, new_token(), words)
        >>> seat.save("week", {"answer": {"hours": 3}})
    """

    def __init__(
        self,
        room: Room,
        place: seating.Place,
        token: str,
        *,
        later: Later = on_the_loop,
        on_status: Callable[[Status], object] = lambda status: None,
    ) -> None:
        self.room = room
        self.id = place.id
        self.pseudonym = place.pseudonym
        self.word = codes.resume_word(token, room.id)
        known = room.store.read(lambda connection: answers.of_seat(connection, place.id))
        self._outbox = Outbox(
            lambda sent: room.deliver(place.id, sent), known, later=later, on_status=on_status
        )

    @classmethod
    def join(cls, room: Room, token: str, words: Words, **options: Any) -> "Seat":
        """Take a seat, or come back to the one that this browser's token has.

        Raises:
            Refused: full, or closed.
            Unavailable: If the room cannot be reached.
        """
        if place := found(room, token):
            return cls(room, place, token, **options)

        def work(connection: Connection, turn: Any) -> seating.Place:
            most = room.settings.seats
            return seating.take(connection, room.id, turn.seats, most, token, words)

        return cls(room, room.change(work), token, **options)

    @classmethod
    def find(cls, room: Room, token: str, **options: Any) -> "Seat":
        """Return the seat that this browser's token has.

        Raises:
            Refused: no_seat.
        """
        place = found(room, token)
        if place is None:
            raise Refused("no_seat")
        return cls(room, place, token, **options)

    @classmethod
    def resume(cls, room: Room, word: str, token: str, **options: Any) -> "Seat":
        """Go on at a second device with the first one's word.

        Raises:
            Refused: wrong_word.
        """

        def work(connection: Connection, turn: Any) -> seating.Place:
            return seating.resume(connection, room.id, turn, codes.normal(word), token)

        return cls(room, room.change(work, closed_too=True), token, **options)

    @property
    def status(self) -> Status:
        """Whether the room has every answer, is being told, or this device keeps some."""
        return self._outbox.status

    def stage(self) -> Stage:
        """Return the step that is up."""
        return self.room.stage()

    def answer(self, step: str, number: int = 1) -> Any:
        """Return what was last answered here; None if nothing was."""
        return self._outbox.latest(step, number)

    def answers(self) -> list[Delivery]:
        """Return all that was answered here."""
        return self._outbox.all()

    def save(self, step: str, answer: Any, number: int = 1) -> None:
        """Keep an answer and bring it to the room; an unreachable room is no error.

        What was written in it stays behind: see `share`.
        """
        self._outbox.put(step, number, without_writing(answer))

    def flush(self) -> bool:
        """Deliver what is waiting now, and say whether the room has everything."""
        return self._outbox.flush()

    def refusal(self, step: str, number: int = 1) -> Refused | None:
        """Return why the room did not take the last answer, if it did not."""
        return self._outbox.refused.get((step, number))

    def share(self, step: str, text: str, number: int = 1) -> None:
        """Give a text to the trainer, because its writer pressed for it."""
        self.room.share(self.id, step, number, text)

    def leave(self) -> None:
        """Give the seat up, with everything that was answered and shared."""

        def work(connection: Connection, turn: Any) -> None:
            if seating.leave(connection, self.room.id, turn, self.id):
                self.room.note_texts(connection, turn.revision)

        self.room.change(work, closed_too=True)


def found(room: Room, token: str) -> seating.Place | None:
    """Return where this token sits, if it sits anywhere."""
    return room.store.read(lambda connection: seating.find(connection, room.id, token))
