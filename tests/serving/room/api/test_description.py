"""The description of the HTTP face is what the server does, whatever it is sent."""

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis.generation import GenerationMode
from schemathesis.specs.openapi.checks import ignored_auth

from workshop.room.codes import new_token
from workshop.room.desk import Desk
from workshop.serving.room.api.document import openapi

PLACES = {
    "/openapi.json": ["get"],
    "/rooms/{code}/seat": ["get", "put", "delete"],
    "/rooms/{code}/seat/answers": ["put"],
    "/rooms/{code}/seat/texts": ["put"],
    "/rooms/{code}/changes": ["get"],
}


@pytest.fixture
def address(monkeypatch, start):
    """Of a server that one test may ask more than a hundred people do."""
    for name in ("SEAT", "STRANGERS"):
        monkeypatch.setattr(f"workshop.serving.room.api.visitors.{name}", (1e9, 1e9))
    return f"{start()}api/room/v1"


@pytest.mark.parametrize("kind", [GenerationMode.POSITIVE, GenerationMode.NEGATIVE])
@pytest.mark.parametrize(
    ("place", "method"),
    [(place, method) for place, names in PLACES.items() for method in names if "{" in place],
)
def test_whatever_is_sent_the_answer_is_one_of_those_described(
    address, opened, browser, place, method, kind
):
    """Right and wrong requests by the hundred, each held to the description."""
    Desk(opened.room, opened.key).go_to("week")
    described = schemathesis.openapi.from_dict(openapi(address))
    described.config.update(base_url=address)
    token = new_token()
    seat = f"api/room/v1/rooms/{opened.room.code}/seat"
    assert browser().ask("PUT", seat, {}, token)[0] == 200

    @settings(
        max_examples=25,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
        derandomize=True,
    )
    @given(described[place][method.upper()].as_strategy(generation_mode=kind))
    def ask(case):
        if "code" in case.path_parameters and kind is GenerationMode.POSITIVE:
            case.path_parameters["code"] = opened.room.code
            case.query.pop("wait", None)
        case.call_and_validate(
            headers={"Authorization": f"Bearer {token}"},
            excluded_checks=[ignored_auth],  # any token is a good one: it has a seat, or none yet
            timeout=60,
        )

    ask()

    assert browser().ask("PUT", seat, {}, token)[0] == 200


def test_every_address_is_described():
    described = openapi("/api/room/v1")["paths"]

    assert {place: [name for name in found if name != "parameters"]
            for place, found in described.items()} == PLACES  # fmt: skip
