"""What all addresses of the room's HTTP face share: limits, tokens, and problems told as JSON."""

import asyncio
import re
from collections.abc import Awaitable, Callable
from functools import cached_property
from http import HTTPStatus
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from tornado.web import HTTPError, RequestHandler, stream_request_body

from workshop.room.codes import normal
from workshop.room.errors import Reason, Refused, Unavailable
from workshop.serving.room.api.messages import LARGEST_BODY, PROBLEM, Problem, Trouble
from workshop.serving.room.api.visitors import Visitor, Visitors

T = TypeVar("T")
Model = TypeVar("Model", bound=BaseModel)

BEARER = re.compile(r"Bearer ([A-Za-z0-9_-]{20,64})", re.IGNORECASE)

STATUS: dict[Reason | Trouble, HTTPStatus] = {
    "no_token": HTTPStatus.UNAUTHORIZED,
    "wrong_code": HTTPStatus.NOT_FOUND,
    "wrong_word": HTTPStatus.NOT_FOUND,
    "no_seat": HTTPStatus.NOT_FOUND,
    "no_such_step": HTTPStatus.NOT_FOUND,
    "no_such_place": HTTPStatus.NOT_FOUND,
    "no_such_method": HTTPStatus.METHOD_NOT_ALLOWED,
    "full": HTTPStatus.CONFLICT,
    "not_open": HTTPStatus.CONFLICT,
    "old_round": HTTPStatus.CONFLICT,
    "closed": HTTPStatus.GONE,
    "too_large": HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
    "too_many_tries": HTTPStatus.TOO_MANY_REQUESTS,
    "too_fast": HTTPStatus.TOO_MANY_REQUESTS,
    "unavailable": HTTPStatus.SERVICE_UNAVAILABLE,
    "mistake": HTTPStatus.INTERNAL_SERVER_ERROR,
}
"""Whatever is not named here was a bad request."""

AGAIN: dict[Reason | Trouble, int] = {"too_many_tries": 300, "too_fast": 1, "unavailable": 2}
"""Seconds after which it is worth another try."""

ALLOWED = "GET, PUT, DELETE, OPTIONS"


