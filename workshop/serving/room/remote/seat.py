"""A person's place in a room of another server; a `SeatLike`."""

from collections.abc import Callable
from typing import Any

from workshop.room.delivery import without_writing
from workshop.room.errors import Refused
from workshop.room.outbox import Later, Outbox, Status, on_the_loop
from workshop.room.stage import Stage
from workshop.serving.room.api.messages import TakenSeat
from workshop.serving.room.remote.line import Line
from workshop.serving.room.remote.room import RemoteRoom


class RemoteSeat:
    """A seat in a room of another server.

    Example:
        >>> seat = RemoteSeat.join("https://host.example/join/KM47XRW", new_token())
        >>> seat.save("week", {"answer": {"hours": 3}})
    """

    def __init__(
        self,
        line: Line,
        taken: TakenSeat,
        *,
        later: Later = on_the_loop,
        on_status: Callable[[Status], object] = lambda status: None,
    ) -> None:
        self.room = RemoteRoom(line, taken.code, taken.agenda)
        self.pseudonym, self.word = taken.pseudonym, taken.word
        self._line, self._stage = line, taken.stage
        self._outbox = Outbox(
            line.deliver, taken.answers, later=later, on_status=on_status, apart=True
        )

    @classmethod
    def join(cls, room: str, token: str, word: str = "", **options: Any) -> "RemoteSeat":
        """Take a seat, or come back to the one that this token has.

        Args:
            room: Where the room is joined, such as https://host.example/join/KM47XRW.
            token: What the seat is known by.
            word: With it the seat of a first device is gone on from.
            **options: `later` and `on_status`, as an `Outbox` takes them.

        Raises:
            ValueError: If that is no address of a room.
            Refused: wrong_code, wrong_word, full, or closed.
            Unavailable: If the room cannot be reached.
        """
        line = Line(room, token)
        return cls(line, line.take_seat(word), **options)

    @property
    def status(self) -> Status:
        """Whether the room has every answer, is being told, or this device keeps some."""
        return self._outbox.status

    def stage(self) -> Stage:
        """Return the step that is up, as far as it is known here."""
        changes = self.room.changes()
        return changes.stage if changes else self._stage

    def answer(self, step: str, number: int = 1) -> Any:
        """Return what was last answered here, or on another device; None if nothing was."""
        return self._outbox.latest(step, number)

    def save(self, step: str, answer: Any, number: int = 1) -> None:
        """Keep an answer and bring it to the room; a line that is down is no error."""
        self._outbox.put(step, number, without_writing(answer))

    def flush(self) -> bool:
        """Deliver what is waiting now, and say whether the room has everything."""
        return self._outbox.flush()

    def refusal(self, step: str, number: int = 1) -> Refused | None:
        """Return why the room did not take the last answer, if it did not."""
        return self._outbox.refused.get((step, number))

    def share(self, step: str, text: str, number: int = 1) -> None:
        """Give a text to the trainer, because its writer pressed for it."""
        self._line.share(step, number, text)

    def leave(self) -> None:
        """Give the seat up, with everything that was answered and shared."""
        self._line.leave()
