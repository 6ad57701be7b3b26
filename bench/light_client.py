"""A participant without a browser: speaks HTTP and the kernel's WebSocket as the page does.

It waits in line where there is one, reads the page and every file that the page names, six at a
time as browsers do, opens the WebSocket, asks for the widgets unless the page brought them, and
moves a slider. It is usable once the slider's picture has been sent anew and the kernel is done.
"""

import asyncio
import gzip
import html
import json
import re
import time
import uuid
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from http.cookies import SimpleCookie
from typing import Any
from urllib.parse import urlencode, urljoin

from jupyter_server.services.kernels.connection.base import (
    deserialize_msg_from_ws_v1,
    serialize_msg_to_ws_v1,
)
from tornado.httpclient import AsyncHTTPClient, HTTPClientError, HTTPRequest
from tornado.websocket import websocket_connect

AsyncHTTPClient.configure(None, max_clients=10_000, max_body_size=2**28)
PROTOCOL = "v1.kernel.websocket.jupyter.org"
PATIENCE = 300  # seconds
AT_ONCE = 6
CONFIG = re.compile(r'id="jupyter-config-data"[^>]*>(.*?)</script>', re.DOTALL)
WIDGETS = re.compile(r'id="wk-widgets"[^>]*>(.*?)</script>', re.DOTALL)
NAMED = re.compile(r'(?:href|src)="([^"#]+)"')
IN_LINE = 202  # the status of the page that waits
PICTURE = ("rows", "spec")  # what a new picture is sent as: ours and JupyterChart's