@stream_request_body
class RoomApiHandler(RequestHandler):
    """One address of the room's HTTP face."""

    def initialize(self, visitors: Visitors, origins: tuple[str, ...] = ()) -> None:
        """Take who is known, and the sites whose pages may ask."""
        self.visitors, self.live = visitors, visitors.live
        self._origins = origins
        self._body = bytearray()

    def set_default_headers(self) -> None:
        """Keep answers out of caches and frames, and tornado's version to ourselves."""
        self.clear_header("Server")
        self.set_header("Content-Type", "application/json")
        self.set_header("Cache-Control", "no-store")
        self.set_header("X-Content-Type-Options", "nosniff")

    def check_xsrf_cookie(self) -> None:
        """Need no further token: no cookie opens anything here."""

    def prepare(self) -> None:
        """Refuse what is too large or too much before any of it is read."""
        self._let_other_sites_read()
        self.request.connection.set_max_body_size(LARGEST_BODY)  # type: ignore[union-attr]
        said = self.request.headers.get("Content-Length", "0")
        if not said.isdecimal() or int(said) > LARGEST_BODY:
            self.tell(Problem("too_large", f"a request has at most {LARGEST_BODY} bytes"))
            return
        address = self.request.remote_ip or ""
        try:
            self.visitors.admit(self.code, self._token(), address)
        except Refused as refusal:
            self.tell(Problem(refusal.reason, str(refusal)))

    def data_received(self, chunk: bytes) -> None:
        """Gather the body."""
        self._body += chunk

    def options(self, **_: str) -> None:
        """Answer a browser that asks whether another site's page may ask."""
        self.set_status(HTTPStatus.NO_CONTENT)

    @cached_property
    def code(self) -> str:
        """The room's code, as it stands in the address."""
        return normal(self.path_kwargs.get("code") or "")

    @property
    def token(self) -> str:
        """What the seat is known by.

        Raises:
            HTTPError: 401.
        """
        token = self._token()
        if not token:
            raise HTTPError(HTTPStatus.UNAUTHORIZED)
        return token

    async def visitor(self) -> Visitor:
        """Return whose seat this is.

        Raises:
            HTTPError: 401.
            Refused: no_seat, or wrong_code; guessing makes whoever guesses wait.
            Unavailable: If the room cannot be reached.
        """
        return await self.guarded(self.visitors.visitor, self.code, self.token)

    async def guarded(self, find: Callable[..., Awaitable[T]], *values: Any) -> T:
        """Find something that a guess can open."""
        guard, token = self.live.guard, self.token
        try:
            guard.check(token)
            return await find(*values)
        except Refused as refusal:
            if refusal.reason in ("wrong_code", "wrong_word"):
                await asyncio.sleep(guard.wrong(token))
            raise

    def sent(self, model: type[Model]) -> Model:
        """Return what was sent.

        Raises:
            ValidationError: If it is something else.
        """
        return model.model_validate_json(bytes(self._body) or b"{}")

    def asked(self, model: type[Model]) -> Model:
        """Return what is asked for in the address.

        Raises:
            ValidationError: If it is something else.
        """
        names = self.request.query_arguments
        return model.model_validate({name: self.get_query_argument(name) for name in names})

    def tell(self, problem: Problem) -> None:
        """Answer with what is wrong."""
        status = STATUS.get(problem.reason, HTTPStatus.BAD_REQUEST)
        self.set_status(status)
        if problem.reason in AGAIN:
            self.set_header("Retry-After", str(AGAIN[problem.reason]))
        if status is HTTPStatus.UNAUTHORIZED:
            self.set_header("WWW-Authenticate", "Bearer")
        if status is HTTPStatus.METHOD_NOT_ALLOWED:
            self.set_header("Allow", self._allowed())
        self.finish(PROBLEM.dump_json(problem))

    def write_error(self, status_code: int, **more: Any) -> None:
        """Tell what went wrong, without a word of what was sent."""
        self.tell(_problem(more.get("exc_info", (None, None))[1], status_code))

    def log_exception(self, kind: Any, value: Any, traceback: Any) -> None:
        """Keep to the log what is our mistake."""
        if not isinstance(value, Refused | Unavailable | ValidationError):
            super().log_exception(kind, value, traceback)

    def _token(self) -> str:
        given = BEARER.fullmatch(self.request.headers.get("Authorization", ""))
        return given[1] if given else ""

    def _allowed(self) -> str:
        own = type(self)
        names = [name for name in self.SUPPORTED_METHODS if name.lower() in vars(own)]
        return ", ".join([*names, "OPTIONS"])

    def _let_other_sites_read(self) -> None:
        origin = self.request.headers.get("Origin", "")
        if self._origins:
            self.add_header("Vary", "Origin")
        if origin in self._origins:
            self.set_header("Access-Control-Allow-Origin", origin)
            self.set_header("Access-Control-Allow-Methods", ALLOWED)
            self.set_header("Access-Control-Allow-Headers", "Authorization, Content-Type")
            self.set_header("Access-Control-Max-Age", "600")


class NowhereHandler(RoomApiHandler):
    """Any other address."""

    def prepare(self) -> None:
        """Say that there is nothing."""
        super().prepare()
        if not self._finished:
            self.tell(Problem("no_such_place"))


def _problem(problem: BaseException | None, status: int) -> Problem:
    match problem:
        case Refused():
            return Problem(problem.reason, str(problem))
        case Unavailable():
            return Problem("unavailable", "the room cannot be reached; try again")
        case ValidationError():
            first = problem.errors(include_input=False, include_url=False, include_context=False)[0]
            place = ".".join(str(part) for part in first["loc"])
            return Problem("not_plain", f"{place}: {first['msg']}".strip(": ")[:300])
    named: dict[int, Reason | Trouble] = {
        HTTPStatus.UNAUTHORIZED: "no_token",
        HTTPStatus.METHOD_NOT_ALLOWED: "no_such_method",
        HTTPStatus.NOT_FOUND: "no_such_place",
        HTTPStatus.BAD_REQUEST: "not_plain",
    }
    return Problem(named.get(status, "mistake"))
