"""A participant without a browser: speaks HTTP and the kernel's WebSocket as the page does.

It reads the page and every file that the page names, six at a time as browsers do, opens the
WebSocket, asks for the widgets unless the page brought them, and moves the first slider. It is
usable once the picture has been sent anew and the kernel is done.
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
PICTURE = ("rows", "spec")  # what a new picture is sent as: ours and JupyterChart's


@dataclass
class Participant:
    """One visit. `usable` is in seconds since `join` was called, NaN until then."""

    address: str
    files: bool = True
    usable: float = float("nan")
    error: str = ""
    _session: str = field(default_factory=lambda: uuid.uuid4().hex)
    _socket: Any = None
    _cookies: str = ""
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
        xsrf = re.search(r"_xsrf=([^;]*)", self._cookies)
        kernel, base = self._config["kernelId"], self._config["baseUrl"]
        self._socket.close()
        with suppress(HTTPClientError):  # stock Voila sets no cookie, and so refuses its own pages
            await self._get(
                urljoin(self.address, f"{base}voila/api/shutdown/{kernel}"),
                method="POST",
                body=urlencode({"_xsrf": xsrf[1] if xsrf else ""}),
            )

    async def _join(self) -> None:
        page = await self._page()
        self._config = json.loads(CONFIG.search(page)[1])
        if self.files:
            await self._read(set(map(html.unescape, NAMED.findall(page))))
        await self._connect()
        brought = WIDGETS.search(page)
        state = json.loads(brought[1])["state"] if brought else await self._ask_for_widgets()
        self._slider, self._value = next(_sliders(state))
        await self.move()

    async def _page(self) -> str:
        answer = await self._get(self.address)
        self._cookies = "; ".join(
            cookie.split(";")[0] for cookie in answer.headers.get_list("Set-Cookie")
        )
        body = answer.body
        squeezed = answer.headers.get("Content-Encoding") == "gzip"
        return (gzip.decompress(body) if squeezed else body).decode()

    async def _read(self, files: set[str]) -> None:
        turn = asyncio.Semaphore(AT_ONCE)

        async def read(file: str) -> None:
            async with turn:
                await self._get(urljoin(self.address, file))

        await asyncio.gather(*map(read, files))

    async def _get(self, address: str, **options: Any) -> Any:
        headers = {"Accept-Encoding": "gzip", "Cookie": self._cookies}
        request = HTTPRequest(
            address,
            headers=headers,
            decompress_response=False,
            connect_timeout=PATIENCE,
            request_timeout=PATIENCE,
            **options,
        )
        return await AsyncHTTPClient().fetch(request)

    async def _connect(self) -> None:
        base, kernel = self._config["baseUrl"], self._config["kernelId"]
        address = urljoin(self.address, f"{base}api/kernels/{kernel}/channels")
        query = urlencode({"session_id": self._session})
        request = HTTPRequest(
            f"{address.replace('http', 'ws', 1)}?{query}", headers={"Cookie": self._cookies}
        )
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


def _idle(kind: str, content: dict[str, Any]) -> bool:
    return kind == "status" and content["execution_state"] == "idle"


def _sliders(state: dict[str, Any]) -> Any:
    for identity, model in state.items():
        values = model["state"]
        if values.get("_script") == "range.js" or model["model_name"] == "FloatSliderModel":
            yield identity, values["value"]


async def join_within(
    seconds: float, count: int, address: str, files: bool = True
) -> list[Participant]:
    """Let so many participants join, spread evenly over so many seconds."""

    async def join(number: int) -> Participant:
        await asyncio.sleep(seconds * number / count)
        return await Participant(address, files).join()

    return await asyncio.gather(*(join(number) for number in range(count)))