@dataclass
class Participant:
    """One visit. `usable` is in seconds since `join` was called, NaN until then."""

    address: str
    files: bool = True
    door: str = "door"
    usable: float = float("nan")
    error: str = ""
    waited: bool = False
    _session: str = field(default_factory=lambda: uuid.uuid4().hex)
    _socket: Any = None
    _cookies: SimpleCookie = field(default_factory=SimpleCookie)
    _config: dict[str, Any] = field(default_factory=dict)

    async def join(self) -> "Participant":
        began = time.monotonic()
        try:
            await asyncio.wait_for(self._join(), PATIENCE)
            self.usable = time.monotonic() - began
        except Exception as problem:
            self.error = f"{type(problem).__name__}: {problem}"[:200]
        return self

    async def move(self) -> None:
        """Move the slider a step to and fro, and wait until the picture has followed."""
        self._value = self._value + (1 if self._value < 10 else -1)
        content = {"method": "update", "state": {"value": self._value}, "buffer_paths": []}
        sent = self._send("comm_msg", {"comm_id": self._slider, "data": content})
        followed = False
        while True:
            kind, parent, answer = await self._hear()
            state = answer.get("data", {}).get("state", {}) if kind == "comm_msg" else {}
            followed = followed or any(name in state for name in PICTURE)
            if followed and parent == sent and _idle(kind, answer):
                return

    async def leave(self) -> None:
        """Say goodbye as a page does that is closed."""
        xsrf = self._cookies.get("_xsrf")
        kernel, base = self._config["kernelId"], self._config["baseUrl"]
        self._socket.close()
        with suppress(HTTPClientError):  # stock Voila sets no cookie, and so refuses its own pages
            await self._get(
                urljoin(self.address, f"{base}voila/api/shutdown/{kernel}"),
                method="POST",
                body=urlencode({"_xsrf": xsrf.value if xsrf else ""}),
            )

    async def _join(self) -> None:
        page = await self._page()
        self._config = json.loads(CONFIG.search(page)[1])
        if self.files:
            await self._read(set(map(html.unescape, NAMED.findall(page))))
        await self._connect()
        brought = WIDGETS.search(page)
        state = json.loads(brought[1])["state"] if brought else await self._ask_for_widgets()
        self._slider, self._value = _slider(state)
        await self.move()

    async def _page(self) -> str:
        while (answer := await self._get(self.address)).code == IN_LINE:
            self.waited = True
            await self._turn()
        return _text(answer)

    async def _turn(self) -> None:
        """Ask as often as the waiting page does, until it is one's turn."""
        while True:
            answer = await self._get(urljoin(self.address, self.door))
            place = json.loads(_text(answer))
            if place["come"]:
                return
            await asyncio.sleep(place["again"])

    async def _read(self, files: set[str]) -> None:
        turn = asyncio.Semaphore(AT_ONCE)

        async def read(file: str) -> None:
            async with turn:
                await self._get(urljoin(self.address, file))

        await asyncio.gather(*map(read, files))

    async def _get(self, address: str, **options: Any) -> Any:
        headers = {"Accept-Encoding": "gzip", **self._known()}
        request = HTTPRequest(
            address,
            headers=headers,
            decompress_response=False,
            connect_timeout=PATIENCE,
            request_timeout=PATIENCE,
            **options,
        )
        answer = await AsyncHTTPClient().fetch(request)
        for cookie in answer.headers.get_list("Set-Cookie"):
            self._cookies.load(cookie)
        return answer

    def _known(self) -> dict[str, str]:
        pairs = (f"{name}={cookie.value}" for name, cookie in self._cookies.items())
        return {"Cookie": "; ".join(pairs)}

    async def _connect(self) -> None:
        base, kernel = self._config["baseUrl"], self._config["kernelId"]
        address = urljoin(self.address, f"{base}api/kernels/{kernel}/channels")
        query = urlencode({"session_id": self._session})
        request = HTTPRequest(f"{address.replace('http', 'ws', 1)}?{query}", headers=self._known())
        self._socket = await websocket_connect(request, subprotocols=[PROTOCOL])

    async def _ask_for_widgets(self) -> dict[str, Any]:
        comm = {"comm_id": uuid.uuid4().hex, "target_name": "jupyter.widget.control"}
        self._send("comm_open", {**comm, "data": {}}, {"version": "1.0.0"})
        asked = {"comm_id": comm["comm_id"], "data": {"method": "request_states"}}
        self._send("comm_msg", asked)
        while True:
            kind, _, content = await self._hear()
            if kind == "comm_msg" and content["data"].get("method") == "update_states":
                return content["data"]["states"]

    def _send(self, kind: str, content: dict[str, Any], metadata: Any = None) -> str:
        header = {
            "msg_id": uuid.uuid4().hex,
            "msg_type": kind,
            "session": self._session,
            "username": "",
            "date": datetime.now(UTC).isoformat(),
            "version": "5.3",
        }
        parts = [json.dumps(part).encode() for part in (header, {}, metadata or {}, content)]
        frame = serialize_msg_to_ws_v1(parts, "shell")
        self._socket.write_message(bytes(frame), binary=True)
        return header["msg_id"]

    async def _hear(self) -> tuple[str, str, dict[str, Any]]:
        frame = await self._socket.read_message()
        if frame is None:
            raise ConnectionError("the server closed the WebSocket")
        _, (header, parent, _, content, *_) = deserialize_msg_from_ws_v1(frame)
        asked = json.loads(parent).get("msg_id", "")
        return json.loads(header)["msg_type"], asked, json.loads(content)


def _text(answer: Any) -> str:
    squeezed = answer.headers.get("Content-Encoding") == "gzip"
    return (gzip.decompress(answer.body) if squeezed else answer.body).decode()


def _idle(kind: str, content: dict[str, Any]) -> bool:
    return kind == "status" and content["execution_state"] == "idle"


def _slider(state: dict[str, Any]) -> tuple[str, float]:
    """The finest, by name, each time the same: models are in no order. Its picture follows it."""
    found = [(identity, model) for identity, model in state.items() if _slides(model)]
    identity, model = min(found, key=lambda each: _fineness(each[1]["state"]))
    return identity, model["state"]["value"]


def _slides(model: dict[str, Any]) -> bool:
    ours = model["state"].get("_script") == "range.js"
    return ours or model["model_name"] == "FloatSliderModel"


def _fineness(state: dict[str, Any]) -> tuple[float, str]:
    return state["step"], state.get("label", "")


async def join_within(
    seconds: float, count: int, address: str, files: bool = True
) -> list[Participant]:
    """Let so many participants join, spread evenly over so many seconds."""

    async def join(number: int) -> Participant:
        await asyncio.sleep(seconds * number / count)
        return await Participant(address, files).join()

    return await asyncio.gather(*(join(number) for number in range(count)))
