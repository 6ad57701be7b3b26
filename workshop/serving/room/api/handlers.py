"""The addresses of the room's HTTP face. What one answers, `document` describes."""

from http import HTTPStatus
from typing import Any

from jupyter_server.utils import url_path_join

from workshop.room.errors import Refused
from workshop.room.room import Room
from workshop.room.seat import Seat
from workshop.serving.room.api import document
from workshop.serving.room.api.handling import NowhereHandler, RoomApiHandler
from workshop.serving.room.api.messages import (
    OUTCOMES,
    ROOT,
    TAKEN_SEAT,
    Answers,
    Joining,
    Outcomes,
    Question,
    Refusal,
    TakenSeat,
    Text,
)
from workshop.serving.room.api.visitors import Visitors
from workshop.serving.room.live import Live


class DocumentHandler(RoomApiHandler):
    """`openapi.json`: what can be asked here, for people and programs."""

    def get(self) -> None:
        """Send the description."""
        self.finish(document.as_json(url_path_join(self.live.base_url, ROOT)))


class SeatHandler(RoomApiHandler):
    """`rooms/CODE/seat`: taking a seat, finding it again, giving it up."""

    async def get(self, code: str) -> None:
        """Find the seat that the token has."""
        visitor = await self.visitor()
        self._send(await self.live.ask(_taken, visitor.room, Seat.find, self.token))

    async def put(self, code: str) -> None:
        """Take a seat, or come back to one; sent twice, it is the same seat."""
        word, token = self.sent(Joining).word, self.token
        room = await self.guarded(self.live.ask, self.live.rooms.find, self.code)
        if word:
            self.visitors.forget(self.code, token)
            self.live.guard.check_word(room.id)
            self._send(await self.guarded(self._resumed, room, word))
            return
        speech = self.live.speech
        names = speech.pack(speech.usual).joining.names
        async with self.live.admission():
            words = (names.first, names.second)
            self._send(await self.live.ask(_taken, room, Seat.join, token, words))

    async def delete(self, code: str) -> None:
        """Give the seat up, with all that was answered and shared."""
        visitor = await self.visitor()
        self.visitors.forget(self.code, self.token)
        seat = await self.live.ask(Seat.find, visitor.room, self.token)
        await self.live.ask(seat.leave)
        self.set_status(HTTPStatus.NO_CONTENT)

    async def _resumed(self, room: Room, word: str) -> TakenSeat:
        try:
            return await self.live.ask(_taken, room, Seat.resume, word, self.token)
        except Refused as refusal:
            if refusal.reason == "wrong_word":
                self.live.guard.wrong_word(room.id)
            raise

    def _send(self, taken: TakenSeat) -> None:
        self.finish(TAKEN_SEAT.dump_json(taken))


class AnswersHandler(RoomApiHandler):
    """`rooms/CODE/seat/answers`: what was answered, acknowledged once it is committed."""

    async def put(self, code: str) -> None:
        """Store answers; what is sent again changes nothing."""
        sent, visitor = self.sent(Answers), await self.visitor()
        outcomes = await visitor.gathering.deliver(visitor.place.id, sent.deliveries())
        told = [
            Refusal(one.reason, str(one)) if isinstance(one, Refused) else one for one in outcomes
        ]
        if any(isinstance(one, Refusal) and one.reason == "no_seat" for one in told):
            self.visitors.forget(self.code, self.token)
        self.finish(OUTCOMES.dump_json(Outcomes(told)))


class TextsHandler(RoomApiHandler):
    """`rooms/CODE/seat/texts`: what its writer wants to show."""

    async def put(self, code: str) -> None:
        """Give a text to the trainer, in place of an earlier one of the same round."""
        sent, visitor = self.sent(Text), await self.visitor()
        room, seat_id = visitor.room, visitor.place.id
        await self.live.ask(room.share, seat_id, sent.step, sent.round, sent.text)
        self.set_status(HTTPStatus.NO_CONTENT)


class ChangesHandler(RoomApiHandler):
    """`rooms/CODE/changes`: what is newer than a revision, now or as soon as there is something."""

    async def get(self, code: str) -> None:
        """Tell what is new; nothing, after the seconds that were asked for."""
        asked, visitor = self.asked(Question), await self.visitor()
        told = await visitor.following.changes(visitor.place.id, asked.since, asked.wait)
        if told is None:
            self.set_status(HTTPStatus.NO_CONTENT)
        else:
            self.finish(told)


def _taken(room: Room, take: Any, *values: Any) -> TakenSeat:
    seat: Seat = take(room, *values)
    told = (room.code, seat.pseudonym, seat.word, room.agenda, room.stage(), seat.answers())
    return TakenSeat(*told)


def api_handlers(server_url: str, live: Live, origins: tuple[str, ...] = ()) -> list[Any]:
    """Return the handlers of the room's HTTP face.

    Args:
        server_url: Where the server's addresses begin, seen from itself.
        live: The server's rooms.
        origins: Sites whose pages may ask from a browser, such as https://hub.example.
    """
    handed = {"visitors": Visitors(live), "origins": tuple(origins)}
    room = "rooms/(?P<code>[^/]{1,40})"
    places: dict[str, type[RoomApiHandler]] = {
        "openapi.json": DocumentHandler,
        f"{room}/seat": SeatHandler,
        f"{room}/seat/answers": AnswersHandler,
        f"{room}/seat/texts": TextsHandler,
        f"{room}/changes": ChangesHandler,
        ".*": NowhereHandler,
    }
    return [
        (url_path_join(server_url, ROOT, place), handler, handed)
        for place, handler in places.items()
    ]
