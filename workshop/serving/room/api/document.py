"""The description of the room's HTTP face, as OpenAPI, made from the models that check it."""

import json
from functools import cache
from http import HTTPStatus
from typing import Any

from pydantic import TypeAdapter

from workshop.serving.room.api.messages import DOCUMENTED, LARGEST_BODY, LONGEST_WAIT

ABOUT = f"""\
Seats of a live room from other machines. A seat is known by a token that its owner draws: 20 to 64
letters, digits, '-' and '_', at least 128 random bits, sent as a Bearer token and never in an
address. Everything but giving a seat up may be sent again without harm. A request has at most
{LARGEST_BODY} bytes.
"""

PROBLEMS = {
    HTTPStatus.BAD_REQUEST: "What was sent is something else than what is described here.",
    HTTPStatus.UNAUTHORIZED: "There is no token.",
    HTTPStatus.NOT_FOUND: "There is no such room, seat, word or step.",
    HTTPStatus.METHOD_NOT_ALLOWED: "Nothing is done like this.",
    HTTPStatus.CONFLICT: "The room is full.",
    HTTPStatus.GONE: "The room is closed or was deleted.",
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE: "The request, or what is in it, is too large.",
    HTTPStatus.TOO_MANY_REQUESTS: "Too many at once; see Retry-After.",
    HTTPStatus.SERVICE_UNAVAILABLE: "The room's database is not to be had; see Retry-After.",
}


@cache
def as_json(address: str) -> bytes:
    """Return the description.

    Args:
        address: Where the HTTP face is, seen from a browser.
    """
    return json.dumps(openapi(address), indent=1).encode()


def openapi(address: str) -> dict[str, Any]:
    """Return the description as plain values."""
    room = "/rooms/{code}"
    return {
        "openapi": "3.1.0",
        "info": {"title": "Seats of a live room", "version": "1", "description": ABOUT},
        "servers": [{"url": address}],
        "security": [{"token": []}],
        "paths": {
            "/openapi.json": {"get": _described()},
            f"{room}/seat": {
                "parameters": [_code()],
                "get": _does("findSeat", "Find the seat that the token has", 200, "TakenSeat"),
                "put": _does(
                    "takeSeat",
                    "Take a seat, come back to it, or go on with the word of a first device",
                    200,
                    "TakenSeat",
                    sent="Joining",
                    problems=[HTTPStatus.CONFLICT],
                ),
                "delete": _does("leave", "Give the seat up with all that is in it", 204),
            },
            f"{room}/seat/answers": {
                "parameters": [_code()],
                "put": _does(
                    "answer",
                    "Store answers; each is acknowledged once it is committed, or refused alone",
                    200,
                    "Outcomes",
                    sent="Answers",
                ),
            },
            f"{room}/seat/texts": {
                "parameters": [_code()],
                "put": _does("share", "Give a text to the trainer", 204, sent="Text"),
            },
            f"{room}/changes": {
                "parameters": [_code()],
                "get": {
                    "parameters": [
                        _asked("since", 0, 2**53, "The revision that is known; 0 for everything."),
                        _asked("wait", 0, LONGEST_WAIT, "Seconds that the answer may take."),
                    ],
                    **_does(
                        "changes", "Tell what is new; waits for it if asked to", 200, "Changes"
                    ),
                },
            },
        },
        "components": {
            "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}},
            "schemas": _schemas(),
        },
    }


def _described() -> dict[str, Any]:
    told = {"description": "This.", "content": {"application/json": {"schema": {}}}}
    return {
        "operationId": "describe",
        "summary": "Describe everything that can be asked here",
        "security": [],
        "responses": {"200": told, **_problems([HTTPStatus.TOO_MANY_REQUESTS])},
    }


def _does(
    name: str,
    summary: str,
    status: int,
    told: str = "",
    *,
    sent: str = "",
    problems: list[HTTPStatus] | None = None,
) -> dict[str, Any]:
    rest = [one for one in PROBLEMS if one is not HTTPStatus.CONFLICT]
    answer: dict[str, Any] = {"description": summary}
    if told:
        answer["content"] = _content(told)
    responses = {str(status): answer, **_problems([*rest, *(problems or [])])}
    if name == "changes":
        responses["204"] = {"description": "Nothing is new."}
    body = {"requestBody": {"required": sent != "Joining", "content": _content(sent)}}
    asked = body if sent else {}
    return {"operationId": name, "summary": summary, **asked, "responses": responses}


def _problems(which: list[HTTPStatus]) -> dict[str, Any]:
    return {
        str(int(status)): {"description": PROBLEMS[status], "content": _content("Problem")}
        for status in which
    }


def _content(name: str) -> dict[str, Any]:
    return {"application/json": {"schema": {"$ref": f"#/components/schemas/{name}"}}}


def _code() -> dict[str, Any]:
    return {
        "name": "code",
        "in": "path",
        "required": True,
        "description": "The room's code, in any case.",
        "schema": {"type": "string", "minLength": 1, "maxLength": 40},
    }


def _asked(name: str, lowest: int, highest: int, about: str) -> dict[str, Any]:
    schema = {"type": "integer", "minimum": lowest, "maximum": highest, "default": 0}
    return {"name": name, "in": "query", "description": about, "schema": schema}


def _schemas() -> dict[str, Any]:
    sent = ("Joining", "Answers", "Text")
    named: Any = [
        (name, "validation" if name in sent else "serialization", adapter)
        for name, adapter in DOCUMENTED.items()
    ]
    template = "#/components/schemas/{model}"
    _, found = TypeAdapter.json_schemas(named, ref_template=template)
    return dict(found["$defs"])
